"""Many articles in one file: RSS, Atom and WordPress exports, read without the network."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from html import unescape

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.html import linebreaks
from lxml import etree

from news.intake.drafting import key_of
from news.intake.passages import tidy
from news.intake.refusals import Unreadable
from news.intake.safe_xml import root_of

MOST = 100  # articles of one file: making them takes some seconds
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
WORDPRESS = re.compile(r"\{http://wordpress\.org/export/[\d.]+/\}")
EXCERPT = re.compile(r"\{http://wordpress\.org/export/[\d.]+/excerpt/\}encoded")
SHORTCODE = re.compile(
    r"\[(caption|audio|video|gallery|playlist|embed)\b[^\[\]]*\](?:[^\[]*\[/\1\])?"
)
PARAGRAPHS = re.compile(r"<(?:p|ul|ol|h[1-6]|blockquote|div)\b", re.IGNORECASE)
LEFT_STATES = {"trash", "auto-draft", "inherit"}
UNKNOWN = (
    "Diese XML-Datei ist weder RSS noch Atom noch ein WordPress-Export. In WordPress: "
    "„Werkzeuge“ → „Daten exportieren“ → „Beiträge“."
)
ONLY_CHANGED = "Der Feed nennt nur den Tag der letzten Änderung. Prüfen Sie das Datum."
NOTHING = "In der Datei steht kein Artikel."
TOO_MANY = (
    "In der Datei stehen {count} Artikel, mehr als {most} auf einmal gehen nicht. Teilen Sie sie, "
    "zum Beispiel nach Jahren."
)


@dataclass(frozen=True)
class ExportedText:
    """One article of a file; `key` stays the same however often the file is exported."""

    key: str
    title: str
    day: date | None
    body: str  # HTML that nobody has to trust
    lead: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    remark: str = ""
    subtitle: str = ""
    place: str = ""


def read_export(data: bytes) -> list[ExportedText]:
    """Return the articles of a file in its order, or raise `Unreadable`."""
    root = root_of(data)
    if root.tag == f"{ATOM}feed":
        found = [atom_entry(entry) for entry in root.iterfind(f"{ATOM}entry")]
    elif root.tag == "rss":
        found = [rss_item(item) for item in root.iterfind("channel/item") if is_article(item)]
    else:
        raise Unreadable(UNKNOWN)
    found = list({one.key: one for one in found if one.title}.values())
    if not found:
        raise Unreadable(NOTHING)
    if len(found) > MOST:
        raise Unreadable(TOO_MANY.format(count=len(found), most=MOST))
    return found


def is_article(item: etree._Element) -> bool:
    """Tell whether an item is an article, and not one of WordPress's pictures or pages."""
    kind = wordpress(item, "post_type") or "post"
    return kind == "post" and wordpress(item, "status") not in LEFT_STATES


def wordpress(item: etree._Element, name: str) -> str:
    """Return one of WordPress's own fields, or ""."""
    for child in item.iterchildren():
        tag = str(child.tag)
        match = WORDPRESS.match(tag)
        if match and tag[match.end() :] == name:
            return (child.text or "").strip()
    return ""


def rss_item(item: etree._Element) -> ExportedText:
    url, title = text_of(item, "link"), text_of(item, "title")
    day = day_of(wordpress(item, "post_date")) or day_of(text_of(item, "pubDate"))
    whole, short = (item.findtext(CONTENT) or ""), (item.findtext("description") or "")
    excerpt = next((child.text or "" for child in item if EXCERPT.match(str(child.tag))), "")
    return ExportedText(
        key=key_of("feed", text_of(item, "guid") or url or f"{title} {day}"),
        title=title,
        day=day,
        body=paragraphs(whole or short),
        lead=tidy(unescape(re.sub(r"<[^>]*>", "", excerpt))),
        url=url,
        tags=tuple(tidy(tag.text or "") for tag in item.iterfind("category")),
    )


def atom_entry(entry: etree._Element) -> ExportedText:
    title = tidy("".join(entry.find(f"{ATOM}title").itertext())) if has(entry, "title") else ""
    known = text_of(entry, f"{ATOM}published")
    published = known or text_of(entry, f"{ATOM}updated")
    links = [
        link.get("href", "")
        for link in entry.iterfind(f"{ATOM}link")
        if link.get("rel", "alternate") == "alternate"
    ]
    url = links[0] if links else ""
    return ExportedText(
        key=key_of("feed", text_of(entry, f"{ATOM}id") or url or f"{title} {published}"),
        title=title,
        day=day_of(published),
        body=atom_text(entry),
        url=url,
        tags=tuple(tidy(tag.get("term", "")) for tag in entry.iterfind(f"{ATOM}category")),
        remark="" if known else ONLY_CHANGED,
    )


def has(entry: etree._Element, name: str) -> bool:
    return entry.find(f"{ATOM}{name}") is not None


def atom_text(entry: etree._Element) -> str:
    """Return the content of an entry, or its summary, as HTML."""
    element = entry.find(f"{ATOM}{'content' if has(entry, 'content') else 'summary'}")
    if element is None:
        return ""
    kind = element.get("type", "text")
    if kind == "xhtml":
        return "".join(etree.tostring(child, encoding="unicode") for child in element)
    text = element.text or ""
    return text if kind == "html" else linebreaks(text, autoescape=True)


def text_of(item: etree._Element, name: str) -> str:
    return tidy(item.findtext(name) or "")


def paragraphs(source: str) -> str:
    """Return WordPress's text as HTML: without shortcodes, empty lines as paragraphs."""
    source = SHORTCODE.sub("", source)
    return source if PARAGRAPHS.search(source) else "".join(as_paragraphs(source))


def as_paragraphs(source: str) -> Iterator[str]:
    for block in re.split(r"\r?\n\s*\r?\n", source):
        yield f"<p>{block}</p>"


def day_of(text: str) -> date | None:
    """Return the day of a moment as feeds and WordPress write it, in the portal's time zone."""
    moment = moment_of(text)
    if moment is None:
        return None
    if timezone.is_naive(moment):
        return moment.date()
    return timezone.localdate(moment)


def moment_of(text: str) -> datetime | None:
    for read in (parse_datetime, parsedate_to_datetime):
        try:
            moment = read(text.strip())
        except (ValueError, TypeError, OverflowError):
            continue
        if moment is not None:
            return moment
    return None

"""Feeds of published contents as Atom, RSS and JSON Feed 1.1.

An entry's id is the item's uid, so that no rename shows it twice; nothing in a
feed depends on the clock, so that the same contents give the same bytes.
"""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.html import escape, format_html

from publishing.metadata import ALLIANCE, absolute
from publishing.structured_data import moment

LENGTH = 20
# What XML 1.0 cannot hold, not even escaped.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
RSS_CONTENT = "http://purl.org/rss/1.0/modules/content/"
# Atom demands a day also of a feed without entries; readers take one before 1990 for a fault.
NEVER = datetime(1990, 1, 1, tzinfo=UTC)
JSON_FEED = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True)
class Entry:
    """One item of a feed; `published` is None where the day is not known."""

    uid: str
    title: str
    path: str
    summary: str
    updated: datetime
    published: datetime | None = None
    image: object = None
    alt: str = ""
    credit: str = ""
    body: str = ""  # HTML with absolute addresses

    @property
    def id(self) -> str:
        """The address-independent id."""
        return f"urn:uuid:{self.uid}"

    @property
    def html(self) -> str:
        """The whole text, and the picture with its credit, as the page shows them."""
        return format_html("<p>{}</p>", self.summary) + self.figure + self.body

    @property
    def figure(self) -> str:
        """The picture with its credit, or ""."""
        if self.image is None:
            return ""
        return format_html(
            '<figure><img src="{}" width="{}" height="{}" alt="{}">'
            "<figcaption>{}</figcaption></figure>",
            absolute(self.image.url),
            self.image.width,
            self.image.height,
            self.alt,
            self.credit,
        )


@dataclass(frozen=True)
class Channel:
    """A feed: `path` is the page it belongs to, `feed_path` its own address."""

    title: str
    description: str
    path: str
    feed_path: str
    entries: list[Entry]

    @property
    def updated(self) -> datetime:
        """When the newest change was made."""
        return max((entry.updated for entry in self.entries), default=NEVER)


class FromContents:
    """Mixin for Django's generators: takes the date from the contents, never from the clock,
    and gives each item its whole text in an element of its own.
    """

    full_text = ("content", {"type": "html"})

    def latest_post_date(self):
        return self.feed["updated"]

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        name, attributes = self.full_text
        handler.addQuickElement(name, item["html"], attributes)


class Atom(FromContents, Atom1Feed):
    """Atom 1.0."""


class Rss(FromContents, Rss201rev2Feed):
    """RSS 2.0 with the module for whole texts."""

    full_text = ("content:encoded", {"xmlns:content": RSS_CONTENT})


def atom(channel: Channel) -> HttpResponse:
    """Return a channel as Atom 1.0."""
    return xml(channel, Atom, "application/atom+xml")


def rss(channel: Channel) -> HttpResponse:
    """Return a channel as RSS 2.0."""
    return xml(channel, Rss, "application/rss+xml")


def xml(channel: Channel, generator, content_type: str) -> HttpResponse:
    """Return a channel as written by one of the generators."""
    feed = generator(
        title=channel.title,
        link=absolute(channel.path),
        description=channel.description,
        subtitle=channel.description,
        language="de",
        author_name=ALLIANCE,
        feed_url=absolute(channel.feed_path),
        updated=channel.updated,
    )
    for entry in channel.entries:
        feed.add_item(
            title=printable(entry.title),
            link=absolute(entry.path),
            description=printable(escape(entry.summary)),
            unique_id=entry.id,
            unique_id_is_permalink=False,
            pubdate=entry.published,
            updateddate=entry.updated,
            author_name=ALLIANCE,
            html=printable(entry.html),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=f"{content_type}; charset=utf-8")


def printable(text: str) -> str:
    """Return a text without characters that XML cannot hold."""
    return UNPRINTABLE.sub("", text)


def json_feed(channel: Channel) -> HttpResponse:
    """Return a channel as JSON Feed 1.1."""
    document = {
        "version": JSON_FEED,
        "title": channel.title,
        "description": channel.description,
        "home_page_url": absolute(channel.path),
        "feed_url": absolute(channel.feed_path),
        "language": "de",
        "authors": [{"name": ALLIANCE, "url": absolute("/")}],
        "items": [json_item(entry) for entry in channel.entries],
    }
    text = json.dumps(document, ensure_ascii=False, indent=1)
    return HttpResponse(text, content_type="application/feed+json; charset=utf-8")


def json_item(entry: Entry) -> dict:
    """Return an entry as an item of a JSON Feed; what is unknown is left out."""
    item = {
        "id": entry.id,
        "url": absolute(entry.path),
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "image": absolute(entry.image.url) if entry.image else "",
        "date_published": moment(entry.published),
        "date_modified": moment(entry.updated),
    }
    return {key: value for key, value in item.items() if value}


FORMATS = {"atom": atom, "rss": rss, "json": json_feed}

"""Many articles of one export: which are new, and their drafts."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.text import Truncator

from news.intake.drafting import Draft, create
from news.intake.exports import MOST, ExportedText
from news.intake.hypertext import read_html
from news.intake.models import TakenText
from news.intake.passages import Passage, tidy
from news.intake.proposing import Knowledge, propose
from news.intake.refusals import Unreadable
from news.intake.structure import NO_DATE, Release, recognise
from news.models import ArticleContent
from publishing.content import SUMMARY_LENGTH

TEXTS = ("title", "lead", "subtitle", "place", "url", "remark")
SHORTENED = {"title": "title", "subtitle": "subtitle", "dateline_place": "place"}
LARGEST = 4 * 1024 * 1024  # bytes that go to the browser and back
TOO_MUCH = (
    "Die Datei ist zu groß, um sie auf einmal zu zeigen. Teilen Sie sie, zum Beispiel nach Jahren."
)
LONG = "{label} war länger als {length} Zeichen und ist gekürzt: „{text}“."
PICTURES = (
    "{count} im Text. Aus dem Netz holt das Portal keine Bilder: Laden Sie die Originale mit "
    "Bildnachweis unter „Bilder und Dateien“ hoch."
)
DAMAGED = "Die Liste ist nicht vollständig angekommen. Laden Sie den Export noch einmal hoch."


@dataclass(frozen=True)
class Row:
    """One article of an export as the list shows it."""

    article: ExportedText
    draft: Draft
    remarks: tuple[str, ...]
    is_taken: bool
    has_twin: bool  # whether an article of the same title exists

    @property
    def is_chosen(self) -> bool:
        """Whether its box is ticked at first."""
        return not (self.is_taken or self.has_twin)


def packed(articles) -> str:
    """Return articles as text for a hidden field, or raise `Unreadable`."""
    rows = [{**asdict(one), "day": one.day and one.day.isoformat()} for one in articles]
    text = json.dumps(rows, ensure_ascii=False)
    if len(text.encode("utf-8", "replace")) > LARGEST:
        raise Unreadable(TOO_MUCH)
    return text


def unpacked(text: str) -> list[ExportedText]:
    """Return the articles of `packed`, or raise `Unreadable`: it came back from a browser."""
    try:
        return [from_row(row) for row in json.loads(text)[:MOST]]
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raise Unreadable(DAMAGED) from None


def from_row(row: dict) -> ExportedText:
    texts = {name: tidy(str(row[name])) for name in TEXTS}
    day = date.fromisoformat(row["day"]) if row["day"] else None
    tags = tuple(tidy(str(tag)) for tag in row["tags"])
    texts |= {"key": tidy(str(row["key"]))[:64], "body": str(row["body"])}
    return ExportedText(day=day, tags=tags, **texts)


def rows(articles, known: Knowledge, *, kind: str) -> list[Row]:
    """Return what becomes of each article, in the order of the export."""
    keys = [one.key for one in articles]
    taken = set(TakenText.objects.filter(key__in=keys).values_list("key", flat=True))
    titles = set(ArticleContent.admin_manager.current_content().values_list("title", flat=True))
    found = []
    for one in articles:
        draft, remarks = draft_of(one, known, kind=kind)
        found.append(Row(one, draft, remarks, one.key in taken, draft.title in titles))
    return found


def draft_of(
    article: ExportedText, known: Knowledge, *, kind: str
) -> tuple[Draft, tuple[str, ...]]:
    """Return the draft of one article and what is unsure about it."""
    document = replace(read_html(article.body), title=short("title", article.title))
    if len(article.lead) <= SUMMARY_LENGTH:
        document.lead = article.lead
    else:  # as a paragraph, of which the first sentences become the lead
        document.passages.insert(0, Passage(article.lead))
    if document.spots:
        count = "Ein Bild" if len(document.spots) == 1 else f"{len(document.spots)} Bilder"
        document.remarks.append(PICTURES.format(count=count))
    release = recognise(document)
    add_fields(release, article)
    draft = propose(release, known, kind=kind)
    release.remarks += filter(None, [article.remark])
    release.remarks += [f"Nicht übernommen: {text}" for text in release.left]
    return draft, tuple(release.remarks)


def add_fields(release: Release, article: ExportedText) -> None:
    """Add what the file has fields for; what is too long for ours is cut and told."""
    release.tags += article.tags
    release.subtitle = short("subtitle", article.subtitle)
    release.place = short("dateline_place", article.place) or release.place
    if article.day:
        release.day = article.day
        release.remarks = [remark for remark in release.remarks if remark != NO_DATE]
    for name, text in SHORTENED.items():
        field, whole = ArticleContent._meta.get_field(name), tidy(getattr(article, text))
        if short(name, whole) != whole:
            told = {"label": field.verbose_name, "length": field.max_length, "text": whole}
            release.remarks.append(LONG.format(**told))


def short(name: str, text: str) -> str:
    """Return a text as long as the article's field allows."""
    return Truncator(tidy(text)).chars(ArticleContent._meta.get_field(name).max_length)


def create_all(chosen: list[Row], known: Knowledge, *, user, source: str) -> int:
    """Create a draft of each; return how many. What was taken meanwhile is left out."""
    count = 0
    for row in chosen:
        people = known.people
        origin = "\n".join(filter(None, (f"{source} {row.article.url}".strip(), *row.remarks)))
        try:
            with transaction.atomic():
                create(row.draft, people, user=user, source=origin, key=row.article.key)
        except IntegrityError:
            continue
        count += 1
    return count

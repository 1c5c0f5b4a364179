"""The draft of an article, made of what was recognised. Nothing is published."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from cms.api import add_plugin
from cms.models import Placeholder
from cms.utils.placeholder import rescan_placeholders_for_obj
from django.conf import settings
from django.db import transaction
from djangocms_versioning.models import Version

from news.choices import ArticleKind
from news.intake.models import TakenText
from news.intake.passages import Kind, Passage, as_html
from news.intake.people import People
from news.models import Article, ArticleContent, add_usual_contact
from publishing.approval import note_writing
from publishing.full_text import SLOT
from publishing.slugs import free_address

CAPTIONS = "Bildunterschriften der Mitteilung (Fotos liegen nicht vor)"
LINKED = {Kind.TEXT, Kind.ITEM, Kind.NUMBERED}
RELATIONS = ("topics", "initiatives", "partners", "people")


@dataclass
class Draft:
    """Everything that the draft of an article will hold; relations are keys."""

    title: str
    date: date
    kind: str = ArticleKind.PRESS_RELEASE
    kicker: str = ""
    subtitle: str = ""
    lead: str = ""
    dateline_place: str = ""
    event_date: date | None = None
    boilerplate: str = ""
    body: list[Passage] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    topics: list[int] = field(default_factory=list)
    initiatives: list[int] = field(default_factory=list)
    partners: list[int] = field(default_factory=list)
    people: list[int] = field(default_factory=list)
    meeting: int | None = None

    @property
    def key(self) -> str:
        """What this text is known by if it comes again."""
        texts = [passage.text for passage in self.body]
        return key_of(self.title, self.subtitle, self.lead, *texts)

    def columns(self) -> dict:
        """Return the values of the article's own columns."""
        names = ("title", "date", "kicker", "subtitle", "lead", "dateline_place", "event_date")
        values = {name: getattr(self, name) for name in names}
        return {**values, "boilerplate": self.boilerplate, "meeting_id": self.meeting}


def key_of(*parts: str) -> str:
    """Return a short key of texts."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def taken_article(key: str) -> Article | None:
    """Return the article that a text became before, or None."""
    found = TakenText.objects.filter(key=key).select_related("article").first()
    return found.article if found else None


@transaction.atomic
def create(draft: Draft, people: People, *, user, source: str, key: str = "") -> Article:
    """Save a draft as an unpublished article of a user and note that it was taken over.

    `source` says where it came from and stays with the article, for editors only. A text that
    comes a second time at the same moment raises `IntegrityError`.
    """
    article = Article.objects.create(kind=draft.kind, origin=source)
    length = TakenText._meta.get_field("source").max_length
    TakenText.objects.create(article=article, key=key or draft.key, source=source[:length])
    contents = ArticleContent.objects.with_user(user)
    slug = free_address(ArticleContent, draft.title)
    content = contents.create(article=article, slug=slug, **draft.columns())
    for name in RELATIONS:
        getattr(content, name).set(getattr(draft, name))
    fill_body(content, draft, people)
    add_usual_contact(content)
    note_writing(Version.objects.get_for_content(content), user)
    return article


def fill_body(content: ArticleContent, draft: Draft, people: People) -> None:
    """Put the body into building blocks: text, quotations, captions that wait for pictures."""
    rescan_placeholders_for_obj(content)
    placeholder = content.placeholders.get(slot=SLOT)
    linked = with_links(draft.body, people)
    for is_block, group in groupby(linked, is_quote):
        passages = list(group)
        if is_block:
            for passage in passages:
                add_quote(placeholder, passage, people)
        else:
            add(placeholder, "TextPlugin", body=as_html(passages))
    if draft.captions:
        body = as_html([Passage(caption) for caption in draft.captions])
        add(placeholder, "FactBoxPlugin", title=CAPTIONS, body=body)


def add(placeholder: Placeholder, plugin: str, **values) -> None:
    add_plugin(placeholder, plugin, settings.LANGUAGE_CODE, **values)


def is_quote(passage: Passage) -> bool:
    """Tell whether a passage becomes a quotation of its own: one that somebody said."""
    return passage.kind == Kind.QUOTE and bool(passage.speaker)


def add_quote(placeholder: Placeholder, passage: Passage, people: People) -> None:
    person = people.find(passage.speaker)
    values = {"person": person, "name": passage.speaker, "role": passage.role}
    add(placeholder, "QuotePlugin", text=passage.text, **values)


def with_links(passages: list[Passage], people: People) -> Iterator[Passage]:
    """Yield passages in which each person is a link where the text first names them."""
    done: set[int] = set()
    for passage in passages:
        linked = passage
        for mention in people.full_mentions(passage.text) if passage.kind in LINKED else ():
            url = mention.person.get_absolute_url()
            if url and mention.person.pk not in done:
                done.add(mention.person.pk)
                linked = linked.with_link(*with_marks(passage.text, mention), url)
        yield linked


def with_marks(text: str, mention) -> tuple[int, int]:
    """Return where a name begins and ends, with the quotation marks that enclose it."""
    around = text[max(mention.start - 1, 0) : mention.start] + text[mention.end : mention.end + 1]
    is_marked = around in {"„“", "„”", "»«", '""'}
    return mention.start - is_marked, mention.end + is_marked

"""Every link in what editors write: in texts, buttons, rows and facts, drafts included."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit

from cms.models import CMSPlugin
from cms.toolbar.utils import get_object_preview_url
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import NoReverseMatch
from djangocms_link.fields import LinkField
from djangocms_text.fields import HTMLField
from djangocms_text.models import AbstractText
from djangocms_versioning.constants import DRAFT, PUBLISHED
from djangocms_versioning.models import Version

from publishing.content import Content, ContentRow
from publishing.metadata import absolute
from publishing.page_actions import change_url

CURRENT = (DRAFT, PUBLISHED)
# From a part without a form of its own to what it belongs to; a recording has one.
WAYS_UP = ("content", "identity")


@dataclass(frozen=True)
class Link:
    """One link; `target` is "news.article:12" where the CMS keeps track, else an address."""

    row: models.Model  # what holds it: a content, a row, a building block, a fact
    target: str
    text: str = ""

    @property
    def is_reference(self) -> bool:
        """Whether the CMS follows the target when it is renamed."""
        return not self.target.startswith("/") and "://" not in self.target

    @property
    def own_path(self) -> str:
        """The path on this site, or "" if it leads elsewhere or is a reference."""
        if self.is_reference:
            return ""
        address = self.target.removeprefix(absolute("/").removesuffix("/"))
        return urlsplit(address).path if address.startswith("/") else ""

    @property
    def address(self) -> str:
        """The address with its host, without the place on the page."""
        return absolute(self.target).partition("#")[0]


def links(content=None) -> Iterator[Link]:
    """Yield the links of all drafts and published contents and of all facts, or of one content."""
    for model, field in fields_with_links():
        rows = rows_of(model, content).order_by("pk")
        for row in with_something(rows, field):
            for target, text in targets_in(getattr(row, field.name)):
                if is_followed(target):
                    yield Link(row, target, text)


def with_something(rows: models.QuerySet, field: models.Field) -> models.QuerySet:
    """Return the rows that may hold a link in this field."""
    if isinstance(field, models.TextField):
        return rows.filter(**{f"{field.name}__contains": "<a "})
    return rows.exclude(**{field.name: ""}) if isinstance(field, models.URLField) else rows


# --- Where a link stands ---


def place_of(link: Link) -> models.Model:
    """Return what an editor knows the place as: an item, the text of a page, a fact."""
    row = link.row
    if isinstance(row, CMSPlugin):
        row = row.placeholder.source or row
    for name in WAYS_UP:
        row = getattr(row, name, row)
    return row


def url_of(link: Link) -> str:
    """Return where the link can be mended: on the page, or in a form; "" where that is unknown."""
    place, row = place_of(link), link.row
    if isinstance(row, CMSPlugin) and row.placeholder.source:
        return get_object_preview_url(row.placeholder.source)
    try:
        return change_url(place)
    except NoReverseMatch:  # a fact inside the form of its meeting
        return change_url(place.meeting) if hasattr(place, "meeting") else ""


def owner_of(link: Link):
    """Return who looks after the place, or None."""
    return getattr(place_of(link), "owner", None)


# --- Finding them ---


def fields_with_links() -> list[tuple[type[models.Model], models.Field]]:
    """Return every field of every model that editors may write a link into."""
    return [
        (model, field)
        for model in apps.get_models()
        for field in model._meta.local_fields
        if field.editable and holds_links(model, field)
    ]


def holds_links(model, field) -> bool:
    """Tell whether a field is an address, a choice of a target or a rich text."""
    is_text = issubclass(model, AbstractText) and field.name == "body"
    return is_text or isinstance(field, models.URLField | LinkField | HTMLField)


def rows_of(model, content=None) -> models.QuerySet:
    """Return the rows of a model that are in use: of drafts, published contents and facts."""
    rows = model._base_manager.all()
    if issubclass(model, CMSPlugin):
        return rows.filter(plugin_in(content)).select_related("placeholder")
    if issubclass(model, ContentRow):
        return versioned(rows, model, "content", content)
    if issubclass(model, Content):
        return versioned(rows, model, "pk", content)
    return rows.none() if content else rows


def plugin_in(content=None, states=CURRENT):
    """Return the condition that a building block stands in a content, or in any in these states."""
    if content is not None:
        kind = ContentType.objects.get_for_model(content)
        return models.Q(placeholder__content_type=kind, placeholder__object_id=content.pk)
    same = Version.objects.filter(
        content_type=models.OuterRef("placeholder__content_type"),
        object_id=models.OuterRef("placeholder__object_id"),
        state__in=states,
    )
    return models.Exists(same)


def versioned(rows, model, key: str, content=None) -> models.QuerySet:
    """Return those of the rows whose content, found by `key`, is current or the one asked for."""
    contents = model if key == "pk" else model._meta.get_field(key).related_model
    if content is not None:
        return rows.filter(**{key: content.pk}) if isinstance(content, contents) else rows.none()
    kind = ContentType.objects.get_for_model(contents)
    current = Version.objects.filter(content_type=kind, state__in=CURRENT)
    return rows.filter(**{f"{key}__in": current.values("object_id")})


def is_followed(target: str) -> bool:
    """Tell whether a target is one that can break: no mail address, phone or place on the page."""
    scheme = target.partition(":")[0]
    return bool(target) and not target.startswith("#") and scheme not in {"mailto", "tel"}


def targets_in(value) -> Iterator[tuple[str, str]]:
    """Yield target and text of each link in a field's value."""
    if isinstance(value, dict):
        yield target_of_choice(value), ""
    elif "<" in str(value):
        yield from LinkReader.read(value)
    else:
        yield str(value), ""


def target_of_choice(choice: dict) -> str:
    """Return the target that was chosen in a link field."""
    if "internal_link" in choice:
        return str(choice["internal_link"])
    if "file_link" in choice:
        return f"filer.file:{choice['file_link']}"
    return str(choice.get("external_link") or "")


class LinkReader(HTMLParser):
    """Reads targets and texts of the links in a rich text."""

    def __init__(self):
        super().__init__()
        self.found = []
        self.is_inside = False

    @classmethod
    def read(cls, html: str) -> list[tuple[str, str]]:
        """Return target and text of each link."""
        reader = cls()
        reader.feed(html)
        reader.close()
        return [(target, " ".join("".join(words).split())) for target, words in reader.found]

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        target = values.get("data-cms-href") or values.get("href")
        if tag == "a" and target:
            self.found.append((target.strip(), []))
            self.is_inside = True

    def handle_endtag(self, tag):
        if tag == "a":
            self.is_inside = False

    def handle_data(self, data):
        if self.is_inside:
            self.found[-1][1].append(data)

"""The lines of the lists under „Heute“: what it is, where it is done, why it is there."""

from dataclasses import dataclass

from django.utils.text import Truncator

from media_library.models import Image
from publishing.audit import title_of
from publishing.facts import local_text
from publishing.links import owner_of, place_of, url_of
from publishing.models import EditorNote
from publishing.notes import notes_url
from publishing.page_actions import change_url, home_url

TASK_LENGTH = 200  # characters of a task in the list


@dataclass(frozen=True)
class Row:
    """One thing to do: what it is, where it is done, why it is here, whose it is."""

    title: str
    url: str
    kind: str
    hint: str
    owner: str = ""


def item_row(item) -> Row:
    """Return the row of an item whose review date has come."""
    return Row(
        title=str(item),
        url=change_url(item),
        kind=str(item._meta.verbose_name),
        hint=f"zu prüfen seit {local_text(item.review_on)}",
        owner=str(item.owner or ""),
    )


def fact_row(one) -> Row:
    """Return the row of a fact that is to be checked."""
    owner = str(one.owner or "")
    return Row(one.title, one.url, one.kind, one.hint, owner)


def check_row(check) -> Row:
    """Return the row of a text whose other version has changed."""
    article = check.article
    kind, owner = str(article._meta.verbose_name), str(article.owner or "")
    return Row(check.title, change_url(article), kind, check.hint, owner)


def task_row(note: EditorNote) -> Row:
    """Return the row of a task: who asks for what, and where."""
    hint = f"{note.by_name} ({note.label}): {Truncator(note.text).chars(TASK_LENGTH)}"
    kind, owner = str(note.item._meta.verbose_name), str(note.item.owner or "")
    return Row(str(note.item), notes_url(note.item), kind, hint, owner)


def link_row(broken) -> Row:
    """Return the row of a broken link: where it stands, where it leads, why that is no good."""
    link = broken.link
    place = place_of(link)
    since = f" seit {local_text(broken.since)}" if broken.since else ""
    answer = f" (Fehler {broken.status})" if broken.status else ""
    named = f"„{link.text}“" if link.text else link.target
    return Row(
        title=str(getattr(place, "title", "") or place),
        url=url_of(link),
        kind=str(getattr(place, "page", place)._meta.verbose_name),
        hint=f"{named} {broken.trouble.label}{since}{answer}",
        owner=str(owner_of(link) or ""),
    )


def version_row(version, hint: str) -> Row:
    """Return the row of a version."""
    return Row(
        title=title_of(version),
        url=home_url(version),
        kind=str(version.grouper._meta.verbose_name),
        hint=hint,
        owner=str(getattr(version.grouper, "owner", None) or ""),
    )


def picture_row(image: Image) -> Row:
    """Return the row of a picture."""
    verb = "abgelaufen am" if image.is_expired else "nutzbar bis"
    hint = f"{verb} {local_text(image.valid_until)}"
    return Row(image.label, change_url(image), "Bild", hint, str(image.owner or ""))

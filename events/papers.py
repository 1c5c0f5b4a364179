"""Slides, minutes, handouts of a meeting and its items, as pages show them (E41)."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlsplit

from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from events.media_files.names import day_of, language_name
from events.models import Attachment, Meeting, ProgrammeItem
from media_library.documents import NOT_ACCESSIBLE
from publishing.slugs import german_slug

LONGEST_NAME = 60  # letters of a title in a file's name


@dataclass(frozen=True)
class Paper:
    """One paper: what it is, and kind, format, size and language before the click.

    `remark` says what is wrong with the file, "" if nothing; `item` is the programme item it
    belongs to, or None; `name` is "" for an address elsewhere.
    """

    url: str
    name: str
    title: str
    about: str
    remark: str = ""
    item: ProgrammeItem | None = None


def papers(attachments: Iterable[Attachment], meeting: Meeting, *, slug: str) -> list[Paper]:
    """Return attachments as papers; `slug` is the meeting's address today."""
    return [paper(one, meeting, slug=slug) for one in attachments]


def paper(attachment: Attachment, meeting: Meeting, *, slug: str) -> Paper:
    """Return one attachment as a paper."""
    kind, language = attachment.get_kind_display(), str(language_name(attachment.language))
    if attachment.file is None:
        host = urlsplit(attachment.url).hostname or ""
        about = ", ".join([kind, f"bei {host}", language])
        return Paper(attachment.url, "", attachment.title, about, item=attachment.item)
    suffix = PurePath(attachment.file.file.name).suffix.lower()
    parts = [kind, suffix[1:].upper(), filesizeformat(attachment.file.size or 0), language]
    name = readable_name(attachment, meeting)
    return Paper(
        url=reverse("events:paper", args=[slug, attachment.pk, name]),
        name=name,
        title=attachment.title,
        about=", ".join(filter(None, parts)),
        remark="" if attachment.is_accessible else NOT_ACCESSIBLE,
        item=attachment.item,
    )


def readable_name(attachment: Attachment, meeting: Meeting) -> str:
    """Return a name that still speaks in a downloads folder: `2026-11-12_folien_wasser.pdf`."""
    title = german_slug(attachment.title)[:LONGEST_NAME].strip("-") or str(attachment.pk)
    suffix = PurePath(attachment.file.file.name).suffix.lower()
    return f"{day_of(meeting)}_{german_slug(attachment.get_kind_display())}_{title}{suffix}"


def papers_of(content) -> list[Paper]:
    """Return all papers of a meeting: those of the whole meeting first, then item by item."""
    if not content.has_papers:
        return []
    rows = content.meeting.attachments.for_page()
    return papers(rows, content.meeting, slug=content.slug)


def hang_up(shown: list[Paper], items) -> None:
    """Give each programme item its `shown_papers`."""
    for item in items:
        item.shown_papers = [one for one in shown if one.item == item]

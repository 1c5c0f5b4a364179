"""„Heute“: what waits for an editor, as numbers on the index and as lists behind them.

A number is the length of its list: both come from the same function.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from cms.models import Page, PageContent
from django.contrib import admin
from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from djangocms_versioning.constants import DRAFT

from allianz_portal.today_rows import (
    Row,
    check_row,
    fact_row,
    item_row,
    link_row,
    picture_row,
    task_row,
    version_row,
)
from media_library.known_files import known_files
from media_library.models import Image
from media_library.uses import uses_of
from news.models import Article
from news.version_checks import checks
from publishing.approval import approval_of, needs_second_person, unseen_versions, waiting_versions
from publishing.broken_links import broken_links
from publishing.embargo import exactly, is_embargoed, kept_back
from publishing.embargo_steps import publications
from publishing.links import place_of
from publishing.metadata import absolute
from publishing.models import EditorNote, Schedule
from publishing.outdated_facts import outdated_facts
from publishing.reviews import due_items, with_titles
from publishing.rights import may_change, may_know_item, may_view
from publishing.timetable import words

RIGHTS_AHEAD = timedelta(days=30)
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run


@dataclass(frozen=True)
class Board:
    """One list; `label` follows its number on the index, `single` the number one."""

    key: str
    label: str
    title: str
    rows: Callable[..., list[Row]]
    single: str = ""


def counts(user) -> list[tuple[Board, int]]:
    """Return every list with its length for this user."""
    return [(board, len(board.rows(user))) for board in BOARDS]


def board_view(request, key: str):
    """Show one list, or give it as a file for a spreadsheet (`?format=csv`)."""
    board = next((board for board in BOARDS if board.key == key), None)
    if board is None:
        raise Http404
    rows = board.rows(request.user)
    if request.GET.get("format") == "csv":
        return spreadsheet(board, rows)
    context = {**admin.site.each_context(request), "title": board.title, "rows": rows}
    return TemplateResponse(request, "admin/today.html", context)


def spreadsheet(board: Board, rows: list[Row]) -> HttpResponse:
    """Return a list as CSV, as German spreadsheets read it."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{board.key}.csv"'
    response.write("\N{BYTE ORDER MARK}")
    writer = csv.writer(response, delimiter=";")
    writer.writerow(["Titel", "Art", "Hinweis", "Zuständig", "Adresse"])
    for row in rows:
        values = (row.title, row.kind, row.hint, row.owner, absolute(row.url))
        writer.writerow([harmless(value) for value in values])
    return response


def harmless(value: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{value}" if value.startswith(FORMULA) else value


# --- The lists ---


def waiting_rows(user) -> list[Row]:
    """Return what this user can release, or look at after it was published in haste."""
    asked = [
        version_row(version, f"{version.approval.requested_by} bittet um Freigabe")
        for version in releasable(user, waiting_versions(), "written_by_id")
    ]
    unseen = [
        version_row(version, "ohne zweite Person veröffentlicht")
        for version in releasable(user, unseen_versions(), "bypassed_by_id")
    ]
    return asked + unseen


def releasable(user, versions, by: str) -> list:
    """Return the versions that this user may release: not their own."""
    versions = versions.select_related("approval__requested_by").prefetch_related("content")
    return [
        version
        for version in versions
        if getattr(version.approval, by) != user.pk and version.has_publish_permission(user)
    ]


def scheduled_rows(user) -> list[Row]:
    """Return what the timetable does before midnight."""
    tomorrow = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    lines = Schedule.objects.waiting().filter(run_at__lt=tomorrow + timedelta(days=1))
    lines = lines.select_related("version").prefetch_related("version__content")
    return [
        version_row(line.version, words(line))
        for line in lines
        if line.version.has_change_permission(user)
    ]


def embargo_rows(user) -> list[Row]:
    """Return the drafts with a Sperrfrist, the first to end first."""
    contents = sorted(kept_back(), key=lambda content: (content.embargo_until, content.pk))
    versions = [content.versions.get() for content in contents]
    return [
        version_row(version, embargo_hint(version))
        for version in versions
        if version.state == DRAFT and version.has_change_permission(user)
    ]


def embargo_hint(version) -> str:
    """Return until when a draft is kept back, and whether it then appears by itself."""
    until = exactly(version.content.embargo_until)
    if not is_embargoed(version.content):
        return f"Die Sperrfrist ist zu Ende ({until}), der Text ist noch nicht veröffentlicht."
    if not publications(version):
        return f"bis {until}; das Erscheinen ist nicht geplant"
    is_unseen = needs_second_person(version) and not approval_of(version).is_settled
    return f"bis {until}; geplant{', die Freigabe fehlt noch' if is_unseen else ''}"


def rights_rows(user) -> list[Row]:
    """Return the pictures whose right ends within a month, or has ended while they are used."""
    if not may_change(user, Image):
        return []
    today = timezone.localdate()
    ending = Image.objects.filter(valid_until__lte=today + RIGHTS_AHEAD).select_related("owner")
    pictures = known_files(ending.order_by("valid_until", "pk"), user)
    return [
        picture_row(image) for image in pictures if image.valid_until >= today or uses_of(image)
    ]


def review_rows(user) -> list[Row]:
    """Return the items whose review date has come, the facts that are older than allowed, and
    the texts whose version in plain language, or in full, readers know as changed.
    """
    found = [item_row(item) for item in due_items(user)]
    found += [fact_row(one) for one in outdated_facts(user)]
    return found + [check_row(one) for one in checks() if may_change(user, Article)]


def task_rows(user) -> list[Row]:
    """Return what colleagues have asked this user to do, in what the user may see."""
    tasks = list(EditorNote.objects.tasks_of(user).prefetch_related("item__owner"))
    for model in {type(note.item) for note in tasks}:
        with_titles(model, [note.item for note in tasks if isinstance(note.item, model)])
    return [task_row(note) for note in tasks if may_view(user, note.item.latest_content)]


def link_rows(user) -> list[Row]:
    """Return the links that lead nowhere, in what this user may change."""
    return [link_row(broken) for broken in broken_links() if may_mend(user, broken.link)]


def may_mend(user, link) -> bool:
    """Tell whether somebody may change the text that a link stands in, and may know it."""
    return may_change(user, type_of(link)) and may_know_item(user, place_of(link))


def type_of(link):
    """Return the type whose right counts for a place: pages, not their texts."""
    place = place_of(link)
    return Page if isinstance(place, PageContent) else type(place)


BOARDS = (
    Board("freigabe", "Freigaben für Sie", "Wartet auf Sie", waiting_rows, "Freigabe für Sie"),
    Board("aufgaben", "Aufgaben für Sie", "Aufgaben für Sie", task_rows, "Aufgabe für Sie"),
    Board("geplant", "heute geplant", "Heute geplant", scheduled_rows),
    Board("sperrfrist", "unter Sperrfrist", "Unter Sperrfrist", embargo_rows),
    Board(
        "bildrechte",
        "ablaufende Bildrechte",
        "Bildrechte laufen ab",
        rights_rows,
        "ablaufendes Bildrecht",
    ),
    Board("links", "Links ins Leere", "Links ins Leere", link_rows, "Link ins Leere"),
    Board("pruefen", "zu prüfen", "Zu prüfen", review_rows),
)

"""What must hold of an item at every moment, whatever editors do with it."""

import re
import time
from dataclasses import dataclass, field

STATE = re.compile(r"Stand (\d+)")
NOTICE = "Dieser Text gilt nicht mehr."
STATUS = {"notice": 200, "gone": 410, "redirect": 301}


@dataclass
class Memory:
    """The texts that were public, by version; how often a page was late for a moment."""

    texts: dict = field(default_factory=dict)
    late: int = 0


@dataclass(frozen=True)
class Standing:
    """An item as the database has it at one moment."""

    states: tuple
    published: object  # version
    text: str  # of what readers may see
    withdrawals: tuple  # manners of the open ones
    counts: tuple  # pairs: lines in the log, events that they tell of

    @property
    def expected(self) -> tuple:
        """Status and text of the page, and whether a notice stands above it."""
        if self.published:
            return 200, self.text, False
        manner = self.withdrawals[0]
        is_notice = manner == "notice"
        return STATUS[manner], self.text if is_notice else "", is_notice


def look(item, reader, memory: Memory) -> list[str]:
    """Return what is wrong with an item and with its page."""
    standing = standing_of(item)
    return [*wrong(standing, memory), *wrong_page(item, standing, reader, memory)]


def wrong(standing: Standing, memory: Memory) -> list[str]:
    """Return what is wrong in the database; the item was public once."""
    found = [
        f"mehrfach „{state}“: {standing.states}"
        for state in ("published", "draft")
        if standing.states.count(state) > 1
    ]
    if len(standing.withdrawals) != int(standing.published is None):
        found.append(f"{standing.withdrawals} offene Rücknahmen bei {standing.states}")
    if any(lines != events for lines, events in standing.counts):
        found.append(f"Protokoll und Geschehenes: {standing.counts}")
    return found + (wrong_text(standing, memory) if standing.published else [])


def wrong_text(standing: Standing, memory: Memory) -> list[str]:
    """Return what is wrong with what is public: changed since, or seen by one person only."""
    from tests.drills.crowding import Result, judge_release

    found = Result("")
    before = memory.texts.setdefault(standing.published.pk, standing.text)
    if before != standing.text:
        found.faults.append(f"öffentlicher Text geändert: {before} in {standing.text}")
    judge_release(standing.published, found)
    return found.faults


def wrong_page(item, standing: Standing, reader, memory: Memory) -> list[str]:
    """Return how the public page differs from the state, unless that has changed meanwhile."""
    for _ in range(5):
        found, before = seen(item, reader), standing
        standing = standing_of(item)
        if standing != before:
            continue  # somebody has changed it meanwhile
        if found == standing.expected:
            return []
        time.sleep(0.2)  # a moment between the commit and the dropping of kept pages
        memory.late += 1
        if seen(item, reader) != standing.expected and standing_of(item) == standing:
            return [f"Leser sehen {found} statt {standing.expected}"]
    return []


def seen(item, reader) -> tuple:
    """Return status, text and notice of an item's page as a reader gets it."""
    path = address_of(item)
    status, page = reader.ask("GET", path, signed_in=False)
    text = STATE.search(page) if status == 200 else None
    return status, text[0] if text else "", NOTICE in page


def address_of(item) -> str:
    from news.models import ArticleContent

    slug = ArticleContent.admin_manager.filter(article=item).values_list("slug", flat=True)
    return f"/{'presse' if item.kind == 'press-release' else 'aktuelles'}/{slug[0]}/"


def standing_of(item) -> Standing:
    """Read an item in one snapshot."""
    from django.db import connection, transaction

    with transaction.atomic():
        if connection.vendor == "postgresql":
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        return read(item)


def read(item) -> Standing:
    from djangocms_text.models import Text
    from djangocms_versioning.models import StateTracking

    from publishing.models import AuditEntry, Withdrawal
    from tests.drills.editing import versions_of

    versions = versions_of(item)
    published = next((one for one in versions if one.state == "published"), None)
    subject = {"subject_type": "news.article", "subject_id": item.pk}
    withdrawals = Withdrawal.objects.filter(**subject)
    open_ones = list(withdrawals.filter(ended_at=None))
    shown = published or (open_ones[0].version if open_ones else None)
    text = shown and Text.objects.filter(placeholder__object_id=shown.object_id).last()
    tracked = StateTracking.objects.filter(version__in=versions)
    lines = AuditEntry.objects.filter(subject_type="news.article", subject_id=str(item.pk))

    def logged(action):
        return lines.filter(action=action).count()

    return Standing(
        states=tuple(one.state for one in versions),
        published=published,
        text=STATE.search(text.body)[0] if text else "",
        withdrawals=tuple(one.manner for one in open_ones),
        counts=(
            (logged("published"), tracked.filter(new_state="published").count()),
            (logged("archived"), tracked.filter(new_state="archived").count()),
            (logged("withdrawn"), withdrawals.count()),
            (logged("drafted"), len(versions) + logged("discarded")),
        ),
    )

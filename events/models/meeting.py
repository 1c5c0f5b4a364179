"""Annual meetings: the facts about them."""

from datetime import datetime

from django.db import models
from django.utils import timezone

from events.choices import IN_LISTS, AttendanceMode, BroadcastState, EventStatus
from events.models.venue import Venue
from partners.models import AnnualTheme
from publishing.dates import Precision, in_words
from publishing.identity import Identity, IdentityQuerySet

CALENDAR_FACTS = (
    "starts_at",
    "precision",
    "ends_at",
    "venue_id",
    "attendance_mode",
    "status",
)

WITHOUT_DATE = "Beispiel ohne Termin"  # what stands where a sample would have one


class Meeting(Identity):
    """One annual meeting: facts that are saved at once, without draft and publish."""

    number = models.PositiveSmallIntegerField(
        "Nummer",
        null=True,
        blank=True,
        unique=True,
        help_text="Das wievielte Jahrestreffen. Leer lassen, wenn es nicht belegt ist.",
    )
    starts_at = models.DateTimeField("Beginn")
    precision = models.CharField(
        "Beginn ist genau bis",
        max_length=5,
        choices=Precision.choices,
        default=Precision.TIME,
        help_text="Ist nur das Jahr bekannt, tragen Sie den 1. Januar ein und wählen „Jahr“.",
    )
    ends_at = models.DateTimeField("Ende", null=True, blank=True)
    duration_note = models.CharField(
        "Dauer in Worten",
        max_length=80,
        blank=True,
        help_text="Zum Beispiel „rund eineinhalb Stunden“.",
    )
    venue = models.ForeignKey(
        Venue,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name="Ort",
        help_text="Unbekannt? Dann leer lassen.",
    )
    attendance_mode = models.CharField(
        "Form",
        max_length=30,
        choices=AttendanceMode.choices,
        default=AttendanceMode.UNKNOWN,
        help_text="Unbekannt? Dann steht auf der Seite nichts dazu.",
    )
    part_of = models.CharField(
        "Im Rahmen von", max_length=120, blank=True, help_text="Zum Beispiel „Dormagen Inside“."
    )
    annual_theme = models.ForeignKey(
        AnnualTheme,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name="Jahresthema",
    )
    status = models.CharField(
        "Status",
        max_length=20,
        choices=EventStatus.choices,
        default=EventStatus.UNKNOWN,
        help_text="Absage und Verschiebung stehen sofort oben auf der Seite und in den Listen. Bei "
        "„keine Angabe“ und „findet wie geplant statt“ steht dort nichts.",
    )
    status_note = models.CharField(
        "Hinweis zum Status", max_length=250, blank=True, help_text="Steht oben auf der Seite."
    )
    attendance = models.CharField(
        "Teilnehmende", max_length=80, blank=True, help_text="Zum Beispiel „rund 200 Gäste“."
    )
    registration = models.CharField(
        "Anmeldung",
        max_length=250,
        blank=True,
        help_text="Ob, bis wann und wo man sich anmeldet, in einem Satz.",
    )
    is_sample = models.BooleanField(
        "Beispiel",
        default=False,
        help_text="Kein wirkliches Treffen. Jede Seite davon sagt das; in Kalendern, Feeds, "
        "Suchmaschinen und auf der Startseite kommt es nicht vor.",
    )
    # What calendars ask for (events/ical.py): how often and when time, place, status or
    # stream were changed, and the beginnings that no longer hold.
    sequence = models.PositiveIntegerField("Kalenderstand", default=0, editable=False)
    facts_changed_at = models.DateTimeField(null=True, editable=False)
    previous_starts = models.JSONField(default=list, editable=False)

    objects = IdentityQuerySet.as_manager()

    class Meta:
        verbose_name = "Jahrestreffen"
        verbose_name_plural = "Jahrestreffen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gte=models.F("starts_at")), name="meeting_order"
            ),
        ]
        indexes = [models.Index(fields=["-starts_at", "-id"], name="meeting_newest")]

    def note_changes(self, former: "Meeting") -> None:
        """Raise the calendar's sequence if a fact that calendars show differs from `former`."""
        if all(getattr(self, name) == getattr(former, name) for name in CALENDAR_FACTS):
            return
        self.raise_sequence()
        is_moved = self.status == EventStatus.RESCHEDULED and self.starts_at != former.starts_at
        if is_moved:
            start = [former.starts_at.isoformat(), former.precision]
            self.previous_starts = [*former.previous_starts, start]

    def raise_sequence(self) -> None:
        """Tell calendars that what they show has changed; the caller saves."""
        self.sequence += 1
        self.facts_changed_at = timezone.now()

    @property
    def former_starts(self) -> list[tuple[datetime, str]]:
        """The beginnings that no longer hold, each with its precision, while that is the news."""
        if self.status != EventStatus.RESCHEDULED:
            return []
        return [(datetime.fromisoformat(at), precision) for at, precision in self.previous_starts]

    @property
    def mode(self) -> AttendanceMode:
        """How one takes part today: moved online means online, a stream means not only on site."""
        if self.status == EventStatus.MOVED_ONLINE:
            return AttendanceMode.ONLINE
        is_on_site = self.attendance_mode == AttendanceMode.OFFLINE
        is_mixed = is_on_site and self.is_streamed
        return AttendanceMode.MIXED if is_mixed else AttendanceMode(self.attendance_mode)

    @property
    def broadcast_state(self) -> BroadcastState:
        """What is going on with its broadcast (events/states.py); none where there is none."""
        return BroadcastState(self.broadcast.state if self.has_broadcast else BroadcastState.NONE)

    @property
    def has_broadcast(self) -> bool:
        """Whether it was ever asked if this meeting is broadcast."""
        return hasattr(self, "broadcast")

    @property
    def livestream_url(self) -> str:
        """Where one watches it live, "" where nobody said."""
        is_planned = self.broadcast_state != BroadcastState.NONE
        return self.broadcast.stream_url if is_planned else ""

    @property
    def is_streamed(self) -> bool:
        """Whether it is, will be or was to be seen live."""
        return bool(self.livestream_url) or (
            self.has_broadcast and (self.broadcast.is_ahead or self.broadcast.is_on_air)
        )

    @property
    def when(self) -> str:
        """The beginning in words, as exact as it is known."""
        return WITHOUT_DATE if self.is_sample else in_words(self.starts_at, self.precision)

    @property
    def kicker(self) -> str:
        """What stands above the title."""
        return "Beispiel" if self.is_sample else "Jahrestreffen"

    @property
    def is_changed(self) -> bool:
        """Whether the status is news: something is not as it was announced."""
        return self.status not in {EventStatus.UNKNOWN, EventStatus.SCHEDULED}

    @property
    def list_label(self) -> str:
        """What a list says about it: the news if there is any, else whether one can watch it."""
        if self.is_sample:
            return "kein wirkliches Treffen"
        if self.is_changed:
            return EventStatus(self.status).label
        watched = {AttendanceMode.MIXED, AttendanceMode.ONLINE}
        form = self.mode.label if self.mode in watched else ""
        return IN_LISTS.get(self.broadcast_state, form)

    @property
    def notice(self) -> str:
        """The title of the note about the status: the news, if it is any."""
        status = EventStatus(self.status).label
        return f"{status[0].upper()}{status[1:]}" if self.is_changed else "Hinweis"

    @property
    def is_off(self) -> bool:
        """Whether the meeting does not take place at its date."""
        return self.status in {EventStatus.CANCELLED, EventStatus.POSTPONED}

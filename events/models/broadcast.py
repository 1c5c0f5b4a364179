"""The broadcast of a meeting: facts of the day, saved at once (design.md, rule B)."""

from urllib.parse import urlsplit

from django.db import models
from django.utils import timezone

from events.choices import BroadcastState, Provider
from events.models.meeting import Meeting
from events.models.providers import Elsewhere, elsewhere, provider_of

ON_AIR = {BroadcastState.LIVE, BroadcastState.INTERRUPTED}
AHEAD = {BroadcastState.ANNOUNCED, BroadcastState.LOBBY}


class Broadcast(models.Model):
    """The livestream of a meeting (schema.org BroadcastEvent); its state drives the page.

    What happens next stands in events/states.py; nothing else writes `state`.
    """

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="broadcast")
    state = models.CharField(
        "Stand", max_length=20, choices=BroadcastState.choices, default=BroadcastState.ANNOUNCED
    )
    state_since = models.DateTimeField("Stand seit", default=timezone.now, editable=False)
    stream_url = models.URLField(
        "Link zum Livestream",
        blank=True,
        help_text="Die Adresse, unter der man zuschaut. Bei YouTube oder PeerTube die des "
        "einzelnen Videos; bei einem eigenen Server die Adresse auf .m3u8, die dann auf der "
        "Seite spielt.",
    )
    is_link_checked = models.BooleanField(
        "Link geprüft",
        default=False,
        help_text="Jemand hat ihn in einem privaten Fenster geöffnet: Bild und Ton kommen an. Wird "
        "der Link geändert, geht der Haken von selbst weg.",
    )
    message = models.CharField(
        "Hinweis während der Übertragung",
        max_length=250,
        blank=True,
        help_text="Steht groß über dem Bild, zum Beispiel bei einer Unterbrechung.",
    )
    alternative = models.CharField(
        "Anderer Weg",
        max_length=250,
        blank=True,
        help_text="Telefonnummer oder Adresse, falls der Stream nicht geht.",
    )
    live_captions = models.CharField(
        "Live-Untertitel",
        max_length=250,
        blank=True,
        help_text="Wer untertitelt, in welcher Sprache. Leer heißt: Es gibt keine, und die Seite "
        "sagt das vorher.",
    )
    recording_promised_for = models.DateField("Aufzeichnung versprochen bis", null=True, blank=True)
    reason = models.CharField(
        "Grund",
        max_length=250,
        blank=True,
        help_text="Warum es keine Aufzeichnung gibt oder warum sie zurückgezogen wurde. "
        "Steht auf der Seite.",
    )
    # What the stream's manifest told (events/signal.py).
    signals_in_a_row = models.PositiveSmallIntegerField(default=0, editable=False)
    signal_seen_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = "Übertragung"
        verbose_name_plural = "Übertragungen"

    def __str__(self):
        return f"Übertragung: {self.meeting}"

    def clean(self):
        """Take the check back with the link that was checked."""
        former = type(self).objects.filter(pk=self.pk, is_link_checked=True).first()
        if not self.stream_url or (former and former.stream_url != self.stream_url):
            self.is_link_checked = False

    @property
    def is_on_air(self) -> bool:
        """Whether the meeting is being broadcast, perhaps with an interruption."""
        return self.state in ON_AIR

    @property
    def is_ahead(self) -> bool:
        """Whether it is announced and has not begun."""
        return self.state in AHEAD

    @property
    def is_waiting(self) -> bool:
        """Whether it will begin, or may begin again because somebody ended it by mistake."""
        return self.is_ahead or self.state == BroadcastState.ENDED

    @property
    def provider(self) -> Provider:
        """Who plays the stream, as its address tells."""
        return provider_of(self.stream_url)

    @property
    def manifest_url(self) -> str:
        """The address of our own stream (HLS), "" if somebody else plays it."""
        return self.stream_url if self.provider == Provider.OWN else ""

    @property
    def stream_origin(self) -> str:
        """Scheme and host that the stream comes from."""
        parts = urlsplit(self.stream_url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def elsewhere(self) -> Elsewhere | None:
        """Where the stream runs if another provider plays it."""
        return None if self.manifest_url else elsewhere(self.provider, self.stream_url)

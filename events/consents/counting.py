"""How far the consents of a meeting have come: „5/6“."""

from dataclasses import dataclass

from events.choices import RecordingPolicy, ReleaseScope
from events.consents.guard import GIVEN
from events.models import Meeting, Participation, RecordingRelease


@dataclass(frozen=True)
class Count:
    """Consents to be recorded: how many were given of how many that are needed."""

    given: int
    needed: int

    def __str__(self) -> str:
        return f"{self.given}/{self.needed}"

    @property
    def is_complete(self) -> bool:
        return self.given == self.needed


def consents_of(meeting: Meeting) -> Count:
    """Count the consents of everybody whose part is to be recorded."""
    needed = Participation.objects.filter(
        item__meeting=meeting, item__recording_policy=RecordingPolicy.RECORD
    )
    given = RecordingRelease.objects.filter(
        participation__in=needed, scope=ReleaseScope.RECORDING, state__in=GIVEN
    )
    return Count(given.count(), needed.count())

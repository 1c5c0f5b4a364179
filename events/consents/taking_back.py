"""Somebody took back the consent to a recording that everybody can see: a withdrawal is a cut.

Chapters, transcript, search, captions and links follow the kept parts, so what is cut out is
gone from all of them at once. Files and videos elsewhere still hold it: none of them is shown
again until there is a new one (docs/decisions/0012-a-withdrawal-is-a-cut.md).
"""

from django.db import transaction
from django.utils import timezone

from events.choices import BroadcastState, ReleaseScope
from events.consents.guard import TAKEN_BACK, Place, places
from events.models import Recording, RecordingRelease
from events.states import move
from events.timeline import Part
from events.transcripts.texts import measure
from publishing.facts import log_changes, log_event, values_of

REASON = "Eine Einwilligung wurde widerrufen."
CORRECTION = "Ein Abschnitt wurde entfernt, weil eine Einwilligung widerrufen wurde."
FIELD = "Widerruf"


def heed(release: RecordingRelease, *, user) -> str:
    """Take out of a published recording what is no longer agreed to; return what was done."""
    item = release.participation.item
    recording = Recording.objects.filter(meeting=item.meeting_id).first()
    is_heeded = release.scope != ReleaseScope.RECORDING or release.state not in TAKEN_BACK
    if is_heeded or recording is None or not recording.is_public:
        return ""
    place = next(one for one in places(recording) if one.item == item)
    if not place.still_in(recording):
        return ""
    with transaction.atomic():
        kept = kept_without(place, recording)
        return cut(recording, kept, user=user) if kept else take_all(recording, user=user)


def kept_without(place: Place, recording: Recording) -> list[Part]:
    """Return what stays; nothing where nobody knows where the item lies or how long all is."""
    if place.stretches is None or not (recording.kept or recording.duration):
        return []
    timeline = recording.timeline
    for part in place.stretches:
        timeline = type(timeline)(tuple(timeline.without(*part)), timeline.duration)
        if not timeline.kept:
            return []
    return [list(part) for part in timeline.kept]


def cut(recording: Recording, kept: list, *, user) -> str:
    """Show no longer what is not in `kept`, nor any file or address that may still hold it."""
    former = recording.get_kept_display() or "alles"
    recording.kept = kept
    withhold(recording, user=user)
    recording.save(update_fields=["kept", "external_url"])
    measure(recording)
    recording.corrections.create(on=timezone.localdate(), text=CORRECTION)
    log_event(recording, field=FIELD, values=(former, recording.get_kept_display()), user=user)
    return (
        "Die Aufzeichnung war öffentlich. Der Abschnitt ist jetzt aus Kapiteln, Mitschrift und "
        "Suche entfernt, und keine Datei wird mehr ausgeliefert. Laden Sie eine neu geschnittene "
        "Datei hoch und löschen Sie die gesperrten. Prüfen Sie auch das Standbild."
    )


def withhold(recording: Recording, *, user) -> None:
    """Keep back every file there is, and the address where the recording lies elsewhere."""
    recording.files.update(is_withheld=True)
    before = values_of(recording, ["external_url"])
    recording.external_url = ""
    log_changes(recording, before=before, user=user)


def take_all(recording: Recording, *, user) -> str:
    """Withdraw the whole recording, because nobody can tell what would stay."""
    withhold(recording, user=user)
    recording.save(update_fields=["external_url"])
    move(recording.meeting.broadcast, BroadcastState.WITHDRAWN, by=user, reason=REASON)
    return (
        "Die Aufzeichnung war öffentlich. Weil nicht feststeht, wo der Programmpunkt liegt oder "
        "was übrig bliebe, ist sie jetzt ganz zurückgezogen."
    )

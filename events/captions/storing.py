"""Captions come in: in whose time they are, who the voices are, what a replacement keeps."""

from django.db import transaction
from django.db.models import F

from events.captions.parsing import Said
from events.models import Cue, Recording, TextTrack
from events.timeline import Timeline
from events.transcripts.texts import measure
from partners.models import Person


@transaction.atomic
def store(recording: Recording, said: list[Said], *, facts: dict, is_file_time: bool) -> TextTrack:
    """Make these the lines of a recording's track; return it.

    `facts` are the track's fields: `kind` and `language` name the track, which keeps its address
    and, for each name of a voice, the person that an editor has chosen for it.
    """
    facts = dict(facts)
    key = {name: facts.pop(name) for name in ("kind", "language")}
    track, _ = TextTrack.objects.update_or_create(recording=recording, **key, defaults=facts)
    people = people_by_name(recording) | chosen_people(track)
    timeline = recording.timeline if is_file_time else Timeline()
    track.cues.all().delete()
    Cue.objects.bulk_create(cue(track, one, timeline, people) for one in said)
    measure(recording)
    track.refresh_from_db()
    return track


def cue(track: TextTrack, said: Said, timeline: Timeline, people: dict) -> Cue:
    """Return a line of a file as it is kept: in source time, with the person who speaks."""
    return Cue(
        track=track,
        start=timeline.source_time(said.start),
        end=timeline.source_time(said.end - 1) + 1,  # at a cut, the end of the part before it
        person=people.get(key_of(said.speaker)),
        speaker=said.speaker,
        text=said.text,
    )


def people_by_name(recording: Recording) -> dict[str, Person]:
    """Return whom a voice's name can mean: those of the programme, else who alone has the name."""
    people = list(Person.objects.all())
    names = [key_of(person.name) for person in people]
    known = {
        name: person for name, person in zip(names, people, strict=True) if names.count(name) == 1
    }
    taking_part = Person.objects.filter(participations__item__meeting=recording.meeting_id)
    return known | {key_of(person.name): person for person in taking_part}


def chosen_people(track: TextTrack) -> dict[str, Person]:
    """Return whom an editor has chosen for a name that the file writes otherwise."""
    chosen = track.cues.exclude(person=None).exclude(speaker=F("person__name"))
    return {key_of(one.speaker): one.person for one in chosen.select_related("person")}


def key_of(name: str) -> str:
    """Return a name as it is compared: without case and further spaces."""
    return " ".join(name.split()).casefold()

"""Loads a recording with its files, chapters, captions and papers, and publishes it.

What ffprobe would tell stands in the record, because a server may have none.
"""

from pathlib import Path

from django.core.files import File as Stream
from filer.models import File

from allianz_portal.content_loading.building import Builder
from allianz_portal.content_loading.records import Record, read_mapping
from events.captions.parsing import read
from events.captions.storing import store
from events.choices import BroadcastState
from events.media_files.registering import register
from events.models import Attachment, Recording
from events.states import move
from media_library.models import Image

OWN = {"meeting", "material", "poster", "captions", "papers"}


def load_recording(record: Record, builder: Builder) -> Recording:
    """Save, fill and publish the recording of a record; its files lie in the folder `material`."""
    folder = record.file.parent.parent / record.values["material"]
    measured = read_mapping(folder / "measured.yaml")
    meeting = builder.find(f"meetings/{record.values['meeting']}")
    values = {name: value for name, value in record.values.items() if name not in OWN}
    recording = builder.build(
        Recording,
        values,
        meeting=meeting,
        duration=measured["duration"],
        poster=builder.reference(Image, record.values["poster"]),
    )
    items = {item.slug: item for item in meeting.programme_items.all()}
    for facts in measured["files"]:
        add_file(recording, folder, facts)
    for chapter in measured["chapters"]:
        recording.clips.create(
            item=items[chapter["item"]], start=chapter["start"], is_confirmed=True
        )
    for captions in record.values["captions"]:
        add_captions(recording, folder, captions)
    for paper in record.values["papers"]:
        add_paper(meeting, items, folder, paper, builder)
    move(meeting.broadcast, BroadcastState.RECORDING, by=builder.author)
    return recording


def add_file(recording: Recording, folder: Path, facts: dict) -> None:
    """Copy a film or sound into the storage, with the facts that are known of it."""
    facts = dict(facts)
    row = register(recording, folder / facts.pop("file"), role=facts.pop("role"))
    for name, value in facts.items():
        setattr(row, name, value)
    row.save()


def add_captions(recording: Recording, folder: Path, captions: dict) -> None:
    """Read the lines of a caption file."""
    facts = dict(captions)
    said = read((folder / facts.pop("file")).read_bytes())
    store(recording, said, facts=facts, is_file_time=False)


def add_paper(meeting, items: dict, folder: Path, paper: dict, builder: Builder) -> None:
    """Put a paper into the library and name it beside its programme item."""
    values = dict(paper)
    path = folder / values.pop("file")
    with path.open("rb") as stream:
        file = File.objects.create(
            file=Stream(stream, name=path.name), original_filename=path.name, owner=builder.author
        )
    item = items[values.pop("item")]
    Attachment.objects.create(meeting=meeting, item=item, file=file, **values)

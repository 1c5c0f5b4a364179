"""Draft captions: by a machine if it is there, with a clear word if it is not."""

import sys
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from events.choices import MediaRole
from publishing.facts import changes_of
from tests.events.recordings import CUT, add_captions, add_file, make_recording

pytestmark = pytest.mark.django_db


def segment(start, end, text) -> SimpleNamespace:
    return SimpleNamespace(start=start, end=end, text=text)


@pytest.fixture
def heard(monkeypatch):
    """What the machine hears; `asked` says how it was called."""
    spoken = [
        segment(0.0, 2.0044, " Grüße aus Dormagen."),
        segment(1.9, 3.0, "Zweiter <i>Satz</i>."),
        segment(2.0, 2.5, "verschluckt"),
        segment(3.0, 3.5, "  "),
    ]
    asked = {}

    class WhisperModel:
        def __init__(self, model, **options):
            asked["model"] = model

        def transcribe(self, file, *, language, vad_filter):
            asked.update(file=file, language=language)
            return iter(spoken), SimpleNamespace(duration=4.0)

    monkeypatch.setitem(sys.modules, "faster_whisper", SimpleNamespace(WhisperModel=WhisperModel))
    return SimpleNamespace(spoken=spoken, asked=asked)


@pytest.fixture
def recording():
    found = make_recording(kept=CUT)
    add_file(found)
    add_file(found, role=MediaRole.AUDIO, mime="audio/mp4", height=None)
    return found


def refusal(*arguments, **options) -> str:
    with pytest.raises(CommandError) as caught:
        call_command("draft_captions", *arguments, **options)
    return str(caught.value)


def test_a_draft_is_an_automatic_track_in_source_time_and_logged(heard, recording, capsys):
    call_command("draft_captions", "2026", model="/modelle/klein")

    track = recording.tracks.get()
    assert (track.origin, track.language, track.is_checked) == ("automatic", "de", False)
    assert [(cue.start, cue.end, cue.text) for cue in track.cues.all()] == [
        (90_000, 92_004, "Grüße aus Dormagen."),
        (92_004, 93_000, "Zweiter Satz."),
    ]
    sound = recording.files.get(role=MediaRole.AUDIO).file.path
    assert heard.asked == {"model": "/modelle/klein", "file": sound, "language": "de"}
    assert capsys.readouterr().out.splitlines() == [
        " 50 % gehört",
        " 70 % gehört",
        " 60 % gehört",
        " 80 % gehört",
        "2 Zeilen, automatisch erzeugt. Jetzt prüfen: Aufzeichnung → „Zeilen verbessern“.",
    ]
    assert [one.new for one in changes_of(recording)] == ["2 Zeilen, automatisch erzeugt"]


def test_without_the_machine_the_command_says_so(monkeypatch, recording):
    monkeypatch.setitem(sys.modules, "faster_whisper", None)

    assert refusal("2026").startswith("faster-whisper ist auf diesem Rechner nicht installiert")


def test_what_people_made_is_replaced_only_on_demand(heard, recording):
    add_captions(recording, (0, 1, "von Hand"), origin="professional")

    told = refusal("2026")
    call_command("draft_captions", "2026", replace=True)

    assert told.startswith("Es gibt schon Untertitel, die Menschen gemacht")
    assert recording.tracks.get().origin == "automatic"


def test_each_reason_against_a_draft_is_told(heard, recording, monkeypatch):
    heard.spoken[:] = []
    silent = refusal("2026")
    recording.files.update(is_withheld=True)
    withheld = refusal("2026")

    assert refusal("1999") == "Unter /jahrestreffen/1999/ gibt es keine Aufzeichnung."
    assert silent == "In dieser Datei ist keine Sprache zu hören."
    assert withheld == "Diese Aufzeichnung hat keine Datei, die sich anhören ließe."


def test_a_fault_of_the_machine_is_no_fault_of_the_portal(heard, recording, monkeypatch):
    def broken(*args, **options):
        raise RuntimeError("model.bin fehlt")

    monkeypatch.setattr(sys.modules["faster_whisper"], "WhisperModel", broken)

    assert refusal("2026") == "faster-whisper konnte nicht arbeiten: model.bin fehlt"

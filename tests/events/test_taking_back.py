"""E39: whoever takes back the consent is gone from everything at once."""

import json

import pytest
from bs4 import BeautifulSoup

from events.captions.parsing import Said
from events.captions.storing import store
from events.captions.writing import vtt_address
from events.choices import BroadcastState
from events.consents.taking_back import heed
from events.media_files.names import address
from events.models import Recording
from events.transcripts.texts import text_address
from publishing.facts import changes_of
from tests.events.programmes import add_item, release
from tests.events.recordings import add_chapter, add_file, make_recording
from tests.factories import editor
from tests.reading import text_of

pytestmark = pytest.mark.django_db
MINUTE = 60_000
PAGE = "/jahrestreffen/2026/"
FACTS = {"kind": "captions", "language": "de", "origin": "professional"}
CUT = [[0, 10 * MINUTE], [20 * MINUTE, 60 * MINUTE]]


@pytest.fixture
def recording():
    return make_recording()


@pytest.fixture
def consent(recording):
    """A consent that somebody in the second of three chapters gave and takes back."""
    item = add_item(recording.meeting, "Vortrag", minutes=(10, 20), person="Erika Eins")
    for second, title in ((0, "Beginn"), (600, "Vortrag"), (1200, "Schluss")):
        add_chapter(recording, second, title, item=item if title == "Vortrag" else None)
    return release(item, "withdrawn")


def names_on(response) -> list[str]:
    soup = BeautifulSoup(response.content, "html.parser")
    return [name.get_text() for name in soup.select(".player__name")]


def test_the_part_is_cut_out_and_no_file_is_handed_out_any_more(client, recording, consent):
    files = [add_file(recording), add_file(recording, role="audio", mime="audio/mp4", height=None)]
    assert [client.get(address(row)).status_code for row in files] == [200, 200]

    heed(consent, user=editor())

    saved = Recording.objects.get()
    assert (saved.kept, saved.is_public) == (CUT, True)
    assert [client.get(address(row)).status_code for row in files] == [410, 410]
    response = client.get(PAGE)
    assert "Wird neu geschnitten" in text_of(response)
    assert "/mediathek/dateien/" not in response.content.decode()
    assert client.get("/mediathek/2026/ton/").status_code == 404


def test_a_new_file_plays_without_the_part_and_the_old_one_stays_gone(client, recording, consent):
    old = add_file(recording)
    heed(consent, user=editor())

    new = add_file(recording)

    response = client.get(PAGE)
    assert names_on(response) == ["Beginn", "Schluss"]
    assert "Wird neu geschnitten" not in text_of(response)
    assert [client.get(address(row)).status_code for row in (old, new)] == [410, 200]
    assert address(new) in response.content.decode()
    assert address(old) not in response.content.decode()


def test_the_page_says_so_with_the_date_and_without_a_name(client, recording, consent):
    add_file(recording)
    heed(consent, user=editor())

    told = [one.text for one in recording.corrections.all()]
    assert told == ["Ein Abschnitt wurde entfernt, weil eine Einwilligung widerrufen wurde."]
    assert told[0] in text_of(client.get(PAGE))


def test_what_was_said_there_is_in_no_transcript_no_captions_and_no_search(
    client, recording, consent, django_capture_on_commit_callbacks
):
    add_file(recording)
    said = [Said(600_000, 602_000, "Geheimnis", "A"), Said(0, 2000, "Anfang", "A")]
    track = store(recording, said, facts=FACTS, is_file_time=False)
    paths = [PAGE, "/mediathek/2026/mitschrift/", vtt_address(track), text_address(track)]
    assert [says(client, path) for path in paths[1:]] == [(True, True)] * 3

    with django_capture_on_commit_callbacks(execute=True):  # drops the kept pages
        heed(consent, user=editor())

    track.refresh_from_db()
    found = [says(client, path) for path in (PAGE, paths[1], vtt_address(track))]
    assert [hidden for hidden, _ in found] == [False] * 3
    assert [shown for _, shown in found[1:]] == [True] * 2
    searched = client.get("/mediathek/2026/mitschrift/?q=Geheimnis")
    assert "t=600" not in searched.content.decode()


def says(client, path: str) -> tuple[bool, bool]:
    """Return whether an answer holds what is hidden, and what is not."""
    text = client.get(path).content.decode()
    return "Geheimnis" in text, "Anfang" in text


def test_machines_are_told_of_no_video_while_none_plays(client, recording, consent):
    add_file(recording)
    heed(consent, user=editor())

    soup = BeautifulSoup(client.get(PAGE).content, "html.parser")
    graph = json.loads(soup.select_one('script[type="application/ld+json"]').string)["@graph"]
    assert "VideoObject" not in {node["@type"] for node in graph}


def test_what_lies_elsewhere_is_no_longer_linked(client, recording, consent):
    url = "https://www.youtube.com/watch?v=abcdefghijk"
    Recording.objects.update(provider="youtube", external_url=url)

    heed(consent, user=editor())

    assert "youtube" not in client.get(PAGE).content.decode()
    assert client.get("/mediathek/2026/extern/").status_code == 404
    kept = [(one.field, one.old, one.new) for one in changes_of(recording)]
    assert ("Adresse bei einem anderen Anbieter", url, "") in kept


@pytest.mark.parametrize("known", [{"duration": 0}, {"kept": [[10 * MINUTE, 20 * MINUTE]]}])
def test_all_is_taken_back_where_nobody_can_tell_what_stays(client, recording, consent, known):
    row = add_file(recording)
    Recording.objects.update(**known)

    heed(consent, user=editor())

    broadcast = Recording.objects.get().meeting.broadcast
    assert (broadcast.state, broadcast.reason) == (
        BroadcastState.WITHDRAWN,
        "Eine Einwilligung wurde widerrufen.",
    )
    assert client.get(address(row)).status_code == 410
    row.refresh_from_db()
    assert row.is_withheld


def test_all_is_taken_back_where_nobody_knows_the_place(recording):
    item = add_item(recording.meeting, "Vortrag", person="Erika Eins")

    heed(release(item, "rejected"), user=editor())

    assert Recording.objects.get().is_withdrawn


@pytest.mark.parametrize(
    "values",
    [
        {"state": "accepted"},
        {"state": "pending"},
        {"state": "withdrawn", "scope": "photo"},
    ],
)
def test_nothing_else_cuts_anything(recording, values):
    item = add_item(recording.meeting, "Vortrag", minutes=(10, 20), person="Erika Eins")
    row = add_file(recording)

    done = heed(release(item, **values), user=editor())

    row.refresh_from_db()
    assert (done, Recording.objects.get().kept, row.is_withheld) == ("", [], False)


def test_what_was_never_public_or_is_cut_out_already_stays_as_it_is(recording, consent):
    row = add_file(recording)
    Recording.objects.update(kept=CUT)
    assert heed(consent, user=editor()) == ""

    Recording.objects.update(kept=[])
    type(recording.meeting.broadcast).objects.update(state=BroadcastState.PROCESSING)
    assert heed(consent, user=editor()) == ""

    row.refresh_from_db()
    assert (row.is_withheld, Recording.objects.get().kept) == (False, [])

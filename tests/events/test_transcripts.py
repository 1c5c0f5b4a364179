"""E22 to E24, E42, E43: the page of a transcript."""

import pytest
from bs4 import BeautifulSoup

from events.choices import BroadcastState, MediaRole
from events.models import Participation
from events.transcripts.texts import text_address
from tests.events.recordings import add_captions, add_chapter, add_file, make_recording
from tests.factories import editor, make_person
from tests.reading import text_of, thing, things

pytestmark = pytest.mark.django_db
PAGE = "/mediathek/2026/mitschrift/"
MEETING = "/jahrestreffen/2026/"
QUERIES = 11


@pytest.fixture
def recording():
    """A recording with a chapter that has a result, and three paragraphs."""
    found = make_recording(licence="CC BY 4.0")
    add_file(found)
    item = found.meeting.programme_items.create(
        kind="talk", title="Vortrag", outcome="Einstimmig <b>beschlossen</b>."
    )
    Participation.objects.create(item=item, person=make_person("Anna Eins"), job_title="Rednerin")
    add_chapter(found, 5, item=item)
    add_captions(
        found,
        (0, 1, "Willkommen."),
        (6, 7, "Mit Fördermitteln", "Anna Eins"),
        (7, 8.5, "bauen wir.", "Anna Eins"),
        (9, 10, "Fördermittel? <script>alert(1)</script>", "Bert"),
    )
    return found


def page(client, query="") -> BeautifulSoup:
    response = client.get(PAGE + query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(tag) -> str:
    return " ".join(tag.get_text().split()).replace("\u00a0", " ")


def test_e23_each_paragraph_has_an_id_a_link_and_its_words(client, recording):
    soup = page(client)

    rows = [
        (one["id"], one.select_one(".said__at")["href"], words(one.select_one(".said__text")))
        for one in soup.select(".said")
    ]
    assert rows == [
        ("t0", f"{MEETING}?t=0#aufzeichnung", "0:00 Willkommen."),
        ("t6000", f"{MEETING}?t=6#aufzeichnung", "0:06 Mit Fördermitteln bauen wir."),
        (
            "t9000",
            f"{MEETING}?t=9#aufzeichnung",
            "0:09 Fördermittel? <script>alert(1)</script>",
        ),
    ]
    speakers = [words(one) for one in soup.select(".said__who")]
    assert speakers == ["Ohne Namensangabe", "Anna Eins Rednerin", "Bert"]
    assert [words(one) for one in soup.select(".transcript__text h2")] == ["Vortrag"]


def test_e42_a_result_stands_at_its_place(client, recording):
    section = page(client).select(".transcript__section")[1]

    assert words(section.select_one(".transcript__outcome")) == (
        "Ergebnis: Einstimmig <b>beschlossen</b>."
    )


def test_e43_every_paragraph_has_its_source_as_text_and_link(client, recording):
    sources = [words(one) for one in page(client).select(".said .citable")]

    link = f"http://127.0.0.1:8000{recording.meeting.get_short_url()}"
    assert sources == [
        f"„Treffen“, 12. November 2026, Minute 0:00, {link}?t=0#aufzeichnung, CC BY 4.0",
        f"Anna Eins, Rednerin, „Treffen“, 12. November 2026, Minute 0:06, "
        f"{link}?t=6#aufzeichnung, CC BY 4.0",
        f"Bert, „Treffen“, 12. November 2026, Minute 0:09, {link}?t=9#aufzeichnung, CC BY 4.0",
    ]


def test_e22_the_page_says_how_good_the_text_is(client, recording):
    assert "Untertitel und Mitschrift: automatisch erzeugt." in words(page(client))


def test_e24_hits_are_counted_marked_and_lead_to_each_other(client, recording):
    soup = page(client, "?q=Fördermittel")

    assert words(soup.select_one("#treffer")) == (
        "2 Treffer für „Fördermittel“ in 2 Absätzen. Zur ersten Fundstelle Suche beenden"
    )
    assert [words(one) for one in soup.select("mark")] == ["Fördermitteln", "Fördermittel"]
    places = [
        (one["id"], words(one), [a["href"] for a in one.select("a")])
        for one in soup.select(".said__hit")
    ]
    assert places == [
        ("treffer-1", "Fundstelle 1 von 2 nächster", ["#treffer-2"]),
        ("treffer-2", "Fundstelle 2 von 2 voriger", ["#treffer-1"]),
    ]
    assert words(soup.title).startswith("2 Treffer für „Fördermittel“ – Mitschrift: Treffen")
    assert soup.select_one("input[type=search]")["value"] == "Fördermittel"
    assert soup.find("meta", attrs={"name": "robots"})["content"] == "noindex"


def test_e24_all_words_must_be_there(client, recording):
    found = [words(one) for one in page(client, "?q=fördermittel+bauen").select("mark")]

    assert found == ["Fördermitteln", "bauen"]


@pytest.mark.parametrize(
    "query", ["?q=nirgends", "?q=<img src=x onerror=x>", "?q=" + "x" * 5000, "?q=(", "?q=%E2%80%AE"]
)
def test_e24_rubbish_finds_nothing_and_breaks_nothing(client, recording, query):
    soup = page(client, query)

    assert (
        soup.select("mark, .said__hit, article script:not([src])"),
        len(soup.select(".said")),
    ) == (
        [],
        3,
    )


def test_without_a_search_nothing_is_said_of_hits(client, recording):
    assert page(client, "?q=").select("#treffer") == []


@pytest.mark.parametrize("state", BroadcastState)
def test_e1_the_transcript_follows_the_state_of_its_recording(client, recording, state):
    recording.meeting.broadcast.state = state
    recording.meeting.broadcast.save()
    expected = {BroadcastState.RECORDING: 200, BroadcastState.WITHDRAWN: 410}.get(state, 404)

    assert client.get(PAGE).status_code == expected
    client.force_login(editor())
    assert client.get(PAGE).status_code == 200


@pytest.mark.parametrize("state", ["rejected", "withdrawn", "accepted", "pending"])
def test_e39_who_does_not_want_to_be_written_down_is_in_no_transcript(client, recording, state):
    part = Participation.objects.get()
    part.releases.create(scope="transcript", state=state)
    is_silent = state in {"rejected", "withdrawn"}
    text = client.get(text_address(recording.tracks.get())).content.decode()

    for found in (words(page(client)), text, str(things(client.get(PAGE)))):
        assert ("bauen wir" in found) != is_silent
    assert ("Nicht alle wollten" in words(page(client))) == is_silent


def test_without_captions_there_is_no_transcript(client):
    add_file(make_recording())

    assert client.get(PAGE).status_code == 404
    assert "Mitschrift" not in text_of(client.get(MEETING))


def test_a_recording_of_sound_alone_is_played_beside_its_transcript(client):
    recording = make_recording()
    add_file(recording, role=MediaRole.AUDIO, mime="audio/mp4", height=None)
    add_captions(recording, (0, 1, "Wort"))

    assert [one.name for one in page(client).select(".player__media")] == ["audio"]


def test_the_meeting_page_leads_to_the_transcript(client, recording):
    soup = BeautifulSoup(client.get(MEETING).content, "html.parser")

    assert [words(a) for a in soup.select(f'a[href="{PAGE}"]')] == [
        "Mitschrift lesen und durchsuchen"
    ]


def test_e30_machines_get_transcript_and_captions(client, recording):
    spoken = "Willkommen.\nMit Fördermitteln bauen wir.\nFördermittel? <script>alert(1)</script>"
    track = recording.tracks.get()

    for address in (MEETING, PAGE):
        video = thing(client.get(address), "VideoObject")
        assert video["transcript"] == spoken
        assert video["caption"] == [
            {
                "@type": "MediaObject",
                "name": "Deutsch (automatisch erzeugt)",
                "contentUrl": "http://127.0.0.1:8000/mediathek/untertitel/"
                f"{track.pk}/2026-11-12_jahrestreffen_untertitel.vtt",
                "encodingFormat": "text/vtt",
                "contentSize": str(track.vtt_size),
                "inLanguage": "de",
            }
        ]


def test_e30_a_long_transcript_stands_on_its_own_page_only(client, recording):
    recording.tracks.update(text_size=20_001)

    assert "transcript" not in thing(client.get(MEETING), "VideoObject")
    assert "transcript" in thing(client.get(PAGE), "VideoObject")


def test_a_preview_tells_machines_nothing(client, recording):
    recording.meeting.broadcast.state = BroadcastState.PROCESSING
    recording.meeting.broadcast.save()
    client.force_login(editor())

    response = client.get(PAGE)

    assert "Noch nicht öffentlich" in text_of(response)
    assert [one["@type"] for one in things(response)] == ["BreadcrumbList"]


@pytest.mark.parametrize("count", [1, 3])
def test_a_transcript_costs_the_same_queries_whatever_it_has(
    client, count, django_assert_num_queries
):
    recording = make_recording()
    add_file(recording)
    rows = []
    for number in range(count):
        person = make_person(f"Person {number}")
        item = recording.meeting.programme_items.create(kind="talk", title=f"Punkt {number}")
        Participation.objects.create(item=item, person=person)
        add_chapter(recording, number * 60, item=item)
        rows.append((number * 60, number * 60 + 1, "Wort", person.name))
    add_captions(recording, *rows)
    client.get(f"{PAGE}?q=warm")

    with django_assert_num_queries(QUERIES):
        client.get(f"{PAGE}?q=wort")

"""E1, E17 to E19, E27, E45: what the meeting's page shows of its recording."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model

from events.choices import BroadcastState, MediaRole
from tests.events.recordings import CUT, START, add_chapter, add_file, make_recording
from tests.factories import editor, make_meeting, picture
from tests.reading import text_of

pytestmark = pytest.mark.django_db
PAGE = "/jahrestreffen/2026/"
SOUND = "/mediathek/2026/ton/"
QUERIES = 13


def page(client, query="", path=PAGE) -> BeautifulSoup:
    response = client.get(path + query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def starts(client, query, path=PAGE) -> list[str]:
    """Return the fragment of each file that the player may play."""
    sources = page(client, query, path).select(".player source")
    return [source["src"].partition("#")[2] for source in sources]


def chapters(soup) -> list[tuple]:
    """Return each chapter as link, file second, words, and whether it is running."""
    return [
        (a["href"], a["data-second"], " ".join(a.get_text().split()), a.get("aria-current"))
        for a in soup.select(".player__chapters ol a")
    ]


@pytest.fixture
def cut():
    """The recording of E19's example, with a film, sound and three chapters."""
    recording = make_recording(kept=CUT)
    add_file(recording)
    add_file(recording, role=MediaRole.AUDIO, mime="audio/mp4", height=None)
    add_chapter(recording, 0, "Begrüßung")
    add_chapter(recording, 600, "Vortrag")
    add_chapter(recording, 1900, "Gespräch")
    add_chapter(recording, 2400, "Unbestätigt", is_confirmed=False)
    return recording


def test_e17_chapters_are_an_ordered_list_of_real_links(client, cut):
    assert chapters(page(client)) == [
        ("?t=90#aufzeichnung", "0", "0:00 Begrüßung", None),
        ("?t=600#aufzeichnung", "510", "8:30 Vortrag", None),
        ("?t=1900#aufzeichnung", "1780", "29:40 Gespräch", None),
    ]


def test_e17_without_a_script_the_page_starts_in_the_chapter_and_says_so(client, cut):
    soup = page(client, "?t=600")

    assert starts(client, "?t=600") == ["t=510"]
    assert [(at, current) for _, at, _, current in chapters(soup)] == [
        ("0", None),
        ("510", "true"),
        ("1780", None),
    ]


@pytest.mark.parametrize(
    ("query", "fragment"),
    [
        ("?t=600", "t=510"),
        ("?t=754.5", "t=664.5"),
        ("?t=12m34s", "t=664"),
        ("?t=0:12:34", "t=664"),
        ("?t=754,790", "t=664,700"),
        ("?t=90", ""),
        ("?t=1900", "t=1780"),
        ("?t=3600", ""),
        ("?t=99999", ""),
        ("?t=quatsch", ""),
        ("?t=", ""),
        ("?t=-1", ""),
        ("?t=600&t=quatsch", ""),
        ("", ""),
    ],
)
def test_e18_e19_a_link_starts_where_its_moment_is_now(client, cut, query, fragment):
    assert starts(client, query) == [fragment]


@pytest.mark.parametrize(("query", "fragment"), [("?t=30", ""), ("?t=1815", "t=1710")])
def test_e19_a_link_into_removed_material_says_so_and_starts_at_the_next_second(
    client, cut, query, fragment
):
    assert "Dieser Abschnitt wurde entfernt" in text_of(client.get(PAGE + query))
    assert "Dieser Abschnitt wurde entfernt" not in text_of(client.get(f"{PAGE}?t=600"))
    assert starts(client, query) == [fragment]


def test_e19_the_page_says_how_much_is_missing(client, cut):
    assert "wurden insgesamt 2:00 Minuten entfernt" in text_of(client.get(PAGE))


@pytest.mark.parametrize(
    ("query", "fragment"),
    [
        ("?at=2026-11-12T18:42:10", "t=2530"),
        ("?at=2026-11-12T17:00:00", ""),
        ("?at=heute", ""),
        ("?at=9999-12-31T23:59:59", ""),
    ],
)
def test_e20_a_moment_shared_during_the_live_is_found_in_the_recording(client, query, fragment):
    add_file(make_recording())

    assert starts(client, query) == [fragment]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "Treffen"),
        ("?t=0", "Begrüßung – Treffen"),  # removed, so the page starts in the first chapter
        ("?t=90", "Begrüßung – Treffen"),
        ("?t=700", "Vortrag – Treffen"),
        ("?t=quatsch", "Treffen"),
    ],
)
def test_e18_previews_name_the_chapter_and_the_canonical_address_stays(client, cut, query, title):
    soup = page(client, query)

    assert soup.find("meta", property="og:title")["content"] == title
    assert soup.find("link", rel="canonical")["href"] == f"http://127.0.0.1:8000{PAGE}"


def test_e27_the_sound_alone_has_the_same_chapters_and_no_film(client, cut):
    soup = page(client, "?t=600", SOUND)

    assert chapters(soup) == chapters(page(client, "?t=600"))
    assert [tag.name for tag in soup.select(".player__media")] == ["audio"]
    assert [s["type"] for s in soup.select(".player source")] == ["audio/mp4"]
    assert starts(client, "?t=600", SOUND) == ["t=510"]
    assert soup.find("meta", attrs={"name": "robots"})["content"] == "noindex"


def test_e27_without_a_sound_file_there_is_no_such_page(client):
    add_file(make_recording())

    assert client.get(SOUND).status_code == 404
    assert "Nur den Ton" not in text_of(client.get(PAGE))


@pytest.mark.parametrize("state", BroadcastState)
def test_e1_only_a_published_recording_is_shown(client, state):
    recording = make_recording(state=state)
    add_file(recording, role=MediaRole.AUDIO, mime="audio/mp4")
    add_file(recording)

    is_shown = bool(page(client).select("#aufzeichnung"))

    assert is_shown == recording.is_public == (state == BroadcastState.RECORDING)
    assert list(type(recording).objects.public()) == ([recording] if is_shown else [])
    expected = {BroadcastState.RECORDING: 200, BroadcastState.WITHDRAWN: 410}.get(state, 404)
    assert client.get(SOUND).status_code == expected


def test_a_recording_without_anything_to_play_is_not_shown(client):
    make_recording()

    assert page(client).select("#aufzeichnung") == []


def test_those_who_prepare_a_recording_see_it_before_everybody_else(client):
    add_file(make_recording(state=BroadcastState.PROCESSING))
    client.force_login(editor())
    seen = text_of(client.get(PAGE))
    client.force_login(get_user_model().objects.create_user("leser"))

    assert "Noch nicht öffentlich" in seen
    assert page(client).select("#aufzeichnung") == []


def test_e45_changes_are_dated_lines_the_newest_first(client, cut):
    cut.corrections.create(on="2026-11-20", text="Der Name einer Sprecherin war falsch.")
    cut.corrections.create(on="2026-11-24", text="Der Anfang wurde gekürzt.")

    lines = page(client).select("#aufzeichnung ul:not([role]) li")
    assert [" ".join(line.get_text().split()) for line in lines] == [
        "24. November 2026: Der Anfang wurde gekürzt.",
        "20. November 2026: Der Name einer Sprecherin war falsch.",
    ]


def test_sample_material_says_so(client, cut):
    assert "Beispielmaterial" not in text_of(client.get(PAGE))

    cut.is_sample = True
    cut.save()

    assert "Beispielmaterial" in text_of(client.get(f"{PAGE}?t=1"))


def test_nothing_is_loaded_before_play_and_the_poster_is_ours(client, cut):
    cut.poster = picture(size=(1600, 900))
    cut.save()

    video = page(client).select_one("video")

    assert (video["preload"], video.has_attr("controls")) == ("none", True)
    assert video["poster"].startswith("/media/renditions/")


@pytest.mark.parametrize("count", [1, 3])
def test_a_recording_costs_the_same_queries_whatever_it_has(
    client, count, django_assert_num_queries
):
    recording = make_recording()
    for number in range(count):
        add_file(recording, height=360 * (number + 1))
        item = recording.meeting.programme_items.create(kind="talk", title=f"Punkt {number}")
        add_chapter(recording, number * 60, item=item)
        recording.corrections.create(on="2026-11-20", text=f"Zeile {number}")
    client.get(f"{PAGE}?warm")

    with django_assert_num_queries(QUERIES):
        client.get(f"{PAGE}?kalt")


def test_a_meeting_without_a_recording_has_no_player(client):
    make_meeting(slug="2026", facts={"starts_at": START})

    assert page(client).select("#aufzeichnung, .player") == []

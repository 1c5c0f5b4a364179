"""E33, E34: the video elsewhere, only after a click; the list of recordings."""

import pytest
from bs4 import BeautifulSoup

from allianz_portal.headers import PUBLIC_CSP
from events.choices import BroadcastState
from tests.events.recordings import START, add_chapter, add_file, make_recording
from tests.factories import make_meeting, picture
from tests.reading import text_of

pytestmark = pytest.mark.django_db
PAGE = "/jahrestreffen/2026/"
EXTERN = "/mediathek/2026/extern/"
YOUTUBE = "https://www.youtube.com/watch?v=abcdefghijk"
PEERTUBE = "https://video.example.org/w/abcdefghijklmnopqrstuv"
NAMES = ("Content-Security-Policy", "Cross-Origin-Embedder-Policy")
STRICT = (PUBLIC_CSP, "require-corp")


@pytest.fixture
def external():
    return make_recording(provider="youtube", external_url=YOUTUBE)


def policy(response) -> tuple:
    return tuple(response[name] for name in NAMES)


def frames(response) -> list[str]:
    soup = BeautifulSoup(response.content, "html.parser")
    return [frame["src"] for frame in soup.find_all("iframe")]


@pytest.mark.parametrize("path", [PAGE, EXTERN, f"{EXTERN}?t=600", f"{EXTERN}?laden=1"])
def test_e33_no_link_alone_loads_anything_from_elsewhere(client, external, path):
    response = client.get(path)

    assert (response.status_code, frames(response), policy(response)) == (200, [], STRICT)


@pytest.mark.parametrize("path", [PAGE, EXTERN])
def test_e33_the_page_says_who_learns_what_and_has_a_plain_link(client, external, path):
    response = client.get(path)

    text = text_of(response)
    assert "verbindet sich Ihr Browser mit www.youtube-nocookie.com" in text
    assert "Google Ireland Limited" in text
    assert "Wir merken uns Ihre Wahl nicht" in text
    links = BeautifulSoup(response.content, "html.parser").select(f'a[href="{YOUTUBE}"]')
    assert [" ".join(link.get_text().split()) for link in links] == ["Auf YouTube öffnen"]


@pytest.mark.parametrize(
    ("provider", "url", "origin", "frame"),
    [
        (
            "youtube",
            YOUTUBE,
            "https://www.youtube-nocookie.com",
            "https://www.youtube-nocookie.com/embed/abcdefghijk",
        ),
        (
            "peertube",
            PEERTUBE,
            "https://video.example.org",
            "https://video.example.org/videos/embed/abcdefghijklmnopqrstuv",
        ),
    ],
)
def test_e34_the_button_lets_the_one_host_in_and_nothing_is_kept(
    client, provider, url, origin, frame
):
    make_recording(provider=provider, external_url=url)

    response = client.post(f"{EXTERN}?t=600")

    assert frames(response) == [f"{frame}?start=600"]
    assert policy(response) == (f"{PUBLIC_CSP}; frame-src {origin}", "unsafe-none")
    assert (response["Cache-Control"], list(response.cookies)) == ("no-store", [])
    assert policy(client.get(EXTERN)) == policy(client.get(PAGE)) == STRICT


def test_e33_another_sites_button_loads_nothing(client, external):
    responses = [
        client.post(EXTERN, headers=headers)
        for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://boese.example"})
    ]

    assert [(frames(one), policy(one)) for one in responses] == [([], STRICT)] * 2


def test_e34_a_provider_whose_player_is_unknown_gets_a_link_and_no_frame(client):
    make_recording(provider="other", external_url="https://film.example/treffen")

    response = client.post(EXTERN)

    assert (frames(response), policy(response)) == ([], STRICT)
    assert 'href="https://film.example/treffen"' in response.content.decode()
    assert "extern" not in client.get(PAGE).content.decode()


def test_e33_our_own_film_comes_first(client, external):
    add_file(external)
    html = client.get(PAGE).content.decode()

    assert html.index("<video") < html.index(YOUTUBE)
    assert "Ohne YouTube ansehen: unser eigenes Video" in text_of(client.get(EXTERN))


def test_e33_the_poster_is_ours(client, external):
    external.poster = picture(size=(1600, 900))
    external.save()

    soup = BeautifulSoup(client.get(PAGE).content, "html.parser")
    assert [img["src"].split("/")[1] for img in soup.select("#aufzeichnung img")] == ["media"]


def test_e33_chapters_of_a_video_elsewhere_keep_their_second(client, external):
    external.kept = [[90_000, 3_600_000]]
    external.save()
    add_chapter(external, 600, "Vortrag")

    soup = BeautifulSoup(client.get(f"{PAGE}?t=600").content, "html.parser")

    links = [(a["href"], a["aria-current"]) for a in soup.select(".player__chapters a")]
    assert links == [("?t=600#aufzeichnung", "true")]
    assert soup.select_one("#aufzeichnung form")["action"] == f"{EXTERN}?t=600"
    assert frames(client.post(f"{EXTERN}?t=600"))[0].endswith("?start=510")


@pytest.mark.parametrize("state", [BroadcastState.PROCESSING, BroadcastState.WITHDRAWN])
def test_a_video_that_is_not_public_has_no_page(client, state):
    make_recording(state=state, provider="youtube", external_url=YOUTUBE)

    expected = 410 if state == BroadcastState.WITHDRAWN else 404
    assert [client.get(EXTERN).status_code, client.post(EXTERN).status_code] == [expected] * 2


def test_a_recording_of_our_own_has_no_page_for_elsewhere(client):
    add_file(make_recording())

    assert client.get(EXTERN).status_code == 404


def test_the_list_names_public_recordings_of_published_meetings_newest_first(client):
    for year in (2024, 2025):
        content = make_meeting(
            slug=str(year), title=f"Treffen {year}", facts={"starts_at": START.replace(year=year)}
        )
        add_file(make_recording(content=content))
    make_recording(content=make_meeting(title="Geheim"), state=BroadcastState.PROCESSING)
    make_recording(content=make_meeting(title="Entwurf", published=False))
    make_recording(content=make_meeting(title="Weg"), state=BroadcastState.WITHDRAWN)

    soup = BeautifulSoup(client.get("/mediathek/").content, "html.parser")

    assert [(a.get_text(), a["href"]) for a in soup.select("main .card a")] == [
        ("Treffen 2025", "/jahrestreffen/2025/#aufzeichnung"),
        ("Treffen 2024", "/jahrestreffen/2024/#aufzeichnung"),
    ]


def test_an_empty_list_says_so(client):
    assert "Noch gibt es hier keine Aufzeichnung." in text_of(client.get("/mediathek/"))


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_needs_the_same_queries_for_any_length(client, count, django_assert_num_queries):
    for number in range(count):
        recording = make_recording(content=make_meeting(), poster=picture(f"{number}.png"))
        add_chapter(recording, 0, "Anfang")
    client.get("/mediathek/?warm")

    with django_assert_num_queries(3):
        client.get("/mediathek/?kalt")


def test_the_guessed_address_leads_to_the_meetings_page(client):
    make_recording()

    response = client.get("/mediathek/2026/")

    assert (response.status_code, response["Location"]) == (302, f"{PAGE}#aufzeichnung")

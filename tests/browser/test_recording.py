"""E17 to E19, E26, E27, E35, E36: a recording in a real browser."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from events.admin import recording_uploads
from events.choices import MediaRole
from events.models import MediaFile
from media_library import serving
from tests.events.recordings import CUT, add_chapter, make_recording
from tests.factories import editor, picture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FILM = Path(__file__).with_name("film.webm")  # ten minutes of one colour
PAGE = "/jahrestreffen/2026/"
SECOND = "document.querySelector('.player__media').currentTime"


def add_film(recording, role=MediaRole.VIDEO):
    row = MediaFile(recording=recording, role=role, mime="video/webm", size=FILM.stat().st_size)
    row.file.save("film.webm", ContentFile(FILM.read_bytes()))


@pytest.fixture
def recording():
    """The example of E19: 90 seconds cut off the front."""
    recording = make_recording(kept=CUT, poster=picture(size=(1600, 900)))
    add_film(recording)
    add_film(recording, MediaRole.AUDIO)
    add_chapter(recording, 0, "Begrüßung")
    add_chapter(recording, 600, "Vortrag")
    return recording


def play(page) -> None:
    """Press "play" as a reader does: the button of the browser's own controls."""
    media = page.locator(".player__media")
    media.scroll_into_view_if_needed()
    box = media.bounding_box()
    page.mouse.click(box["x"] + 24, box["y"] + box["height"] - 48)


def is_after(page, second: float) -> bool:
    """Tell whether the film runs on from a second, also where scripts are switched off."""
    for _ in range(200):
        if page.evaluate(SECOND) > second:
            break
        page.wait_for_timeout(50)
    return second < page.evaluate(SECOND) < second + 30


def running(page) -> list[str]:
    return page.locator(".player__chapter[aria-current=true] .player__name").all_inner_texts()


def test_e17_a_chapter_jumps_without_a_reload_and_is_marked(open_page, recording):
    page = open_page(PAGE)

    page.get_by_role("link", name="Vortrag").click()

    assert is_after(page, 510)
    assert page.url.endswith(f"{PAGE}?t=600#aufzeichnung")
    assert (running(page), len(page.loads), page.problems) == (["Vortrag"], 1, [])


def test_e17_e19_without_a_script_the_link_loads_the_page_and_starts_there(open_page, recording):
    page = open_page(PAGE, java_script_enabled=False)

    page.get_by_role("link", name="Vortrag").click()
    page.wait_for_url("**/?t=600#aufzeichnung")
    play(page)

    assert is_after(page, 510)
    assert running(page) == ["Vortrag"]


def test_e36_without_our_script_everything_still_plays(open_page, recording):
    page = open_page(f"{PAGE}?t=600", blocked="**/*.js")

    play(page)

    assert is_after(page, 510)


def test_e18_a_moment_behind_the_number_sign_is_followed(open_page, recording):
    page = open_page(f"{PAGE}#t=10m")

    page.wait_for_url("**/?t=10m#aufzeichnung")
    assert running(page) == ["Vortrag"]


def test_e26_a_film_that_comes_in_bites_plays_on(open_page, recording, monkeypatch):
    monkeypatch.setattr(serving, "BITE", 4096)
    page = open_page(f"{PAGE}?t=600")

    page.evaluate("() => { document.querySelector('.player__media').playbackRate = 16 }")
    play(page)

    assert is_after(page, 540)


def test_e27_the_sound_alone_asks_for_no_film(open_page, recording):
    page = open_page("/mediathek/2026/ton/")
    asked = []
    page.on("request", lambda request: asked.append(request.resource_type))

    page.get_by_role("link", name="Vortrag").click()

    page.wait_for_url("**/?t=600#aufzeichnung")
    assert page.locator("video").count() == 0
    assert page.locator("audio").count() == 1


@pytest.mark.parametrize("width", [360, 1280])
def test_e35_a_recording_is_accessible_and_fits(open_page, recording, axe, width):
    recording.corrections.create(on="2026-11-24", text="Der Anfang wurde gekürzt.")
    paths = [PAGE, f"{PAGE}?t=600", f"{PAGE}?t=30", f"{PAGE}einbetten/"]
    paths += ["/mediathek/2026/ton/", "/mediathek/"]
    page = open_page(PAGE, viewport={"width": width, "height": 800})

    found = {}
    for path in paths:
        page.goto(path)
        small = page.locator("#aufzeichnung :is(a, button)").evaluate_all(
            "all => all.filter((one) => one.getBoundingClientRect().height < 24).length"
        )
        found[path] = (axe(page), page.evaluate("document.documentElement.scrollWidth"), small)

    assert found == {path: ([], width, 0) for path in paths}


def test_e35_every_control_is_reached_by_keyboard_and_left_again(open_page, recording):
    page = open_page(PAGE)
    page.locator(".player__media").focus()
    reached = []
    for _ in range(12):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.innerText?.trim() ?? ''"))

    words = " ".join(" ".join(reached).split())
    assert [name in words for name in ("Begrüßung", "Vortrag", "Nur den Ton anhören")] == [True] * 3


def test_e35_a_chapter_is_played_by_keyboard(open_page, recording):
    page = open_page(PAGE)

    page.get_by_role("link", name="Vortrag").press("Enter")

    assert is_after(page, 510)


def test_e35_captions_are_switched_beside_the_player(open_page, recording):
    page = open_page(PAGE, blocked="**/player*.js")
    source = page.locator("script[src*=player]").get_attribute("src")
    page.evaluate("document.querySelector('video').addTextTrack('captions', 'Deutsch', 'de')")
    page.unroute("**/player*.js")
    page.evaluate("(source) => import(source)", source)
    button = page.get_by_role("button", name="Untertitel")
    seen = []
    for _ in range(2):
        button.press("Enter")
        mode = page.evaluate("document.querySelector('video').textTracks[0].mode")
        seen.append((mode, button.get_attribute("aria-pressed")))

    assert seen == [("showing", "true"), ("hidden", "false")]


def test_a_broken_line_costs_one_piece_of_an_upload(
    open_page, client, recording, monkeypatch, live_server
):
    monkeypatch.setattr(recording_uploads, "PIECE", 10_000)
    client.force_login(editor())
    session = client.cookies["sessionid"].value
    page = open_page("/robots.txt", locale="de-DE")
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    sent = []

    def deliver(route):
        sent.append(route.request.method)
        route.abort() if sent.count("PUT") == 2 else route.continue_()

    page.route("**/datei/stueck/**", deliver)
    page.goto(f"/admin/events/recording/{recording.pk}/datei/")
    page.set_input_files("[name=file]", FILM)

    page.get_by_role("button", name="Hochladen").click()
    page.wait_for_url("**/change/")

    assert page.get_by_text("„film.webm“ ist da.").count() == 1
    row = MediaFile.objects.latest("pk")
    with row.file.open() as file:
        assert file.read() == FILM.read_bytes()

"""The sample meeting: complete, small, and nowhere taken for a real one."""

import re
import shutil
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from icalendar import Calendar

from allianz_portal.content_loading.loading import FOLDER
from events.choices import MeetingScope
from events.media_files import contents
from events.models import Attachment, Meeting, MeetingContent, Recording
from tests.allianz_portal.sample import NAME, PAGE, load_sample, spoken
from tests.factories import make_meeting
from tests.reading import text_of

pytestmark = pytest.mark.django_db
LONG_AGO = datetime(2001, 1, 1, 12, tzinfo=UTC)
NEWS_FEEDS = ("meetings_feed", "recordings_feed")
MEGABYTE = 1024 * 1024
PAGES = [
    PAGE,
    f"{PAGE}programm/was-daraus-folgt/",
    f"{PAGE}programm/lesen-statt-hoeren/",
    f"/mediathek/{NAME}/ton/",
    f"/mediathek/{NAME}/mitschrift/",
    f"{PAGE}programm-aenderungen/",
]


@pytest.fixture(autouse=True)
def sample(tmp_path, settings, monkeypatch):
    """The sample as a server without ffprobe loads it."""
    monkeypatch.setattr(contents, "shutil", SimpleNamespace(which=lambda name: None))
    load_sample(tmp_path)
    yield Recording.objects.get()
    shutil.rmtree(settings.RECORDINGS_ROOT, ignore_errors=True)


def test_the_recording_is_public_with_every_fact_that_ffprobe_would_tell(sample):
    files = [(row.role, row.height, row.mime, bool(row.sha256)) for row in sample.files.all()]

    assert files == [("audio", None, "audio/mp4", True), ("video", 720, "video/mp4", True)]
    assert {abs(row.duration - sample.duration) < 100 for row in sample.files.all()} == {True}
    assert sample.is_public
    assert sample.published_at is not None
    assert 120_000 <= sample.duration <= 180_000


def test_each_item_is_a_confirmed_chapter(sample):
    clips = [(clip.item.position, clip.is_confirmed) for clip in sample.clips.all()]

    assert clips == [(number, True) for number in range(1, 6)]


def test_the_captions_are_checked_and_say_what_is_spoken(sample):
    track = sample.tracks.get()

    assert track.is_checked
    assert [cue.text for cue in track.cues.all()] == spoken()
    assert {cue.speaker for cue in track.cues.all()} == {"Computerstimme"}


def test_slides_and_results_are_there(client):
    paper = Attachment.objects.get()

    assert (paper.is_accessible, paper.item.position) == (True, 1)
    head = paper.file.file.read()
    assert all(mark in head for mark in (b"/MarkInfo", b"/Lang (de)", b"/DisplayDocTitle true"))
    assert "Das Beispiel ist vollständig und darf gelöscht werden." in text_of(client.get(PAGE))


def test_nothing_of_it_is_large():
    files = [path for path in (FOLDER / "sample").iterdir() if path.is_file()]
    files.append(FOLDER / f"images/{NAME}.png")

    assert sum(path.stat().st_size for path in files) < 4 * MEGABYTE


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_that_it_is_a_sample_and_asks_not_to_be_listed(client, path):
    response = client.get(path)

    soup = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 200
    assert "Dieses Treffen hat nie stattgefunden." in text_of(response)
    assert "noindex" in soup.select_one('meta[name="robots"]')["content"]


@pytest.mark.parametrize("path", PAGES)
def test_no_page_claims_a_date_or_an_event(client, path):
    response = client.get(path)

    html = response.content.decode()
    assert '"@type":"Event"' not in re.sub(r"\s", "", html)
    assert Meeting.objects.get().when == "Beispiel ohne Termin"
    soup = BeautifulSoup(html, "html.parser")
    days = [time["datetime"] for time in soup.select("time")]
    assert [day for day in days if day.startswith("2026-01") or day == "2026"] == []


def test_neither_sitemap_nor_calendar_nor_home_page_knows_it(client):
    MeetingContent.objects.get().meeting.save()
    Meeting.objects.update(precision="time")  # as an editor might set it
    feeds = [client.get(path) for path in ("/sitemap.xml", f"{PAGE}kalender.ics")]

    assert NAME not in feeds[0].content.decode()
    for name in NEWS_FEEDS:
        assert NAME not in client.get(reverse(f"events:{name}", args=["atom"])).content.decode()
    assert "/mediathek/" not in feeds[0].content.decode()
    assert feeds[1].status_code == 404
    entries = Calendar.from_ical(client.get("/jahrestreffen/kalender.ics").content).walk("VEVENT")
    assert entries == []
    chosen = [scope for scope in MeetingScope if MeetingContent.objects.in_scope(scope)]
    assert chosen == [MeetingScope.PAST, MeetingScope.ALL]


def test_it_stands_behind_all_real_meetings_and_beside_none():
    real = make_meeting(facts={"starts_at": LONG_AGO})
    sample = MeetingContent.objects.get(slug=NAME)

    for scope in (MeetingScope.PAST, MeetingScope.ALL):
        assert list(MeetingContent.objects.in_scope(scope)) == [real, sample]
    assert list(MeetingContent.objects.in_scope(MeetingScope.NEXT_OR_LAST)) == [real]


def test_real_meetings_do_not_lead_to_it(client):
    real = make_meeting(slug="2025", facts={"starts_at": LONG_AGO})

    assert NAME not in client.get(real.get_absolute_url()).content.decode()
    assert real.get_absolute_url() not in client.get(PAGE).content.decode()


def test_the_list_of_recordings_marks_it(client):
    soup = BeautifulSoup(client.get("/mediathek/").content, "html.parser")

    assert soup.select_one(".card__eyebrow").get_text(strip=True).startswith("Beispiel, Dauer 2:")


def test_its_files_are_called_a_sample(client, sample):
    html = client.get(PAGE).content.decode()

    names = set(re.findall(r'download="([^"]+)"', html))
    assert {name.partition("_")[0] for name in names} == {"beispiel"}
    assert (
        "NOTE Untertitel Beispiel ohne Termin: geprüft"
        in client.get(re.search(r'src="([^"]+\.vtt)"', html)[1]).content.decode()
    )

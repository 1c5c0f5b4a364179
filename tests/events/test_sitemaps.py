"""Meetings and programme items in the sitemap."""

import pytest
from django.core.cache import cache

from events.choices import BroadcastState
from events.models import Broadcast
from events.sitemaps import MeetingSitemap, ProgrammeItemSitemap, TranscriptSitemap
from tests.events.recordings import add_captions, make_recording
from tests.factories import make_meeting

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [1, 3])
def test_published_meetings_and_their_items_are_in_the_sitemap(count, django_assert_num_queries):
    for number in range(count):
        content = make_meeting(slug=f"treffen-{number}")
        content.meeting.programme_items.create(kind="talk", title="Vortrag")
    draft = make_meeting(published=False)
    draft.meeting.programme_items.create(kind="talk", title="Geheim")
    list(MeetingSitemap().items())
    list(ProgrammeItemSitemap().items())  # the types of content are known now

    with django_assert_num_queries(6):
        urls = [*MeetingSitemap().get_urls(), *ProgrammeItemSitemap().get_urls()]
    origin = "http://127.0.0.1:8000/jahrestreffen"
    assert [url["location"] for url in urls] == [
        *(f"{origin}/treffen-{number}/" for number in range(count)),
        *(f"{origin}/treffen-{number}/programm/vortrag/" for number in range(count)),
    ]


def test_a_changed_fact_moves_the_last_change():
    content = make_meeting()
    former = type(content.meeting).objects.get()
    content.meeting.status = "EventCancelled"
    content.meeting.note_changes(former)
    content.meeting.save()

    (url,) = MeetingSitemap().get_urls()

    assert url["lastmod"] == content.meeting.facts_changed_at


@pytest.mark.parametrize("count", [1, 3])
def test_transcripts_are_in_the_sitemap(count, django_assert_num_queries):
    for number in range(count):
        content = make_meeting(slug=f"treffen-{number}")
        recording = make_recording(content=content)
        add_captions(recording, (0, 1, "Wort"))
        recording.corrections.create(on="2099-11-24", text="Ein Name war falsch.")
    add_captions(make_recording(content=make_meeting(), state=BroadcastState.ENDED), (0, 1, "a"))
    make_recording(content=make_meeting())
    list(TranscriptSitemap().get_urls())

    with django_assert_num_queries(4):
        urls = TranscriptSitemap().get_urls()
    found = sorted((url["location"], url["lastmod"].year) for url in urls)
    assert found == [
        (f"http://127.0.0.1:8000/mediathek/treffen-{number}/mitschrift/", 2099)
        for number in range(count)
    ]


def test_the_list_of_recordings_is_in_the_sitemap_once_it_lists_one(client):
    recording = make_recording(state=BroadcastState.PROCESSING)
    address = "<loc>http://127.0.0.1:8000/mediathek/</loc>"
    before = client.get("/sitemap.xml").content.decode()
    Broadcast.objects.filter(meeting=recording.meeting).update(state=BroadcastState.RECORDING)
    cache.clear()

    assert [address in text for text in (before, client.get("/sitemap.xml").content.decode())] == [
        False,
        True,
    ]

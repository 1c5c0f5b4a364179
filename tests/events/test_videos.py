"""E30, E45: what a recording says to machines."""

from datetime import UTC, datetime

import pytest

from events.choices import BroadcastState, MediaRole
from events.models import Broadcast
from tests.events.recordings import CUT, MP4, START, add_chapter, add_file, make_recording
from tests.factories import editor, make_meeting, picture
from tests.reading import empty_values, thing, things

pytestmark = pytest.mark.django_db
PAGE = "/jahrestreffen/2026/"
ORIGIN = "http://127.0.0.1:8000"
PUBLISHED = datetime(2026, 11, 20, 9, tzinfo=UTC)


def video(client) -> dict:
    return thing(client.get(PAGE), "VideoObject")


def test_e30_the_whole_recording_with_its_chapters_in_the_time_of_the_file(client):
    content = make_meeting(
        slug="2026", title='„Zwei" </script>', lead="Anriss.", facts={"starts_at": START}
    )
    recording = make_recording(
        content=content, kept=CUT, published_at=PUBLISHED, licence="CC BY 4.0", credit="Stadt"
    )
    film = add_file(recording, width=1280)
    sound = add_file(recording, role=MediaRole.AUDIO, mime="audio/mp4", height=None)
    add_chapter(recording, 0, "Begrüßung")
    add_chapter(recording, 600, "Vortrag")
    add_chapter(recording, 900, "Unbestätigt", is_confirmed=False)

    files = f"{ORIGIN}/mediathek/dateien"
    page = f"{ORIGIN}{PAGE}"
    assert video(client) == {
        "@type": "VideoObject",
        "@id": f"{page}#aufzeichnung",
        "name": 'Aufzeichnung: „Zwei" </script>',
        "description": "Anriss.",
        "url": page,
        "inLanguage": "de",
        "uploadDate": "2026-11-20T10:00:00+01:00",
        "dateModified": "2026-11-20T10:00:00+01:00",
        "duration": "PT0H58M0S",
        "contentUrl": f"{files}/{film.pk}/2026-11-12_jahrestreffen_720p.mp4",
        "license": "CC BY 4.0",
        "creditText": "Stadt",
        "recordedAt": {"@type": "Event", "name": '„Zwei" </script>', "url": page},
        "encoding": [
            {
                "@type": "MediaObject",
                "contentUrl": f"{files}/{sound.pk}/2026-11-12_jahrestreffen_ton.m4a",
                "encodingFormat": "audio/mp4",
                "contentSize": str(sound.size),
                "inLanguage": "de",
            },
            {
                "@type": "MediaObject",
                "contentUrl": f"{files}/{film.pk}/2026-11-12_jahrestreffen_720p.mp4",
                "encodingFormat": "video/mp4",
                "contentSize": str(len(MP4)),
                "width": "1280 px",
                "height": "720 px",
                "inLanguage": "de",
            },
        ],
        "hasPart": [
            {
                "@type": "Clip",
                "name": "Begrüßung",
                "startOffset": 0.0,
                "endOffset": 510.0,
                "url": f"{page}?t=90",
            },
            {
                "@type": "Clip",
                "name": "Vortrag",
                "startOffset": 510.0,
                "endOffset": 3480.0,
                "url": f"{page}?t=600",
            },
        ],
    }


def test_e30_the_event_names_its_recording_and_nothing_is_empty(client):
    add_file(make_recording(poster=picture(size=(1600, 900))))

    response = client.get(PAGE)

    assert thing(response, "Event")["recordedIn"] == {
        "@type": "VideoObject",
        "@id": f"{ORIGIN}{PAGE}#aufzeichnung",
    }
    assert empty_values(things(response)) == []
    thumbnail = thing(response, "VideoObject")["thumbnailUrl"]
    assert thumbnail.startswith(f"{ORIGIN}/media/renditions/")
    assert thumbnail.endswith(("/hero-1200.png", "/hero-1200.jpg"))


def test_e30_a_video_elsewhere_names_its_player(client):
    make_recording(provider="youtube", external_url="https://youtu.be/abcdefghijk")

    player = "https://www.youtube-nocookie.com/embed/abcdefghijk"
    assert (video(client)["embedUrl"], "contentUrl" in video(client)) == (player, False)


def test_e30_what_is_not_public_is_no_news_for_machines_even_when_staff_look(client):
    add_file(make_recording(state=BroadcastState.PROCESSING))
    client.force_login(editor())

    graph = things(client.get(PAGE))

    assert [one["@type"] for one in graph if one["@type"] == "VideoObject"] == []
    assert "recordedIn" not in thing(client.get(PAGE), "Event")


def test_e45_a_correction_moves_the_date_of_the_last_change(client):
    recording = make_recording(published_at=PUBLISHED)
    add_file(recording)
    recording.corrections.create(on="2026-11-24", text="Der Anfang wurde gekürzt.")
    recording.corrections.create(on="2026-11-22", text="Ein Name war falsch.")

    found = video(client)

    assert (found["uploadDate"], found["dateModified"]) == (
        "2026-11-20T10:00:00+01:00",
        "2026-11-24T00:00:00+01:00",
    )


def test_e30_without_a_noted_publication_the_broadcasts_state_tells_when(client):
    add_file(make_recording())
    Broadcast.objects.update(state_since=PUBLISHED)

    assert video(client)["uploadDate"] == "2026-11-20T10:00:00+01:00"

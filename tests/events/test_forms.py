"""Is it the link to a stream? What people paste by mistake, and what is told them."""

import pytest
from django.core.exceptions import ValidationError

from events.choices import Provider
from events.forms import BroadcastForm, StreamLinkField
from events.models import Broadcast
from events.models.providers import provider_of
from tests.factories import make_meeting

OTHER = "https://youtu.be/bcdefghijkl"
STREAM = "https://www.youtube.com/watch?v=abcdefghijk"
OWN = "https://stream.allianz.example/live/2026.m3u8"


@pytest.fixture(autouse=True)
def own_server(settings):
    settings.STREAM_HOSTS = ["stream.allianz.example"]


@pytest.mark.parametrize(
    ("url", "provider"),
    [
        (OWN, Provider.OWN),
        ("http://127.0.0.1:8000/live/2026.m3u8", Provider.OWN),
        ("https://anderswo.example/live/2026.m3u8", Provider.OTHER),
        ("https://stream.allianz.example/live/", Provider.OTHER),
        ("https://www.youtube.com/live/abcdefghijk?si=x", Provider.YOUTUBE),
        ("https://youtu.be/abcdefghijk", Provider.YOUTUBE),
        ("https://video.example.org/w/abcdefghijklmnopqrstuv", Provider.PEERTUBE),
        ("https://example.org/stream", Provider.OTHER),
        ("", Provider.OTHER),
    ],
)
def test_the_address_tells_who_plays_a_stream(url, provider):
    assert provider_of(url) == provider
    assert StreamLinkField(required=False).clean(f" {url} ") == url


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("rtmp://a.rtmp.youtube.com/live2", "Dorthin sendet die Technik."),
        ("SRT://10.0.0.1:9000", "Dorthin sendet die Technik."),
        ("https://studio.youtube.com/video/abcdefghijk", "Das ist die Adresse des YouTube-Studios"),
        ("https://www.youtube.com/@stadt", "Das ist nicht die Adresse eines einzelnen Videos"),
        ("http://127.0.0.1:8000/jahrestreffen/2026/", "Das ist eine Seite dieses Portals"),
        ("javascript:alert(1)", "Bitte eine gültige Adresse"),
        ("kein Link", "Bitte eine gültige Adresse"),
        ("https://[::1", "Bitte eine gültige Adresse"),
        (f"https://example.org/{'a' * 3000}", "Bitte eine gültige Adresse"),
    ],
)
def test_what_is_no_link_to_a_stream_is_refused_with_the_remedy(text, start):
    with pytest.raises(ValidationError) as refused:
        StreamLinkField().clean(text)

    assert refused.value.messages[0].startswith(start)


@pytest.mark.parametrize(
    ("url", "ticked", "expected"),
    [(STREAM, True, True), (OTHER, True, False), (OTHER, False, False)],
)
@pytest.mark.django_db
def test_another_link_has_to_be_checked_again(url, ticked, expected):
    meeting = make_meeting().meeting
    broadcast = Broadcast.objects.create(meeting=meeting, stream_url=STREAM, is_link_checked=True)
    data = {"stream_url": url, "is_link_checked": "on" if ticked else ""}

    BroadcastForm(data, instance=broadcast).save()

    assert Broadcast.objects.get().is_link_checked == expected

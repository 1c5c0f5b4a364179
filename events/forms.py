"""Forms about meetings that more than one page of the editors shows."""

from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from events.choices import Provider
from events.models import Broadcast
from events.models.providers import YOUTUBE_HOSTS, provider_of

SENDING = ("rtmp", "rtmps", "srt")


def check_stream_link(url: str) -> None:
    """Refuse what is no link to a stream, and say which one is."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if host == "studio.youtube.com":
        raise ValidationError(
            "Das ist die Adresse des YouTube-Studios, die nur Sie sehen. Kopieren Sie im Studio "
            "„Teilen“ → „Link“."
        )
    if host in YOUTUBE_HOSTS and provider_of(url) != Provider.YOUTUBE:
        raise ValidationError(
            "Das ist nicht die Adresse eines einzelnen Videos bei YouTube. Öffnen Sie den Stream "
            "und kopieren Sie „Teilen“ → „Link“."
        )
    if host == urlsplit(settings.PUBLIC_ORIGIN).hostname and provider_of(url) != Provider.OWN:
        raise ValidationError(
            "Das ist eine Seite dieses Portals, kein Stream. Ein eigener Stream endet auf .m3u8."
        )


class StreamLinkField(forms.URLField):
    """The link to a stream, as it is pasted; says so if it is the one to send to."""

    def to_python(self, value):
        text = (value or "").strip()
        if text.partition("://")[0].lower() in SENDING:
            raise ValidationError(
                "Dorthin sendet die Technik. Gebraucht wird die Adresse, unter der man zuschaut; "
                "sie beginnt mit https://."
            )
        return super().to_python(text)

    def clean(self, value):
        url = super().clean(value)
        if url:
            check_stream_link(url)
        return url


class BroadcastForm(forms.ModelForm):
    """The livestream as facts of the meeting's form."""

    class Meta:
        model = Broadcast
        fields = (
            "stream_url",
            "is_link_checked",
            "message",
            "alternative",
            "live_captions",
            "recording_promised_for",
        )
        field_classes = {"stream_url": StreamLinkField}

"""Videos that lie with somebody else: who that is, and the address of their player."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from django.conf import settings

from events.choices import Provider

YOUTUBE_HOSTS = {"youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be"}
YOUTUBE_PATH = re.compile(r"/(?:live/|embed/|shorts/)?([A-Za-z0-9_-]{11})/?")
YOUTUBE_ID = re.compile(r"[A-Za-z0-9_-]{11}")
PEERTUBE_PATH = re.compile(r"/(?:w|videos/watch|videos/embed)/([A-Za-z0-9-]{10,40})/?")
# What may stand in a policy header: a host's name, perhaps a port, and nothing else.
HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::[0-9]{1,5})?")


@dataclass(frozen=True)
class Elsewhere:
    """A recording at another provider; without a known player only a link leads there.

    `frame_origin` is the one host that the player's page lets in.
    """

    name: str
    operator: str
    url: str
    player_url: str = ""
    privacy_url: str = ""

    @property
    def title(self) -> str:
        """Where the video is, as a heading."""
        return f"Video bei {self.name}"

    @property
    def frame_origin(self) -> str:
        """Scheme and host of the player, "" where there is none."""
        parts = urlsplit(self.player_url)
        return f"{parts.scheme}://{parts.netloc}" if self.player_url else ""

    @property
    def host(self) -> str:
        """The host that learns of the visit."""
        return urlsplit(self.player_url or self.url).netloc

    def player_from(self, second: int) -> str:
        """Return the player's address, beginning at a second of the file."""
        return f"{self.player_url}?start={second}" if second else self.player_url


def provider_of(url: str) -> Provider:
    """Return who plays a stream: our own server, a provider we know, or somebody else."""
    parts = urlsplit(url)
    if parts.path.endswith(".m3u8") and parts.hostname in own_hosts():
        return Provider.OWN
    if youtube_id(url):
        return Provider.YOUTUBE
    is_peertube = parts.scheme == "https" and PEERTUBE_PATH.fullmatch(parts.path)
    return Provider.PEERTUBE if is_peertube else Provider.OTHER


def own_hosts() -> set[str]:
    """Return the hosts of our own streams: the portal's and those the operator named."""
    return {urlsplit(settings.PUBLIC_ORIGIN).hostname, *settings.STREAM_HOSTS}


def elsewhere(provider: str, url: str) -> Elsewhere | None:
    """Describe where a recording lies, None if it lies with nobody else."""
    if not url:
        return None
    if provider == Provider.YOUTUBE:
        return on_youtube(url)
    if provider == Provider.PEERTUBE:
        return on_peertube(url)
    return named_by_host(url)


def on_youtube(url: str) -> Elsewhere:
    """Describe a video at YouTube; its player comes from the host that sets fewer cookies."""
    video = youtube_id(url)
    return Elsewhere(
        name="YouTube",
        operator="Google Ireland Limited, Dublin",
        url=url,
        player_url=f"https://www.youtube-nocookie.com/embed/{video}" if video else "",
        privacy_url="https://policies.google.com/privacy?hl=de",
    )


def youtube_id(url: str) -> str:
    """Return the eleven characters that name a video, "" if the address is another."""
    parts = urlsplit(url)
    if parts.netloc.lower() not in YOUTUBE_HOSTS:
        return ""
    asked = parse_qs(parts.query).get("v", [""])[0]
    if YOUTUBE_ID.fullmatch(asked):
        return asked
    match = YOUTUBE_PATH.fullmatch(parts.path)
    return match[1] if match else ""


def on_peertube(url: str) -> Elsewhere:
    """Describe a video on a PeerTube server, which every association may run itself."""
    parts = urlsplit(url)
    host = parts.netloc.lower()
    match = PEERTUBE_PATH.fullmatch(parts.path)
    is_plain = parts.scheme == "https" and HOST.fullmatch(host)
    player = f"https://{host}/videos/embed/{match[1]}" if match and is_plain else ""
    return Elsewhere(f"PeerTube ({host})", f"Betreiber von {host}", url, player)


def named_by_host(url: str) -> Elsewhere:
    """Describe a provider whose player nobody has looked at: a link, no more."""
    host = urlsplit(url).netloc.lower()
    return Elsewhere(host, f"Betreiber von {host}", url)

"""Which file of a recording plays, and which there are to download."""

from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat

from events.choices import MediaRole
from events.media_files.names import FORMATS, address, language_name, readable_name
from media_library.renditions import ROLES, Rendition, fallback_suffix, renditions_of

# Pixels. More than 720 lines cost readers three times the data for what a talk shows.
PLAYED_HEIGHT = 720
PHONE_HEIGHT = 360
PHONES = "(width < 40rem)"
POSTER_WIDTH = 1200  # pixels, at most


@dataclass(frozen=True)
class Source:
    """One `<source>` of the player; browsers take the first that they can play."""

    url: str
    mime: str
    media: str = ""


@dataclass(frozen=True)
class Download:
    """One file to take along: what it is, and format, size and language before the click."""

    url: str
    name: str
    title: str
    about: str


def sources(files, role: str = MediaRole.VIDEO) -> list[Source]:
    """Return what the player may play, the smaller film first for phones."""
    of_role = [row for row in files if row.role == role]
    mimes = sorted({row.mime for row in of_role}, key=list(FORMATS).index)
    found = []
    for mime in mimes:
        rows = [row for row in of_role if row.mime == mime]
        small, usual = (nearest(rows, height) for height in (PHONE_HEIGHT, PLAYED_HEIGHT))
        if small is not usual:
            found.append(Source(address(small), mime, PHONES))
        found.append(Source(address(usual), mime))
    return found


def nearest(rows, height: int):
    """Return the largest film that is no higher, or else the lowest of all."""
    rows = sorted(rows, key=lambda row: row.height or 0)
    low = [row for row in rows if (row.height or 0) <= height]
    return low[-1] if low else rows[0]


def downloads(files) -> list[Download]:
    """Return every file of a recording as something to take along, films first."""
    order = list(MediaRole.values)
    rows = sorted(files, key=lambda row: (order.index(row.role), -(row.height or 0), row.pk))
    return [download(row) for row in rows]


def download(row) -> Download:
    """Return one file as something to take along."""
    label = row.get_role_display()
    return Download(
        url=address(row),
        name=readable_name(row),
        title=f"{label[0].upper()}{label[1:]}" + (f", {row.height}p" if row.height else ""),
        about=f"{FORMATS[row.mime]}, {filesizeformat(row.size)}, {language_name(row.language)}",
    )


def poster(image) -> Rendition | None:
    """Return the picture for a player, which takes one file in one format; None without one."""
    fitting = [
        one
        for one in renditions_of(image, ROLES["hero"])
        if one.suffix == fallback_suffix(image) and one.width <= POSTER_WIDTH
    ]
    return fitting[-1] if fitting else None

"""Drawings that would stop a browser, or the portal itself, stay out."""

from io import BytesIO

import pytest

from media_library.drawings import clean_drawing
from media_library.file_types import Refusal

NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def drawing(body: str) -> BytesIO:
    return BytesIO(f"<svg {NAMESPACES}>{body}</svg>".encode())


def copies(levels: int, link: str) -> str:
    """Return a path and groups, each of ten copies of the one before."""
    groups = "".join(
        f'<g id="a{level + 1}">' + f'<use {link}="#a{level}"/>' * 10 + "</g>"
        for level in range(levels)
    )
    return f'<path id="a0" d="M0 0h1"/>{groups}'


@pytest.mark.parametrize("link", ["href", "xlink:href"])
def test_copies_of_copies_are_refused(link):
    with pytest.raises(Refusal, match="Kopien von Kopien"):
        clean_drawing(drawing(copies(2, link) + f'<use {link}="#a2"/>'), "lachen.svg")


def test_a_copy_of_itself_is_refused():
    with pytest.raises(Refusal, match="Kopien von Kopien"):
        clean_drawing(drawing('<use href="#a" id="a"/>'), "kreis.svg")


@pytest.mark.parametrize("link", ["href", "xlink:href"])
def test_copies_alone_are_not(link):
    file = drawing(copies(1, link))

    clean_drawing(file, "logo.svg")

    assert file.getvalue().count(b"<use ") == 10


def test_a_drawing_two_hundred_thousand_levels_deep_is_refused():
    with pytest.raises(Refusal, match="keine gültige SVG-Zeichnung"):
        clean_drawing(drawing("<g>" * 200_000 + "</g>" * 200_000), "tief.svg")

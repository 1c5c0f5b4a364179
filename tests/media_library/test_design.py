"""How pictures for sharing look."""

import pytest

from media_library.social import design
from tests.ui.test_contrast import contrast

LOOKS = [design.WATER, design.DEEP]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("EDITION", design.EDITION + 1),
        ("MOTIF", "#000000"),
        ("WATER", design.DEEP),
        ("HEADING", (design.HEADING[0], 800)),
        ("TEXT", (design.HEADING[0], design.TEXT[1])),
    ],
)
def test_whatever_changes_the_look_changes_every_address(monkeypatch, name, value):
    monkeypatch.setattr(design, name, value)

    assert design.fingerprint() != design.FINGERPRINT


@pytest.mark.parametrize("look", LOOKS)
def test_every_word_can_be_read_on_its_ground(look):
    grounds = (look.top, look.bottom)
    ratios = [
        contrast(colour, ground)
        for colour in (look.ink, look.muted, look.accent)
        for ground in grounds
    ]

    assert min(*ratios, contrast(look.on_river, look.river)) >= 4.5

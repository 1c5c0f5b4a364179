"""What counts as another look, and what does not."""

import pytest
from PIL import Image, ImageDraw

from tests.browser import likeness

PAPER, INK = (251, 249, 245), (11, 74, 111)


@pytest.fixture(autouse=True)
def references(tmp_path, monkeypatch):
    """Keep the references of these tests apart from the real ones."""
    monkeypatch.setattr(likeness, "REFERENCES", tmp_path / "references")
    return tmp_path / "references"


def drawn(*, colour=INK, left=20, size=(300, 120)) -> Image.Image:
    """Return a component of one block on paper."""
    picture = Image.new("RGB", size, PAPER)
    ImageDraw.Draw(picture).rectangle((left, 20, left + 100, 80), fill=colour)
    return picture


def test_the_same_look_is_no_complaint(tmp_path):
    likeness.bless({"card": drawn()})

    assert likeness.complaint("card", drawn(), tmp_path) == ""


@pytest.mark.parametrize("pixels", [1, 2])
def test_a_rounded_size_is_no_complaint(tmp_path, pixels):
    likeness.bless({"card": drawn()})

    assert likeness.complaint("card", drawn(size=(300, 120 + pixels)), tmp_path) == ""


def test_softer_edges_and_a_shade_are_no_complaint(tmp_path):
    likeness.bless({"card": drawn()})
    soft = drawn(colour=(14, 78, 108))
    ImageDraw.Draw(soft).rectangle((20, 20, 120, 80), outline=(60, 110, 140))

    assert likeness.complaint("card", soft, tmp_path) == ""


@pytest.mark.parametrize(
    ("picture", "words"),
    [
        (drawn(colour=(11, 111, 74)), "of what is drawn changed"),
        (drawn(left=24), "of what is drawn changed"),
        (drawn(colour=PAPER), "of what is drawn changed"),
        (drawn(size=(300, 123)), "is (300, 123), the reference (300, 120)"),
    ],
)
def test_another_look_is_told_with_a_picture_of_it(tmp_path, picture, words):
    likeness.bless({"card": drawn()})

    complaint = likeness.complaint("card", picture, tmp_path / "seen")

    assert words in complaint
    assert complaint.endswith(f": {tmp_path / 'seen' / 'card'}.png")
    assert Image.open(tmp_path / "seen" / "card.png").width == 3 * 308


def test_a_new_component_asks_for_its_reference(tmp_path):
    likeness.bless({"card": drawn()})

    assert likeness.complaint("quote", drawn(), tmp_path) == "has no reference yet"


def test_blessing_drops_what_is_gone_and_tells_the_size_of_the_rest(references):
    likeness.bless({"card": drawn(), "gone": drawn()})

    size = likeness.bless({"card": drawn(colour=(0, 0, 0))})

    assert [path.name for path in references.iterdir()] == ["card.png"]
    assert size == (references / "card.png").stat().st_size < 2000


def test_a_reference_keeps_every_colour_however_few_it_has():
    picture = Image.linear_gradient("L").convert("RGB").resize((400, 256))
    ImageDraw.Draw(picture).rectangle((5, 5, 15, 15), fill=(156, 59, 27))

    reduced = likeness.small(picture).convert("RGB")

    assert likeness.white(likeness.changes(reduced, picture)) == 0

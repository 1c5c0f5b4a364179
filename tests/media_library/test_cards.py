"""What pictures for sharing say, and under which address."""

from dataclasses import replace

import pytest

from media_library.renditions import SocialImage
from media_library.social.cards import Card
from tests.factories import picture
from tests.media_library import files
from tests.media_library.test_renditions import in_library

pytestmark = pytest.mark.django_db
CARD = Card("article-7", "Presse", "Größe", "Motto", "2021")


def test_a_page_tells_the_address_and_all_that_can_be_read():
    image = picture(size=(1600, 900))
    card = replace(CARD, image=image, image_alt="Der Rhein")

    assert card.social_image == SocialImage(
        f"/media/{card.name}",
        1200,
        630,
        "Presse: Größe – Motto – 2021 – Der Rhein – Foto: Erika Beispiel",
    )
    assert replace(card, image=None).social_image.alt == "Presse: Größe – Motto – 2021"
    assert replace(CARD, title="Presse 2021", motto="", when="").social_image.alt == "Presse 2021"


def test_whatever_the_picture_shows_changes_its_name_and_nothing_else_does():
    card = replace(CARD, image=picture(size=(1600, 900)))
    other_credit, other_point, other_file = (
        picture(size=(1600, 900), credit="Jörg"),
        picture(size=(1600, 900), subject_location="9,9"),
        picture(size=(1600, 901)),
    )
    changes = [
        {"kicker": "Nachricht"},
        {"title": "Größen"},
        {"motto": ""},
        {"when": "2022"},
        {"image": None},
        {"image": other_credit},
        {"image": other_point},
        {"image": other_file},
    ]
    same = [{"image_alt": "Anderes"}, {"image": picture(name="zwei.png", size=(1600, 900))}]

    names = {replace(card, **change).name for change in changes}
    assert len(names - {card.name}) == len(changes)
    assert {replace(card, **change).name for change in same} == {card.name}


def test_a_name_cannot_be_guessed_from_its_thing_alone():
    head, _, digest = CARD.name.removesuffix(".jpg").rpartition("-")

    assert (head, len(digest)) == ("renditions/social/article-7", 32)


@pytest.mark.parametrize(
    ("image", "is_shown"),
    [
        (lambda: picture(size=(1600, 900)), True),
        (lambda: picture(size=(340, 900)), True),
        (lambda: picture(size=(330, 900)), False),  # would have to be enlarged too much
        (lambda: picture(size=(2000, 200)), False),
        (lambda: in_library("a.svg", files.SVG), False),
        (lambda: None, False),
    ],
)
def test_a_picture_is_shown_if_it_is_large_enough(image, is_shown):
    card = replace(CARD, image=image())

    assert (card.picture == card.image, card.picture is None) == (
        is_shown or card.image is None,
        not is_shown,
    )
    assert card.credit == ("Foto: Erika Beispiel" if is_shown else "")

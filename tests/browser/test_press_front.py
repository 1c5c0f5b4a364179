"""N11: the press page answers a newsroom's five questions within two screens.

Measured is the page as delivered, with three releases, their photos and a contact in it.
"""

from datetime import date

import pytest
import yaml
from django.conf import settings

from news.models import ArticleImage
from tests.factories import add_block, make_article, make_page, picture, press_contact, publish

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = settings.BASE_DIR / "allianz_portal/first_content/pages/presse.yaml"
SCREENS = {360: 800, 1280: 800}  # width and height of a phone and of a laptop
ANSWERS = {
    "phone": "a[href^='tel:']",
    "mail": "a[href^='mailto:']",
    "facts": 'h2:text("Das Bündnis in Kürze") + p',
    "third release": ".teaser__title >> nth=2",
    "photo": ".gallery__picture img >> nth=1",
    "archive": "main a[href='/presse/archiv/']",
}


def add_blocks(content, blocks, *, parent=None):
    """Add building blocks as the first content names them."""
    for block in blocks:
        ((plugin, values),) = block.items()
        children = values.pop("children", [])
        add_blocks(content, children, parent=add_block(content, plugin, parent=parent, **values))


@pytest.fixture
def press_front(known_types):
    """The page „Presse“ on a day with news."""
    press_contact(
        role="Pressesprecherin",
        organisation="Beispielstadt",
        hours="Mo–Fr 9–16 Uhr",
        is_general=True,
    )
    for day in (1, 2, 3):
        title = f"Mitteilung {day} mit einer Überschrift, die zwei Zeilen braucht"
        content = make_article(
            kind="press-release",
            title=title,
            lead="Anriss. " * 30,
            date=date(2021, 9, day),
            published=False,
        )
        ArticleImage.objects.create(
            content=content,
            image=picture(f"{day}.png", (1600, 900 + day), licence="press-free"),
            alt=f"Foto {day}",
            caption="Menschen am Ufer",
        )
        publish(content)
    content = make_page("Presse", template="cms/section.html", published=False)
    add_blocks(content, yaml.safe_load(PAGE.read_text())["body"])
    publish(content)


@pytest.mark.parametrize("width", SCREENS)
def test_the_answers_stand_within_two_screens(press_front, open_page, width):
    page = open_page("/presse/", viewport={"width": width, "height": SCREENS[width]})
    boxes = {name: page.locator(css).first.bounding_box() for name, css in ANSWERS.items()}
    ends = {name: box["y"] + box["height"] for name, box in boxes.items()}

    assert {name: end for name, end in ends.items() if end > 2 * SCREENS[width]} == {}
    assert ends["phone"] < SCREENS[width]
    assert page.locator("main :is(a[href$='.pdf'], form, a[href^='/admin/'])").count() == 0

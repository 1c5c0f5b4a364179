"""Captions of a taken-over text wait for their photos, and go with them."""

import pytest
from django.urls import reverse

from news.intake.captions import take, waiting
from news.intake.drafting import CAPTIONS
from tests.factories import add_block, editor, make_article
from tests.media_library.test_photo_step import RIGHTS, photo
from ui.plugin_models import FactBox

pytestmark = pytest.mark.django_db
BODY = "<p>Der Saal &amp; das Podium</p><p>Das   Modell</p>"


@pytest.fixture
def draft():
    content = make_article(published=False)
    add_block(content, "FactBoxPlugin", title="Zahlen", body="<p>Keine Unterschrift</p>")
    add_block(content, "FactBoxPlugin", title=CAPTIONS, body=BODY)
    return content


def boxes() -> list:
    return list(FactBox.objects.order_by("position").values_list("title", "body"))


def test_captions_wait_in_their_order(draft):
    assert waiting(draft) == ["Der Saal & das Podium", "Das Modell"]
    assert waiting(make_article(published=False)) == []


def test_a_used_caption_leaves_the_box_and_the_last_one_takes_it_along(draft):
    take(draft, ["Das Modell"])
    assert boxes() == [
        ("Zahlen", "<p>Keine Unterschrift</p>"),
        (CAPTIONS, "<p>Der Saal &amp; das Podium</p>"),
    ]

    take(draft, ["Der Saal & das Podium"])
    assert boxes() == [("Zahlen", "<p>Keine Unterschrift</p>")]


def test_the_photos_page_brings_them_along(client, draft):
    client.force_login(editor())
    page = reverse("admin:news_article_photos", args=[draft.article_id])

    rows = client.get(page).context["rows"]
    client.post(
        page,
        {**RIGHTS, "photo-1-file": photo(), "photo-1-caption": "Das Modell"},
    )

    shown = [row["caption"].value() for row in rows]
    assert shown == ["Der Saal & das Podium", "Das Modell", "", ""]
    assert waiting(draft) == ["Der Saal & das Podium"]

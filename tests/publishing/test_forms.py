"""What the form of an item says about rubbish, and that what was typed stays."""

import pytest

from publishing.forms import NO_ADDRESS, UNSEEN
from publishing.page_actions import change_url
from tests.factories import editor, make_article, make_partner
from tests.publishing.test_admin import filled

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("make", [make_article, make_partner])
@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("title", "\u200b\u200d\ufeff", UNSEEN),
        ("title", "\u00ad", UNSEEN),
        ("slug", "größe", NO_ADDRESS),
        ("slug", "zwei wörter", NO_ADDRESS),
    ],
)
def test_a_title_can_be_seen_and_an_address_typed(client, make, name, text, told):
    client.force_login(editor())
    url = change_url(make(published=False).identity)

    values = {f"content__{name}": text, "content__lead": "Mühsam getippt"}
    form = client.post(url, filled(client.get(url), **values)).context["adminform"].form

    assert dict(form.errors) == {f"content__{name}": [told]}
    assert form["content__lead"].value() == "Mühsam getippt"


def test_a_title_may_be_a_sign_that_is_no_letter(client):
    client.force_login(editor())
    draft = make_article(published=False)
    url = change_url(draft.article)

    client.post(url, filled(client.get(url), content__title="🎉"))

    draft.refresh_from_db()
    assert draft.title == "🎉"

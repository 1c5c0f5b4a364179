"""What the form of an item says about rubbish, and that what was typed stays."""

import pytest

from publishing.forms import CLOSED_MEANWHILE, NO_ADDRESS, SAVED_MEANWHILE, UNSEEN
from publishing.page_actions import change_url
from tests.factories import editor, make_article, make_partner, version_of
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


@pytest.mark.parametrize("close", ["publish", "archive"])
def test_words_typed_while_the_draft_was_closed_are_shown_to_be_copied(client, close):
    client.force_login(editor())
    draft = make_article(published=False, title="Alt", lead="Der Anriss.")
    url = change_url(draft.article)
    mine = filled(client.get(url), content__title="Meins", content__boilerplate="Zwei\r\nZeilen")
    del mine["change_kind"]  # a text that was never public is not asked for it
    getattr(version_of(draft), close)(editor("freigabe"))

    warned = client.post(url, mine)

    draft.refresh_from_db()
    both = [(one.label, one.old, one.new) for one in warned.context["conflict"]]
    assert both == [("Überschrift", "Alt", "Meins"), ("Hintergrund", "", "Zwei\nZeilen")]
    errors = warned.context["adminform"].form.non_field_errors()
    assert (warned.status_code, errors, draft.title) == (409, [CLOSED_MEANWHILE], "Alt")


def test_facts_of_a_published_item_that_two_change_are_told_as_ever(client):
    client.force_login(editor())
    url = change_url(make_article().article)
    mine = filled(client.get(url), origin="Meins")
    client.post(url, filled(client.get(url), origin="Ihres"))

    errors = client.post(url, mine).context["adminform"].form.non_field_errors()

    assert errors == [SAVED_MEANWHILE]


def test_an_order_leaves_room_for_what_comes_last(client):
    client.force_login(editor())
    draft = make_article(published=False)
    url = change_url(draft.article)
    rows = {"sources-TOTAL_FORMS": "2", "sources-0-title": "Eine", "sources-1-title": "Letzte"}
    rows["sources-1-position"] = ""

    refused = client.post(url, filled(client.get(url), **rows, **{"sources-0-position": "32767"}))
    client.post(url, filled(client.get(url), **rows, **{"sources-0-position": "9999"}))

    assert (refused.status_code, refused.context["errors"]) == (
        200,
        [["Dieser Wert muss kleiner oder gleich 9999 sein."]],
    )
    assert list(draft.sources.order_by("position").values_list("title", "position")) == [
        ("Eine", 9999),
        ("Letzte", 10000),
    ]

"""G21, D12: two editors at one building block; the second is asked, nobody's text is lost."""

import pytest
from cms.models import Placeholder
from cms.toolbar.utils import get_object_edit_url
from djangocms_text.models import Text
from djangocms_versioning.models import Version

from tests.factories import add_block, add_text, make_article
from tests.publishing.test_presence import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def text():
    """A text in a draft."""
    return add_text(make_article(published=False), "<p>Alt</p>")


@pytest.fixture
def anna():
    return signed_in("anna", first_name="Anna", last_name="Beispiel")


@pytest.fixture
def bernd():
    return signed_in("bernd")


def url(plugin) -> str:
    return f"/admin/cms/placeholder/edit-plugin/{plugin.pk}/?cms_path=%2F"


def save(client, plugin, body, **values):
    return client.post(url(plugin), {"body": f"<p>{body}</p>", "json": "", **values})


def stored(plugin) -> str:
    return Text.objects.get(pk=plugin.pk).body


def test_the_second_in_the_form_sees_both_texts_and_may_insist(anna, bernd, text):
    for client in (anna, bernd):
        client.get(url(text))
    save(anna, text, "Von Anna", _popup="1")

    asked = save(bernd, text, "Von Bernd", _popup="1")
    kept = stored(text)
    save(bernd, text, "Von Bernd", _popup="1")

    both = [(one.label, one.old, one.new) for one in asked.context["differences"]]
    assert (asked.status_code, both) == (409, [("Text", "Von Anna", "Von Bernd")])
    assert "Anna Beispiel hat diesen Baustein gesichert" in asked.content.decode()
    assert ("body", "<p>Von Bernd</p>") in asked.context["values"]
    assert (kept, stored(text)) == ("<p>Von Anna</p>", "<p>Von Bernd</p>")


def test_the_second_on_the_page_is_refused_with_a_sentence(anna, bernd, text):
    page = get_object_edit_url(text.placeholder.source)
    for client in (anna, bernd):
        client.get(page)
    save(anna, text, "Von Anna")

    refused = save(bernd, text, "Von Bernd")
    bernd.get(page)
    save(bernd, text, "Von beiden")

    assert refused.status_code == 409
    assert refused.content.decode().startswith('<div class="field-body"><ul class="errorlist"><li>')
    assert "Anna Beispiel hat diesen Text inzwischen geändert" in refused.content.decode()
    assert stored(text) == "<p>Von beiden</p>"


def test_who_writes_alone_or_at_another_block_is_not_asked(anna, bernd, text):
    other = add_block(text.placeholder.source, "FactBoxPlugin", body="<p>B</p>")
    anna.get(get_object_edit_url(text.placeholder.source))
    bernd.get(url(other))

    answers = [save(anna, text, "Eins"), save(anna, text, "Zwei"), save(bernd, other, "Drei")]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert stored(text) == "<p>Zwei</p>"


def test_a_block_whose_draft_is_thrown_away_meanwhile_is_not_found(anna, text, monkeypatch):
    def gone(*args):
        raise Version.DoesNotExist

    monkeypatch.setattr(Placeholder, "check_source", gone)

    assert save(anna, text, "Zu spät").status_code == 404


def test_rubbish_is_no_block(anna):
    answers = [anna.post(f"/admin/cms/placeholder/edit-plugin/{key}/") for key in (0, 999999)]

    assert [answer.status_code for answer in answers] == [404, 404]

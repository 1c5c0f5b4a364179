"""A shared block is made from nothing, written, published and shown on two pages."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from djangocms_alias.models import AliasContent, Category

from tests.factories import add_block, add_text, make_page, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def redaktion(client):
    """A client of the group Redaktion."""
    user = get_user_model().objects.create_user("rita", is_staff=True)
    user.groups.add(Group.objects.get(name="Redaktion"))
    client.force_login(user)
    return client


def test_the_form_asks_for_a_name_and_offers_the_categories(redaktion):
    form = redaktion.get("/admin/djangocms_alias/alias/add/").context["adminform"].form

    assert [field.label for field in form.visible_fields()] == ["Name (Deutsch)", "Kategorie"]
    assert [str(one) for one in form.fields["category"].queryset] == ["Allgemein"]
    assert form["category"].value() == Category.objects.get().pk


def test_an_editor_makes_a_shared_block_and_shows_it_on_two_pages(redaktion):
    url = "/admin/djangocms_alias/alias/add/"
    form = redaktion.get(url).context["adminform"].form
    category = form["category"].value()
    redaktion.post(
        url, {"content__name": "Unser Kasten", "content__language": "de", "category": category}
    )
    content = AliasContent.admin_manager.get()
    content.alias.get_placeholder(language="de", show_draft_content=True)
    add_text(content, "<p>Überall gleich.</p>", slot=content.placeholder_slotname)
    publish(content)
    redaktion.logout()

    pages = [make_page(title, published=False) for title in ("Eins", "Zwei")]
    for page in pages:
        add_block(page, "Alias", alias=content.alias)
        publish(page)

    texts = [redaktion.get(page.get_absolute_url()).content.decode() for page in pages]
    assert ["Überall gleich." in text for text in texts] == [True, True]

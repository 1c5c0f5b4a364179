"""N09: drafts that a text uses are published with it, all or none; a shared block is the case."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from djangocms_alias.models import Alias, AliasContent, Category
from djangocms_versioning.models import Version

from publishing.page_actions import act
from publishing.together import companions, label_of
from tests.factories import (
    add_block,
    add_text,
    editor,
    make_article,
    make_initiative,
    make_page,
    make_partner,
    new_draft,
    version_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def rita(client):
    rita = get_user_model().objects.create_user("rita", is_staff=True)
    rita.groups.set(Group.objects.filter(name="Redaktion"))
    client.force_login(rita)
    return rita


def shared_block(text: str) -> AliasContent:
    """Return the draft of a shared block with a text."""
    category = Category.objects.first() or Category.objects.create(name="Allgemein")
    alias = Alias.objects.create(category=category)
    manager = AliasContent.objects.with_user(editor())
    content = manager.create(alias=alias, name="Unser Kasten", language="de")
    alias.get_placeholder(language="de", show_draft_content=True)
    add_text(content, f"<p>{text}</p>", slot=content.placeholder_slotname)
    return content


def names(content) -> list:
    return [label_of(version) for version in companions(version_of(content), editor())]


def states(*contents) -> list:
    return [Version.objects.get(pk=version_of(content).pk).state for content in contents]


def answer(client, content, *chosen):
    keys = [version_of(one).pk for one in chosen]
    data = {"together": "1", "companions": keys}
    return client.post(act(version_of(content), "publish", next="/admin/"), data)


def said(response) -> list:
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_what_a_page_shows_of_a_shared_block_is_published_with_it(client, rita):
    block = shared_block("Frisch geteilt")
    page = make_page("Seite", published=False)
    add_block(page, "Alias", alias=block.alias)

    asked = client.post(act(version_of(page), "publish"))
    untouched = states(page, block)
    answer(client, page, block)
    client.logout()

    offered = [str(label) for _, label in asked.context["form"].fields["companions"].choices]
    assert (len(offered), "Unser Kasten" in offered[0]) == (1, True)
    assert "Together" not in asked.content.decode()
    assert untouched == ["draft", "draft"]
    assert states(page, block) == ["published", "published"]
    assert "Frisch geteilt" in client.get("/seite/").content.decode()


def test_what_a_text_links_to_or_names_and_no_reader_sees_is_offered():
    article = make_article(published=False, title="Ziel", slug="ziel")
    make_initiative(published=False, title="Getippt", slug="getippt")
    content = make_article(published=False)
    add_text(
        content,
        f'<p><a data-cms-href="news.article:{article.article_id}">A</a>'
        '<a href="/initiativen/getippt/">B</a></p>',
    )
    content.partners.add(make_partner(published=False, title="Partnerin").partner)
    content.partners.add(make_partner(title="Schon da").partner)
    newer = new_draft(make_article(title="Neuer Entwurf von Öffentlichem"))
    add_text(content, f'<p><a data-cms-href="news.article:{newer.article_id}">C</a></p>')

    assert names(content) == [
        "Initiative „Getippt“",
        "Nachricht oder Pressemitteilung „Ziel“",
        "Partner „Partnerin“",
    ]


def test_all_or_nothing(client, rita):
    target = make_article(published=False, title="Ohne Anriss", lead="")
    content = make_article(published=False, title="Text")
    add_text(content, f'<p><a data-cms-href="news.article:{target.article_id}">A</a></p>')

    refused = answer(client, content, target)

    assert states(content, target) == ["draft", "draft"]
    assert [text.split(" (1)")[0] for text in said(refused)] == [
        "Nichts veröffentlicht. Nachricht oder Pressemitteilung „Ohne Anriss“: "
        "Noch nicht veröffentlicht."
    ]


def test_without_a_tick_the_text_alone_is_published(client, rita):
    target = make_article(published=False)
    content = make_article(published=False)
    add_text(content, f'<p><a data-cms-href="news.article:{target.article_id}">A</a></p>')

    response = answer(client, content)

    assert (response.status_code, states(content, target)) == (302, ["published", "draft"])


def test_with_nothing_to_tick_nobody_is_asked(client, rita):
    content = make_article(published=False)

    response = client.post(act(version_of(content), "publish"))

    assert (response.status_code, states(content)) == (302, ["published"])


def test_what_was_not_offered_is_not_published(client, rita):
    content, stranger = make_article(published=False), make_article(published=False)
    target = make_article(published=False)
    add_text(content, f'<p><a data-cms-href="news.article:{target.article_id}">A</a></p>')

    response = answer(client, content, stranger)

    assert response.status_code == 200
    assert states(content, stranger, target) == ["draft"] * 3


def test_drafts_that_somebody_may_not_publish_are_not_offered(client):
    press = get_user_model().objects.create_user("presse", is_staff=True)
    press.groups.set(Group.objects.filter(name="Presse"))
    partner = make_partner(published=False)
    content = make_article(published=False)
    content.partners.add(partner.partner)

    assert companions(version_of(content), press) == []

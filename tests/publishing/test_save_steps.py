"""A form's buttons save and go on, so that nothing typed is lost for the sake of a step."""

from datetime import timedelta

import pytest
from cms.toolbar.utils import get_object_edit_url
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.utils import timezone

from publishing.approval import approval_of
from publishing.page_actions import act, change_url
from tests.factories import editor, make_article, make_partner, publish, version_of
from tests.publishing.test_admin import filled, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client):
    client.force_login(editor())
    return client


def offered(client, content) -> list[str]:
    page = client.get(change_url(content.identity))
    return [step.name for step in page.context["save_steps"]]


def saved(client, content, button, **changes):
    url = change_url(content.identity)
    changes.setdefault("content__title", "Neuer Titel")
    return client.post(url, {**filled(client.get(url), **changes), button: "1"})


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_the_writer_of_a_release_is_offered_to_ask_and_of_news_to_publish(admin):
    release = make_article(kind="press-release", published=False)
    news = make_article(published=False)

    assert "_request_approval" in offered(admin, release)
    assert "_publish" not in offered(admin, release)
    assert "_publish" in offered(admin, news)


def test_who_may_not_publish_is_offered_to_ask(client, known_types):
    mia = editor("mia", is_superuser=False)
    mia.groups.add(Group.objects.get(name="Mitarbeit"))
    client.force_login(mia)
    news = make_article(published=False)

    steps = offered(client, news)

    assert ("_request_approval" in steps, "_publish" in steps) == (True, False)


def test_a_form_saves_and_asks_for_the_release(admin):
    draft = make_article(kind="press-release", published=False)

    response = saved(admin, draft, "_request_approval")

    assert fresh(draft).title == "Neuer Titel"
    assert approval_of(version_of(draft)).requested_by == editor()
    assert response.url == change_url(draft.identity)


def test_a_form_saves_and_publishes_and_says_where(admin):
    draft = make_article(published=False, slug="treffen")

    response = saved(admin, draft, "_publish")

    assert version_of(fresh(draft)).state == "published"
    assert response.url == change_url(draft.identity)
    assert said(response) == [
        "Veröffentlicht: „Neuer Titel“. Leser sehen es jetzt: "
        '<a href="/aktuelles/treffen/">/aktuelles/treffen/</a>'
    ]


def test_what_misses_something_is_saved_and_not_published(admin):
    draft = make_article(published=False)

    response = saved(admin, draft, "_publish", content__lead="")

    assert (fresh(draft).title, fresh(draft).lead) == ("Neuer Titel", "")
    assert version_of(fresh(draft)).state == "draft"
    assert "Noch nicht veröffentlicht. Bitte zuerst ergänzen:" in said(response)


def test_a_draft_that_uses_others_asks_and_its_answer_goes_to_the_version(admin):
    partner = make_partner(published=False)
    draft = make_article(published=False)
    draft.partners.add(partner.identity)

    page = saved(admin, draft, "_publish")

    assert page.context["action"] == act(version_of(draft), "publish", next="", stand="")
    assert version_of(fresh(draft)).state == "draft"
    admin.post(page.context["action"], {"together": "1"})
    assert version_of(fresh(draft)).state == "published"


def test_a_form_saves_and_leads_to_the_page(admin):
    draft = make_article(published=False)

    assert saved(admin, draft, "_write").url == get_object_edit_url(fresh(draft))


def test_facts_of_what_is_published_are_saved_whatever_the_button_says(admin):
    content = publish(make_article(published=False))

    assert offered(admin, content) == []
    assert saved(admin, content, "_publish").status_code == 302
    assert version_of(fresh(content)).state == "published"


def test_under_a_sperrfrist_no_button_publishes(admin):
    draft = make_article(published=False, embargo_until=timezone.now() + timedelta(days=1))

    assert "_publish" not in offered(admin, draft)

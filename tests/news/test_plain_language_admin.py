"""N15: what editors do with a version in plain language."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from news.models import Article
from news.plain_language import begin
from news.version_checks import checks
from publishing.change_notes import write_note
from tests.factories import editor, make_article, new_draft, publish, version_of
from tests.publishing.test_admin import filled, form_url

pytestmark = pytest.mark.django_db
FIELD = "plain_language_of"


@pytest.fixture
def admin(client):
    client.force_login(editor())
    return client


def pair():
    """Return a text and its version in plain language."""
    original = make_article(title="Regen")
    return original.article, begin(original.article, editor())


def asked():
    """Return such a pair, published, whose original has changed since."""
    original, twin = pair()
    content = twin.latest_content
    content.lead = "Es regnet."
    content.save()
    publish(content)
    draft = new_draft(original.published_content)
    write_note(version_of(draft), kind="update", text="Anders.")
    publish(draft)
    return original, twin


def buttons(client, article) -> list[str]:
    page = BeautifulSoup(client.get(form_url(article)).content, "html.parser")
    found = page.select(".object-tools a, .object-tools button")
    return [" ".join(one.text.split()) for one in found]


def refusal(client, article, original) -> list[str]:
    """Return what the form says when the article is to be a version of another one."""
    page = client.get(form_url(article))
    response = client.post(form_url(article), filled(page, **{FIELD: original.pk}))
    return response.context["adminform"].form.errors.get(FIELD, [])


def test_the_button_begins_a_draft_and_leads_to_its_form(admin):
    original = make_article(title="Regen").article
    assert "Fassung in Einfacher Sprache beginnen" in buttons(admin, original)

    response = admin.post(f"/admin/news/article/{original.pk}/einfache-sprache/", follow=True)

    twin = Article.objects.get(plain_language_of=original)
    assert response.redirect_chain == [(form_url(twin), 302)]
    assert "der Text ist leer" in response.content.decode()
    assert "Fassung in Einfacher Sprache" in buttons(admin, original)
    assert "Fassung in Einfacher Sprache beginnen" not in buttons(admin, original)
    assert "Ausführliche Fassung" in buttons(admin, twin)


def test_what_has_changed_is_said_on_the_form_and_settled_there(admin):
    original, twin = asked()
    page = admin.get(form_url(twin)).content.decode()

    assert "Fassung in Einfacher Sprache prüfen: Seit" in page
    assert "Passt noch" in buttons(admin, twin)
    assert "Passt noch" not in buttons(admin, original)

    admin.post(f"/admin/news/article/{twin.pk}/passt-noch/")
    assert (checks(), "Passt noch" in buttons(admin, twin)) == ([], False)


def test_the_form_says_at_the_field_which_text_cannot_be_chosen(admin):
    original, twin = pair()
    other = make_article().article
    twice = make_article().article

    assert refusal(admin, other, other) == [
        "Das ist dieser Text selbst. Wählen Sie den ausführlichen, oder lassen Sie das Feld leer."
    ]
    assert refusal(admin, other, twin) == [
        "Das ist selbst eine Fassung in Einfacher Sprache. Wählen Sie den ausführlichen Text."
    ]
    assert refusal(admin, original, other) == [
        "Dieser Text hat selbst eine Fassung in Einfacher Sprache und kann deshalb keine sein. "
        "Lassen Sie das Feld leer."
    ]
    assert refusal(admin, twice, original) == [
        "Zu diesem Text gibt es schon eine Fassung in Einfacher Sprache. Wählen Sie einen anderen."
    ]
    assert Article.objects.exclude(plain_language_of=None).get() == twin


def test_a_text_that_is_there_already_can_be_chosen_and_the_choice_is_logged(admin):
    original, existing = make_article(title="Regen").article, make_article().article
    page = admin.get(form_url(existing))

    admin.post(form_url(existing), filled(page, **{FIELD: original.pk}))

    existing.refresh_from_db()
    assert existing.plain_language_of == original
    assert "In Einfacher Sprache von" in admin.get(form_url(existing)).content.decode()


def test_who_may_not_add_or_change_articles_does_neither(client):
    twin = asked()[1]
    other = make_article().article
    reader = get_user_model().objects.create_user("leserin", is_staff=True)
    client.force_login(reader)
    view = Permission.objects.get(codename="view_article")
    reader.user_permissions.add(view)
    urls = [f"{other.pk}/einfache-sprache/", f"{twin.pk}/passt-noch/"]

    answers = [client.post(f"/admin/news/article/{url}").status_code for url in urls]

    assert answers == [403, 403]
    assert (len(checks()), Article.objects.filter(plain_language_of=other).exists()) == (1, False)


def test_looking_changes_nothing_and_a_version_has_none_of_its_own(admin):
    original, twin = asked()
    prefix = "/admin/news/article"

    assert admin.get(f"{prefix}/{original.pk}/einfache-sprache/").status_code == 302
    assert admin.get(f"{prefix}/{twin.pk}/passt-noch/").status_code == 302
    assert admin.post(f"{prefix}/{twin.pk}/einfache-sprache/").status_code == 403
    assert (len(checks()), Article.objects.count()) == (1, 2)


def test_what_has_no_text_has_no_version_either(admin):
    empty = Article.objects.create()

    assert admin.post(f"/admin/news/article/{empty.pk}/einfache-sprache/").status_code == 404
    assert admin.post("/admin/news/article/999999/einfache-sprache/").status_code == 404

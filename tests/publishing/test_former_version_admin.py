"""A former version is closed with a reason and opened again, by whoever may publish."""

from functools import partial

import pytest
from django.contrib.auth.models import Permission
from djangocms_versioning.helpers import version_list_url

from publishing.models import FormerVersion
from publishing.page_actions import act
from tests.factories import editor, make_article, version_of
from tests.publishing.changing import changed_on, stop_clock

pytestmark = pytest.mark.django_db
WHY = {"reason": "Name einer Person."}


@pytest.fixture
def corrected(monkeypatch):
    """The first and the second text of an article that was corrected."""
    stop_clock(monkeypatch, 1)
    old = make_article(title="Um 17 Uhr")
    new = partial(changed_on, monkeypatch)(old, day=5, title="Um 18 Uhr")
    return old, new


@pytest.fixture
def url(corrected) -> str:
    return act(version_of(corrected[0]), "former")


def test_the_list_of_versions_offers_it_for_a_former_one_only(client, corrected, url):
    client.force_login(editor())

    page = client.get(version_list_url(corrected[1])).content.decode()

    assert page.count("Frühere Fassung sperren") == 1
    assert f'href="{url}"' in page


def test_it_is_asked_first_which_and_where(client, corrected, url):
    client.force_login(editor())

    page = client.get(url).content.decode()

    assert "Fassung 1 von „Um 17 Uhr“ (01.03.2027 10:00 bis 05.03.2027 10:00) sperren?" in page
    assert f'href="/n/{corrected[0].article.short_code}/v/1"' in page
    assert FormerVersion.objects.get().is_readable


@pytest.mark.parametrize(
    "answer", [{"is_reason_public": "on"}, {"reason": "   "}, {"reason": "x" * 301}]
)
def test_it_is_not_closed_without_a_reason(client, url, answer):
    client.force_login(editor())

    assert client.post(url, answer).context["form"].has_error("reason")
    assert FormerVersion.objects.get().is_readable


def test_it_is_closed_and_opened_again_and_each_is_logged(client, corrected, url):
    client.force_login(editor())
    client.post(url, WHY)
    closed = FormerVersion.objects.get()
    offered = client.get(version_list_url(corrected[1])).content.decode()

    client.post(url)

    opened = FormerVersion.objects.get()
    assert (closed.is_readable, closed.reason, closed.closed_by) == (
        False,
        "Name einer Person.",
        editor(),
    )
    assert "Frühere Fassung wieder öffnen" in offered
    assert (opened.is_readable, opened.reason, opened.closed_by) == (True, "", None)


def test_what_is_no_former_version_cannot_be_closed(client, corrected):
    client.force_login(editor())
    url = act(version_of(corrected[1]), "former")

    page = client.post(url, WHY, follow=True).content.decode()

    assert "Diese Version ist keine frühere Fassung" in page
    assert FormerVersion.objects.get().is_readable


@pytest.mark.parametrize(
    ("rights", "status"),
    [
        ([], 403),
        (["change_articlecontent"], 403),
        (["change_articlecontent", "publish_content"], 302),
    ],
)
def test_only_who_may_publish_may_close(client, url, rights, status):
    user = editor("kollegin", is_superuser=False)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)

    assert client.post(url, WHY).status_code == status
    assert FormerVersion.objects.get().is_readable == (status == 403)


def test_a_stranger_is_asked_to_sign_in(client, url):
    response = client.post(url, WHY)

    assert (response.status_code, response.context["app_path"]) == (403, "/admin/login/")
    assert FormerVersion.objects.get().is_readable

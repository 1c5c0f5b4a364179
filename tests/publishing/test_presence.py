"""G21: who else has something open is named within ten seconds; taking over warns the first."""

from datetime import timedelta

import pytest
from cms.toolbar.utils import get_object_edit_url
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from publishing.models import EditingSession
from publishing.page_actions import change_url
from tests.factories import make_article, make_page, make_person

pytestmark = pytest.mark.django_db
PING = "/admin/anwesend/"


def signed_in(name, group="Redaktion", **values) -> Client:
    user = get_user_model().objects.create_user(name, is_staff=True, **values)
    user.groups.set(Group.objects.filter(name=group))
    client = Client()
    client.force_login(user)
    return client


def ping(client, place, *extra):
    place = place.partition("?")[0]  # as the browser says it
    return client.post(PING, {"place": place, **dict.fromkeys(extra, "1")})


def names(answer) -> tuple:
    data = answer.json()
    return [other.split(" (seit")[0] for other in data["others"]], data["taken"]


@pytest.fixture
def anna():
    return signed_in("anna", first_name="Anna", last_name="Beispiel")


@pytest.fixture
def bernd():
    return signed_in("bernd")


@pytest.mark.parametrize("make", ["article form", "article page", "page", "person"])
def test_the_second_hears_of_the_first_and_the_first_of_the_second(anna, bernd, make):
    article = make_article(published=False)
    place = {
        "article form": lambda: change_url(article.article),
        "article page": lambda: get_object_edit_url(article),
        "page": lambda: get_object_edit_url(make_page(published=False)),
        "person": lambda: change_url(make_person()),
    }[make]()

    answers = [ping(anna, place, "new"), ping(bernd, place, "new"), ping(anna, place)]

    assert [names(answer) for answer in answers] == [
        ([], ""),
        (["Anna Beispiel"], ""),
        (["bernd"], ""),
    ]


def test_form_and_page_of_one_item_are_one_place(anna, bernd):
    article = make_article(published=False)
    ping(anna, change_url(article.article))

    assert names(ping(bernd, get_object_edit_url(article))) == (["Anna Beispiel"], "")


def test_who_falls_silent_is_gone(anna, bernd):
    place = change_url(make_article().article)
    ping(anna, place)
    late = timezone.now() - timedelta(seconds=21)
    EditingSession.objects.filter(user__username="anna").update(last_ping=late)

    assert names(ping(bernd, place)) == ([], "")


def test_taking_over_warns_the_first_until_they_open_it_anew(anna, bernd):
    place = change_url(make_article().article)
    ping(anna, place, "new")
    ping(bernd, place, "take", "new")

    warned = names(ping(anna, place))
    again = names(ping(anna, place, "new"))

    assert (warned, again) == ((["bernd"], "bernd"), (["bernd"], ""))


def test_long_gone_sessions_are_forgotten(anna):
    ping(anna, change_url(make_article().article))
    EditingSession.objects.update(last_ping=timezone.now() - timedelta(hours=2))
    ping(anna, change_url(make_article().article))

    assert EditingSession.objects.count() == 1


@pytest.mark.parametrize(
    "place",
    [
        *("", "unfug", "/", "/admin/", "/admin/news/article/add/", "/admin/news/article/x/change/"),
        *(f"/admin/cms/placeholder/object/{numbers}/" for numbers in ("99999/edit/1", "1/edit/99")),
    ],
)
def test_what_is_no_place_is_answered_with_nothing(anna, place):
    assert (ping(anna, place).status_code, EditingSession.objects.count()) == (204, 0)


def test_who_may_not_change_it_learns_nothing(anna):
    place = change_url(make_person())
    ping(anna, place)

    assert ping(signed_in("presse", "Presse"), place).status_code == 204
    script = {"Sec-Fetch-Mode": "cors"}
    assert Client().post(PING, {"place": place}, headers=script).status_code == 302
    assert anna.get(PING).status_code == 405

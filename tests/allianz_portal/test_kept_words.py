"""Who was signed out while writing signs in and goes on; no word is lost (and none stored)."""

import re
from html import unescape

import pytest
from axes.models import AccessAttempt
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from publishing.models import HouseWord
from tests.factories import editor

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/publishing/houseword/add/"
PASSWORD = "ein langes Kennwort 7"  # noqa: S105
WORDS = {"word": "<Lovelace>", "instead": "„Ä“\r\nb", "reason": "", "_continue": "Sichern"}
HERE = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "navigate"}


@pytest.fixture
def late():
    """A browser that checks forms, whose editor has been signed out."""
    user = editor()
    user.set_password(PASSWORD)
    user.save()
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(user)
    browser.get(ADDRESS)
    Session.objects.all().delete()
    return browser


def hidden(page: str) -> dict:
    """Return a page's hidden fields, but for the token."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    return {name: unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def post(browser, address, fields, **headers):
    """Send what a page of ours has shown."""
    token = browser.cookies["csrftoken"].value
    return browser.post(address, {**fields, "csrfmiddlewaretoken": token}, headers=headers)


def sign_in(browser, page, password=PASSWORD):
    """Sign in on a page as it is shown."""
    fields = {**hidden(page.content.decode()), "username": "redaktion", "password": password}
    return post(browser, "/admin/login/", fields)


def test_what_is_sent_too_late_goes_along_through_the_sign_in(late):
    asked = post(late, ADDRESS, WORDS)
    offered = sign_in(late, asked)
    fields = hidden(offered.content.decode())
    saved = post(late, ADDRESS, fields)

    assert (asked.status_code, offered.status_code, saved.status_code) == (403, 200, 302)
    assert fields == WORDS
    assert list(HouseWord.objects.values_list("word", "instead")) == [("<Lovelace>", "„Ä“\r\nb")]


def test_a_wrong_password_loses_nothing(late):
    asked = post(late, ADDRESS, WORDS)
    again = sign_in(late, asked, "falsch")
    offered = sign_in(late, again)

    assert again.status_code == 200
    assert hidden(offered.content.decode()) == WORDS


def test_too_many_wrong_passwords_lose_nothing(late):
    asked = post(late, ADDRESS, WORDS)
    wrong = [sign_in(late, asked, "falsch") for _ in range(5)]
    AccessAttempt.objects.all().delete()  # a quarter of an hour later the page is sent again
    offered = sign_in(late, sign_in(late, asked, "falsch"))

    assert [page.status_code for page in wrong] == [200, 200, 200, 200, 429]
    assert "noch einmal gesendet" in wrong[-1].content.decode()
    assert hidden(offered.content.decode()) == WORDS


def test_a_lock_without_words_speaks_of_none(late):
    late.get("/admin/login/")
    fields = {"username": "redaktion", "password": "falsch"}
    locked = [post(late, "/admin/login/", fields) for _ in range(5)][-1]

    assert locked.status_code == 429
    assert "noch einmal gesendet" not in locked.content.decode()


@pytest.mark.parametrize("fields", [{}, {"old_password": "a", "new_password1": "b"}])
def test_where_no_words_are_left_it_is_as_ever(late, fields):
    asked = post(late, "/admin/password_change/", fields)
    late.force_login(get_user_model().objects.get())
    late.cookies["csrftoken"] = "b" * 32
    old = {**fields, "csrfmiddlewaretoken": "a" * 32}
    refused = late.post("/admin/logout/", old, headers=HERE)

    assert (asked.status_code, refused.status_code) == (302, 403)
    assert "Noch einmal senden" not in refused.content.decode()


def test_passwords_are_not_carried_and_files_are_named(late):
    file = SimpleUploadedFile("logo<b>.png", b"x")
    sent = {"word": "Ada", "new_password": PASSWORD, "portrait": file}
    token = late.cookies["csrftoken"].value
    asked = late.post(f"{ADDRESS}?a=1", {**sent, "csrfmiddlewaretoken": token})
    offered = sign_in(late, asked).content.decode()

    assert PASSWORD not in asked.content.decode()
    assert hidden(offered) == {"word": "Ada"}
    assert '<form method="post" action="/admin/publishing/houseword/add/?a=1">' in offered
    assert "<li>logo&lt;b&gt;.png</li>" in offered


def test_a_form_from_before_another_sign_in_is_offered_again(late):
    old = late.cookies["csrftoken"].value
    late.force_login(editor())
    late.cookies["csrftoken"] = "b" * 32
    fields = {**WORDS, "csrfmiddlewaretoken": old}

    offered = late.post(ADDRESS, fields, headers=HERE)

    assert hidden(offered.content.decode()) == WORDS
    assert post(late, ADDRESS, WORDS).status_code == 302


def test_a_sign_in_from_before_another_sign_in_keeps_the_words(late):
    asked = hidden(post(late, ADDRESS, WORDS).content.decode())
    old = late.cookies["csrftoken"].value
    late.force_login(editor())
    late.cookies["csrftoken"] = "b" * 32

    offered = late.post("/admin/login/", {**asked, "csrfmiddlewaretoken": old}, headers=HERE)

    assert hidden(offered.content.decode()) == WORDS


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {},
    ],
)
@pytest.mark.parametrize("signed_in", [True, False])
def test_what_another_site_sends_is_refused(late, headers, signed_in):
    if signed_in:
        late.force_login(editor())

    response = late.post(ADDRESS, WORDS, headers=headers)

    assert response.status_code == 403
    assert hidden(response.content.decode()) == {}
    assert "Lovelace" not in response.content.decode()


@pytest.mark.parametrize("path", ["https://example.org/", "//example.org/", "/", "javascript:1"])
def test_words_go_nowhere_but_to_an_editors_form(late, path):
    asked = {"kept-path": path, "kept.word": "Ada", "next": "/admin/"}
    late.get("/admin/login/")

    response = post(late, "/admin/login/", {**asked, "username": "redaktion", "password": PASSWORD})

    assert (response.status_code, response["Location"]) == (302, "/admin/")


def test_a_script_is_led_to_the_sign_in_as_ever(late):
    response = post(late, ADDRESS, WORDS, **{"Sec-Fetch-Mode": "cors"})

    assert (response.status_code, response["Location"].split("?")[0]) == (302, "/admin/login/")


def test_neither_page_is_kept_by_the_browser_or_asks_the_database_for_the_words(late):
    asked = post(late, ADDRESS, WORDS)
    offered = sign_in(late, asked)

    assert ["no-store" in page["Cache-Control"] for page in (asked, offered)] == [True, True]
    assert Session.objects.filter(session_data__contains="Lovelace").count() == 0
    assert get_user_model().objects.count() == 1

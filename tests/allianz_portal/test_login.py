"""Guessing passwords is slow at both doors: the admin's and the toolbar's."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from allianz_portal.first_login import FIRST_NAME

DOORS = ["/admin/login/", "/cms_login/"]
PASSWORD = "ein langer und guter Satz"  # noqa: S105


@pytest.fixture
def member(db):
    """A member of staff with a password."""
    users = get_user_model().objects
    return users.create_user("erika", password=PASSWORD, is_staff=True)


def sign_in(client, door, password, address="192.0.2.1", **extra):
    values = {"username": "erika", "password": password}
    return client.post(door, values, REMOTE_ADDR=address, **extra)


@pytest.mark.parametrize("door", DOORS)
def test_the_right_password_opens(client, member, door):
    response = sign_in(client, door, PASSWORD)

    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(member.pk)


@pytest.mark.parametrize("door", DOORS)
def test_the_fifth_wrong_password_locks_the_name_in_german(client, member, door):
    answers = [sign_in(client, door, f"falsch {number}") for number in range(5)]

    assert [answer.status_code for answer in answers][-1] == 429
    assert "Die Anmeldung ist vorübergehend gesperrt" in answers[-1].content.decode()
    assert "no-store" in answers[-1].headers["Cache-Control"]


@pytest.mark.parametrize("door", DOORS)
def test_a_locked_name_is_refused_with_the_right_password_at_every_door(client, member, door):
    for number in range(5):
        sign_in(client, door, f"falsch {number}")

    assert [sign_in(client, other, PASSWORD).status_code for other in DOORS] == [429, 429]
    assert "_auth_user_id" not in client.session


def test_another_address_is_not_locked(client, member):
    for number in range(5):
        sign_in(client, "/admin/login/", f"falsch {number}")

    response = sign_in(client, "/admin/login/", PASSWORD, address="192.0.2.2")

    assert response.status_code == 302


def test_one_password_on_many_names_locks_the_address_for_every_name(client, member):
    for number in range(29):
        client.post("/admin/login/", {"username": f"name{number}", "password": "Sommer 2026"})
    before = sign_in(client, "/admin/login/", "falsch", address="127.0.0.1").status_code

    after = [
        sign_in(client, "/cms_login/", PASSWORD, address=address).status_code
        for address in ("127.0.0.1", "192.0.2.2")
    ]

    assert before == 429
    assert after == [429, 302]


def test_a_forged_forwarding_header_does_not_make_another_address(client, member):
    for number in range(5):
        forged = {"HTTP_X_FORWARDED_FOR": f"198.51.100.{number}"}
        sign_in(client, "/admin/login/", f"falsch {number}", **forged)

    forged = {"HTTP_X_FORWARDED_FOR": "198.51.100.99"}
    assert sign_in(client, "/admin/login/", PASSWORD, **forged).status_code == 429


def test_behind_a_proxy_its_own_entry_counts(client, member, settings):
    settings.TRUSTED_PROXIES = 1
    for number in range(5):
        chain = {"HTTP_X_FORWARDED_FOR": f"198.51.100.{number}, 203.0.113.7"}
        sign_in(client, "/admin/login/", f"falsch {number}", address="127.0.0.1", **chain)

    chain = {"HTTP_X_FORWARDED_FOR": "203.0.113.8"}
    other = sign_in(client, "/admin/login/", PASSWORD, address="127.0.0.1", **chain)
    assert other.status_code == 302


@pytest.mark.parametrize("door", DOORS)
def test_sign_in_leads_to_no_foreign_site(client, member, door):
    response = sign_in(client, f"{door}?next=https://example.com/", PASSWORD)

    assert "example.com" not in response.headers["Location"]


@pytest.mark.django_db
def test_the_first_login_is_made_once_and_its_password_works(client, capsys):
    call_command("first_login")
    password = capsys.readouterr().out.split()[-1]
    call_command("first_login")

    assert "Es gibt schon eine Anmeldung" in capsys.readouterr().out
    response = client.post("/admin/login/", {"username": FIRST_NAME, "password": password})
    assert (response.status_code, response.headers["Location"]) == (302, "/accounts/profile/")

"""Public addresses are for reading: any other method is answered 405, whoever asks."""

import pytest
from django.test import Client

from tests.factories import editor, make_article, make_meeting, make_partner, make_person
from tests.ui.test_page import make_home

pytestmark = pytest.mark.django_db
PUBLIC = [
    "/",
    "/aktuelles/rhein/",
    "/aktuelles/archiv/2021/",
    "/aktuelles/feed.atom",
    "/jahrestreffen/2021/",
    "/jahrestreffen/kalender.ics",
    "/mediathek/",
    "/mediathek/dateien/1/film.mp4",
    "/partner/rhein/",
    "/personen/jobst-wierich/",
    "/n/7K3Q9",
    "/robots.txt",
    "/sitemap.xml",
    "/.well-known/security.txt",
    "/media/bild.png",
    "/gibt-es-nicht/",
]


@pytest.fixture
def stranger():
    """A reader's browser, checked as strictly as in production."""
    make_home()
    make_article(slug="rhein")
    make_meeting(slug="2021")
    make_partner(slug="rhein")
    make_person()
    return Client(enforce_csrf_checks=True)


@pytest.mark.parametrize("path", PUBLIC)
def test_writing_to_a_public_address_is_not_allowed_and_says_what_is(stranger, path):
    answers = [getattr(stranger, method)(path) for method in ("post", "put", "delete", "options")]

    assert [(one.status_code, one.get("Allow")) for one in answers] == [(405, "GET, HEAD")] * 4
    assert "Content-Security-Policy" in answers[0]


def test_reading_stays_allowed(stranger):
    statuses = [
        getattr(stranger, method)("/aktuelles/rhein/").status_code for method in ("get", "head")
    ]

    assert statuses == [200, 200]


def test_an_editors_session_does_not_open_a_public_page_for_writing(stranger):
    stranger.force_login(editor())

    assert stranger.post("/aktuelles/rhein/").status_code == 405


def test_the_contact_form_takes_messages_and_names_its_own_methods(stranger):
    sent = stranger.post("/kontakt/senden/", {"subject": "question", "text": "Guten Tag."})
    put = stranger.put("/kontakt/senden/")

    assert (sent.status_code, sent["Location"]) == (302, "/kontakt/gesendet/")
    assert (put.status_code, put["Allow"]) == (405, "GET, HEAD, POST")


def test_editors_pages_still_ask_for_the_token(stranger):
    assert stranger.post("/admin/login/").status_code == 403

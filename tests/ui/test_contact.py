"""The contact form: works without a cookie, keeps every text, and is no door for machines."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from publishing.models import WaitingMail
from ui.contact import LIMIT
from ui.models import ContactMessage, SiteSettings

pytestmark = pytest.mark.django_db

NONSENSE = [
    "x" * 1_000_000,
    "a\x00b",
    "a\r\nBcc: x@example.org",
    "\u202egnp.exe",
    "👩‍👩‍👧‍👦" * 50,
    "{{ settings.SECRET_KEY }}{% debug %}",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    " ",
]
MESSAGE = {"subject": "question", "text": "Wann ist das nächste Treffen?"}


def send(client, headers=None, **changes):
    return client.post("/kontakt/senden/", {**MESSAGE, **changes}, headers=headers or {})


def texts() -> list[str]:
    return list(ContactMessage.objects.order_by("pk").values_list("text", flat=True))


def test_a_message_is_kept_and_the_reader_led_to_the_thanks(client):
    response = send(client, name="Erika Müller", email="erika@example.org")

    assert (response.status_code, response["Location"]) == (302, "/kontakt/gesendet/")
    assert texts() == [MESSAGE["text"]]
    assert client.get("/kontakt/gesendet/").status_code == 200
    assert client.cookies == {}


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"text": ""}, "Schreiben Sie Ihre Nachricht."),
        ({"text": "x" * 5001}, "höchstens 5.000 Zeichen"),
        ({"subject": "quatsch"}, "Wählen Sie, worum es geht."),
        ({"email": "erika@"}, "Die E-Mail-Adresse ist unvollständig"),
        ({"name": "Erika\nBcc: x@example.org"}, "Bitte ohne Zeilenumbruch."),
        ({"text": "a\x00b"}, ""),
    ],
)
def test_a_faulty_message_comes_back_with_its_text_and_the_reason(client, changes, error):
    response = send(client, page="/presse/", **changes)

    html = response.content.decode()
    assert response.status_code == 400
    assert error in html
    assert 'value="/presse/"' in html or "\x00" in changes.get("text", "")
    assert texts() == []


def test_errors_are_summed_up_and_tied_to_their_fields(client):
    html = send(client, text="").content.decode()

    assert '<a href="#kontakt_text">' in html
    assert 'aria-invalid="true"' in html
    assert 'id="kontakt_text_error"' in html


def test_markup_in_a_message_comes_back_inert(client):
    html = send(client, subject="", text="<script>alert(1)</script>{{ 7|add:7 }}").content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7|add:7 }}" in html


def test_what_a_machine_fills_in_is_thanked_for_and_dropped(client):
    response = send(client, trap="https://spam.example/")

    assert (response.status_code, texts()) == (302, [])


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
def test_what_another_site_sends_is_refused(client, headers):
    assert (send(client, headers).status_code, texts()) == (403, [])


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://testserver"}, {}]
)
def test_what_our_own_page_sends_is_taken(client, headers):
    assert (send(client, headers).status_code, len(texts())) == (302, 1)


def test_whoever_posts_too_often_waits_and_keeps_the_text(client):
    codes = [send(client, text=f"Nachricht {number}").status_code for number in range(LIMIT)]
    response = send(client, text="Noch eine")
    neighbour = client.post("/kontakt/senden/", MESSAGE, REMOTE_ADDR="192.0.2.7")

    assert codes == [302] * LIMIT
    assert (response.status_code, response["Retry-After"]) == (429, "600")
    assert ("Noch eine" in response.content.decode(), neighbour.status_code) == (True, 302)
    assert len(texts()) == LIMIT + 1


def test_a_message_is_mailed(client, django_capture_on_commit_callbacks):
    SiteSettings.objects.create(email="redaktion@example.org")

    with django_capture_on_commit_callbacks(execute=True):
        send(client, email="erika@example.org")

    assert [(m.to, m.reply_to) for m in mail.outbox] == [
        (["redaktion@example.org"], ["erika@example.org"])
    ]


def test_a_mail_server_that_is_down_loses_nothing(
    client, settings, django_capture_on_commit_callbacks
):
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = 9
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    SiteSettings.objects.create(email="redaktion@example.org")

    with django_capture_on_commit_callbacks(execute=True):
        response = send(client)

    waiting = [(one.address, one.answer_to) for one in WaitingMail.objects.all()]
    assert (response.status_code, texts()) == (302, [MESSAGE["text"]])
    assert waiting == [("redaktion@example.org", "")]


def test_old_messages_are_deleted_as_promised():
    old = ContactMessage.objects.create(subject="question", text="alt")
    new = ContactMessage.objects.create(subject="question", text="neu")
    ContactMessage.objects.filter(pk=old.pk).update(
        received_at=timezone.now() - timedelta(days=ContactMessage.KEPT_DAYS, minutes=1)
    )

    call_command("delete_old_messages", verbosity=0)

    assert list(ContactMessage.objects.all()) == [new]


def test_reading_the_address_leads_to_the_form_and_sends_nothing(client):
    response = client.get("/kontakt/senden/")

    assert (response.status_code, response["Location"], texts()) == (302, "/kontakt/", [])


@pytest.mark.parametrize("field", ["subject", "name", "email", "page", "text", "trap"])
@pytest.mark.parametrize("value", NONSENSE)
def test_no_nonsense_in_a_field_is_a_fault_of_ours(client, field, value):
    response = send(client, **{field: value})

    assert response.status_code in {302, 400}
    assert client.cookies == {}


def test_broken_bytes_are_no_fault_of_ours(client):
    body = b"subject=question&text=%ED%A0%80%FF&name=%C3"
    form = "application/x-www-form-urlencoded"

    assert client.post("/kontakt/senden/", body, content_type=form).status_code == 302


def test_signs_of_every_language_are_kept_as_they_are(client):
    send(client, text="Grüße 🌊 \u202e你好")

    assert texts() == ["Grüße 🌊 \u202e你好"]


def test_an_answer_never_stays_in_a_cache(client):
    assert "no-store" in send(client, text="")["Cache-Control"]


def test_messages_for_the_press_go_to_the_press_office(client, django_capture_on_commit_callbacks):
    SiteSettings.objects.create(email="redaktion@example.org", press_email="presse@example.org")

    with django_capture_on_commit_callbacks(execute=True):
        send(client, subject="press")

    assert [message.to for message in mail.outbox] == [["presse@example.org"]]


def test_editors_read_and_tick_off_but_do_not_change_a_message(admin_client):
    message = ContactMessage.objects.create(subject="question", text="Frage")
    address = f"/admin/ui/contactmessage/{message.pk}/change/"

    admin_client.post(address, {"is_done": "on", "text": "anders"})

    message.refresh_from_db()
    assert (message.is_done, message.text) == (True, "Frage")
    assert admin_client.get("/admin/ui/contactmessage/add/").status_code == 403

"""E39 in the admin: all consents of a meeting on one page, evidence that stays private."""

import shutil
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from events.choices import BroadcastState
from events.models import Recording, RecordingRelease
from publishing.audit import entries_of
from publishing.facts import changes_of
from tests.events.programmes import add_item, release, take_part
from tests.events.recordings import add_file, make_recording
from tests.factories import editor, make_meeting

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 eingewilligt"
MINUTE = 60_000


@pytest.fixture
def admin(client, settings):
    client.force_login(editor())
    yield client
    shutil.rmtree(settings.PRIVATE_ROOT, ignore_errors=True)


@pytest.fixture
def part():
    item = add_item(make_meeting(title="Treffen").meeting, "Vortrag", person="Erika Eins")
    return item.participations.get()


def page_of(part) -> str:
    return f"/admin/events/meeting/{part.item.meeting_id}/einwilligungen/"


def send(admin, part, **values):
    data = {f"{part.pk}-{name}": value for name, value in values.items()}
    return admin.post(page_of(part), data, follow=True)


def saved() -> list[tuple]:
    rows = RecordingRelease.objects.order_by("pk")
    return [(row.scope, row.state, row.decided_on) for row in rows]


def errors_in(response) -> list[str]:
    soup = BeautifulSoup(response.content, "html.parser")
    return [error.get_text() for error in soup.select(".errorlist li")]


def test_a_row_saves_each_scope_with_the_day_and_logs_it_with_the_meeting(admin, part):
    send(admin, part, recording="accepted", stream="pending", decided_on="2026-10-01")

    day = date(2026, 10, 1)
    assert saved() == [("recording", "accepted", day), ("stream", "pending", day)]
    lines = changes_of(part.item.meeting)
    assert [(one.user_name, one.field, one.old, one.new) for one in lines] == [
        ("redaktion", "Einwilligung Übertragung: Erika Eins", "", "angefragt"),
        ("redaktion", "Einwilligung Aufzeichnung: Erika Eins", "", "erteilt"),
    ]


def test_a_decision_without_a_day_was_made_today_a_question_has_none(admin, part):
    send(admin, part, recording="rejected", stream="pending")

    today = timezone.localdate()
    assert saved() == [("recording", "rejected", today), ("stream", "pending", None)]


def test_all_are_seen_at_a_glance_and_counted(admin, part):
    take_part(part.item, "Bert Zwei")
    secret = add_item(part.item.meeting, "Geheim", person="Cleo Drei", recording_policy="neither")
    for item in (part.item, secret):
        release(item, "accepted")

    page = BeautifulSoup(admin.get(page_of(part)).content, "html.parser")
    form = admin.get(f"/admin/events/meeting/{part.item.meeting_id}/change/").content.decode()

    rows = [" ".join(row.get_text().split()) for row in page.select("tbody th")]
    assert rows == ["Erika Eins Vortrag", "Bert Zwei Vortrag", "Cleo Drei Geheim"]
    assert page.select_one(".consents strong").get_text().endswith(": 1/2")
    assert ">Einwilligungen 1/2</a>" in form


def test_one_paper_stands_for_the_whole_row_and_is_found_under_no_address(admin, part, settings):
    send(
        admin, part, recording="accepted", photo="accepted",
        evidence=SimpleUploadedFile("../../Einwilligung Eins.pdf", PDF),
    )  # fmt: skip

    names = set(RecordingRelease.objects.values_list("evidence", flat=True))
    assert names == {f"einwilligungen/einwilligung-{part.pk}.pdf"}
    assert (settings.PRIVATE_ROOT / names.pop()).read_bytes() == PDF
    links = BeautifulSoup(admin.get(page_of(part)).content, "html.parser").select("tbody a")
    answer = admin.get(links[0]["href"])
    assert (len(links), b"".join(answer.streaming_content)) == (1, PDF)
    assert "no-store" in answer["Cache-Control"]
    assert answer["Content-Disposition"].startswith("attachment")
    told = [one.new for one in changes_of(part.item.meeting)[:2]]
    assert told == ["heruntergeladen", "hochgeladen"]
    (line,) = entries_of(part.item.meeting).filter(action="downloaded")
    assert line.new == f"Nachweis der Einwilligung: {part}"


def test_evidence_is_for_those_who_may_see_it(admin, client, part, django_user_model):
    paper = SimpleUploadedFile("ja.pdf", PDF)
    send(admin, part, recording="accepted", evidence=paper)
    url = f"{page_of(part)}{RecordingRelease.objects.get().pk}/"

    answers = []
    for group in ("Redaktion", "Presse"):
        user = django_user_model.objects.create_user(username=group, is_staff=True)
        user.groups.set(Group.objects.filter(name=group))
        client.force_login(user)
        answers.append([client.get(path).status_code for path in (url, page_of(part))])
    client.logout()

    assert answers == [[200, 200], [403, 403]]
    assert client.get(url)["Location"].startswith("/admin/login/")


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"recording": "vielleicht"}, "keine gültige Auswahl"),
        ({"recording": "accepted", "decided_on": "31.2.2026"}, "gültiges Datum"),
        ({"recording": "accepted", "decided_on": "2999-01-01"}, "liegt in der Zukunft"),
        (
            {"recording": "accepted", "evidence": SimpleUploadedFile("ja.pdf", b"<html>")},
            "weder PDF noch JPEG noch PNG",
        ),
        ({"recording": "accepted", "evidence": SimpleUploadedFile("ja.pdf", b"")}, "leer"),
    ],
)
def test_rubbish_is_refused_at_the_field_and_nothing_saved(admin, part, values, error):
    response = send(admin, part, **values)

    assert (response.status_code, saved()) == (200, [])
    (told,) = errors_in(response)
    assert error in told


def test_evidence_that_is_lost_or_of_another_meeting_is_not_found(admin, part):
    row = release(part.item, "accepted", evidence="einwilligungen/weg.pdf")
    other = make_meeting().meeting

    paths = [f"{page_of(part)}{row.pk}/", f"/admin/events/meeting/{other.pk}/einwilligungen/1/"]
    assert [admin.get(path).status_code for path in paths] == [404, 404]


def test_a_meeting_without_people_says_what_to_do(admin):
    meeting = make_meeting().meeting

    response = admin.get(f"/admin/events/meeting/{meeting.pk}/einwilligungen/")

    assert "Das Programm nennt noch niemanden." in response.content.decode()


def test_taking_it_back_cuts_a_public_recording_and_says_what_to_do(admin):
    recording = make_recording()
    row = add_file(recording)
    item = add_item(recording.meeting, "Vortrag", minutes=(10, 20), person="Erika Eins")
    release(item, "accepted")

    response = send(admin, item.participations.get(), recording="withdrawn")

    row.refresh_from_db()
    assert row.is_withheld
    assert Recording.objects.get().kept == [[0, 10 * MINUTE], [20 * MINUTE, 60 * MINUTE]]
    assert "Erika Eins: Die Aufzeichnung war öffentlich." in response.content.decode()


@pytest.mark.parametrize("state", [BroadcastState.RECORDING, BroadcastState.PROCESSING])
def test_a_public_recording_cannot_be_uncut_over_somebodys_head(admin, state):
    recording = make_recording(state=state, kept=[[0, 10 * MINUTE], [20 * MINUTE, 60 * MINUTE]])
    add_item(recording.meeting, "Vortrag", minutes=(10, 20), person="Erika Eins")
    data = {"duration": "1:00:00", "kept": "", "provider": "own", "is_sample": ""}
    data |= {"recording_start_0": "2026-11-12", "recording_start_1": "18:00"}
    for prefix in ("files", "clips", "corrections", "tracks"):
        data |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}

    response = admin.post(f"/admin/events/recording/{recording.pk}/change/", data)

    told = errors_in(response) if response.status_code == 200 else []
    is_public = state == BroadcastState.RECORDING
    assert [error.partition(":")[0] for error in told] == ["Erika Eins, „Vortrag“"] * is_public


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_needs_the_same_queries_for_any_number(
    admin, part, count, django_assert_num_queries
):
    release(part.item, "accepted")
    for number in range(count):
        release(add_item(part.item.meeting, "Punkt", person=f"Person N{number}"), "pending")
    admin.get(page_of(part))

    with django_assert_num_queries(10):
        admin.get(page_of(part))

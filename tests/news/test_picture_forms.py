"""G23: the pictures of a Word file on „Text übernehmen“: seen, chosen, taken over, blocked."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.management import call_command

from media_library.models import Image
from news.intake.models import WaitingPicture
from news.intake.picture_pages import NO_RIGHT, TO_CLEAR, TOO_LATE
from news.intake.waiting import MOST_DOCUMENTS, forget_old
from news.models import ArticleContent
from publishing.gate import problems
from tests.news.taking import PAGE, bring, sent, upload
from tests.news.test_pictures import BLUE, RED, with_pictures

pytestmark = pytest.mark.django_db
DOCUMENT = with_pictures(
    (RED, "Gäste am Rhein"),
    ("Am Rhein (Foto: Erika Beispiel)", "Caption"),
    "Ein Satz, der lang genug ist, dass er kein Titel sein kann.",
    BLUE,
    ("Im Hafen", "Caption"),
)
SECOND = ("Eine Unterzeile.", "Ein Anriss. " + "Und ein langer Text dazu. " * 20)


def shown(client, data=DOCUMENT):
    return bring(client, file=upload(data, "Mitteilung März.docx"))


def posted(response, **changes) -> dict:
    """Return what a browser sends: the form and the fields of each picture."""
    values = sent(response)
    for form in response.context["pictures"]:
        values |= {one.html_name: one.value() for one in form if one.value()}
    values |= changes
    return {name: value for name, value in values.items() if value is not None}


def prefix(response, number: int) -> str:
    return response.context["pictures"][number].prefix


def taken(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def test_ticked_pictures_come_into_the_library_and_to_the_draft_without_rights(staff):
    page = shown(staff)
    alt = {f"{prefix(page, 1)}-alt": "Ein Schiff"}

    answer = staff.post(PAGE, posted(page, _create="x", **alt), follow=True)

    content = ArticleContent.admin_manager.get()
    (row,) = content.images.all()
    assert (content.hero_alt, content.hero_caption) == ("Gäste am Rhein", "Am Rhein")
    assert (row.alt, row.caption) == ("Ein Schiff", "Im Hafen")
    images = [content.hero, row.image]
    assert [(one.original_filename, one.credit, one.licence, one.consent) for one in images] == [
        ("mitteilung-marz-bild-1.png", "Erika Beispiel", "unknown", "missing"),
        ("mitteilung-marz-bild-2.png", "", "unknown", "missing"),
    ]
    assert {one.folder.name for one in images} == {"Aus Word-Dateien"}
    assert [(one.field, one.cause) for one in problems(content) if "ild" in one.field] == [
        ("Bild „Im Hafen“", "Der Bildnachweis fehlt."),
        ("Bild „Im Hafen“", "Das Nutzungsrecht ist nicht geklärt."),
        ("Bild „Im Hafen“", "Die Einwilligung der Abgebildeten fehlt."),
        ("Titelbild", "Das Nutzungsrecht ist nicht geklärt."),
        ("Titelbild", "Die Einwilligung der Abgebildeten fehlt."),
    ]
    assert TO_CLEAR in taken(answer)
    assert not WaitingPicture.objects.exists()


def test_what_is_not_ticked_stays_outside(staff):
    page = shown(staff)
    left = {f"{prefix(page, number)}-chosen": None for number in (0, 1)}

    answer = staff.post(PAGE, posted(page, _create="x", **left), follow=True)

    content = ArticleContent.admin_manager.get()
    assert (content.hero, content.images.count(), Image.objects.count()) == (None, 0, 0)
    assert TO_CLEAR not in taken(answer)
    assert not WaitingPicture.objects.exists()


def test_the_same_file_again_is_the_same_picture_with_the_library_s_credit(staff):
    first = shown(staff)
    staff.post(PAGE, posted(first, _create="x"))
    Image.objects.filter(credit="").update(credit="Anna Muster")

    second = shown(staff, with_pictures(*SECOND, BLUE, "Foto: Erika Beispiel"))
    staff.post(PAGE, posted(second, _create="x"))

    assert "Liegt schon in der Bibliothek" in second.content.decode()
    assert "credit" not in second.context["pictures"][0].fields
    assert Image.objects.count() == 2
    contents = ArticleContent.admin_manager.filter(hero__credit="Anna Muster")
    assert [one.title for one in contents] == ["Titel"]


def test_the_same_document_again_makes_neither_an_article_nor_a_picture(staff):
    for _ in range(2):
        page = shown(staff)
        answer = staff.post(PAGE, posted(page, _create="x"), follow=True)

    assert "Diesen Text gibt es schon als Artikel. Hier ist er." in taken(answer)
    assert (ArticleContent.admin_manager.count(), Image.objects.count()) == (1, 2)
    assert not WaitingPicture.objects.exists()


def test_checking_again_keeps_what_was_typed_and_unticked(staff):
    page = shown(staff)
    name = prefix(page, 0)
    changes = {f"{name}-chosen": None, f"{name}-caption": "Neu"}

    again = staff.post(PAGE, posted(page, _check="x", **changes))

    first = again.context["pictures"][0]
    assert (bool(first["chosen"].value()), first["caption"].value()) == (False, "Neu")
    assert 'name="batch"' in again.content.decode()


def test_too_long_words_are_refused_at_the_picture_and_nothing_is_made(staff):
    page = shown(staff)

    answer = staff.post(PAGE, posted(page, _create="x", **{f"{prefix(page, 0)}-alt": "x" * 251}))

    assert list(answer.context["pictures"][0].errors) == ["alt"]
    assert "Bitte beheben Sie die markierten Fehler." in answer.content.decode()
    assert not ArticleContent.admin_manager.exists()


def test_a_waiting_picture_is_seen_by_its_editor_only(staff, client):
    page = shown(staff)
    url = f"{PAGE}bild/{page.context['pictures'][0].picture.pk}/"
    picture = staff.get(url)
    other = get_user_model().objects.create_user("paul", is_staff=True)
    other.user_permissions.set(Permission.objects.filter(codename="add_article"))

    client.force_login(other)
    stolen = client.post(PAGE, posted(page, _create="x"), follow=True)

    assert (picture.status_code, picture["Content-Type"]) == (200, "image/png")
    assert "no-store" in picture["Cache-Control"]
    assert client.get(url).status_code == 404
    assert (TOO_LATE in taken(stolen), Image.objects.count()) == (True, 0)
    client.logout()
    assert client.get(url).status_code == 302


def test_who_may_not_upload_takes_the_text_alone(client):
    user = get_user_model().objects.create_user("paul", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="add_article"))
    client.force_login(user)

    page = shown(client)

    assert (page.context["pictures"], NO_RIGHT in page.context["remarks"]) == ([], True)
    assert page.context["form"]["captions"].value() == "Am Rhein\n\nIm Hafen"


def test_after_a_day_pictures_are_gone_and_that_is_told(staff, capsys):
    page = shown(staff)
    row = WaitingPicture.objects.first()
    WaitingPicture.objects.update(kept_at=row.kept_at - timedelta(hours=25))
    shown(staff, with_pictures("Text allein."))
    again = shown(staff, with_pictures("Text mit Bild.", BLUE))
    WaitingPicture.objects.update(kept_at=row.kept_at - timedelta(hours=23))

    kept = forget_old()
    WaitingPicture.objects.update(kept_at=row.kept_at - timedelta(hours=25))
    call_command("delete_waiting_pictures")

    assert (kept, capsys.readouterr().out) == (0, "1 wartende(s) Bild(er) gelöscht.\n")
    assert TOO_LATE in taken(staff.post(PAGE, posted(page, _create="x"), follow=True))
    assert len(again.context["pictures"]) == 1


def test_only_the_last_documents_of_an_editor_wait(staff):
    pages = [shown(staff, with_pictures("Text.", RED)) for _ in range(MOST_DOCUMENTS + 1)]

    batches = [page.context["form"]["batch"].value() for page in pages]
    kept = WaitingPicture.objects.order_by("pk").values_list("batch", flat=True)
    assert list(kept) == batches[1:]


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_needs_the_same_queries_for_any_number_of_pictures(
    staff, count, django_assert_num_queries
):
    shown(staff)
    data = with_pictures(*[RED, BLUE, RED + b" "][:count])

    with django_assert_num_queries(17):
        shown(staff, data)

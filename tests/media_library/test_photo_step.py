"""Photos, their rights and their words come into a draft in one step."""

from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from media_library.held_files import sync
from media_library.models import Image
from media_library.new_photos import PhotoForm
from media_library.photo_step import TWICE
from news.models import ArticleContent
from publishing.approval import approval_of, request_approval
from publishing.page_actions import change_url
from tests.factories import (
    editor,
    make_article,
    make_initiative,
    make_meeting,
    picture,
    version_of,
)
from tests.media_library.files import PDF, bitmap
from tests.publishing.planning import T
from tests.publishing.test_admin import filled, fresh

pytestmark = pytest.mark.django_db
RIGHTS = {"credit": "Erika Beispiel", "licence": "press-free", "consent": "public-event"}


@pytest.fixture
def admin(client):
    client.force_login(editor())
    return client


def photo(name="DSC_1.jpg", colour="#2a6f97"):
    return SimpleUploadedFile(name, bitmap(colour=colour), "image/jpeg")


def page_of(content) -> str:
    options = content.identity._meta
    name = f"admin:{options.app_label}_{options.model_name}_photos"
    return reverse(name, args=[content.identity.pk])


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def shown(content) -> list:
    """Return what a draft shows: of each picture file, alternative text, caption."""
    content = fresh(content)
    hero = (content.hero, content.hero_alt, content.hero_caption)
    rows = [(row.image, row.alt, row.caption) for row in content.images.order_by("position")]
    found = [hero, *rows] if content.hero else rows
    return [(image.original_filename, *words) for image, *words in found]


@pytest.mark.parametrize("make", [make_article, make_meeting, make_initiative])
def test_the_first_photo_is_the_picture_at_the_head_and_all_have_their_rights(admin, make):
    draft = make(published=False)

    response = admin.post(
        page_of(draft),
        {
            **RIGHTS,
            "photo-0-file": photo(),
            "photo-0-alt": "Ein Saal.",
            "photo-0-caption": "Vor\r\ndem  Beginn",
            "photo-2-file": photo("DSC_2.jpg", "#ff0000"),
            "photo-2-alt": "Ein Stadtmodell.",
        },
    )

    assert response.url == change_url(draft.identity)
    assert shown(draft) == [
        ("DSC_1.jpg", "Ein Saal.", "Vor dem Beginn"),
        ("DSC_2.jpg", "Ein Stadtmodell.", ""),
    ]
    columns = ("credit", "licence", "consent", "owner__username", "folder__name")
    folder = draft.identity._meta.verbose_name_plural
    expected = ("Erika Beispiel", "press-free", "public-event", "redaktion", folder)
    assert list(Image.objects.values_list(*columns)) == [expected] * 2


def test_a_picture_at_the_head_stays_and_new_ones_come_last(admin):
    draft = make_article(published=False, hero=picture(), hero_alt="Alt.")
    draft.images.create(image=picture("zwei.png"), alt="Zwei.", position=3)

    admin.post(page_of(draft), {**RIGHTS, "photo-0-file": photo(), "photo-0-alt": "Drei."})

    assert shown(draft) == [
        ("bild.png", "Alt.", ""),
        ("zwei.png", "Zwei.", ""),
        ("DSC_1.jpg", "Drei.", ""),
    ]


def test_a_bad_file_keeps_no_good_one_back_and_comes_again_with_its_words(admin):
    draft = make_article(published=False)
    wrong = SimpleUploadedFile("plan.pdf", PDF, "application/pdf")

    page = admin.post(
        page_of(draft),
        {
            **RIGHTS,
            "photo-0-file": wrong,
            "photo-0-alt": "Ein Plan.",
            "photo-1-file": photo(),
            "photo-1-alt": "Ein Saal.",
            "photo-2-alt": "Ohne Datei.",
        },
    )

    assert shown(draft) == [("DSC_1.jpg", "Ein Saal.", "")]
    assert said(page) == [
        "Mindestens ein Foto ging nicht. Warum, steht unten bei seiner Datei.",
        "Ein Foto hinzugefügt. Leser sehen das erst nach dem Veröffentlichen.",
    ]
    rows = page.context["rows"]
    assert [dict(row.errors) for row in rows] == [
        {"file": ["„plan.pdf“ ist kein Bild. Wählen Sie ein Foto."]},
        {},
        {"file": ["Wählen Sie hier die Datei, oder leeren Sie die Zeile."]},
        {},
    ]
    assert [row["alt"].value() for row in rows] == ["Ein Plan.", None, "Ohne Datei.", None]


@pytest.mark.parametrize("answer", [{**RIGHTS, "consent": ""}, RIGHTS])
def test_without_rights_or_photos_nothing_comes_in(admin, answer):
    draft = make_article(published=False)
    files = {"photo-0-file": photo()} if not answer["consent"] else {}

    page = admin.post(page_of(draft), {**answer, **files})

    assert page.status_code == 200
    assert (len(said(page)), Image.objects.count()) == (1, 0)


def test_a_photo_that_is_sent_twice_comes_in_once(admin):
    draft = make_article(published=False)
    url = page_of(draft)

    def sent(*photos):
        data = {f"photo-{number}-file": one for number, one in enumerate(photos)}
        return admin.post(url, {**RIGHTS, **data})

    first = said(sent(photo(), photo("noch einmal.jpg"), photo("rot.jpg", "#d00")))
    sent(photo("rot.jpg", "#d00"))

    assert first == ["2 Fotos hinzugefügt. Leser sehen das erst nach dem Veröffentlichen.", TWICE]
    assert shown(draft) == [("DSC_1.jpg", "", ""), ("rot.jpg", "", "")]
    assert sorted(Image.objects.values_list("original_filename", flat=True)) == [
        *("DSC_1.jpg", "rot.jpg")
    ]


def test_photos_are_writing_so_that_a_release_must_be_seen_again(admin):
    draft = make_article(kind="press-release", published=False)
    request_approval(version_of(draft), editor("zweite"))

    admin.post(page_of(draft), {**RIGHTS, "photo-0-file": photo()})

    approval = approval_of(version_of(draft))
    assert (approval.requested_at, approval.written_by) == (None, editor())


def test_what_is_published_takes_no_photos(admin):
    article = make_article()

    response = admin.post(page_of(article), {**RIGHTS, "photo-0-file": photo()})

    assert (response.url, shown(article)) == (change_url(article.identity), [])
    assert "Neuer Entwurf" in said(response)[0]


def test_only_who_may_write_sees_the_page(client, known_types):
    draft = make_article(published=False)
    paul = editor("paul", is_superuser=False)
    paul.groups.add(Group.objects.get(name="Partner-Redaktion"))
    client.force_login(paul)

    assert client.get(page_of(draft)).status_code == 403


def test_the_form_of_a_new_item_saves_and_leads_to_its_photos(admin):
    add = reverse("admin:news_article_add")
    values = {**filled(admin.get(add)), "content__title": "Neu", "_photos": "1"}

    response = admin.post(add, values)

    assert response.url == page_of(ArticleContent.admin_manager.get())


def test_a_prefilled_caption_alone_is_no_photo():
    form = PhotoForm(
        {"caption": "Steht schon da"}, {}, user=None, initial={"caption": "Steht schon da"}
    )

    assert (form.is_valid(), form.photo) == (True, None)


@pytest.mark.parametrize(
    ("values", "lay_open"), [({"embargo_until": T}, {False}), ({}, {True})], ids=["secret", "draft"]
)
def test_a_photo_of_a_text_under_a_sperrfrist_never_lies_where_everybody_may_fetch_it(
    admin, monkeypatch, values, lay_open
):
    draft = make_article(published=False, **values)
    seen = set()
    save = Image.save

    def look(image, *args, **kwargs):
        save(image, *args, **kwargs)
        seen.add((Path(settings.MEDIA_ROOT) / image.file.name).exists())

    monkeypatch.setattr(Image, "save", look)

    admin.post(page_of(draft), {**RIGHTS, "photo-0-file": photo(), "photo-0-alt": "Ein Saal."})

    image = Image.objects.get()
    admin.logout()
    answer = admin.get(image.url).status_code
    assert (seen, answer) == (lay_open, 404 if values else 200)


def test_the_folder_of_a_photo_that_it_shows_already_is_not_kept(
    admin, django_capture_on_commit_callbacks
):
    draft = make_article(published=False, embargo_until=T)
    for name in ("DSC_1.jpg", "DSC_2.jpg"):
        with django_capture_on_commit_callbacks(execute=True):
            admin.post(page_of(draft), {**RIGHTS, "photo-0-file": photo(name)})
    sync()

    held = {
        folder for folder in default_storage.held_folders() if folder.startswith("filer_public/")
    }
    assert held == {str(Path(Image.objects.get().file.name).parent)}

"""The library as editors use it: upload, replace, look up, delete."""

import hashlib
import re

import pytest
from cms.api import add_plugin, create_page
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from filer.models import File, Folder

from allianz_portal.groups import sync_groups
from media_library.models import Image
from media_library.uses import Use, uses_of
from news.models import ArticleImage
from tests.factories import editor, make_article, make_person, new_draft, picture
from tests.media_library import files

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_library(settings, tmp_path):
    """Keep each test's files apart."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def client(client):
    """A browser in which an editor of the group Redaktion is signed in."""
    sync_groups()
    user = get_user_model().objects.create(username="erika", is_staff=True)
    user.groups.add(Group.objects.get(name="Redaktion"))
    client.force_login(user)
    return client


def upload(client, name: str, content: bytes):
    """Upload a file into a folder as filer's upload area does."""
    folder, _ = Folder.objects.get_or_create(name="Fotos")
    url = reverse("admin:filer-ajax_upload", args=(folder.pk,))
    return client.post(url, {"file": SimpleUploadedFile(name, content)})


def form_of(image, **changes) -> dict:
    """Return what the form of an image sends."""
    fields = ("name", "credit", "rights_holder", "licence", "consent", "subject_location")
    return {**{field: getattr(image, field) for field in fields}, **changes}


def change_url(file) -> str:
    """Return the address of a file's form."""
    return reverse(f"admin:{file._meta.app_label}_{file._meta.model_name}_change", args=(file.pk,))


def delete_url(file) -> str:
    """Return the address at which a file is deleted."""
    return reverse(f"admin:{file._meta.app_label}_{file._meta.model_name}_delete", args=(file.pk,))


def said(response) -> list[str]:
    """Return the messages of a response."""
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_an_uploaded_photo_stands_upright_with_its_maker_named(client):
    response = upload(client, "foto.jpg", files.photo_on_its_side())

    image = Image.objects.get()
    assert response.status_code == 200
    assert (image.credit, image.rights_holder, image.width, image.height) == (
        "Jörg Größe",
        "© Stadt Dormagen",
        20,
        40,
    )
    with default_storage.open(image.file.name) as file:
        content = file.read()
    assert (
        b"Telefonwerk" in content,
        hashlib.sha1(content, usedforsecurity=False).hexdigest(),
    ) == (False, image.sha1)


def test_a_press_photo_is_credited_as_its_agency_wants(client):
    block = files.iptc(by_line="Jörg Größe", credit="Agentur", notice="© 2021 Agentur")

    upload(client, "foto.jpg", files.with_segment(files.bitmap(), 0xED, block))

    image = Image.objects.get()
    assert (image.credit, image.rights_holder) == ("Jörg Größe / Agentur", "© 2021 Agentur")


def test_the_maker_is_read_from_xmp_too(client):
    packet = (
        b"http://ns.adobe.com/xap/1.0/\x00"
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>'
        b"J\xc3\xb6rg Gr\xc3\xb6\xc3\x9fe</rdf:li></rdf:Seq></dc:creator>"
        b"</rdf:Description></rdf:RDF></x:xmpmeta>"
    )

    upload(client, "foto.jpg", files.with_segment(files.bitmap(), 0xE1, packet))

    assert Image.objects.get().credit == "Jörg Größe"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        (
            "seite.pdf",
            b"<html><script>alert(1)</script></html>",
            "„seite.pdf“ enthält eine Internetseite (HTML). Speichern Sie den Inhalt als PDF.",
        ),
        (
            "riese.png",
            files.png_claiming(20_000, 20_000),
            "„riese.png“ hat mehr als 30 Millionen Bildpunkte. Verkleinern Sie das Bild, zum "
            "Beispiel auf 6000 × 4000 Punkte.",
        ),
        (
            "skript.jpg",
            b"alert(1)",
            "„skript.jpg“ ist beschädigt, oder der Inhalt passt nicht zur Endung. Speichern Sie "
            "die Datei neu als .jpg.",
        ),
    ],
)
def test_a_refused_upload_leaves_nothing_behind(client, name, content, sentence):
    response = upload(client, name, content)

    assert (response.status_code, response.json()) == (400, {"error": sentence})
    assert (File.objects.count(), list(default_storage.listdir(""))) == (0, [[], []])


def test_documents_come_in_as_files(client):
    upload(client, "Bericht.pdf", files.PDF)

    assert [(type(file), file.label, file.mime_type) for file in File.objects.all()] == [
        (File, "Bericht.pdf", "application/pdf")
    ]


def test_large_uploads_that_lie_on_disk_are_cleaned_too(client, settings):
    settings.FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]

    upload(client, "foto.jpg", files.photo_on_its_side())

    with default_storage.open(Image.objects.get().file.name) as file:
        content = file.read()
    assert (b"Telefonwerk" in content, content[-2:]) == (False, b"\xff\xd9")


def test_replacing_a_picture_keeps_its_row_and_its_focal_point(
    client, django_capture_on_commit_callbacks
):
    image = picture("alt.png", (100, 50), subject_location="20,40", consent="written")
    before = image.file.name
    new = SimpleUploadedFile("neu.jpg", files.bitmap(size=(200, 100)))

    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(change_url(image), form_of(image, file=new))

    image = Image.objects.get()
    assert response.status_code == 302
    assert (image.label, image.width, image.subject_location, image.consent) == (
        "neu.jpg",
        200,
        "40,80",
        "written",
    )
    assert (default_storage.exists(before), default_storage.exists(image.file.name)) == (
        False,
        True,
    )


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        (
            "neu.pdf",
            files.PDF,
            "„neu.pdf“ ist kein Bild. Ein Bild lässt sich nur durch ein Bild ersetzen.",
        ),
        (
            "neu.jpg",
            b"alert(1)",
            "„neu.jpg“ ist beschädigt, oder der Inhalt passt nicht zur Endung. Speichern Sie die "
            "Datei neu als .jpg.",
        ),
    ],
)
def test_a_picture_is_replaced_by_good_pictures_only(client, name, content, sentence):
    image = picture()

    response = client.post(
        change_url(image), form_of(image, file=SimpleUploadedFile(name, content))
    )

    errors = response.context["adminform"].form.errors
    assert [str(error) for group in errors.values() for error in group] == [sentence]
    assert Image.objects.get().sha1 == image.sha1


def test_an_empty_replacement_is_an_error_in_the_form(client):
    image = picture()

    response = client.post(change_url(image), form_of(image, file=SimpleUploadedFile("a.jpg", b"")))

    assert list(response.context["adminform"].form.errors) == ["file"]


def places(image) -> list[str]:
    """Use an image in an article's head and gallery, twice, and as a portrait."""
    article = make_article(title="Nebel", hero=image, hero_alt="Brücke")
    ArticleImage.objects.create(content=article, image=image, alt="Brücke")
    new_draft(article)
    make_person("Jobst Wierich", portrait=image)
    return [
        "Nachricht oder Pressemitteilung „Nebel“ (Veröffentlicht)",
        "Nachricht oder Pressemitteilung „Nebel“ (Entwurf)",
        "Person oder Gruppe „Jobst Wierich“",
    ]


def test_every_place_of_a_picture_is_found_once():
    image = picture()
    expected = places(image)
    make_article(hero=picture("anderes.png"), hero_alt="Anderes")

    uses = uses_of(image)
    assert sorted(str(use) for use in uses) == sorted(expected)
    assert all(use.url.startswith("/admin/") for use in uses)


def test_a_file_behind_a_link_is_in_use():
    file = File.objects.create(original_filename="a.pdf", file=ContentFile(files.PDF, name="a.pdf"))
    page = create_page("Kontakt", "cms/standard.html", "de", created_by=editor())
    content = page.pagecontent_set(manager="admin_manager").get()
    placeholder = content.get_placeholders()[0]
    add_link(placeholder, file)

    assert [(use.kind, use.title, use.state) for use in uses_of(file)] == [
        ("Seiteninhalt", "Kontakt", "Entwurf")
    ]


def add_link(placeholder, file) -> None:
    """Put a call to action that leads to a file into a placeholder."""

    add_plugin(
        placeholder, "CallToActionPlugin", "de", label="Lesen", link={"file_link": str(file.pk)}
    )


def test_a_picture_in_use_is_not_deleted_and_the_editor_sees_where(client):
    image = picture("bruecke.png")
    places(image)

    response = client.post(delete_url(image), {"post": "yes"})

    listed = re.findall(r"<a href=\"[^\"]+\">(Nebel|Jobst Wierich)</a>", response.content.decode())
    assert sorted(listed) == ["Jobst Wierich", "Nebel", "Nebel"]
    assert said(response) == ["Nichts gelöscht, denn noch verwendet: „bruecke.png“."]
    assert Image.objects.count() == 1


def test_a_picture_in_no_use_is_deleted_with_its_file(client):
    image = picture()

    response = client.post(delete_url(image), {"post": "yes"})

    assert (response.status_code, Image.objects.count()) == (302, 0)
    assert not default_storage.exists(image.file.name)


@pytest.mark.parametrize("count", [1, 3])
def test_deleting_a_selection_or_folder_stops_at_what_is_in_use(client, count):
    folder = Folder.objects.create(name="Fotos")
    images = [picture(f"{number}.png", folder=folder) for number in range(count)]
    make_person("Jobst Wierich", portrait=images[0])
    listing = reverse("admin:filer-directory_listing", args=(folder.pk,))
    root = reverse("admin:filer-directory_listing-root")
    action = {"action": "delete_files_or_folders", "post": "yes"}

    chosen = [f"file-{image.pk}" for image in images]
    by_file = client.post(listing, {**action, "_selected_action": chosen})
    by_folder = client.post(root, {**action, "_selected_action": [f"folder-{folder.pk}"]})

    assert said(by_file) == said(by_folder) == ["Nichts gelöscht, denn noch verwendet: „0.png“."]
    assert (Image.objects.count(), Folder.objects.count()) == (count, 1)


def test_the_form_of_a_picture_shows_its_places(client):
    image = picture()
    places(image)

    html = client.get(change_url(image)).content.decode()

    assert html.count(">Nebel</a>") == 2


@pytest.mark.parametrize("content", [None, b"\xff\xd8\xff kaputt"])
def test_the_library_copes_with_lost_files(client, content):
    folder = Folder.objects.create(name="Fotos")
    image = picture(folder=folder)
    default_storage.delete(image.file.name)
    if content:
        default_storage.save(image.file.name, ContentFile(content))

    listing = client.get(reverse("admin:filer-directory_listing", args=(folder.pk,)))
    form = client.get(change_url(image))

    assert (listing.status_code, form.status_code) == (200, 200)


def test_editors_may_change_what_colleagues_uploaded(client):
    image = picture(owner=editor())
    file = File.objects.create(
        owner=editor(),
        original_filename="a.pdf",
        file=ContentFile(files.PDF, name="a.pdf"),
    )

    changed = client.post(change_url(image), form_of(image, credit="Neu"))

    assert (changed.status_code, Image.objects.get().credit) == (302, "Neu")
    assert client.get(change_url(file)).context["has_change_permission"]


def test_uses_read_as_a_sentence():
    assert str(Use("Person", "Jobst Wierich")) == "Person „Jobst Wierich“"

"""The library as editors use it: upload, replace in place (G19), look up, delete."""

import hashlib
import re
import shutil
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from filer.models import File, Folder

from media_library.models import Image
from tests.factories import editor, picture
from tests.media_library import files
from tests.media_library.addresses import change_url

pytestmark = pytest.mark.django_db


def upload(editors_client, name: str, content: bytes):
    """Upload a file into a folder as filer's upload area does."""
    folder, _ = Folder.objects.get_or_create(name="Fotos")
    url = reverse("admin:filer-ajax_upload", args=(folder.pk,))
    return editors_client.post(url, {"file": SimpleUploadedFile(name, content)})


def form_of(image, **changes) -> dict:
    """Return what the form of an image sends."""
    fields = ("name", "credit", "rights_holder", "licence", "consent", "after_expiry")
    fields += ("subject_location",)
    return {**{field: getattr(image, field) for field in fields}, **changes}


def test_an_uploaded_photo_stands_upright_with_its_maker_named(editors_client):
    response = upload(editors_client, "foto.jpg", files.photo_on_its_side())

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


def test_a_press_photo_is_credited_as_its_agency_wants(editors_client):
    block = files.iptc(by_line="Jörg Größe", credit="Agentur", notice="© 2021 Agentur")

    upload(editors_client, "foto.jpg", files.with_segment(files.bitmap(), 0xED, block))

    image = Image.objects.get()
    assert (image.credit, image.rights_holder) == ("Jörg Größe / Agentur", "© 2021 Agentur")


def test_the_maker_is_read_from_xmp_too(editors_client):
    packet = (
        b"http://ns.adobe.com/xap/1.0/\x00"
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>'
        b"J\xc3\xb6rg Gr\xc3\xb6\xc3\x9fe</rdf:li></rdf:Seq></dc:creator>"
        b"</rdf:Description></rdf:RDF></x:xmpmeta>"
    )

    upload(editors_client, "foto.jpg", files.with_segment(files.bitmap(), 0xE1, packet))

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
def test_a_refused_upload_leaves_nothing_behind(editors_client, name, content, sentence):
    response = upload(editors_client, name, content)

    assert (response.status_code, response.json()) == (400, {"error": sentence})
    assert (File.objects.count(), list(default_storage.listdir(""))) == (0, [[], []])


def test_a_full_disk_is_told_before_anything_is_saved(editors_client, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=1000))

    response = upload(editors_client, "foto.jpg", files.bitmap())

    sentence = (
        "„foto.jpg“ passt nicht mehr auf den Datenträger des Portals. Geben Sie dem technischen "
        "Betrieb Bescheid; gespeichert wurde nichts."
    )
    assert (response.status_code, response.json()) == (400, {"error": sentence})
    assert (File.objects.count(), list(default_storage.listdir(""))) == (0, [[], []])


def test_documents_come_in_as_files(editors_client):
    upload(editors_client, "Bericht.pdf", files.PDF)

    assert [(type(file), file.label, file.mime_type) for file in File.objects.all()] == [
        (File, "Bericht.pdf", "application/pdf")
    ]


def test_large_uploads_that_lie_on_disk_are_cleaned_too(editors_client, settings):
    settings.FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]

    upload(editors_client, "foto.jpg", files.photo_on_its_side())

    with default_storage.open(Image.objects.get().file.name) as file:
        content = file.read()
    assert (b"Telefonwerk" in content, content[-2:]) == (False, b"\xff\xd9")


def test_replacing_a_picture_keeps_its_row_and_its_focal_point(
    editors_client, django_capture_on_commit_callbacks
):
    image = picture("alt.png", (100, 50), subject_location="20,40", consent="written")
    before = image.file.name
    new = SimpleUploadedFile("neu.jpg", files.bitmap(size=(200, 100)))

    with django_capture_on_commit_callbacks(execute=True):
        response = editors_client.post(change_url(image), form_of(image, file=new))

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
def test_a_picture_is_replaced_by_good_pictures_only(editors_client, name, content, sentence):
    image = picture()

    response = editors_client.post(
        change_url(image), form_of(image, file=SimpleUploadedFile(name, content))
    )

    errors = response.context["adminform"].form.errors
    assert [str(error) for group in errors.values() for error in group] == [sentence]
    assert Image.objects.get().sha1 == image.sha1


def test_an_empty_replacement_is_an_error_in_the_form(editors_client):
    image = picture()

    response = editors_client.post(
        change_url(image), form_of(image, file=SimpleUploadedFile("a.jpg", b""))
    )

    assert list(response.context["adminform"].form.errors) == ["file"]


@pytest.mark.parametrize("content", [None, b"\xff\xd8\xff kaputt"])
def test_the_library_copes_with_lost_files(editors_client, content):
    folder = Folder.objects.create(name="Fotos")
    image = picture(folder=folder)
    default_storage.delete(image.file.name)
    if content:
        default_storage.save(image.file.name, ContentFile(content))

    listing = editors_client.get(reverse("admin:filer-directory_listing", args=(folder.pk,)))
    form = editors_client.get(change_url(image))

    assert (listing.status_code, form.status_code) == (200, 200)


def test_editors_may_change_what_colleagues_uploaded(editors_client):
    image = picture(owner=editor())
    file = File.objects.create(
        owner=editor(),
        original_filename="a.pdf",
        file=ContentFile(files.PDF, name="a.pdf"),
    )

    changed = editors_client.post(change_url(image), form_of(image, credit="Neu"))

    assert (changed.status_code, Image.objects.get().credit) == (302, "Neu")
    assert editors_client.get(change_url(file)).context["has_change_permission"]


def test_the_window_for_choosing_gives_the_icon_as_it_is(editors_client):
    pdf = ContentFile(files.PDF, name="heft.pdf")
    File.objects.create(original_filename="heft.pdf", file=pdf)

    unsorted = reverse("admin:filer-directory_listing-unfiled_images")
    page = editors_client.get(f"{unsorted}?_popup=1&_pick=file").content.decode()

    icons = set(re.findall(r'data-icon-url="([^"]*)"', page))
    assert icons == {"/static/filer/icons/file-pdf.svg"}

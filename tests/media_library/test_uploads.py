"""What may come into the library, and what it says to what may not."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from filer.validation import FileValidationError, validate_upload
from PIL import ExifTags, Image

from media_library import file_types
from tests.media_library import files
from tests.media_library.files import bitmap

HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
DIRECTION = "\u202e"  # turns the rest of a name around


def upload(name: str, content: bytes) -> bytes:
    """Return what the library would store; raises what it says to the editor."""
    file = SimpleUploadedFile("x", content)
    validate_upload(name, file, None, "any/thing")
    return file.read()


ACCEPTED = {
    "foto.jpg": bitmap(),
    "FOTO.JPEG": bitmap(),
    "grau.jpg": bitmap(mode="L", colour=90),
    "druck.jpg": bitmap(mode="CMYK", colour=(0, 90, 90, 0)),
    "bild.png": bitmap("PNG"),
    "durchsichtig.png": bitmap("PNG", mode="RGBA"),
    "tief.png": bitmap("PNG", mode="I;16", colour=900),
    "bild.webp": bitmap("WEBP"),
    "bild.avif": bitmap("AVIF"),
    "bild.gif": bitmap("GIF"),
    "zeichnung.svg": files.SVG,
    "Bericht 28.09.2021.pdf": files.PDF,
    "brief.docx": files.archive("[Content_Types].xml", "word/document.xml"),
    "liste.xlsx": files.archive("[Content_Types].xml", "xl/workbook.xml"),
    "vortrag.pptx": files.archive("[Content_Types].xml", "ppt/presentation.xml"),
    "brief.odt": files.archive(mimetype="application/vnd.oasis.opendocument.text"),
    "fotos.zip": files.archive("foto.jpg"),
    "text.txt": "Grüße aus Dormagen".encode(),
    "liste.csv": b"Name;Ort\nA;B\n",
    "untertitel.vtt": b"WEBVTT\n\n00:00.000 --> 00:01.000\nHallo\n",
    "film.mp4": b"\0\0\0\x18ftypisom" + b"\0" * 40,
    "film.webm": b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm",
    "ton.mp3": b"ID3\x04" + b"\0" * 40,
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_good_files_come_in_and_come_in_again(name):
    stored = upload(name, ACCEPTED[name])

    assert upload(name, stored)


REPAIR = "Öffnen Sie das Bild in einem Bildprogramm und speichern Sie es neu."
PIXELS = (
    "hat mehr als 30 Millionen Bildpunkte. Verkleinern Sie das Bild, zum Beispiel auf "
    "6000 × 4000 Punkte."
)
MOVING = (
    "ist ein bewegtes Bild; es ließe sich nicht anhalten. Laden Sie es als MP4-Video hoch oder "
    "speichern Sie ein Einzelbild."
)
TWO_SUFFIXES = "hat zwei Endungen. Benennen Sie die Datei um, mit nur einer Endung."
NO_SUFFIX = "hat keine Endung wie .jpg oder .pdf. Speichern Sie die Datei mit ihrer Endung."
FORMATS = (
    "hat ein Format, das das Portal nicht annimmt. Möglich sind Bilder (JPEG, PNG, WebP, AVIF, "
    "SVG), PDF, Office-Dokumente, Text, CSV, ZIP, MP3 und MP4."
)
IS_HTML = "enthält eine Internetseite (HTML). Speichern Sie den Inhalt als PDF."
REFUSED = [
    ("leer.jpg", b"", "ist leer. Laden Sie die Datei noch einmal hoch."),
    ("riese.png", files.png_claiming(20_000, 20_000), PIXELS),
    ("gross.png", files.png_claiming(7000, 5000), PIXELS),
    ("bombe.png", files.png_with_text_bomb(), f"ist beschädigt. {REPAIR}"),
    ("halb.jpg", bitmap(size=(900, 900))[:3000], f"ist beschädigt. {REPAIR}"),
    ("halb.png", bitmap("PNG", size=(900, 900))[:200], f"ist beschädigt. {REPAIR}"),
    ("nichts.jpg", b"\xff\xd8\xff" + b"\0" * 50, f"ist beschädigt. {REPAIR}"),
    ("film.gif", files.moving(), MOVING),
    ("bombe.gif", files.moving(frames=10_000), MOVING),
    ("film.png", files.moving("PNG"), MOVING),
    ("film.webp", files.moving("WEBP"), MOVING),
    ("skript.gif", b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)", f"ist beschädigt. {REPAIR}"),
    ("seite.pdf", HTML, IS_HTML),
    ("seite.txt", HTML, IS_HTML),
    (
        "doppel.pdf",
        files.PDF.replace(b"1 0 obj", b"<html><script>1</script>"),
        "enthält HTML. Speichern Sie das PDF neu, zum Beispiel über „Drucken“.",
    ),
    (
        "halb.pdf",
        files.PDF[:30],
        "ist unvollständig. Speichern Sie das PDF neu und laden Sie es hoch.",
    ),
    (
        "archiv.jpg",
        files.archive("a"),
        "endet auf .jpg, ist aber dem Inhalt nach: ZIP-Archiv. "
        "Speichern Sie die Datei mit der Endung .zip.",
    ),
    (
        "bild.png",
        bitmap(),
        "endet auf .png, ist aber dem Inhalt nach: JPEG-Bild. "
        "Speichern Sie die Datei mit der Endung .jpg.",
    ),
    (
        "kaputt.zip",
        b"PK\x03\x04" + b"\0" * 50,
        "ist beschädigt. Speichern Sie die Datei neu.",
    ),
    (
        "makro.docx",
        files.archive("word/document.xml", "word/vbaProject.bin"),
        "enthält Makros. Speichern Sie das Dokument ohne Makros.",
    ),
    ("foto.php.jpg", bitmap(), TWO_SUFFIXES),
    ("rechnung.exe.pdf", files.PDF, TWO_SUFFIXES),
    (".htaccess", b"Options +Indexes", NO_SUFFIX),
    ("bild", bitmap(), NO_SUFFIX),
    ("skript.js", b"alert(1)", FORMATS),
    ("seite.html", HTML, IS_HTML),
    ("seite.mht", b"MIME-Version: 1.0", FORMATS),
    ("programm.exe", b"MZ\x90\0", FORMATS),
    (
        "notiz.jpg",
        b"nur Text",
        "ist beschädigt, oder der Inhalt passt nicht zur Endung. "
        "Speichern Sie die Datei neu als .jpg.",
    ),
    (
        "alt.csv",
        "Straße".encode("latin-1"),
        "ist nicht als UTF-8 gespeichert; Umlaute würden falsch erscheinen. "
        "Speichern Sie die Datei mit der Kodierung UTF-8.",
    ),
    (
        "foto.heic",
        b"\0\0\0\x18ftypheic" + b"\0" * 40,
        "ist ein HEIC-Bild. Viele Browser zeigen dieses iPhone-Format nicht. Speichern Sie das "
        "Bild als JPEG (am iPhone unter Einstellungen, Kamera, Formate: „Maximale "
        "Kompatibilität“).",
    ),
    (
        "foto.tif",
        bitmap("TIFF"),
        "ist ein TIFF-Bild. Browser zeigen es nicht. Speichern Sie es als JPEG oder PNG.",
    ),
    (
        "lachen.svg",
        b'<!DOCTYPE svg [<!ENTITY a "ha">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        "ist beschädigt, oder der Inhalt passt nicht zur Endung. "
        "Speichern Sie die Datei neu als .svg.",
    ),
    (
        "kaputt.svg",
        b"<svg xmlns='http://www.w3.org/2000/svg'><",
        "ist keine gültige SVG-Zeichnung. Speichern Sie sie neu.",
    ),
]


@pytest.mark.parametrize(
    ("name", "content", "sentence"), REFUSED, ids=lambda value: str(value)[:20]
)
def test_bad_files_stay_out_and_the_editor_reads_why(name, content, sentence):
    with pytest.raises(FileValidationError) as refusal:
        upload(name, content)

    assert refusal.value.messages == [f"„{name}“ {sentence}"]


def test_names_that_read_backwards_stay_out():
    with pytest.raises(FileValidationError) as refusal:
        upload(f"foto{DIRECTION}gpj.pdf", files.PDF)

    assert refusal.value.messages == [
        "„foto�gpj.pdf“ hat unsichtbare Zeichen im Namen. Benennen Sie die Datei um."
    ]


def test_files_over_their_limit_stay_out():
    content = files.PDF + b"\0" * file_types.DOCUMENT_LIMIT

    with pytest.raises(FileValidationError) as refusal:
        upload("gross.pdf", content)

    assert refusal.value.messages == [
        "„gross.pdf“ ist 51 MB groß, erlaubt sind 50 MB (PDF-Dokument). Verkleinern Sie die Datei."
    ]


def test_a_phone_photo_is_turned_and_forgets_where_it_was_taken():
    stored = Image.open(BytesIO(upload("foto.jpg", files.photo_on_its_side())))

    assert stored.size == (20, 40)
    assert [stored.getpixel(at)[0] > 200 for at in ((18, 4), (4, 4), (18, 36))] == [
        True,
        False,
        False,
    ]
    assert dict(stored.getexif()) == {
        ExifTags.Base.Artist: "Jörg Größe".encode().decode("latin-1"),
        ExifTags.Base.Copyright: "© Stadt Dormagen".encode().decode("latin-1"),
    }


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_every_format_keeps_the_maker_and_loses_the_rest(kind):
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Erika Beispiel"
    exif[ExifTags.Base.Make] = "Telefonwerk"

    stored = Image.open(BytesIO(upload(f"foto.{kind.lower()}", bitmap(kind, exif=exif))))

    assert dict(stored.getexif()) == {ExifTags.Base.Artist: "Erika Beispiel"}


def test_a_picture_is_written_anew_so_that_nothing_hides_behind_it():
    content = bitmap() + files.archive("schadprogramm.exe")

    assert b"PK" not in upload("foto.jpg", content)


def test_a_rubbish_colour_profile_is_dropped():
    stored = Image.open(BytesIO(upload("foto.png", bitmap("PNG", icc_profile=b"Unsinn" * 30))))

    assert "icc_profile" not in stored.info


def test_a_drawing_loses_scripts_handlers_and_foreign_pictures():
    content = files.SVG.replace(
        b"<path",
        b'<script>alert(1)</script><image href="https://tracker.example/x.png"/>'
        b'<path onclick="alert(1)"',
    )

    stored = upload("zeichnung.svg", content)

    found = [word for word in (b"script", b"onclick", b"tracker") if word in stored]
    assert (found, b"<path" in stored) == ([], True)

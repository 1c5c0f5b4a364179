"""The press kit: what it holds, always the same bytes, little memory."""

import hashlib
import zipfile
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from djangocms_versioning.models import Version
from PIL import Image as PILImage

from media_library.embedded import Rights, from_xmp
from media_library.models import Licence
from news.models import ArticleAttachment, ArticleContact, ArticleImage, Topic
from tests.factories import (
    add_block,
    add_text,
    make_article,
    make_file,
    make_partner,
    new_draft,
    picture,
    press_contact,
    publish,
    version_of,
)

pytestmark = pytest.mark.django_db
KIT_QUERIES = 13
FOLDER = "2021-09-29_rhein"
PHOTO = {"licence": Licence.PRESS_FREE, "place": "Dormagen"}


def release(photos=1, **values):
    """Return a published press release with photos that may be printed and one that may not."""
    values = {"slug": "rhein", "title": "Rhein & Werk", "boilerplate": "Das Bündnis.", **values}
    content = make_article(kind="press-release", published=False, **values)
    content.topics.add(Topic.objects.create(name="Wasser", slug="wasser"))
    content.partners.add(make_partner(title="Stadt", slug="stadt").partner)
    for number in range(photos):
        ArticleImage.objects.create(
            content=content, image=picture(**PHOTO), alt="Eine Brücke", caption=f"Brücke {number}"
        )
    agency = picture("agentur.png", licence=Licence.AGENCY)
    ArticleImage.objects.create(content=content, image=agency, alt="Ein Schiff")
    ArticleContact.objects.create(content=content, contact=press_contact(role="Pressestelle"))
    paper = make_file("zahlen.csv", b"a;b")
    ArticleAttachment.objects.create(content=content, file=paper, title="Zahlen")
    ArticleAttachment.objects.create(content=content, file=paper, title="X", in_press_kit=False)
    add_text(
        content, "<h2>Zwischentitel</h2><p>Ein <strong>Absatz</strong>.</p><ul><li>Punkt</li></ul>"
    )
    add_block(content, "QuotePlugin", text="Gut so.", name="Erika Beispiel")
    return publish(content)


def taken(client, path="/presse/rhein/pressemappe.zip") -> bytes:
    response = client.get(path)
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def opened(content: bytes) -> dict[str, bytes]:
    """Return the files of an archive by their path below its folder."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert {name.partition("/")[0] for name in names} == {FOLDER}
        return {name.partition("/")[2]: archive.read(name) for name in names}


def photo_name(content, number=1) -> str:
    code = content.article.short_code.lower()
    return f"dormagen-bruecke-{number - 1}_erika-beispiel_{code}-{number}.png"


def test_the_kit_holds_text_photos_credits_and_facts(client):
    content = release()

    files = opened(taken(client))

    photo = f"Fotos/{photo_name(content)}"
    assert list(files) == [
        "Pressemitteilung.txt",
        "Pressemitteilung.html",
        "Pressemitteilung.docx",
        "Bildnachweise.txt",
        photo,
        "Anlagen/zahlen.csv",
    ]
    version = version_of(content)
    when = timezone.localtime(version.modified)
    text = files["Pressemitteilung.txt"].decode("utf-8-sig").replace("\r\n", "\n")
    assert text.splitlines() == [
        "Pressemitteilung · Lokale Allianz Dormagen",
        "",
        "Rhein & Werk",
        "",
        "29. September 2021",
        "",
        content.lead,
        "",
        "Zwischentitel",
        "",
        "Ein Absatz.",
        "",
        "• Punkt",
        "",
        "„Gut so.“",
        "",
        "Erika Beispiel",
        "",
        "Hintergrund",
        "",
        "Das Bündnis.",
        "",
        "Pressekontakt",
        "",
        "Erika Beispiel, Pressestelle",
        "",
        "Telefon: 02133 257-0",
        "",
        "E-Mail: presse@example.org",
        "",
        "Fakten",
        "",
        "• Thema: Wasser",
        "• Partner: Stadt",
        f"• Bleibende Adresse: http://127.0.0.1:8000/n/{content.article.short_code}",
        f"• Fassung 1 vom {when.day}. {months()[when.month - 1]} {when:%Y, %H:%M} Uhr",
    ]
    assert files["Bildnachweise.txt"].decode("utf-8-sig").split("\r\n") == [
        photo,
        "Bildunterschrift: Brücke 0",
        "Zu sehen: Eine Brücke",
        "Nachweis: Foto: Erika Beispiel",
        "Rechte: © Erika Beispiel",
        "Bedingungen: Honorarfreier Abdruck mit Nachweis im Zusammenhang mit der Mitteilung.",
        "",
    ]
    with PILImage.open(BytesIO(files[photo])) as made:
        assert (made.size, from_xmp(made)) == (
            (1600, 900),
            Rights("Erika Beispiel", "© Erika Beispiel", "Brücke 0"),
        )
    assert f'href="{photo}"'.encode() in files["Pressemitteilung.html"]


def months() -> list[str]:
    return [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ]


def test_a_number_keeps_its_day_and_its_source(client):
    content = make_article(kind="press-release", slug="rhein", published=False)
    sheet = add_block(content, "FactSheetPlugin")
    number = {"label": "Mitglieder", "value": "rund 130", "source": "Zeitung"}
    number |= {"as_of": date(2015, 11, 1), "as_of_precision": "month"}
    add_block(content, "FactLinePlugin", parent=sheet, **number)
    publish(content)

    files = opened(taken(client))

    text = files["Pressemitteilung.txt"].decode().replace("\r\n", "\n")
    assert "Mitglieder\n\nrund 130\n\nStand: November 2015 · Quelle: Zeitung\n" in text


def test_word_opens_with_headings_and_lists(client):
    release()
    word = opened(taken(client))["Pressemitteilung.docx"]

    with zipfile.ZipFile(BytesIO(word)) as document:
        xml = document.read("word/document.xml").decode()

    assert (xml.count('"Heading1"'), xml.count('"Heading2"'), xml.count('"Quote"')) == (1, 4, 1)
    assert "Rhein &amp; Werk" in xml


def test_the_same_version_gives_the_same_bytes_and_a_new_one_others(client):
    content = release(photos=2)

    first, second = taken(client), taken(client)
    publish(new_draft(content))
    third = taken(client)

    sums = [hashlib.sha256(one).hexdigest() for one in (first, second, third)]
    assert (sums[0] == sums[1], sums[1] == sums[2]) == (True, False)


@pytest.mark.parametrize("count", [1, 3])
def test_the_kit_needs_the_same_queries_for_any_number_of_photos(
    client, count, django_assert_num_queries
):
    release(photos=count)
    taken(client)

    with django_assert_num_queries(KIT_QUERIES):
        taken(client)


def test_a_photo_whose_right_has_ended_leaves_kit_and_page(client):
    content = release()
    path = f"/presse/rhein/fotos/{content.images.first().image.pk}/{photo_name(content)}"
    before = client.get(path).status_code
    image = content.images.first().image
    image.valid_until = timezone.localdate() - timedelta(days=1)
    image.save()

    assert (before, client.get(path).status_code) == (200, 404)
    assert [name for name in opened(taken(client)) if name.startswith("Fotos/")] == []
    assert client.get("/presse/rhein/").context["press"].photos == []


def test_a_lost_photo_is_left_out(client):
    content = release(photos=2)
    default_storage.delete(content.images.first().image.file.name)

    files = opened(taken(client))

    assert [name for name in files if name.startswith("Fotos/")] == [
        f"Fotos/{photo_name(content, 2)}"
    ]


def test_only_published_releases_have_a_kit(client):
    make_article(slug="nachricht")
    draft = make_article(kind="press-release", slug="entwurf", published=False)
    Version.objects.get_for_content(draft)

    paths = ["/presse/nachricht/", "/presse/entwurf/", "/presse/gibt-es-nicht/"]
    assert [client.get(f"{path}pressemappe.zip").status_code for path in paths] == [404] * 3

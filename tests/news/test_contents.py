"""N04: a newsroom takes a release along before it is public, and its Sperrfrist with it."""

import re
import zipfile
from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from PIL import Image as PILImage

from publishing.change_notes import write_note
from publishing.dates import NBSP, in_words
from publishing.models import ChangeNote
from publishing.preview_links import make_link
from tests.factories import editor, make_article, new_draft, publish, version_of
from tests.news.test_press_kit import FOLDER, opened, photo_name, release, taken
from tests.publishing.planning import T

pytestmark = pytest.mark.django_db
LINE = "Sperrfrist: Montag, 1.~März 2027, 10:00~Uhr, Ortszeit Berlin (Winterzeit, MEZ)"


@pytest.fixture
def handed_out(monkeypatch):
    """Return the address at which a newsroom sees a release under a Sperrfrist, and its text."""
    monkeypatch.setattr(timezone, "now", lambda: T - timedelta(days=1))
    content = new_draft(release())
    content.embargo_until = T
    content.save()
    token = make_link(version_of(content), editor(), label="Lokalteil", email="", days=7)
    return Client().post(f"/vorschau/{token}/")["Location"], content


def test_a_newsroom_takes_it_along_with_the_sperrfrist_at_its_top(client, handed_out):
    address, content = handed_out
    line = LINE.replace("~", NBSP)
    page = client.get(address).content.decode()

    with zipfile.ZipFile(BytesIO(taken(client, f"{address}pressemappe.zip"))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}

    top = f"sperrfrist_{FOLDER}"
    assert f'href="{address}pressemappe.zip"' in page
    assert files[f"{top}/Pressemitteilung.txt"].decode("utf-8-sig").startswith(f"{line}\r\n")
    assert files[f"{top}/Bildnachweise.txt"].decode("utf-8-sig").startswith(f"{line}\r\n")
    html = files[f"{top}/Pressemitteilung.html"].decode()
    assert 0 < html.index(f"<strong>{line}</strong>") < html.index("<h1>")
    with zipfile.ZipFile(BytesIO(files[f"{top}/Pressemitteilung.docx"])) as word:
        document = word.read("word/document.xml").decode()
    assert 0 < document.index(line) < document.index("Rhein &amp; Werk")
    photo = files[f"{top}/Fotos/{photo_name(content)}"]
    noted = PILImage.open(BytesIO(photo)).info["XML:com.adobe.xmp"]
    assert line.replace(NBSP, " ") in noted.replace(NBSP, " ")


def test_photos_and_attachments_open_below_the_address_of_the_draft(client, handed_out):
    address, _ = handed_out
    page = client.get(address).content.decode()

    links = re.findall(rf'href="({address}(?:fotos|anlagen)/[^"]+)"', page)
    answers = [client.get(link, follow=True) for link in links]

    assert len(links) == 3
    assert [(one.status_code, one["Cache-Control"]) for one in answers] == [(200, "no-store")] * 3


def test_what_is_no_release_under_a_sperrfrist_has_no_kit_yet(client):
    draft = make_article(kind="press-release", published=False)
    token = make_link(version_of(draft), editor(), label="Lokalteil", email="", days=7)
    address = f"/vorschau/{token}/entwurf/"

    assert "pressemappe.zip" not in client.get(address).content.decode()
    assert client.get(f"{address}pressemappe.zip").status_code == 404


def test_what_was_corrected_stands_above_the_text(client):
    draft = new_draft(release(photos=0, kicker="Natur"))
    write_note(version_of(draft), kind="correction", text="Beginn ist um 18 Uhr.")
    publish(draft)
    note = ChangeNote.objects.get()

    text = opened(taken(client))["Pressemitteilung.txt"].decode("utf-8-sig")

    lines = [line for line in text.splitlines() if line]
    day = f"{note.published_at:%-d}. {in_words(note.published_at.date(), 'month')}"
    assert lines[:4] == [
        "Pressemitteilung · Natur · Lokale Allianz Dormagen",
        "Rhein & Werk",
        f"{note.lead_in} am {day}: Beginn ist um 18 Uhr.",
        "29. September 2021",
    ]
    assert lines.count(lines[2]) == 1

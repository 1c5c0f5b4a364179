"""E41: slides, minutes, handouts: what stands at them, who may read them, what is refused."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from filer.models import File
from pypdf import PdfWriter

from events.models import Attachment
from events.papers import Paper, papers_of
from tests.factories import editor, make_meeting, version_of
from tests.publishing.test_admin import filled

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n" + b"x" * 2035 + b"%%EOF\n"


def file(name="abc123.pdf") -> File:
    """Return a file of the library."""
    return File.objects.create(original_filename=name, file=ContentFile(PDF, name=name))


def paper(content, title="Wasser & Größe", *, of_file=True, **values) -> Attachment:
    """Return a paper of a meeting: a file, or an address elsewhere."""
    where = {"file": file()} if of_file else {"url": "https://stadt.example/ratsinfo/7"}
    return content.meeting.attachments.create(title=title, **{**where, **values})


@pytest.fixture
def content():
    return make_meeting(slug="2021", title="Treffen")


@pytest.fixture
def item(content):
    return content.meeting.programme_items.create(kind="talk", title="Vortrag", position=1)


def address(row, name="2021-09-28_folien_wasser-groesse.pdf", slug="2021") -> str:
    return f"/jahrestreffen/{slug}/unterlagen/{row.pk}/{name}"


def test_e41_a_paper_says_kind_format_size_language_and_whether_it_is_accessible(content, item):
    slides = paper(content, item=item)
    minutes = paper(content, "Niederschrift", kind="minutes", language="en", is_accessible=True)
    elsewhere = paper(content, "Vorlage", of_file=False, kind="other")

    assert papers_of(content) == [
        Paper(
            address(minutes, "2021-09-28_protokoll_niederschrift.pdf"),
            "2021-09-28_protokoll_niederschrift.pdf",
            "Niederschrift",
            "Protokoll, PDF, 2,0\N{NO-BREAK SPACE}KB, Englisch",
        ),
        Paper(
            "https://stadt.example/ratsinfo/7",
            "",
            "Vorlage",
            "Unterlage, bei stadt.example, Deutsch",
            item=elsewhere.item,
        ),
        Paper(
            address(slides),
            "2021-09-28_folien_wasser-groesse.pdf",
            "Wasser & Größe",
            "Folien, PDF, 2,0\N{NO-BREAK SPACE}KB, Deutsch",
            "nicht barrierefrei",
            item,
        ),
    ]


def test_e41_papers_stand_at_their_item_and_once_at_the_meeting(client, content, item):
    row = paper(content, item=item)
    paper(content, "Tagesordnung", kind="agenda")

    meeting = client.get("/jahrestreffen/2021/")
    own = client.get("/jahrestreffen/2021/programm/vortrag/")

    assert [one.title for one in meeting.context["papers"]] == ["Tagesordnung", "Wasser & Größe"]
    assert [one.shown_papers[0].url for one in meeting.context["blocks"]] == [address(row)]
    assert [one.title for one in own.context["papers"]] == ["Wasser & Größe"]
    assert ["nicht barrierefrei" in page.content.decode() for page in (meeting, own)] == [True] * 2


def test_e41_everybody_reads_the_papers_of_a_published_meeting_under_a_speaking_name(
    client, content
):
    row = paper(content)

    response = client.get(address(row))

    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == (
        'attachment; filename="2021-09-28_folien_wasser-groesse.pdf"'
    )
    assert response["X-Content-Type-Options"] == "nosniff"


def test_e41_an_old_address_leads_to_the_papers_address_today(client, content):
    row = paper(content)

    responses = [client.get(address(row, "alt.pdf")), client.get(address(row, slug="elftes"))]

    assert [one.headers["Location"] for one in responses] == [address(row)] * 2


def test_e41_the_papers_of_a_draft_are_read_only_by_who_prepares_it(client):
    draft = make_meeting(slug="2022", published=False)
    row = paper(draft)
    path = address(row, slug="2022")

    stranger = client.get(path)
    client.force_login(editor())
    own = client.get(path)

    assert (stranger.status_code, own.status_code) == (404, 200)
    assert "no-store" in own["Cache-Control"]


def test_e41_a_meeting_taken_back_takes_its_papers_along(client, content):
    row = paper(content)
    version_of(content).unpublish(editor())

    assert client.get(address(row)).status_code == 404


def test_e41_no_address_that_could_be_guessed_leads_to_a_file(client, content):
    row = paper(content)
    time = row.file.canonical_time

    page = client.get("/jahrestreffen/2021/").content.decode()
    assert row.file.url not in page
    assert client.get(f"/datei/{time}/{row.file.pk}/").status_code == 404
    assert client.get(f"/filer/datei/{time}/{row.file.pk}/").status_code == 404


def test_a_file_that_is_lost_is_not_found(client, content):
    row = paper(content)
    row.file.file.storage.delete(row.file.file.name)

    assert client.get(address(row)).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_papers_cost_a_meeting_one_query(content, count, django_assert_num_queries):
    for number in range(count):
        paper(content, f"Folie {number}")

    with django_assert_num_queries(1):
        papers_of(content)


# --- In the admin ---


def send(client, item, **row):
    """Send the form of an item with a new paper."""
    client.force_login(editor())
    url = reverse("admin:events_programmeitem_change", args=[item.pk])
    data = {**filled(client.get(url)), "attachments-TOTAL_FORMS": 1}
    row = {"kind": "slides", "title": "Folien", "language": "de", "item": item.pk, **row}
    return client.post(url, data | {f"attachments-0-{name}": value for name, value in row.items()})


def test_a_paper_of_an_item_belongs_to_its_meeting_too(client, item):
    response = send(client, item, file=file().pk)

    assert response.status_code == 302
    (row,) = item.meeting.attachments.all()
    assert (row.item, row.title) == (item, "Folien")


def test_e41_a_pdf_without_tags_is_not_called_accessible(client, item):
    stream = BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(stream)
    untagged = File.objects.create(
        original_filename="a.pdf", file=ContentFile(stream.getvalue(), name="a.pdf")
    )

    page = send(client, item, file=untagged.pk, is_accessible="on")

    (errors,) = page.context["inline_admin_formsets"][1].formset.errors
    assert list(errors) == ["is_accessible"]
    assert "keine Vorlesestruktur" in errors["is_accessible"][0]


@pytest.mark.parametrize(
    ("row", "errors"),
    [
        (
            {"url": "https://stadt.example/7", "file": "it"},
            {"url": ["Datei oder Adresse, nicht beides. Leeren Sie eines von beiden."]},
        ),
        ({}, {"file": ["Wählen Sie eine Datei oder tragen Sie eine Adresse ein."]}),
        (
            {"url": "ftp://stadt.example/7"},
            {"url": ["Die Adresse muss mit https:// oder http:// beginnen."]},
        ),
        ({"url": "Quatsch"}, {"url": ["Bitte eine gültige Adresse eingeben."]}),
        (
            {"url": "https://stadt.example/7", "language": "klingonisch"},
            {
                "language": [
                    "Bitte eine gültige Auswahl treffen. klingonisch ist keine gültige Auswahl."
                ]
            },
        ),
    ],
)
def test_e41_what_is_wrong_with_a_paper_is_said_at_its_field(client, item, row, errors):
    if "file" in row:
        row = {**row, "file": file().pk}

    page = send(client, item, **row)

    formset = page.context["inline_admin_formsets"][1].formset
    assert formset.errors == [errors]
    assert not Attachment.objects.exists()

"""N08: how a page is cited, in words and as files that reference managers read."""

import re
from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.utils import timezone

from publishing.change_notes import write_note
from publishing.withdrawal import withdraw
from tests.factories import (
    editor,
    make_article,
    make_initiative,
    make_meeting,
    make_partner,
    make_person,
    new_draft,
    publish,
    version_of,
)

pytestmark = pytest.mark.django_db
MAKERS = [make_article, make_meeting, make_partner, make_initiative]
ORIGIN = settings.PUBLIC_ORIGIN
BEGIN = datetime(2027, 3, 1, 9, tzinfo=UTC)
BIBTEX_FIELD = re.compile(r"  ([a-z]+) = \{(.*)\},")
RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  - (.*)")


@pytest.fixture(autouse=True)
def begin(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: BEGIN)


@pytest.fixture
def corrected(monkeypatch):
    """Return a function that publishes a correction of a content some days later."""

    def done(content, *, kind="correction", day=5):
        monkeypatch.setattr(timezone, "now", lambda: BEGIN.replace(day=day))
        draft = new_draft(content)
        write_note(version_of(draft), kind=kind, text="Beginn ist um 18 Uhr.")
        return publish(draft)

    return done


def cited(client, path) -> list[str]:
    page = BeautifulSoup(client.get(path, {"frisch": "1"}).content, "html.parser")
    return [part.get_text() for part in page.select(".cite .citable")]


def read_bibtex(text: str) -> dict:
    """Read one entry as strictly as BibTeX does: a field a line, braces that balance."""
    first, *lines, last = text.splitlines()
    assert re.fullmatch(r"@misc\{[a-z]+-[A-Z0-9]{5},", first)
    assert last == "}"
    fields = dict(BIBTEX_FIELD.fullmatch(line).groups() for line in lines)
    assert all(value.count("{") == value.count("}") for value in fields.values())
    return fields


def read_ris(text: str) -> list[tuple]:
    """Read one reference: CRLF, tag, two spaces, dash, space, value; TY first and ER last."""
    *lines, rest = text.split("\r\n")
    found = [RIS_LINE.fullmatch(line).groups() for line in lines]
    assert (rest, found[-1], "\n" in "".join(lines)) == ("", ("ER", ""), False)
    return found[:-1]


def test_a_release_is_cited_with_date_and_the_day_of_its_last_correction(client, corrected):
    content = make_article(kind="press-release", slug="rhein", title="Müll & {Rhein} 100 %")
    code = content.article.short_code
    corrected(corrected(content), kind="minor", day=9)

    sentence, bibtex, ris = cited(client, "/presse/rhein/")

    assert sentence == (
        "Lokale Allianz Dormagen: Müll & {Rhein} 100 %. Pressemitteilung, "
        "29.\u00a0September 2021, Fassung vom 5.\u00a0März 2027. "
        f"{ORIGIN}/n/{code}"
    )
    assert read_bibtex(bibtex) == {
        "author": "{Lokale Allianz Dormagen}",
        "title": r"{M{\"u}ll \& {\textbraceleft}Rhein{\textbraceright} 100 \%}",
        "howpublished": "Pressemitteilung",
        "year": "2021",
        "date": "2021-09-29",
        "note": r"Fassung vom 5.~M{\"a}rz 2027",
        "url": f"{ORIGIN}/n/{code}",
        "langid": "ngerman",
    }
    assert "\r" not in ris.strip().replace("\r\n", "")


def test_the_files_say_the_same_and_bear_a_name(client, corrected):
    content = corrected(make_article(kind="press-release", title="Müll\n& Rhein\u00ad"))
    code = content.article.short_code

    bibtex, ris = (client.get(f"/n/{code.lower()}.{suffix}") for suffix in ("bib", "ris"))

    assert bibtex["Content-Type"] == "application/x-bibtex; charset=utf-8"
    assert ris["Content-Type"] == "application/x-research-info-systems; charset=utf-8"
    assert ris["Content-Disposition"] == (
        f'attachment; filename="lokale-allianz-dormagen-{code}.ris"'
    )
    assert (bibtex["X-Robots-Tag"], "Set-Cookie" in bibtex) == ("noindex", False)
    assert read_bibtex(bibtex.text)["title"] == r"{M{\"u}ll \& Rhein}"
    assert read_ris(ris.text) == [
        ("TY", "ELEC"),
        ("ID", code),
        ("AU", "Lokale Allianz Dormagen"),
        ("TI", "Müll & Rhein"),
        ("T2", "Lokale Allianz Dormagen"),
        ("M3", "Pressemitteilung"),
        ("PY", "2021"),
        ("DA", "2021/09/29/"),
        ("ET", "Fassung vom 5. März 2027"),
        ("N1", "Fassung vom 5. März 2027"),
        ("PB", "Lokale Allianz Dormagen"),
        ("CY", "Dormagen"),
        ("LA", "de"),
        ("UR", f"{ORIGIN}/n/{code}"),
    ]


@pytest.mark.parametrize(
    ("precision", "words", "machine", "ris_date"),
    [
        ("day", "29.\u00a0September 2021", "2021-09-29", "2021/09/29/"),
        ("month", "September 2021", "2021-09", "2021/09//"),
        ("year", "2021", "2021", "2021///"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(client, precision, words, machine, ris_date):
    content = make_article(slug="eins", title="Wer?", date_precision=precision)
    url = content.article.get_short_url()

    sentence, bibtex, _ = cited(client, "/aktuelles/eins/")

    assert sentence == f"Lokale Allianz Dormagen: Wer? Nachricht, {words}. {ORIGIN}{url}"
    assert (read_bibtex(bibtex)["date"], "note" in read_bibtex(bibtex)) == (machine, False)
    assert dict(read_ris(client.get(f"{url}.ris").text))["DA"] == ris_date


@pytest.mark.parametrize("make", [make_meeting, make_partner, make_initiative])
def test_pages_without_a_date_are_cited_by_the_day_of_their_last_change(client, corrected, make):
    content = make(title="Was ist?")
    first = cited(client, content.get_absolute_url())[0]
    corrected(content)

    last = cited(client, content.get_absolute_url())[0]

    address = f"{ORIGIN}{content.identity.get_short_url()}"
    begin = "Lokale Allianz Dormagen: Was ist? Webseite,"
    assert (first, last) == (
        f"{begin} 1.\u00a0März 2027. {address}",
        f"{begin} 5.\u00a0März 2027. {address}",
    )


def test_a_sample_says_that_it_is_none(client):
    content = make_meeting(slug="muster", facts={"is_sample": True})

    assert "Beispiel, kein wirkliches Treffen" in cited(client, content.get_absolute_url())[0]


@pytest.mark.parametrize("make", MAKERS)
def test_every_page_names_the_address_to_cite_it_by(client, make):
    content = make()
    link = f'<{ORIGIN}{content.identity.get_short_url()}>; rel="cite-as"'
    path = content.get_absolute_url()

    first, kept = client.get(path), client.get(path)
    withdraw(version_of(content), editor(), manner="notice", reason="Veraltet.")
    noticed = client.get(path, {"frisch": "1"})

    assert [response["Link"] for response in (first, kept, noticed)] == [link] * 3


def test_so_does_the_page_of_a_person(client):
    person = make_person()

    response = client.get(person.get_absolute_url())

    assert response["Link"] == f'<{ORIGIN}{person.get_short_url()}>; rel="cite-as"'


@pytest.mark.parametrize("make", MAKERS)
def test_what_was_taken_back_and_stays_readable_is_cited_with_that(client, make):
    content = make()
    withdraw(version_of(content), editor(), manner="notice", reason="Veraltet.")

    sentence = cited(client, content.get_absolute_url())[0]
    file = client.get(f"{content.identity.get_short_url()}.ris")

    assert "zurückgezogen am 1.\u00a0März 2027. http" in sentence
    assert dict(read_ris(file.text))["N1"] == "zurückgezogen am 1. März 2027"


def test_what_is_gone_has_no_file_and_a_draft_never_had_one(client):
    gone, draft = make_article(date=date(2021, 1, 1)), make_article(published=False)
    withdraw(version_of(gone), editor(), manner="gone", reason="Falsch.")
    paths = [
        f"{gone.article.get_short_url()}.bib",
        f"{draft.article.get_short_url()}.bib",
        "/n/XXXXX.ris",
        "/n/-.ris",
    ]

    answers = [client.get(path) for path in paths]

    assert [answer.status_code for answer in answers] == [410, 404, 404, 404]


def test_a_person_has_a_page_and_no_file(client):
    person = make_person()

    response = client.get(f"{person.get_short_url()}.bib")

    assert (response.status_code, response["Location"]) == (302, person.get_absolute_url())


def test_an_editor_sees_no_citation_of_a_draft(client):
    client.force_login(editor())
    draft = new_draft(make_article(slug="eins"))
    type(draft).admin_manager.filter(pk=draft.pk).update(title="GEHEIM")

    assert not any("GEHEIM" in text for text in cited(client, "/aktuelles/eins/"))

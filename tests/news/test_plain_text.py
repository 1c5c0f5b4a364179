"""N14: each article as plain text."""

from datetime import date

import pytest

from news.models import ArticleAttachment, ArticleContact, Topic
from tests.factories import (
    add_block,
    editor,
    make_article,
    make_file,
    make_partner,
    picture,
    press_contact,
    publish,
    version_of,
)
from tests.news.test_feeds import ORIGIN, make_release
from tests.publishing.changing import address, changed_on, stop_clock

pytestmark = pytest.mark.django_db


def test_the_text_says_what_the_page_says(client):
    content = make_release(
        slug="rhein",
        title="Müll & <b>Rhein</b>",
        subtitle="Eine *Unterzeile*",
        lead="Er fließt.",
        dateline_place="Dormagen",
        hero=picture(credit="Erika"),
        hero_alt="Der Rhein",
        hero_caption="Am Ufer.",
    )

    response = client.get("/presse/rhein.md")

    assert response["Content-Type"] == "text/markdown; charset=utf-8"
    assert response["Link"] == f'<{ORIGIN}/presse/rhein/>; rel="canonical"'
    lines = response.text.split("\n\n")
    pictures = [line for line in lines if line.startswith("![")]
    assert [line.partition("](")[0] for line in pictures] == ["![Der Rhein", "![Saal"]
    assert [line for line in lines if line not in pictures] == [
        "# Müll & &lt;b>Rhein&lt;/b>",
        "Pressemitteilung",
        r"**Eine \*Unterzeile\***",
        "Dormagen, 29.\u00a0September 2021",
        "Er fließt.",
        "Am Ufer. Foto: Erika",
        f"Es sprach [er]({ORIGIN}/personen/jobst-wierich/).",
        "> Ja.",
        f"[Jobst Wierich]({ORIGIN}/personen/jobst-{content.pk}/),\nSprecher",
        "Foto: Erika",
        "## Hintergrund",
        "Wer wir sind.",
        "## Quellen",
        "- [Zeitung](https://zeitung.example/1)",
        "## Pressekontakt",
        f"Heute antwortet, wer auf der Seite [Presse]({ORIGIN}/presse/) steht.",
        f"Seite: {ORIGIN}/presse/rhein/",
        f"Kurzlink: {ORIGIN}/n/{content.article.short_code}\n",
    ]


def test_a_number_keeps_its_day_and_its_source(client):
    content = make_article(slug="zahlen", published=False)
    sheet = add_block(content, "FactSheetPlugin", heading="Zahlen")
    number = {"label": "Mitglieder", "value": "rund 130", "as_of": date(2015, 11, 1)}
    number |= {"as_of_precision": "month", "source": "Zeitung", "source_url": "https://z.example/"}
    add_block(content, "FactLinePlugin", parent=sheet, **number)
    publish(content)

    text = client.get("/aktuelles/zahlen.md").text

    block = text.partition("## Zahlen")[2].partition("Seite:")[0]
    assert block.split("\n") == [
        "",
        "",
        "Mitglieder",
        ":   rund 130",
        ":   Stand: November 2015 · Quelle: [Zeitung](https://z.example/)",
        "",
        "",
    ]


def test_it_names_facts_corrections_files_contacts_and_what_belongs_to_it(client, monkeypatch):
    stop_clock(monkeypatch, 1)
    old = make_article(
        kind="press-release", slug="rhein", event_date=date(2021, 9, 28), published=False
    )
    old.topics.add(Topic.objects.create(name="Wasser", slug="wasser"))
    old.partners.add(make_partner(title="Stadt [Dormagen]", slug="stadt").partner)
    contact = press_contact("Erika <Beispiel>", role="Presse", hours="Mo–Fr 9–16 Uhr")
    ArticleContact.objects.create(content=old, contact=contact)
    file = make_file("zahlen.txt", b"Zahlen")
    ArticleAttachment.objects.create(
        content=old, title="Zahlen", file=file, description="Alle Zahlen."
    )
    new = changed_on(monkeypatch, publish(old), day=5, text="Beginn ist um 18 Uhr.")

    lines = client.get("/presse/rhein.md").text.split("\n\n")

    assert lines[2:] == [
        "29.\u00a0September 2021",
        new.lead,
        "- Ereignis: 28.\u00a0September 2021\n"
        f"- Thema: [Wasser]({ORIGIN}/aktuelles/thema/wasser/)\n"
        "- Korrigiert am 5. März 2027, 10:00 Uhr: Beginn ist um 18 Uhr.\n"
        f"  [Fassung davor]({ORIGIN}{address(new)})",
        "## Anlagen",
        f"- [Zahlen]({ORIGIN}/presse/rhein/anlagen/{file.pk}/zahlen.txt) (TXT, 6\u00a0Bytes)\n"
        "  – Alle Zahlen.",
        "## Pressekontakt",
        "Erika &lt;Beispiel>, Presse  \nTelefon: 02133 257-0  \n"
        "E-Mail: presse@example.org  \nErreichbar: Mo–Fr 9–16 Uhr",
        "## Mehr dazu",
        f"- Partner: [Stadt [Dormagen]]({ORIGIN}/partner/stadt/)",
        f"Seite: {ORIGIN}/presse/rhein/",
        f"Kurzlink: {ORIGIN}/n/{new.article.short_code}\n",
    ]


def test_it_leads_to_the_same_text_in_plain_language_and_back(client):
    full = make_article(slug="lang")
    plain = make_article(slug="einfach", published=False)
    plain.article.plain_language_of = full.article
    plain.article.save()
    publish(plain)

    texts = [client.get(f"/aktuelles/{slug}.md").text for slug in ("lang", "einfach")]

    assert f"\n\n[In Einfacher Sprache lesen]({ORIGIN}/aktuelles/einfach/)\n\n" in texts[0]
    assert f"Einfacher Sprache. [Zur ausführlichen Fassung]({ORIGIN}/aktuelles/lang/)" in " ".join(
        texts[1].split()
    )


def test_drafts_withdrawn_and_foreign_articles_have_no_text(client):
    make_article(slug="entwurf", published=False)
    version_of(make_article(slug="zurueck")).unpublish(editor())
    make_article(slug="mitteilung", kind="press-release")
    paths = ["entwurf", "zurueck", "mitteilung", "gibt-es-nicht"]

    assert [client.get(f"/aktuelles/{slug}.md").status_code for slug in paths] == [404] * 4
    assert client.get("/presse/mitteilung.md").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_a_text_needs_the_same_queries_whatever_it_says(client, count, django_assert_num_queries):
    content = make_article(slug="rhein", published=False)
    for number in range(count):
        content.partners.add(make_partner(slug=f"partner-{number}").partner)
    publish(content)
    client.get("/aktuelles/rhein.md?warm")

    with django_assert_num_queries(6):
        client.get("/aktuelles/rhein.md?kalt")

"""G34: a press release on paper."""

import re
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from news.models import ArticleAttachment, ArticleContact, ArticleImage, ArticleSource, Topic
from tests.factories import (
    add_text,
    make_article,
    make_file,
    make_partner,
    picture,
    press_contact,
    publish,
)

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = """<p>Ein <a href="https://example.org/studie">Verweis</a> im Text.</p>
<h2>Was folgt</h2><ul><li>Ein <a href="https://example.org/liste">Punkt</a>.</li></ul>"""


@pytest.fixture
def release(known_types):
    """A release with all that it can have."""
    content = make_article(
        kind="press-release",
        published=False,
        slug="elftes",
        title="Elftes Jahrestreffen",
        subtitle="Digital und live",
        lead="Am Dienstag trafen sich alle.",
        dateline_place="Dormagen",
        hero=picture(licence="press-free"),
        hero_alt="Der Rhein",
        hero_caption="Am Ufer bei Zons",
        boilerplate="Wer das Bündnis ist.",
    )
    add_text(content, TEXT)
    content.topics.add(Topic.objects.create(name="Wasser", slug="wasser"))
    content.partners.add(make_partner(title="Name eines Partners").partner)
    image = picture("zwei.png", (900, 600), credit="Max Muster")
    ArticleImage.objects.create(content=content, image=image, alt="Brücke", caption="Im Nebel")
    contact = press_contact(role="Pressestelle", hours="Mo–Fr 9–16 Uhr")
    ArticleContact.objects.create(content=content, contact=contact)
    ArticleSource.objects.create(content=content, title="Zeitung", url="https://example.org/z")
    file = make_file("zahlen.csv", b"a;b")
    ArticleAttachment.objects.create(content=content, file=file, title="Zahlen zum Treffen")
    return publish(content)


@pytest.fixture
def older(known_types):
    """A release to which the printed one leads back."""
    return make_article(kind="press-release", title="Zehntes Jahrestreffen", date=date(2020, 9, 29))


@pytest.fixture
def paper(release, open_page) -> str:
    """The text of the printed release, with single blanks."""
    sheets = PdfReader(BytesIO(open_page("/presse/elftes/").pdf(format="A4"))).pages
    return re.sub(r"\s+", " ", " ".join(sheet.extract_text() for sheet in sheets))


def test_a_release_on_paper_says_all_that_counts_once_and_in_its_order(release, paper):
    origin = "http://127.0.0.1:8000"
    said = [
        *("Pressemitteilung", "Elftes Jahrestreffen", "Digital und live"),
        *("Am Dienstag trafen sich alle.", "Am Ufer bei Zons Foto: Erika Beispiel"),
        *("Dormagen, 29. September 2021", "Ein Verweis (https://example.org/studie) im Text."),
        *("Was folgt", "Ein Punkt (https://example.org/liste).", "Im Nebel Foto: Max Muster"),
        *("Wer das Bündnis ist.", f"Zahlen zum Treffen ({origin}/presse/elftes/anlagen/"),
        *("Zeitung (https://example.org/z)", "Für die Presse Erika Beispiel Pressestelle"),
        *("02133 257-0", "presse@example.org", "Erreichbar: Mo–Fr 9–16 Uhr"),
        f"Kurzlink zu dieser Seite {origin}{release.article.get_short_url()}",
    ]

    assert {words: paper.count(words) for words in said} == dict.fromkeys(said, 1)
    assert sorted(said, key=paper.index) == said
    addresses = re.findall(r"https?://[^ )]+", paper)
    assert sorted(addresses) == sorted(set(addresses))


def test_nothing_to_click_is_printed(older, paper):
    buttons = ("Menü", "Jahrestreffen Initiativen", "Sie sind hier", "Pressemappe", "Zitieren")
    more = ("Mastodon", "Impressum", "Mehr dazu", "Name eines Partners", "Zum Inhalt springen")
    back = ("Zurück", "Zehntes Jahrestreffen")

    assert [words for words in (*buttons, *more, *back) if words in paper] == []

"""G31: what an article says to machines equals what it says to readers."""

from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup

from media_library.renditions import social_image
from news import metadata
from news.models import Article
from news.selection import Selection
from publishing.related import Link
from tests.factories import make_article, make_initiative, make_meeting, make_person, picture
from tests.reading import empty_values, text_of, thing, things

pytestmark = pytest.mark.django_db
ORIGIN = "http://127.0.0.1:8000"
ALLIANCE = {
    "@type": "Organization",
    "@id": f"{ORIGIN}/#buendnis",
    "name": "Lokale Allianz Dormagen",
    "url": f"{ORIGIN}/",
}


def test_a_release_is_a_news_article_with_all_that_the_page_says(client):
    hero = picture(size=(2400, 1600), credit="Erika Beispiel")
    content = make_article(
        kind="press-release",
        slug="elftes",
        title="Elftes Jahrestreffen",
        subtitle="Digital und live",
        lead="Am Dienstag trafen sich alle.",
        dateline_place="Dormagen",
        hero=hero,
        hero_alt="Der Rhein",
        hero_caption="Am Ufer",
        meeting=make_meeting(slug="2021", title="Treffen 2021").meeting,
    )
    content.people.add(make_person("Jobst Wierich"), make_person("Jugendchor", is_group=True))
    content.initiatives.add(make_initiative(slug="lauf", title="Lauf").initiative)
    Article.objects.update(first_published_at=datetime(2021, 9, 30, 10, tzinfo=UTC))

    image = social_image(hero, "Der Rhein")
    assert thing(client.get("/presse/elftes/"), "NewsArticle") == {
        "@type": "NewsArticle",
        "headline": "Elftes Jahrestreffen",
        "alternativeHeadline": "Digital und live",
        "description": "Am Dienstag trafen sich alle.",
        "url": f"{ORIGIN}/presse/elftes/",
        "identifier": f"urn:uuid:{content.article.uid}",
        "inLanguage": "de",
        "datePublished": "2021-09-29",
        "dateModified": "2021-09-30T12:00:00+02:00",
        "dateline": "Dormagen",
        "image": {
            "@type": "ImageObject",
            "url": ORIGIN + image.url,
            "width": "1200 px",
            "height": "630 px",
            "caption": "Am Ufer",
            "creditText": "Erika Beispiel",
            "copyrightNotice": "© Erika Beispiel",
        },
        "author": ALLIANCE,
        "publisher": ALLIANCE,
        "mentions": [
            {"@type": "Event", "name": "Treffen 2021", "url": f"{ORIGIN}/jahrestreffen/2021/"},
            {"@type": "Project", "name": "Lauf", "url": f"{ORIGIN}/initiativen/lauf/"},
            {
                "@type": "Person",
                "name": "Jobst Wierich",
                "url": f"{ORIGIN}/personen/jobst-wierich/",
            },
            {
                "@type": "Organization",
                "name": "Jugendchor",
                "url": f"{ORIGIN}/personen/jugendchor/",
            },
        ],
    }


def test_every_text_of_the_json_stands_on_the_page(client):
    make_article(
        slug="rhein",
        title="Ein Fluss",
        subtitle="Breit",
        lead="Er fließt.",
        dateline_place="Zons",
        hero=picture(),
        hero_alt="Der Rhein",
    )
    response = client.get("/aktuelles/rhein/")
    article = thing(response, "NewsArticle")

    said = [article[name] for name in ("headline", "alternativeHeadline", "description")]
    said += [article["dateline"], article["image"]["creditText"]]
    assert [words for words in said if words not in text_of(response)] == []
    assert f'datetime="{article["datePublished"]}"' in response.content.decode()


def test_a_bare_article_has_no_empty_value_and_a_date_as_exact_as_known(client):
    make_article(slug="kurz", date=date(2012, 1, 1), date_precision="year")
    response = client.get("/aktuelles/kurz/")

    assert thing(response, "NewsArticle")["datePublished"] == "2012"
    assert empty_values(things(response)) == []


def test_no_title_can_end_the_script(client):
    title = 'Der „Kluge" sagt </script><script>alert(1)</script> & <!-- \\'
    make_article(slug="boese", title=title)
    response = client.get("/aktuelles/boese/")

    assert thing(response, "NewsArticle")["headline"] == title
    assert b"<script>alert" not in response.content


def test_the_crumbs_lead_from_the_start_past_the_section(client):
    make_article(slug="rhein", title="Rhein")

    steps = thing(client.get("/aktuelles/rhein/"), "BreadcrumbList")["itemListElement"]
    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "Startseite", f"{ORIGIN}/"),
        (2, "Aktuelles", f"{ORIGIN}/aktuelles/"),
        (3, "Rhein", f"{ORIGIN}/aktuelles/rhein/"),
    ]


def test_the_description_falls_back_to_the_lead_and_the_feed_is_named():
    meta = metadata.article(make_article(lead="Anriss.", meta_description="Für Suchende."))
    bare = metadata.article(make_article(lead="Anriss."))

    assert (meta.description, bare.description) == ("Für Suchende.", "Anriss.")
    assert (meta.kind, meta.feeds) == ("article", (("Aktuelles als Feed", "/aktuelles/feed.atom"),))


def test_further_pages_of_an_archive_are_addresses_of_their_own():
    year = Selection("news", 2021)
    first, second = (metadata.archive(year, {}, page=page) for page in (1, 2))

    assert first.canonical == f"{ORIGIN}/aktuelles/archiv/2021/"
    assert second.canonical == f"{ORIGIN}/aktuelles/archiv/2021/?seite=2"
    assert (first.title, second.title) == ("Aktuelles 2021", "Aktuelles 2021, Seite 2")


@pytest.mark.parametrize(
    ("wishes", "title", "is_indexed"),
    [
        ({}, "Presse: Archiv", True),
        ({"year": 2021}, "Presse 2021", True),
        ({"year": 2021, "month": 9}, "Presse September 2021", False),
        ({"year": 2021, "month": 0}, "Presse 2021, Monat unbekannt", False),
        ({"thema": "klima"}, "Presse: Klima", False),
        ({"year": 2021, "month": 9, "thema": "klima"}, "Presse September 2021: Klima", False),
    ],
)
def test_search_engines_are_offered_an_archive_and_its_years(wishes, title, is_indexed):
    subjects = {"thema": Link("Thema", "Klima", "/aktuelles/thema/klima/")}
    selection = Selection("press-release", **wishes)

    meta = metadata.archive(selection, subjects if selection.thema else {})

    assert (meta.title, meta.is_indexed) == (title, is_indexed)
    assert meta.canonical == f"{ORIGIN}{selection.url}"


def test_head_json_and_page_say_the_same(client):
    hero = picture(size=(2400, 1600), licence="cc-by")
    about = {"title": "Der Fluss", "lead": "Er fließt.", "hero_alt": "Der Rhein"}
    make_article(slug="rhein", hero=hero, **about)
    Article.objects.update(first_published_at=datetime(2021, 9, 30, 10, tzinfo=UTC))
    response = client.get("/aktuelles/rhein/")
    page = BeautifulSoup(response.content, "html.parser")
    said = thing(response, "NewsArticle")
    own = {one["property"]: one["content"] for one in page.select("meta[property]")}

    assert own["og:type"] == "article"
    assert own["og:title"] == said["headline"] == page.h1.get_text(strip=True)
    assert own["og:description"] == said["description"] == "Er fließt."
    assert own["article:published_time"] == said["datePublished"] == page.main.time["datetime"]
    assert own["article:modified_time"] == said["dateModified"] == "2021-09-30T12:00:00+02:00"
    addresses = [link["href"] for link in page.select("[rel=canonical], [hreflang=de]")]
    assert [*addresses, own["og:url"]] == [said["url"]] * 3 == [f"{ORIGIN}/aktuelles/rhein/"] * 3
    image, licence = said["image"], page.select_one("figcaption [rel=license]")
    assert (image["license"], image["copyrightNotice"]) == (licence["href"], "© Erika Beispiel")
    assert page.select_one(".figure__credit").text == f"Foto: {image['creditText']}"

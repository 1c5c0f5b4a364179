"""G27: news and releases by year, month, topic, partner and initiative."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from news.models import Topic
from tests.factories import make_article, make_initiative, make_partner, new_draft, publish
from tests.news.shelves import about, draft, opened

pytestmark = pytest.mark.django_db
# The frame; months, topics, partners, initiatives, the list; the chosen subjects.
QUERIES = 6
QUERIES_WITH_SUBJECTS = 7


def test_a_choice_without_results_says_so_and_leads_back(client, shelf):
    response = client.get("/aktuelles/archiv/2012/?thema=arbeit")
    page = BeautifulSoup(response.content, "html.parser")

    assert response.status_code == 200
    assert page.select_one(".empty-state").text.startswith("Dazu steht im Archiv noch nichts.")
    assert page.select_one(".narrowed__list li a")["href"] == "/aktuelles/archiv/"
    assert page.select_one("#treffer").text.split() == ["0", "Beiträge"]


def test_an_archive_with_nothing_in_it_is_calm(client):
    page = opened(client, "/presse/archiv/")

    assert page.select_one(".empty-state").text == "Hier steht noch kein Beitrag."
    assert page.select(".facets") == []


def test_only_the_archive_and_its_years_are_for_search_engines(client, shelf):
    paths = ["", "2021/", "2021/?monat=9", "?thema=klima", "?thema=klima&partner=stadt", "?x=1"]
    pages = [opened(client, f"/aktuelles/archiv/{path}") for path in paths]

    assert [bool(page.select('meta[name="robots"][content="noindex"]')) for page in pages] == [
        *(False, False, True, True, True, False)
    ]
    assert [
        page.select_one('link[rel="canonical"]')["href"].partition("/archiv/")[2] for page in pages
    ] == [*("", "2021/", "2021/?monat=9", "?thema=klima", "?thema=klima&partner=stadt", "")]
    followed = [link["href"] for page in pages for link in page.select(".facets a:not([rel])")]
    assert [url for url in followed if "?" in url] == []


def test_further_pages_keep_what_was_chosen(client):
    topic = Topic.objects.create(name="Klima", slug="klima")
    for _ in range(21):
        about(draft(), topics=[topic])

    page = opened(client, "/aktuelles/archiv/2021/?thema=klima&seite=2")

    assert len(page.select(".teaser")) == 1
    assert [link["href"] for link in page.select(".pagination a")] == [
        "/aktuelles/archiv/2021/?thema=klima",
        "/aktuelles/archiv/2021/?thema=klima",
        "/aktuelles/archiv/2021/?thema=klima&seite=2",
    ]


def test_the_fitting_feed_is_offered(client, shelf):
    def feeds(query):
        page = opened(client, f"/aktuelles/archiv/{query}")
        links = [link["href"] for link in page.select(".narrowed__feeds a")]
        named = [link["href"] for link in page.select('link[type="application/atom+xml"]')]
        assert links == named
        return links

    assert feeds("2021/") == ["/aktuelles/feed.atom"]
    assert feeds("?thema=klima&partner=stadt") == [
        "/aktuelles/thema/klima/feed.atom",
        "/partner/stadt/feed.atom",
    ]


# --- Addresses ---


@pytest.mark.parametrize(
    "path",
    [
        *("2020/", "0000/", "99999/", "20x1/", "2020/?monat=3", "2021/?monat=13", "?thema=nie"),
        *("?partner=geheim", "?thema=ü", "?initiative=a%20b", f"?thema={'a' * 3000}"),
    ],
)
def test_what_was_never_there_is_not_found(client, path):
    make_article()
    make_partner(slug="geheim", published=False)

    assert client.get(f"/aktuelles/archiv/{path}").status_code == 404


@pytest.mark.parametrize(
    ("number", "shown"),
    [("1", 1), ("2", 2), ("3", 2), ("0", 1), ("-1", 1), ("x", 1), ("", 1), ("9" * 400, 2)],
)
def test_any_page_number_shows_a_page(client, number, shown):
    for _ in range(21):
        make_article()

    response = client.get("/aktuelles/archiv/2021/", {"seite": number})

    assert (response.status_code, response.context["page"].number) == (200, shown)


def test_a_renamed_partner_is_found_by_its_old_name(client, shelf):
    content = make_partner(slug="alt")
    about(draft(), partners=[content])
    renamed = new_draft(content)
    renamed.slug = "neu"
    renamed.save()
    publish(renamed)

    response = client.get("/aktuelles/archiv/2021/?thema=klima&partner=alt")

    assert (response.status_code, response["Location"]) == (
        301,
        "/aktuelles/archiv/2021/?thema=klima&partner=neu",
    )


# --- Queries ---


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"), [("", QUERIES), ("2021/?monat=9&thema=t-0", QUERIES_WITH_SUBJECTS)]
)
def test_an_archive_needs_the_same_queries_whatever_it_holds(
    client, count, path, queries, django_assert_num_queries
):
    for number in range(count):
        topic = Topic.objects.create(name=f"T {number}", slug=f"t-{number}")
        partner = make_partner(slug=f"p-{number}")
        initiative = make_initiative(slug=f"i-{number}")
        about(
            draft(date(2021 - number, 9, 1)),
            topics=[topic],
            partners=[partner],
            initiatives=[initiative],
        )
    url = f"/aktuelles/archiv/{path}{'&' if '?' in path else '?'}x="
    client.get(f"{url}warm")

    with django_assert_num_queries(queries):
        client.get(f"{url}kalt")

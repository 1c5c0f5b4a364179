"""G27: counts at facets equal results."""

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict
from django.urls import resolve

from news.facets import facets_of, months_of
from news.selection import Selection, selection_from
from tests.news.shelves import listed, opened

pytestmark = pytest.mark.django_db


def facets(page: BeautifulSoup) -> dict[str, list[tuple[str, str, str]]]:
    """Return label, count and address of every choice; no address where it is made."""
    found = {}
    for title in page.select(".facets__panel > .facets__title"):
        choices = page.select(f'[aria-labelledby="{title["id"]}"] .facets__choice')
        found[title.text] = [
            (
                choice.select_one("a, [aria-current]").text.strip(),
                int(choice.select_one(".facets__count").text.strip("()")),
                (choice.a or {}).get("href", ""),
            )
            for choice in choices
        ]
    return found


def test_the_archive_shows_all_of_one_kind_and_what_it_can_be_narrowed_by(client, shelf):
    assert listed(client, "/aktuelles/archiv/") == ["a", "b", "h", "c", "e", "d"]
    assert facets(opened(client, "/aktuelles/archiv/")) == {
        "Jahr": [
            ("2021", 4, "/aktuelles/archiv/2021/"),
            ("2012", 2, "/aktuelles/archiv/2012/"),
        ],
        "Thema": [
            ("Klima", 4, "/aktuelles/archiv/?thema=klima"),
            ("Arbeit", 2, "/aktuelles/archiv/?thema=arbeit"),
        ],
        "Partner": [
            ("Früher GmbH (ehemaliger Partner)", 2, "/aktuelles/archiv/?partner=frueher"),
            ("Stadt", 2, "/aktuelles/archiv/?partner=stadt"),
        ],
        "Initiative": [("Lauf", 1, "/aktuelles/archiv/?initiative=lauf")],
    }
    assert listed(client, "/presse/archiv/") == ["f"]


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("2021/", ["a", "b", "h", "c"]),
        ("2021/?monat=9", ["a", "b"]),
        ("2021/?monat=9&thema=arbeit", ["a"]),
        ("2012/?monat=unbekannt", ["d"]),
        ("2012/?monat=1", ["e"]),
        ("?thema=klima&partner=stadt", ["a", "b"]),
        ("?thema=klima&partner=stadt&initiative=lauf", ["a"]),
    ],
)
def test_wishes_are_joined_by_and(client, shelf, query, slugs):
    assert listed(client, f"/aktuelles/archiv/{query}") == slugs


def state_of(url: str) -> Selection:
    """Return what the view makes of an address."""
    path, _, query = url.partition("?")
    return selection_from(**resolve(path).kwargs, query=QueryDict(query))


def test_every_number_is_the_length_of_the_list_that_its_link_leads_to(shelf):
    seen, waiting = {}, ["/aktuelles/archiv/", "/presse/archiv/"]
    while waiting:
        selection = state_of(waiting.pop())
        found = facets_of(selection, months_of(selection))
        choices = {choice.url: choice.count for facet in found for choice in facet.choices}
        waiting += choices.keys() - seen
        seen |= choices
    wrong = {url for url, count in seen.items() if state_of(url).contents().count() != count}

    assert (wrong, len(seen) > 50) == (set(), True)


def test_what_was_chosen_is_taken_back_one_by_one(client, shelf):
    page = opened(client, "/aktuelles/archiv/2021/?monat=9&thema=klima&partner=frueher")

    assert [
        (" ".join(link.text.split()), link["href"]) for link in page.select(".facets__chosen a")
    ] == [
        ("2021 entfernen", "/aktuelles/archiv/?thema=klima&partner=frueher"),
        ("September entfernen", "/aktuelles/archiv/2021/?thema=klima&partner=frueher"),
        ("Thema: Klima entfernen", "/aktuelles/archiv/2021/?monat=9&partner=frueher"),
        (
            "Ehemaliger Partner: Früher GmbH entfernen",
            "/aktuelles/archiv/2021/?monat=9&thema=klima",
        ),
        ("Alles entfernen", "/aktuelles/archiv/"),
    ]
    assert [one.text for one in page.select("[aria-current=true]")] == [
        *("2021", "September", "Klima", "Früher GmbH (ehemaliger Partner)")
    ]

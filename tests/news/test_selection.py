"""G27: the state of an archive stands in its address, in one way only."""

import pytest
from django.http import Http404, QueryDict

from news.selection import Selection, selection_from


@pytest.mark.parametrize(
    ("year", "query", "url"),
    [
        (None, "", "/aktuelles/archiv/"),
        (2021, "", "/aktuelles/archiv/2021/"),
        (2021, "monat=9", "/aktuelles/archiv/2021/?monat=9"),
        (2021, "monat=unbekannt", "/aktuelles/archiv/2021/?monat=unbekannt"),
        (None, "monat=9", "/aktuelles/archiv/"),
        (None, "thema=&partner=&utm_source=x&seite=2", "/aktuelles/archiv/"),
        (None, "thema=a&thema=b", "/aktuelles/archiv/?thema=b"),
        (
            2021,
            "initiative=lauf&partner=stadt&thema=klima&monat=12",
            "/aktuelles/archiv/2021/?monat=12&thema=klima&partner=stadt&initiative=lauf",
        ),
    ],
)
def test_each_state_has_one_address(year, query, url):
    selection = selection_from("news", year, query=QueryDict(query))

    assert selection.url == url
    assert selection_from("news", year, query=QueryDict(selection.query[1:])) == selection


@pytest.mark.parametrize(
    "query",
    [
        *("monat=0", "monat=13", "monat=09", "monat=x", "monat=-1", "monat=%00", "monat=٣"),
        *("thema=%00", "thema=a b", "partner=ü", "initiative=<script>", "thema=a%0A"),
    ],
)
def test_what_no_archive_can_have_is_not_found(query):
    with pytest.raises(Http404):
        selection_from("news", 2021, query=QueryDict(query))


def test_a_wish_is_changed_without_the_others():
    selection = Selection("press-release", 2021, 9, thema="klima")

    assert selection.but(month=None).url == "/presse/archiv/2021/?thema=klima"
    assert selection.but(thema="").url == "/presse/archiv/2021/?monat=9"

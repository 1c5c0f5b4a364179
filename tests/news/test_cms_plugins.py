"""News as a building block."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Topic
from news.plugin_models import NewsList, PressPhotos
from news.press_kit.photos import newest_photos
from tests.factories import make_article, make_page, picture, press_contact

pytestmark = pytest.mark.django_db


def titles(client, query="") -> list[str]:
    main = BeautifulSoup(client.get(f"/seite/{query}").content, "html.parser").main
    return [title.get_text() for title in main.select(".card__title")]


def paginated(**values):
    return make_page(blocks=[("NewsListPlugin", {"is_paginated": True, "count": 2, **values})])


def test_a_list_holds_what_was_chosen_the_newest_first():
    topic = Topic.objects.create(name="Natur", slug="natur")
    old = make_article(date=date(2020, 1, 1))
    new = make_article(date=date(2021, 1, 1))
    press = make_article(kind="press-release", date=date(2020, 6, 1))
    old.topics.add(topic)
    make_article(published=False)

    assert list(NewsList().contents()) == [new, press, old]
    assert list(NewsList(kind="news").contents()) == [new, old]
    assert list(NewsList(kind="press-release").contents()) == [press]
    assert list(NewsList(topic=topic).contents()) == [old]


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_needs_one_query_for_any_length(django_assert_num_queries, count):
    for _ in range(count):
        make_article()

    with django_assert_num_queries(1):
        found = [(content.hero, content.article.kind) for content in NewsList().contents()]

    assert found == [(None, "news")] * count


def test_a_short_list_ends_at_its_number(client):
    for number in range(3):
        make_article(title=f"Nachricht {number}", date=date(2021, 1, number + 1))
    make_page(blocks=[("NewsListPlugin", {"count": 2})])

    assert titles(client) == ["Nachricht 2", "Nachricht 1"]


@pytest.mark.parametrize(
    ("layout", "expected"),
    [("cards", (3, 0)), ("lead", (1, 2)), ("rows", (0, 3))],
)
def test_the_layout_says_how_many_have_a_picture(client, layout, expected):
    for number in range(3):
        make_article(title=f"Nachricht {number}")
    make_page(blocks=[("NewsListPlugin", {"layout": layout})])

    main = BeautifulSoup(client.get("/seite/").content, "html.parser").main
    assert (len(main.select(".card")), len(main.select(".teaser"))) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Nachricht 2", "Nachricht 1"]),
        ("?seite=2", ["Nachricht 0"]),
        ("?seite=99", ["Nachricht 0"]),
        ("?seite=-3", ["Nachricht 2", "Nachricht 1"]),
        ("?seite=0", ["Nachricht 2", "Nachricht 1"]),
        ("?seite=zwei", ["Nachricht 2", "Nachricht 1"]),
        ("?seite=" + "9" * 5000, ["Nachricht 2", "Nachricht 1"]),
        ("?seite=1.5", ["Nachricht 2", "Nachricht 1"]),
        ("?seite=٢", ["Nachricht 0"]),
    ],
)
def test_pages_are_turned_and_nonsense_leads_to_the_nearest(client, query, expected):
    for number in range(3):
        make_article(title=f"Nachricht {number}", date=date(2021, 1, number + 1))
    paginated()

    assert titles(client, query) == expected


@pytest.mark.parametrize(
    ("query", "own", "is_kept"),
    [("", "", True), ("?seite=2", "?seite=2", True), ("?seite=99", "?seite=2", False)],
)
def test_a_page_of_the_list_is_its_own_address_and_kept_under_no_other(client, query, own, is_kept):
    for number in range(3):
        make_article(date=date(2021, 1, number + 1))
    paginated()

    page = client.get(f"/seite/{query}")
    with CaptureQueriesContext(connection) as captured:
        client.get(f"/seite/{query}")

    links = BeautifulSoup(page.content, "html.parser").head.select("link[rel=canonical]")
    assert [link["href"] for link in links] == [f"{settings.PUBLIC_ORIGIN}/seite/{own}"]
    assert (len(captured) == 0) is is_kept


def test_a_long_list_shows_everything_once_and_leads_from_page_to_page(client):
    for day in range(1, 28):
        make_article(title=f"Nachricht {day}", date=date(2021, 1, day))
    paginated(count=12)

    pages = [client.get(f"/seite/{query}") for query in ("", "?seite=2", "?seite=3")]

    mains = [BeautifulSoup(page.content, "html.parser").main for page in pages]
    shown = [[title.get_text() for title in main.select(".card__title")] for main in mains]
    assert [len(page) for page in shown] == [12, 12, 3]
    assert [title for page in shown for title in page] == [
        f"Nachricht {day}" for day in range(27, 0, -1)
    ]
    steps = [{a["rel"][0]: a["href"] for a in main.select(".pagination a[rel]")} for main in mains]
    assert steps == [
        {"next": "/seite/?seite=2"},
        {"prev": "/seite/", "next": "/seite/?seite=3"},
        {"prev": "/seite/?seite=2"},
    ]


@pytest.mark.parametrize(("kind", "length"), [("news", 3), ("press-release", 3), ("", 6)])
def test_a_list_of_any_kind_has_all_its_pages(client, kind, length):
    for number in range(3):
        make_article(title=f"Nachricht {number}")
        make_article(title=f"Presse {number}", kind="press-release")
    make_article(published=False)
    paginated(kind=kind)

    shown = {title for page in (1, 2, 3) for title in titles(client, f"?seite={page}")}

    assert len(shown) == length


@pytest.mark.parametrize(
    ("kind", "url"),
    [("news", "/aktuelles/archiv/"), ("press-release", "/presse/archiv/"), ("", None)],
)
def test_a_list_of_one_kind_leads_to_its_archive(client, kind, url):
    kinds = ["press-release", kind]
    make_page(blocks=[("NewsListPlugin", {"heading": "Neues", "kind": one}) for one in kinds])
    heads = BeautifulSoup(client.get("/seite/").content, "html.parser").select(".section__head")
    assert [head.a and head.a["href"] for head in heads] == ["/presse/archiv/", url]


def test_a_short_list_has_dates_and_titles_only(client):
    make_article(kind="press-release", title="Neues", slug="neu", lead="GEHEIM", kicker="GEHEIM")
    make_page(blocks=[("NewsListPlugin", {"layout": "titles"})])
    entry = BeautifulSoup(client.get("/seite/").content, "html.parser").select_one(".teaser")

    assert entry.get_text(" ", strip=True).split() == ["29.", "September", "2021", "Neues"]


def test_below_a_list_with_pages_stands_the_archive(client):
    make_article(date=date(2021, 1, 1))
    make_article(date=date(2012, 1, 1))
    make_article(kind="press-release", date=date(2016, 1, 1))
    paginated()

    main = BeautifulSoup(client.get("/seite/").content, "html.parser").main

    assert [link["href"] for link in main.select(".years a")] == [
        "/aktuelles/archiv/2021/",
        "/aktuelles/archiv/2012/",
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_with_a_list_needs_the_same_queries_for_any_length(
    client, django_assert_max_num_queries, count
):
    for _ in range(count):
        make_article()
    paginated()
    client.get("/seite/")

    with django_assert_max_num_queries(12):
        assert len(titles(client, "?seite=1")) == min(count, 2)


def test_an_empty_list_says_so(client):
    paginated()

    assert "Hier steht noch keine Nachricht." in client.get("/seite/").content.decode()


@pytest.mark.parametrize(("query", "expected"), [("", ""), ("?seite=2", " – Seite 2")])
def test_the_title_tells_further_pages_apart(client, query, expected):
    for _ in range(3):
        make_article()
    paginated()

    title = BeautifulSoup(client.get(f"/seite/{query}").content, "html.parser").title.string
    assert " ".join(title.split()) == f"Seite{expected} – Lokale Allianz Dormagen"


# --- The press front ---


def press_front():
    return make_page(blocks=[("PressContactsPlugin", {}), ("PressPhotosPlugin", {"count": 2})])


def test_the_press_front_names_who_answers_today(client):
    press_contact("Hier")
    press_contact("Vorbei", valid_until=date(2020, 1, 1))
    press_front()

    main = BeautifulSoup(client.get("/seite/").content, "html.parser").main

    assert [name.get_text(strip=True) for name in main.select(".press-contact__name")] == ["Hier"]


def test_without_a_contact_the_operators_press_data_stand_there(client):
    press_front()

    assert "Hier werden noch Angaben ergänzt" in client.get("/seite/").content.decode()


def test_photos_are_those_of_the_newest_releases_each_once(client):
    shared = picture(licence="press-free")
    for day in (1, 2, 3):
        make_article(
            kind="press-release",
            date=date(2021, 1, day),
            hero=shared,
            hero_alt="Rhein",
            slug=f"m{day}",
        )
    other = picture("zwei.png", (90, 60), licence="press-free")
    make_article(kind="press-release", date=date(2020, 1, 1), hero=other, hero_alt="Werk")
    make_article(kind="press-release", hero=picture("agentur.png", (80, 50)), hero_alt="Nein")

    photos = newest_photos(PressPhotos().releases(), 4)

    assert [(photo.image, photo.slug) for photo in photos][:1] == [(shared, "m3")]
    assert [photo.image for photo in photos] == [shared, other]

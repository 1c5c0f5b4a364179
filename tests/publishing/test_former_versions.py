"""N10: what readers were told was changed stays readable as it was, and nothing else does."""

from functools import partial

import pytest
from django.conf import settings
from django.core.cache import cache

from news.models import ArticleAttachment, ArticleContact
from tests.factories import (
    add_text,
    editor,
    make_article,
    make_file,
    make_initiative,
    make_meeting,
    make_partner,
    make_person,
    new_draft,
    picture,
    press_contact,
    publish,
)
from tests.publishing.changing import (
    address,
    changed_on,
    page,
    statuses,
    stop_clock,
    ways_back,
    words,
)

pytestmark = pytest.mark.django_db
MAKERS = [make_article, make_meeting, make_partner, make_initiative]
ORIGIN = settings.PUBLIC_ORIGIN


@pytest.fixture
def changed(monkeypatch):
    """Return a function that publishes a change of a content on a day of March 2027."""
    stop_clock(monkeypatch, 1)
    return partial(changed_on, monkeypatch)


@pytest.mark.parametrize("make", MAKERS)
def test_the_text_before_a_correction_stays_with_a_notice_and_for_people_only(
    client, changed, make
):
    old = make(title="Um 17 Uhr", slug="alt", published=False)
    add_text(old, "<p>Beginn ist um 17 Uhr.</p>")
    publish(old)
    new = changed(old, day=5, title="Um 18 Uhr", slug="neu")

    soup = page(client, address(new))

    text = words(soup.main)
    assert "So stand der Text hier vom 1. März 2027 bis 5. März 2027." in text
    assert [words(soup.h1), "Beginn ist um 17 Uhr." in text] == ["Um 17 Uhr", True]
    assert soup.select_one(".notice a")["href"] == new.get_absolute_url()
    assert soup.find("link", rel="canonical")["href"] == ORIGIN + new.get_absolute_url()
    assert soup.find("meta", {"name": "robots"})["content"] == "noindex"
    assert "Um 17 Uhr (Frühere Fassung bis 5. März 2027)" in words(soup.title)
    assert [soup.select(one) for one in (".share-line", ".citation", "[property='og:image']")] == [
        [],
        [],
        [],
    ]


@pytest.mark.parametrize("make", MAKERS)
def test_the_change_leads_to_the_text_before_and_each_says_where_the_other_is(
    client, changed, make
):
    new = changed(changed(make(), day=5), day=9)
    first, second = address(new, 1), address(new, 2)

    links = {path: client.get(path)["Link"] for path in (new.get_absolute_url(), first, second)}

    latest = f'<{ORIGIN}{new.get_absolute_url()}>; rel="latest-version"'
    assert ways_back(client, new) == [second, first]
    assert list(links.values()) == [
        f'<{ORIGIN}{new.identity.get_short_url()}>; rel="cite-as", '
        f'<{ORIGIN}{second}>; rel="predecessor-version"',
        f'<{ORIGIN}{first}>; rel="cite-as", {latest}',
        f'<{ORIGIN}{second}>; rel="cite-as", '
        f'<{ORIGIN}{first}>; rel="predecessor-version", {latest}',
    ]


def test_only_what_was_followed_by_a_change_that_was_told_is_kept(client, changed):
    content = make_article(title="Tipfehler")
    content = changed(content, day=3, kind="minor", title="Tippfehler", text="")
    content = changed(content, day=5, kind="update", title="Neu")
    content = changed(content, day=7, kind="minor", title="Neu.", text="")
    draft = new_draft(content)
    type(draft).admin_manager.filter(pk=draft.pk).update(title="Entwurf")

    assert statuses(client, content) == [200, 302, 404]
    assert client.get(address(content, 2))["Location"] == content.get_absolute_url()
    assert page(client, address(content)).h1.get_text() == "Tippfehler"
    assert "vom 1. März 2027 bis 5. März 2027" in words(page(client, address(content)).main)


def test_a_former_version_shows_the_changes_up_to_its_own_day(client, changed):
    content = changed(make_article(), day=5, text="Erstens.")
    content = changed(content, day=9, text="Zweitens.")

    notes = [words(note) for note in page(client, address(content, 2)).select(".change-notes li")]

    assert notes == ["Korrigiert am 5. März 2027, 10:00 Uhr: Erstens. Fassung davor"]
    assert page(client, address(content, 1)).select(".change-notes") == []


def test_it_is_cited_with_its_own_address_and_day(client, changed):
    old = make_article(title="Alt", kind="press-release")
    new = changed(old, day=5, title="Neu")

    soup = page(client, address(new))

    assert soup.select_one(".cite .citable").get_text() == (
        "Lokale Allianz Dormagen: Alt. Pressemitteilung, 29.\u00a0September 2021, Fassung vom "
        f"1.\u00a0März 2027, überholt seit 5.\u00a0März 2027. {ORIGIN}{address(new)}"
    )
    assert soup.select(".cite a") == []


# --- What obeys today's rules ---


def test_pictures_people_and_files_follow_the_rules_of_today(client, changed):
    old = make_article(published=False, slug="alt", hero=picture(), hero_alt="Ein Saal")
    old.people.add(make_person("Jobst Wierich"), make_person("Ute Fort"))
    for name in ("bleibt", "weg"):
        file = make_file(f"{name}.txt", b"Text")
        ArticleAttachment.objects.create(content=old, title=name, file=file, position=1)
    publish(old)
    new = changed(old, day=5, slug="neu")
    before = page(client, address(new))
    new.attachments.filter(title="weg").delete()
    type(old.hero).objects.filter(pk=old.hero.pk).update(
        valid_until="2020-01-01", after_expiry="hide"
    )
    old.people.filter(name="Ute Fort").update(publish_until="2020-01-01")

    after = page(client, address(new))

    def shown(soup) -> tuple:
        files = [link["href"].rpartition("/")[2] for link in soup.select(".file-list a")]
        return len(soup.select(".detail img")), "Ute Fort" in words(soup), files

    assert shown(before) == (1, True, ["bleibt.txt", "weg.txt"])
    assert shown(after) == (0, False, ["bleibt.txt"])
    assert all("/aktuelles/neu/" in link["href"] for link in after.select(".file-list a"))


def test_a_release_shows_its_contacts_as_those_of_its_day_and_no_kit(client, changed):
    old = make_article(kind="press-release", published=False)
    ArticleContact.objects.create(content=old, contact=press_contact("Erika Beispiel"))
    new = changed(publish(old), day=5)

    offer = words(page(client, address(new)).select_one(".press-offer"))

    assert "Damals: Erika Beispiel Heute zuständig: Erika Beispiel 02133 257-0" in offer
    assert "Pressemappe und Fotos gibt es bei der aktuellen Fassung." in offer
    assert page(client, address(new)).select(".press-offer .button") == []


def test_no_list_and_no_machine_hears_of_it(client, changed):
    new = changed(make_article(title="Alt"), day=5, title="Neu")
    cache.clear()

    for path in ("/sitemap.xml", "/aktuelles/feed.atom", "/llms.txt", "/aktuelles/sitemap.xml"):
        assert address(new) not in client.get(path).content.decode()
    assert page(client, address(new)).select('script[type="application/ld+json"]')[0].get_text()
    assert "NewsArticle" not in client.get(address(new)).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_pages_need_the_same_queries_however_often_they_changed(
    client, changed, django_assert_num_queries, count
):
    content = make_article(slug="eins")
    for number in range(count):
        content = changed(content, day=2 + number)
    client.get("/aktuelles/eins/?warm")
    client.get(f"{address(content)}?warm")

    with django_assert_num_queries(9):
        client.get("/aktuelles/eins/?kalt")
    with django_assert_num_queries(20):
        client.get(f"{address(content)}?kalt")


def test_an_editor_reads_it_too_and_may_bring_it_back(client, changed):
    old = make_article(title="Alt", published=False)
    add_text(old, "<p>So war es.</p>")
    new = changed(publish(old), day=5, title="Neu")
    client.force_login(editor())

    soup = page(client, address(new))

    assert [words(soup.h1), words(soup.main).count("So war es.")] == ["Alt", 1]
    assert [link.get_text() for link in soup.select(".cms-btn-action")] == ["Zurückholen"]
    assert soup.select(".cms-plugin") == []

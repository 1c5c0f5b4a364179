"""G17: every link that editors can write is found, in drafts too, and told from what is none."""

import pytest

from news.models import ArticleSource
from publishing.links import LinkReader, fields_with_links, links, owner_of, place_of, url_of
from publishing.page_actions import change_url
from tests.factories import (
    add_block,
    add_text,
    editor,
    make_article,
    make_meeting,
    make_page,
    make_partner,
    new_draft,
    publish,
    version_of,
)

pytestmark = pytest.mark.django_db
A = '<p>Mehr <a href="/aktuelles/">bei uns</a>.</p>'


def found() -> list:
    return [(link.target, link.text) for link in links()]


def test_every_field_that_can_hold_a_link_is_known():
    names = [f"{model._meta.label}.{field.name}" for model, field in fields_with_links()]

    assert sorted(names) == [
        "djangocms_link.Link.link",
        "djangocms_text.Text.body",
        "events.Attachment.url",
        "events.Broadcast.stream_url",
        "events.Recording.external_url",
        "news.ArticleSource.url",
        "partners.InitiativeContent.website",
        "partners.PartnerContent.website",
        "ui.AccordionItem.body",
        "ui.CallToAction.link",
        "ui.FactBox.body",
        "ui.FactLine.source_url",
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (A, [("/aktuelles/", "bei uns")]),
        (
            '<p><a href="/alt/" data-cms-href="news.article:7"> Die  <em>Meldung</em></a></p>',
            [("news.article:7", "Die Meldung")],
        ),
        ('<p><a name="x">kein Link</a> <a href="">leer</a></p>', []),
        ('<a href="https://a.example/?q=1&amp;r=2">A</a>', [("https://a.example/?q=1&r=2", "A")]),
        ('<p>kaputt <a href="/x/"><b></p>', [("/x/", "")]),
    ],
)
def test_links_are_read_from_rich_text(html, expected):
    assert LinkReader.read(html) == expected


def test_links_of_drafts_and_of_what_is_public_are_found_wherever_they_stand():
    article = make_article(published=False)
    add_text(article, A)
    ArticleSource.objects.create(content=article, title="Zeitung", url="https://zeitung.example/")
    choice = {"internal_link": "cms.page:1"}
    make_page(blocks=[("CallToActionPlugin", {"title": "Los", "label": "Los", "link": choice})])
    make_partner(website="https://partner.example/")
    make_meeting(broadcast={"stream_url": "https://stream.example/"})

    assert sorted(found()) == [
        ("/aktuelles/", "bei uns"),
        ("cms.page:1", ""),
        ("https://partner.example/", ""),
        ("https://stream.example/", ""),
        ("https://zeitung.example/", ""),
    ]


def test_what_is_set_aside_or_replaced_counts_no_more():
    article = make_article()
    add_text(article, A)
    draft = new_draft(article)
    both = found()
    publish(draft)
    replaced = found()
    version_of(draft).unpublish(editor())

    assert ([len(both), len(replaced)], found()) == ([2, 1], [])


def test_mail_phone_and_places_on_the_page_are_no_links_that_break():
    article = make_article()
    add_text(article, '<a href="mailto:a@b.example">A</a><a href="tel:+49">B</a><a href="#c">C</a>')

    assert found() == []


def test_one_content_knows_its_own_links_only():
    article, other = make_article(published=False), make_article(published=False)
    add_text(article, A)
    add_block(other, "FactBoxPlugin", body='<a href="/presse/">P</a>')
    ArticleSource.objects.create(content=article, title="Zeitung", url="https://zeitung.example/")
    make_partner(website="https://partner.example/")

    targets = [[link.target for link in links(one)] for one in (article, other)]

    assert targets == [["/aktuelles/", "https://zeitung.example/"], ["/presse/"]]


def test_a_link_knows_where_it_stands_and_who_looks_after_it():
    article = make_article(published=False)
    article.article.owner = editor("anna")
    article.article.save()
    ArticleSource.objects.create(content=article, title="Zeitung", url="https://zeitung.example/")
    (link,) = links()

    assert (place_of(link), url_of(link), owner_of(link)) == (
        article.article,
        change_url(article.article),
        editor("anna"),
    )


@pytest.mark.parametrize("count", [1, 3])
def test_finding_links_needs_the_same_queries_for_any_number(count, django_assert_num_queries):
    for _ in range(count):
        add_text(make_article(), A)

    found()

    # One for each field.
    with django_assert_num_queries(12):
        assert len(found()) == count

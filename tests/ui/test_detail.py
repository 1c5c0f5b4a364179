"""Parts of a detail page: their whole HTML, and nothing where nothing is known."""

from types import SimpleNamespace

import pytest
from django.conf import settings

from publishing.related import Link
from tests.ui.markup import render


@pytest.mark.parametrize(
    "source",
    [
        '{% prev_next previous=None next=None label="Treffen" %}',
        "{% figures images=nothing %}",
        "{% sources sources=nothing %}",
    ],
)
def test_part_of_a_page_is_absent_when_there_is_nothing_to_show(source):
    assert render(source, nothing=[]) == ""


def test_sources_are_linked_where_they_have_an_address():
    sources = [
        SimpleNamespace(title="Archiv", url=""),
        SimpleNamespace(title="A & B", url="https://example.org/?a=1&b=2"),
    ]

    html = render("{% sources sources=sources %}", sources=sources)

    assert html == (
        '<section class="sources"><h2 class="sources__title">Quellen</h2>'
        '<ul class="sources__list"><li>Archiv</li>'
        '<li><a href="https://example.org/?a=1&amp;b=2">A &amp; B</a></li></ul></section>'
    )


def test_neighbours_are_a_named_landmark():
    link = SimpleNamespace(kind="Weiter", title="Jahrestreffen <2022>", url="/j/2022/")

    html = render('{% prev_next next=link label="Andere Jahrestreffen" %}', link=link)

    assert html == (
        '<nav class="prev-next" aria-label="Andere Jahrestreffen">'
        '<a class="prev-next__link prev-next__link--next" rel="next" href="/j/2022/"> '
        '<span class="prev-next__label">Weiter</span> Jahrestreffen &lt;2022&gt; </a></nav>'
    )


def test_citation_shows_the_whole_address_to_copy_and_print():
    address = f"{settings.PUBLIC_ORIGIN}/n/7K3Q9"

    html = render('{% citation short_url="/n/7K3Q9" %}')

    assert html == (
        '<p class="citation"><span class="citation__label">Kurzlink zu dieser Seite</span> '
        f'<a class="citation__link" href="{address}" data-copy="Link kopieren">{address}</a></p>'
    )


def uses(count):
    """Return uses of a drawing that needs no database."""
    drawing = SimpleNamespace(
        mime_type="image/svg+xml",
        url="/b.svg",
        width=3,
        height=2,
        credit_line="",
        sha1="",
        is_shown=True,
    )
    return [SimpleNamespace(image=drawing, alt=f"Bild {n}", caption="") for n in range(count)]


@pytest.mark.parametrize("count", [1, 2])
def test_one_or_two_further_pictures_stand_whole_below_the_text(count):
    html = render("{% figures images=images %}", images=uses(count))

    assert html.startswith('<div class="figures"><figure class="figure"><picture>')
    assert html.count("<figure") == count
    assert "href" not in html


def test_three_pictures_are_a_gallery_and_each_leads_to_the_whole():
    html = render("{% figures images=images %}", images=uses(3))

    assert html.startswith(
        '<ul class="gallery" role="list"><li class="gallery__picture"><figure class="figure">'
        '<a class="figure__link" href="/b.svg"><picture>'
    )
    assert html.count("<li") == html.count('href="/b.svg"') == 3


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("{% other_version is_plain=False %}", ""),
        (
            "{% other_version is_plain=False plain=link %}",
            '<p class="other-version"><a href="/b/">In Einfacher Sprache lesen</a></p>',
        ),
        (
            "{% other_version is_plain=True full=link %}",
            '<p class="other-version">Dieser Text ist in Einfacher Sprache. '
            '<a href="/b/">Zur ausführlichen Fassung</a></p>',
        ),
    ],
)
def test_a_version_says_what_it_is_and_leads_to_the_other(source, html):
    assert render(source, link=Link("Fassung", "Titel", "/b/")) == html

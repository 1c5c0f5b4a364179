"""The portal's components: their whole HTML, what is left out, what is escaped."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.template import TemplateSyntaxError

from tests.ui.markup import render
from ui.fact_models import FactLine

EVIL = '<b a="x">&'
ESCAPED = "&lt;b a=&quot;x&quot;&gt;&amp;"


@pytest.mark.parametrize(
    ("source", "html"),
    [
        (
            '{% page_header title="Über uns" %}',
            '<header class="page-header"><h1 class="page-header__title">Über uns</h1></header>',
        ),
        (
            '{% page_header title="T" kicker="K" subtitle="U" lead="L" %}',
            '<header class="page-header"><p class="page-header__kicker">K</p>'
            '<h1 class="page-header__title">T</h1><p class="page-header__subtitle">U</p>'
            '<p class="page-header__lead">L</p></header>',
        ),
        (
            '{% section_head title="Partner" %}',
            '<div class="section__head"><h2 class="section__title">Partner</h2></div>',
        ),
        (
            '{% section title="Partner" url="/partner/" url_label="Alle" %}<p>x</p>'
            "{% endsection %}",
            '<section class="section"><div class="section__head">'
            '<h2 class="section__title">Partner</h2>'
            '<a class="section__more" href="/partner/">Alle</a></div><p>x</p></section>',
        ),
        ("{% section %}<p>x</p>{% endsection %}", '<section class="section"><p>x</p></section>'),
        (
            '{% card title="T" url="/t/" %}',
            '<article class="card"><h3 class="card__title"><a href="/t/">T</a></h3></article>',
        ),
        (
            '{% card title="T" url="/t/" eyebrow="Bildung" date=day precision="day" text="X" '
            "level=2 %}",
            '<article class="card"><p class="card__eyebrow">'
            '<span class="card__kind">Bildung</span> · '
            '<time datetime="2021-09-28">28. September 2021</time></p>'
            '<h2 class="card__title"><a href="/t/">T</a></h2><p class="card__text">X</p></article>',
        ),
        (
            '{% call_to_action title="Dabei sein" label="Mitmachen" url="/m/" %}',
            '<section class="call-to-action"><div class="call-to-action__body">'
            '<h2 class="call-to-action__title">Dabei sein</h2></div>'
            '<a class="button" href="/m/">Mitmachen</a></section>',
        ),
        ('{% button label="Los" url="/l/" %}', '<a class="button" href="/l/">Los</a>'),
        (
            '{% quote text="Zusammen." %}',
            '<figure class="quote"><blockquote class="quote__text"><p>Zusammen.</p></blockquote>'
            "</figure>",
        ),
        (
            '{% quote text="Zusammen." name="Ada" url="/p/" role="Rat" %}',
            '<figure class="quote"><blockquote class="quote__text"><p>Zusammen.</p></blockquote>'
            '<figcaption class="quote__by"><a class="quote__name" href="/p/">Ada</a>'
            '<span class="visually-hidden">,</span> '
            '<span class="quote__role">Rat</span></figcaption></figure>',
        ),
        (
            '{% fact_box title="Zahlen" %}<p>7</p>{% endfact_box %}',
            '<section class="fact-box flow"><h2 class="fact-box__title">Zahlen</h2>'
            "<p>7</p></section>",
        ),
        (
            '{% accordion %}{% accordion_item title="Wer?" %}<p>Alle.</p>{% endaccordion_item %}'
            "{% endaccordion %}",
            '<div class="accordion"><details class="accordion__item">'
            '<summary class="accordion__title">Wer?</summary>'
            '<div class="accordion__body flow"><p>Alle.</p></div></details></div>',
        ),
        (
            '{% notice kind="warning" title="Abgesagt" %}<p>x</p>{% endnotice %}',
            '<div class="notice notice--warning flow"><p class="notice__title">Abgesagt</p>'
            "<p>x</p></div>",
        ),
        (
            "{% notice %}<p>x</p>{% endnotice %}",
            '<div class="notice notice--info flow"><p>x</p></div>',
        ),
        ("{% fact_sheet %} {% endfact_sheet %}", ""),
        (
            "{% fact_sheet %}{% fact_line fact=fact %}{% endfact_sheet %}",
            '<dl class="fact-sheet"><div class="fact-sheet__line">'
            '<dt class="fact-sheet__label">Mitglieder</dt>'
            '<dd class="fact-sheet__value">rund 130</dd><dd class="fact-sheet__source">'
            'Stand: <time datetime="2021-09">September 2021</time> · Quelle: '
            '<a href="https://zeitung.example/">Zeitung</a></dd></div></dl>',
        ),
        (
            "{% fact_line fact=word %}",
            '<div class="fact-sheet__line"><dt class="fact-sheet__label">Sitz</dt>'
            '<dd class="fact-sheet__value">Zons</dd></div>',
        ),
        ('{% empty_state text="Leer." %}', '<p class="empty-state">Leer.</p>'),
        (
            '{% download title="Bericht" url="/b" %}',
            '<div class="download"><p><a class="download__link" href="/b">Bericht</a></p></div>',
        ),
        (
            '{% download title="Bericht" url="/b" kind="PDF" size=2048 description="Neu" %}',
            '<div class="download"><p><a class="download__link" href="/b">Bericht</a> '
            '<span class="download__about">(PDF, 2,0 KB)</span></p>'
            '<p class="download__about">Neu</p></div>',
        ),
        (
            '{% date_line moment=day precision="month" place="Dormagen" %}',
            '<p class="date-line">Dormagen, <time datetime="2021-09">September 2021</time></p>',
        ),
        ("{% related_links links=nothing %}", ""),
        ("{% programme items=nothing %}", ""),
        ("{% participants participations=nothing %}", ""),
        ("{% timeline entries=nothing %}", ""),
        ('{% facts %}{% fact term="Ort" %}  {% endfact %}{% endfacts %}', ""),
        (
            '{% facts %}{% fact term="Ort" %}Zons{% endfact %}{% fact term="X" %}{% endfact %}'
            "{% endfacts %}",
            '<dl class="facts"><div class="facts__row"><dt class="facts__term">Ort</dt>'
            '<dd class="facts__value">Zons</dd></div></dl>',
        ),
    ],
)
def test_component_is_this_markup_and_nothing_empty(source, html):
    number = {"label": "Mitglieder", "value": "rund 130", "source": "Zeitung"}
    number |= {"as_of": date(2021, 9, 1), "as_of_precision": "month"}
    fact = FactLine(**number, source_url="https://zeitung.example/")
    word = FactLine(label="Sitz", value="Zons")
    context = {"day": date(2021, 9, 28), "nothing": [], "fact": fact, "word": word}

    assert render(source, **context) == html


@pytest.mark.parametrize(
    "source",
    [
        "{% page_header title=evil kicker=evil subtitle=evil lead=evil %}",
        "{% section title=evil url=evil url_label=evil %}{{ evil }}{% endsection %}",
        "{% card title=evil url=evil eyebrow=evil date=evil text=evil %}",
        "{% call_to_action title=evil text=evil label=evil url=evil %}",
        "{% quote text=evil name=evil url=evil role=evil %}",
        "{% fact_box title=evil %}{{ evil }}{% endfact_box %}",
        "{% accordion_item title=evil %}{{ evil }}{% endaccordion_item %}",
        "{% notice title=evil %}{{ evil }}{% endnotice %}",
        "{% download title=evil url=evil kind=evil size=evil description=evil %}",
        "{% fact term=evil %}{{ evil }}{% endfact %}",
        "{% fact_line fact=evil_fact %}",
        "{% empty_state text=evil %}",
    ],
)
def test_component_escapes_everything_it_is_given_once(source):
    evil_fact = FactLine(label=EVIL, value=EVIL, source=EVIL, source_url=EVIL)

    html = render(source, evil=EVIL, evil_fact=evil_fact)

    assert EVIL not in html
    assert "&amp;lt;" not in html
    assert ESCAPED in html


def test_component_refuses_what_it_does_not_know():
    with pytest.raises(TemplateSyntaxError):
        render('{% card title="T" url="/t/" colour="red" %}')


def test_moment_is_told_to_readers_and_machines_as_exactly_as_it_is_known():
    moment = datetime(2021, 9, 28, 16, tzinfo=UTC)

    html = render('{% date_time moment "time" %}|{% date_time moment "year" %}', moment=moment)

    assert html == (
        '<time datetime="2021-09-28T18:00:00+02:00">28. September 2021, 18:00 Uhr</time>|'
        '<time datetime="2021">2021</time>'
    )


def test_related_links_stand_under_their_kind():
    links = [
        SimpleNamespace(kind=kind, title=title, url=f"/{title}/")
        for kind, title in (("Partner", "a"), ("Partner", "b"), ("Person", "c"))
    ]

    html = render("{% related_links links=links %}", links=links)

    assert html == (
        '<section class="related-links"><h2 class="related-links__title">Mehr dazu</h2>'
        '<h3 class="related-links__kind">Partner</h3><ul class="related-links__list" role="list">'
        '<li class="related-links__item"><a class="related-links__link" href="/a/">a</a></li>'
        '<li class="related-links__item"><a class="related-links__link" href="/b/">b</a></li></ul>'
        '<h3 class="related-links__kind">Person</h3><ul class="related-links__list" role="list">'
        '<li class="related-links__item"><a class="related-links__link" href="/c/">c</a></li></ul>'
        "</section>"
    )


def test_one_page_needs_no_pagination():
    page = Paginator(range(3), 10).page(1)

    assert render('{% pagination page=page base_url="/a/" %}', page=page) == ""


def test_pagination_names_its_pages_and_the_present_one():
    page = Paginator(range(3), 1).page(2)

    html = render('{% pagination page=page base_url="/a/" %}', page=page)

    assert html == (
        '<nav class="pagination" aria-label="Seiten"><ul class="pagination__list" role="list">'
        '<li><a class="pagination__step" rel="prev" href="/a/">Zurück</a></li>'
        '<li><a class="pagination__step" href="/a/" aria-label="Seite 1">1</a></li>'
        '<li><a class="pagination__step" href="/a/?seite=2" aria-label="Seite 2" '
        'aria-current="page">2</a></li>'
        '<li><a class="pagination__step" href="/a/?seite=3" aria-label="Seite 3">3</a></li>'
        '<li><a class="pagination__step" rel="next" href="/a/?seite=3">Weiter</a></li></ul></nav>'
    )

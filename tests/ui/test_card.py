"""Cards of meetings, people and partners: whole HTML, with and without what may be missing."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

from tests.ui.markup import render


def meeting(**facts):
    """Return a meeting's text with its facts, as the card needs them."""
    known = {
        "starts_at": datetime(2014, 1, 1, tzinfo=UTC),
        "precision": "year",
        "venue": None,
        "list_label": "",
        **facts,
    }
    return SimpleNamespace(
        title="Jahrestreffen",
        get_absolute_url="/j/2014/",
        motto="",
        lead="",
        meeting=SimpleNamespace(**known),
    )


def person(**values):
    known = {"name": "Ada", "get_absolute_url": "/p/", "portrait": None, "as_of": ""}
    return SimpleNamespace(**{**known, "job_title": "", "organisation": "", **values})


def test_meeting_card_says_no_more_than_is_known():
    assert render("{% meeting_card content=content %}", content=meeting()) == (
        '<article class="meeting-card">'
        '<p class="meeting-card__when"><time class="date-block" datetime="2014"> '
        '<span class="date-block__year">2014</span> </time></p><div class="meeting-card__body">'
        '<h3 class="meeting-card__title"><a href="/j/2014/">Jahrestreffen</a></h3></div></article>'
    )


def test_meeting_card_tells_place_and_that_it_was_called_off():
    content = meeting(
        venue=SimpleNamespace(name="Zons"),
        list_label="abgesagt",
    )

    assert render("{% meeting_card content=content level=2 %}", content=content) == (
        '<article class="meeting-card">'
        '<p class="meeting-card__when"><time class="date-block" datetime="2014"> '
        '<span class="date-block__year">2014</span> </time></p><div class="meeting-card__body">'
        '<h2 class="meeting-card__title"><a href="/j/2014/">Jahrestreffen</a></h2>'
        '<p class="meeting-card__place">Zons</p>'
        '<p class="meeting-card__state">Abgesagt</p></div></article>'
    )


def test_person_without_a_page_of_their_own_is_named_without_a_link():
    html = render("{% person_card person=person %}", person=person(get_absolute_url=""))

    assert html == (
        '<article class="person-card"><div class="person-card__body">'
        '<h3 class="person-card__name"><span class="person-name">Ada</span></h3></div></article>'
    )


def test_person_card_tells_function_organisation_and_when_that_was_so():
    someone = person(job_title="Rätin", organisation="Stadt", as_of="2021")

    html = render('{% person_card person=person text="seit 2012" %}', person=someone)

    assert html == (
        '<article class="person-card"><div class="person-card__body">'
        '<h3 class="person-card__name"><a class="person-name" href="/p/">Ada</a></h3>'
        '<p class="person-card__role">Rätin, Stadt (2021)</p>'
        '<p class="person-card__text">seit 2012</p></div></article>'
    )


def test_partner_without_a_logo_is_its_name():
    content = SimpleNamespace(
        title="Bank & Söhne",
        get_absolute_url="/b/",
        hero=None,
        partner=SimpleNamespace(get_kind_display="Kreditinstitut"),
    )

    assert render("{% partner_tile content=content %}", content=content) == (
        '<article class="partner-tile">'
        '<a class="partner-tile__name" href="/b/">Bank &amp; Söhne</a>'
        '<p class="partner-tile__kind">Kreditinstitut</p></article>'
    )


def test_teaser_names_kind_date_and_what_it_is_about():
    html = render(
        '{% teaser title="Fest" url="/f/" kind="Nachricht" date=day precision="month" '
        'text="Kurz." %}',
        day=date(2021, 9, 1),
    )

    assert html == (
        '<article class="teaser"><p class="teaser__about">'
        '<span class="teaser__kind">Nachricht</span> '
        '<time datetime="2021-09">September 2021</time></p>'
        '<h3 class="teaser__title"><a href="/f/">Fest</a></h3>'
        '<p class="teaser__text">Kurz.</p></article>'
    )


def test_teaser_leaves_out_what_is_not_known():
    assert render('{% teaser title="Fest" url="/f/" level=2 %}') == (
        '<article class="teaser"><h2 class="teaser__title"><a href="/f/">Fest</a></h2></article>'
    )

"""The line that says a meeting is on air: whole HTML, both states, nothing without a meeting."""

import pytest

from tests.ui.markup import render


def test_a_live_meeting_is_named_linked_and_can_be_closed_without_a_script():
    html = render('{% live_notice title=title url="/j/" %}', title="Jahrestreffen <1>")

    assert html == (
        '<dialog class="live-notice live-notice--live" aria-label="Livestream" open>'
        '<div class="live-notice__inner page__inner"><p class="live-notice__text">'
        '<strong class="live-notice__state">Jetzt live</strong>'
        '<a class="live-notice__link" href="/j/">Jahrestreffen &lt;1&gt;</a></p>'
        '<form method="dialog"><button class="live-notice__close" type="submit">Schließen</button>'
        "</form></div></dialog>"
    )


def test_an_interruption_says_what_to_do_meanwhile():
    source = '{% live_notice title="T" url="/j/" state="interrupted" message="Gleich weiter." %}'

    html = render(source)

    assert '<strong class="live-notice__state">Unterbrochen</strong>' in html
    assert '<span class="live-notice__message">Gleich weiter.</span>' in html


def test_nothing_stands_there_without_a_meeting_and_no_other_state_exists():
    assert render("{% live_notice %}") == ""
    with pytest.raises(KeyError):
        render('{% live_notice title="T" url="/j/" state="soon" %}')

"""E21, E22: captions in the player and their quality on the page."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from tests.events.recordings import CUT, add_captions, add_file, make_recording
from tests.reading import text_of

pytestmark = pytest.mark.django_db
PAGE = "/jahrestreffen/2026/"


def page(client, query="") -> BeautifulSoup:
    return BeautifulSoup(client.get(PAGE + query).content, "html.parser")


@pytest.fixture
def cut():
    """A recording with a film, cut as in E19's example."""
    recording = make_recording(kept=CUT)
    add_file(recording)
    return recording


def test_e22_the_page_says_how_good_the_captions_are_and_when_checked_ones_come(client, cut):
    cut.captions_due_on = date(2026, 11, 26)
    cut.save()
    before = text_of(client.get(PAGE))
    add_captions(cut, (100, 101, "Wort"))
    automatic = page(client, "?automatic")
    add_captions(
        cut,
        (100, 101, "Wort"),
        origin="corrected",
        reviewed_by="Redaktion",
        reviewed_on=date(2026, 11, 24),
    )
    checked = page(client, "?checked")

    assert "Untertitel Noch keine Untertitel; geprüfte Untertitel bis 26. November 2026" in before
    labels = [soup.select_one("track")["label"] for soup in (automatic, checked)]
    assert [label.replace("\u00a0", " ") for label in labels] == [
        "Deutsch (automatisch erzeugt)",
        "Deutsch (geprüft, Redaktion, 24. November 2026)",
    ]


def test_e21_the_player_gets_the_tracks(client, cut):
    captions = add_captions(cut, (100, 101, "Wort"))
    english = add_captions(cut, (100, 101, "word"), language="en", kind="descriptions")

    found = [(one["kind"], one["srclang"], one["src"]) for one in page(client).select("track")]

    day = "2026-11-12_jahrestreffen"
    assert found == [
        ("captions", "de", f"/mediathek/untertitel/{captions.pk}/{day}_untertitel.vtt"),
        ("descriptions", "en", f"/mediathek/untertitel/{english.pk}/{day}_beschreibungen_en.vtt"),
    ]

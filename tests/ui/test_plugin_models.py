"""What the structure board says about each block: what is in it, and what it shows."""

import pytest
from cms.utils.plugins import get_plugins

from events.plugin_models import MeetingList
from news.plugin_models import NewsList
from partners.plugin_models import InitiativeList, PartnerLogos, PeopleList, Quote
from tests.factories import add_block, make_page
from ui.plugin_models import Intro

WORDS = "Wir machen weiter und sagen, was wir tun, damit alle es wissen und mitreden können."
LABELS = [
    (Intro(text=WORDS), f"{WORDS[:79]}…"),
    (Quote(name="Erika Muster", text=WORDS), f"Erika Muster: {WORDS[:59]}…"),
    (NewsList(kind="press-release", count=3), "Pressemitteilung, höchstens 3"),
    (
        NewsList(heading="Neues", count=6, is_paginated=True),
        "Neues, beides, je 6 zum Weiterblättern",
    ),
    (MeetingList(scope="past", count=0), "vergangene, das letzte zuerst"),
    (
        InitiativeList(heading="Unsere Initiativen", count=2),
        "Unsere Initiativen, alle, höchstens 2",
    ),
    (PartnerLogos(), "alle"),
    (PeopleList(heading="Sprecherteam", body="speakers"), "Sprecherteam"),
]


@pytest.mark.parametrize(("block", "label"), LABELS)
def test_a_block_says_what_is_in_it(block, label):
    assert str(block) == label


@pytest.mark.django_db
def test_an_accordion_says_its_entries_and_a_form_says_nothing(rf):
    content = make_page(published=False)
    empty = add_block(content, "AccordionPlugin")
    full = add_block(content, "AccordionPlugin")
    for title in ("Was kostet das?", "Wer darf kommen?"):
        add_block(content, "AccordionItemPlugin", parent=full, title=title, body="<p>…</p>")
    form = add_block(content, "ContactFormPlugin")
    plugins = get_plugins(rf.get("/"), empty.placeholder, None, lang="de")

    assert {plugin.pk: plugin.get_short_description() for plugin in plugins} == {
        empty.pk: "noch ohne Eintrag",
        full.pk: "Was kostet das?, Wer darf kommen?",
        form.pk: "",
    }

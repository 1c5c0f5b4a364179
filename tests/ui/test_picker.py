"""The editors' picker: every building block with a picture and a sentence, in sensible groups."""

import pytest
from bs4 import BeautifulSoup
from cms.plugin_pool import plugin_pool
from cms.utils.placeholder import get_toolbar_plugin_struct
from django.conf import settings
from django.template.loader import get_template, render_to_string

from ui import picker

GROUPS = {
    "Text und Bild": "Text, Einstieg, Bild, Zitat, Infokasten, Zahlen und Fakten, "
    "Angabe mit Stand und Quelle, Datei zum Herunterladen",
    "Aufbau": "Abschnitt mit Überschrift, Aufklappliste, Eintrag der Aufklappliste, "
    "Handlungsaufruf, Gemeinsamer Block (Alias)",
    "Listen": "Nachrichten und Presse, Jahrestreffen, Initiativen, Pressefotos, Partner, "
    "Personen, Jahresthemen",
    "Betreiber": "Pressekontakt, Angaben zum Betreiber, Kontaktformular",
}


@pytest.fixture
def menu() -> list[dict]:
    """What the CMS hands to the template of its picker: all blocks it offers."""
    return get_toolbar_plugin_struct(plugin_pool.registered_plugins, slot="body")


@pytest.mark.parametrize("plugin", settings.CMS_PLACEHOLDER_CONF[None]["plugins"])
def test_every_block_has_a_sentence_and_a_picture(plugin):
    offer = picker.Offer(plugin, "Baustein", has_form=True)
    picture = BeautifulSoup(get_template(offer.picture).render(), "html.parser").svg

    assert (offer.purpose.count("."), offer.purpose[-1]) == (1, ".")
    assert (picture["viewbox"], picture["stroke"]) == ("0 0 64 48", "currentColor")
    assert picture["aria-hidden"] == "true"


def test_blocks_stand_in_the_order_of_the_settings(menu):
    found = [
        (group, ", ".join(offer.name for offer in offers)) for group, offers in picker.groups(menu)
    ]

    assert found == list(GROUPS.items())


def test_the_picker_keeps_what_the_script_of_the_cms_reads(menu):
    entry = next(entry for entry in menu if entry["value"] == "AccordionPlugin")
    markup = render_to_string("cms/toolbar/dragitem_menu.html", {"plugin_menu": [entry]})
    soup = BeautifulSoup(markup, "html.parser")
    link = soup.select_one(".cms-submenu-item > a")

    assert soup.select_one(".cms-submenu-item-title").text.strip() == "Aufbau"
    assert (link.text, link["href"]) == ("Aufklappliste", "AccordionPlugin")
    assert (link["data-rel"], link["data-add-form"]) == ("add", "false")
    assert link["aria-description"] == soup.select_one(".building-block__purpose").text

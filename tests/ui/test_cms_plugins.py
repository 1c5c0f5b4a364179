"""The general building blocks, as readers see them and as editors add them."""

from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from cms.plugin_pool import plugin_pool
from django.conf import settings
from django.core.files.base import ContentFile
from filer.models import File

from publishing.gate import problems
from tests.factories import add_block, editor, make_page, picture, publish
from ui.plugin_models import Figure

pytestmark = pytest.mark.django_db


def body_of(client, *blocks) -> BeautifulSoup:
    """Return the main part of a page made of blocks."""
    url = make_page(blocks=blocks).get_absolute_url()
    return BeautifulSoup(client.get(url).content, "html.parser").main


def words(element) -> str:
    return " ".join(element.get_text(" ").split())


def test_editors_are_offered_our_blocks_and_no_others():
    offered = settings.CMS_PLACEHOLDER_CONF[None]["plugins"]
    ours = [
        name
        for name in plugin_pool.plugins
        if plugin_pool.get_plugin(name).__module__.split(".")[0]
        in {"ui", "news", "events", "partners"}
    ]

    assert sorted(offered) == sorted({*ours, "TextPlugin", "Alias"})


def test_an_entry_of_an_accordion_is_offered_in_accordions_only():
    in_accordions = plugin_pool.get_plugin("AccordionPlugin").get_child_classes("body")
    on_pages = plugin_pool.get_all_plugins("body", root_plugin=True)

    assert in_accordions == ["AccordionItemPlugin"]
    assert "AccordionItemPlugin" in {plugin.__name__ for plugin in plugin_pool.get_all_plugins()}
    assert "AccordionItemPlugin" not in {plugin.__name__ for plugin in on_pages}


def test_every_block_has_a_german_group():
    groups = {
        plugin_pool.get_plugin(name).module
        for name in settings.CMS_PLACEHOLDER_CONF[None]["plugins"]
        if name != "Alias"
    }

    assert groups == {"Text und Bild", "Listen", "Aufbau", "Betreiber"}


def test_an_intro_shows_text_picture_and_what_to_do(client):
    content = make_page(published=False)
    intro = add_block(content, "IntroPlugin", text="Worum es geht.", image=picture(), alt="Rhein")
    values = {"title": "Mit", "label": "Mitmachen", "link": {"external_link": "/mitmachen/"}}
    add_block(content, "CallToActionPlugin", parent=intro, **values)

    publish(content)
    main = BeautifulSoup(client.get("/seite/").content, "html.parser").main

    assert main.select_one(".intro__text").text == "Worum es geht."
    assert main.select_one(".intro img")["alt"] == "Rhein"
    assert (main.select_one("a.button")["href"], main.select_one("a.button").text) == (
        "/mitmachen/",
        "Mitmachen",
    )


def test_a_section_holds_other_blocks_below_its_heading(client):
    content = make_page(published=False)
    section = add_block(content, "SectionPlugin", heading="Teil")
    add_block(content, "TextPlugin", parent=section, body="<p>Darin.</p>")

    publish(content)
    main = BeautifulSoup(client.get("/seite/").content, "html.parser").main

    assert words(main.select_one("section.section")) == "Teil Darin."


def test_an_accordion_shows_questions_and_answers_without_script(client):
    content = make_page(published=False)
    accordion = add_block(content, "AccordionPlugin")
    add_block(content, "AccordionItemPlugin", parent=accordion, title="Wer?", body="<p>Wir.</p>")

    publish(content)
    main = BeautifulSoup(client.get("/seite/").content, "html.parser").main

    assert (words(main.summary), words(main.details)) == ("Wer?", "Wer? Wir.")


def test_a_picture_stands_with_caption_and_credit(client):
    image = picture(credit="Erika Beispiel")

    main = body_of(
        client, ("FigurePlugin", {"image": image, "alt": "Der Rhein", "caption": "Ufer"})
    )

    assert main.select_one("figure img")["alt"] == "Der Rhein"
    assert words(main.figcaption) == "Ufer Foto: Erika Beispiel"


def test_a_fact_box_keeps_its_structure(client):
    main = body_of(client, ("FactBoxPlugin", {"title": "Zahlen", "body": "<p>12 Partner</p>"}))

    assert words(main.select_one(".fact-box")) == "Zahlen 12 Partner"


def test_a_file_says_what_it_is_and_that_it_is_not_accessible(client):
    upload = ContentFile(b"%PDF-1.7".ljust(2048), name="plan.pdf")
    file = File.objects.create(original_filename="plan.pdf", file=upload)

    main = body_of(client, ("DownloadPlugin", {"file": file, "title": "Plan"}))

    assert words(main.select_one(".download")) == (
        "Plan (PDF, 2,0 KB) Diese Datei ist nicht barrierefrei."
    )


def test_a_call_without_a_target_shows_no_dead_button(client):
    values = {"title": "Los", "label": "Los", "link": {}}
    content = make_page(published=False)
    add_block(content, "CallToActionPlugin", **values)

    assert [str(problem) for problem in problems(content)] == [
        "Handlungsaufruf „Los“: Das Ziel fehlt. Wählen Sie eine Seite oder Adresse."
    ]


def test_a_picture_without_words_or_rights_is_not_published():
    content = make_page(published=False)
    add_block(content, "FigurePlugin", image=picture(credit=""), caption="Ufer")

    assert [problem.cause for problem in problems(content)] == [
        "Der Bildnachweis fehlt.",
        "Der Alternativtext fehlt.",
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_pictures_cost_one_query_for_any_number(django_assert_num_queries, count):
    content = make_page(published=False)
    for number in range(count):
        add_block(content, "FigurePlugin", image=picture(f"bild{number}.png"), alt="Rhein")

    with django_assert_num_queries(1):
        assert [figure.image.credit for figure in Figure.objects.all()] == [
            "Erika Beispiel"
        ] * count


def test_every_block_can_be_added_and_opened_in_german(client):
    client.force_login(editor())
    content = make_page(published=False)
    placeholder = content.placeholders.get(slot="body") if content.placeholders.exists() else None
    placeholder = placeholder or add_block(content, "TextPlugin", body="").placeholder
    names = [name for name in settings.CMS_PLACEHOLDER_CONF[None]["plugins"] if name != "Alias"]

    answers = {}
    for name in names:
        query = {
            "placeholder_id": placeholder.pk,
            "plugin_type": name,
            "plugin_language": "de",
            "plugin_position": placeholder.get_next_plugin_position("de", insert_order="last"),
            "cms_path": "/seite/",
        }
        answers[name] = client.get("/admin/cms/placeholder/add-plugin/", query).status_code

    assert answers == dict.fromkeys(names, 200)


def test_a_section_takes_every_block_but_a_section():
    allowed = plugin_pool.get_plugin("SectionPlugin").get_child_classes("body")

    offered = set(settings.CMS_PLACEHOLDER_CONF[None]["plugins"])
    assert offered - set(allowed) == {
        "SectionPlugin",
        "AccordionItemPlugin",
        "FactLinePlugin",
    }


@pytest.mark.parametrize("name", ["AccordionPlugin", "ContactFormPlugin"])
def test_a_block_without_a_choice_is_added_at_once(client, name):
    client.force_login(editor())
    content = make_page(published=False)
    placeholder = add_block(content, "TextPlugin", body="").placeholder
    query = {
        "placeholder_id": placeholder.pk,
        "plugin_type": name,
        "plugin_language": "de",
        "plugin_position": 2,
        "cms_path": "/seite/",
    }

    client.post("/admin/cms/placeholder/add-plugin/?" + urlencode(query))

    assert [plugin.plugin_type for plugin in placeholder.get_plugins()] == ["TextPlugin", name]


def test_a_block_is_saved_and_changed_through_the_editors_forms(client):
    client.force_login(editor())
    content = make_page(published=False)
    section = add_block(content, "SectionPlugin", heading="Alt")

    address = f"/admin/cms/placeholder/edit-plugin/{section.pk}/?cms_path=/seite/"
    form = client.get(address).content.decode()
    answer = client.post(address, {"heading": "Neu"})
    section.refresh_from_db()

    assert "Steht als Zwischenüberschrift darüber." in form
    assert (answer.status_code, section.heading) == (200, "Neu")

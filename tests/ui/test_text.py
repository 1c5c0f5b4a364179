"""Tables of the text editor: framed wherever editors write them, everything else left alone."""

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.utils.safestring import SafeString

from tests.factories import add_block, make_page, publish
from ui.templatetags.text import with_tables

TABLE = "<table><tbody><tr><th>Jahr</th></tr><tr><td>2021</td></tr></tbody></table>"
FRAME = '<section class="table" tabindex="0">'


def test_component_frames_a_table():
    source = "{% load text %}{% table %}" + TABLE + "{% endtable %}"

    assert Template(source).render(Context()).strip() == f"{FRAME}{TABLE}</section>"


def test_each_table_of_a_text_gets_its_frame():
    html = with_tables(SafeString(f"<p>a</p>{TABLE}<p>b</p>{TABLE}"))

    assert html == f"<p>a</p>{FRAME}{TABLE}</section><p>b</p>{FRAME}{TABLE}</section>"


def test_a_text_without_a_table_is_the_same_text():
    text = SafeString("<p>Ohne &lt;table</p>")

    assert with_tables(text) is text


def test_what_was_not_safe_before_is_not_safe_after():
    html = Template("{% load text %}{{ text|with_tables }}").render(Context({"text": TABLE}))

    assert "<table>" not in html


@pytest.mark.django_db
def test_editors_tables_are_framed_in_text_box_and_accordion(client):
    content = make_page(published=False)
    add_block(content, "TextPlugin", body=TABLE)
    add_block(content, "FactBoxPlugin", title="Zahlen", body=TABLE)
    accordion = add_block(content, "AccordionPlugin")
    add_block(content, "AccordionItemPlugin", parent=accordion, title="Wann?", body=TABLE)

    publish(content)
    main = BeautifulSoup(client.get("/seite/").content, "html.parser").main

    assert [table.parent["class"] for table in main.find_all("table")] == [["table"]] * 3

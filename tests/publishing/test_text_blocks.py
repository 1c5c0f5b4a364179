"""The text of a release without its markup."""

import pytest

from publishing.text_blocks import Block, as_text, blocks_of


def test_blocks_are_the_innermost_paragraphs():
    markup = "<blockquote><p>A</p></blockquote><ul><li><p>B</p></li></ul><p> </p><p>C<br>D</p>"
    table = "<table><tr><th>E</th><td>F</td></tr></table>"

    assert blocks_of(markup + table) == [
        Block("A", is_quote=True),
        Block("B", is_item=True),
        Block("C D"),
        Block("E | F"),
    ]


def test_text_sets_list_items_close():
    items = [Block("A"), Block("B", is_item=True), Block("C", is_item=True), Block("D", level=2)]

    assert as_text(items) == "A\n\n• B\n• C\n\nD\n"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ja.", "„Ja.“"),
        ("Wir sagen „ja“ dazu.", "„Wir sagen ‚ja‘ dazu.“"),
        ("„Ja“, und das gern.", "„Ja“, und das gern."),
    ],
)
def test_text_keeps_what_somebody_said_in_quotation_marks(said, expected):
    assert Block(said, is_quote=True).line == expected

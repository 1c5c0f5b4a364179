"""Texts on the structure board are called by their first words."""

import pytest
from djangocms_text.models import Text


@pytest.mark.parametrize(
    ("body", "label"),
    [
        ("<h2>Die Gründung</h2><p>Am 25. November.</p>", "Die Gründung Am 25. November."),
        ("<p>Wort</p>" * 30, "Wort " * 15 + "Wort…"),
        ("<p></p>", "noch leer"),
    ],
)
def test_a_text_is_called_by_its_first_words(body, label):
    assert str(Text(body=body)) == label

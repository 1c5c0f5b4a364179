"""No-break spaces where German breaks no line."""

import pytest
from django.template import Context, Template
from django.utils.html import escape
from django.utils.safestring import SafeString

from publishing.typography import bound


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("am 28. September 2021, 18:00 Uhr", "am 28.~September 2021, 18:00~Uhr"),
        ("das 11. Jahrestreffen", "das 11.~Jahrestreffen"),
        ("rund 250 Gäste, 40 Prozent, 5 Jahren", "rund 250 Gäste, 40~Prozent, 5~Jahren"),
        ("z. B. der e. V. nach § 5 DDG", "z.~B. der e.~V. nach §~5 DDG"),
        ("Art. 6 und Dr. Müller", "Art.~6 und Dr.~Müller"),
        ("digital – oder gar nicht", "digital~– oder gar nicht"),
        ("Das war 2021. Danach kam 2022.", "Das war 2021. Danach kam 2022."),
        ('<a href="/a/">am 3. Mai</a>', '<a href="/a/">am 3.~Mai</a>'),
    ],
)
def test_what_belongs_together_stays_on_one_line(text, expected):
    assert bound(text) == expected.replace("~", "\N{NO-BREAK SPACE}")


def test_the_filter_neither_trusts_nor_distrusts_what_it_is_given():
    template = Template("{% load typography %}{{ text|bound }}")
    text = "<b>5 Euro</b>"

    assert template.render(Context({"text": text})) == escape(bound(text))
    assert template.render(Context({"text": SafeString(text)})) == bound(text)

"""HTML of strangers."""

import pytest

from news.intake.hypertext import read_html
from news.intake.passages import Kind, as_html

HOSTILE = """<h2 onclick="x()">Kopf</h2><script>alert(1)</script><style>p{}</style>
<p style="color:red">Ein <a href="javascript:alert(1)">böser</a>, ein
<a href="https://gut.de/?a=1&amp;b=2" target="_blank">guter</a> Link.<img src="//weg/x.gif"></p>
<svg><text>weg</text></svg><iframe src="//weg">weg</iframe><form><input></form>
&lt;script&gt; bleibt Text"""


def test_only_text_links_and_emphasis_come_through():
    found = read_html(HOSTILE)

    assert as_html(found.passages) == (
        "<h2>Kopf</h2> "
        '<p>Ein böser, ein <a href="https://gut.de/?a=1&amp;b=2">guter</a> Link.</p> '
        "<p>&lt;script&gt; bleibt Text</p>"
    )
    assert (found.remarks, found.spots) == ([], [2])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("nur Text", "<p>nur Text</p>"),
        ("<div>eins<div>zwei</div>drei</div>", "<p>eins</p> <p>zwei</p> <p>drei</p>"),
        ("eins<br>noch eins<br><br>zwei", "<p>eins noch eins</p> <p>zwei</p>"),
        (
            "<b>fett <i>und</i></b> so",
            "<p><strong>fett </strong><strong><em>und</em></strong> so</p>",
        ),
        ("<ul><li>a<ol><li>b</li></ol></li></ul>", "<ul><li>a</li></ul> <ol><li>b</li></ol>"),
        (
            "<strong><p>a</p><p>b</p></strong>",
            "<p><strong>a</strong></p> <p><strong>b</strong></p>",
        ),
        ("<p> \u00a0 </p><p>\u00adSil\u00adbe</p>", "<p>Silbe</p>"),
        ("<!-- wp:paragraph --><p>a</p>", "<p>a</p>"),
        ("", ""),
    ],
)
def test_blocks_become_paragraphs(source, expected):
    assert as_html(read_html(source).passages) == expected


def test_depth_breaks_nothing():
    found = read_html("<div>" * 20_000 + "tief")

    assert [(one.kind, one.text) for one in found.passages] == [(Kind.TEXT, "tief")]

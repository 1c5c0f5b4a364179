"""HTML as Markdown."""

import pytest

from publishing.markdown import CUT, LIMIT, document, escaped, markdown


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h2>Titel</h2><p>Ein <strong>Wort</strong>.</p>", "## Titel\n\nEin **Wort**."),
        ('<p><a href="https://a.example/">da</a></p>', "[da](https://a.example/)"),
        ("<ul><li>eins</li><li>zwei</li></ul>", "- eins\n- zwei"),
        ("<p>1 &lt; 2 &amp; *nichts*</p>", r"1 &lt; 2 & \*nichts\*"),
        ("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "&lt;script>alert(1)&lt;/script>"),
        ("", ""),
    ],
)
def test_html_becomes_markdown(html, text):
    assert markdown(html) == text


def test_plain_text_is_shown_as_it_is():
    assert escaped("5 * 3 < 20 [a]") == r"5 \* 3 &lt; 20 \[a\]"


def test_a_document_leaves_out_what_is_empty_and_is_cut_where_it_grows_too_long():
    assert document("# A", "", "b") == "# A\n\nb\n"
    assert document("x" * (LIMIT + 1)) == "x" * LIMIT + CUT

"""What leaves our pages: structure and words, every address with its host, nothing that acts."""

import pytest

from publishing.full_text import portable


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a class="x" href="/presse/">P</a>', '<a href="http://127.0.0.1:8000/presse/">P</a>'),
        ('<a href="https://a.example/">A</a>', '<a href="https://a.example/">A</a>'),
        ('<a href="mailto:a@b.example">A</a>', '<a href="mailto:a@b.example">A</a>'),
        ('<a href="javascript:alert(1)">A</a>', "<a>A</a>"),
        (
            '<picture><source srcset="/b.avif"><img src="/b.jpg" class="i" alt="B"></picture>',
            '<img src="http://127.0.0.1:8000/b.jpg" alt="B">',
        ),
        ('<section class="f"><h2 id="a">H</h2><p style="x">T</p></section>', "<h2>H</h2><p>T</p>"),
        ("<form><label>Name</label></form><p>T</p>", "<p>T</p>"),
        ("<script>alert(1)</script><p onclick='x'>T</p>", "<p>T</p>"),
    ],
)
def test_only_words_structure_links_and_pictures_leave_the_page(html, expected):
    assert portable(html) == expected

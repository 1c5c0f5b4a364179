"""What editors paste is stored without anything that shapes or leaves the page."""

import pytest

from tests.factories import add_block, add_text, make_article
from ui.plugin_models import FactBox

pytestmark = pytest.mark.django_db

KEPT = [
    "<p>Ein <strong>Satz</strong> mit <em>Betonung</em>.</p>",
    "<h2>Titel</h2><h3>Unter</h3><ul><li>Eins</li></ul>",
    '<p><a href="https://example.org/" title="Mehr">Link</a></p>',
    '<p><a href="/kontakt/">Kontakt</a> <a href="mailto:a@example.org">Mail</a></p>',
    '<table><tbody><tr><th scope="row">A</th><td>1</td></tr></tbody></table>',
    '<p lang="en">Smart Industrial City</p>',
]
NARROWED = [
    ('<p style="position:fixed">a</p>', "<p>a</p>"),
    ('<p class="x" id="y" role="alert">a</p>', "<p>a</p>"),
    ("<h1>a</h1>", "a"),
    ('<p><img src="https://tracker.example/p.gif" alt="">a</p>', "<p>a</p>"),
    ("<script>alert(1)</script><p>a</p>", "<p>a</p>"),
    ('<p onclick="alert(1)">a</p>', "<p>a</p>"),
    ('<p><a href="javascript:alert(1)">a</a></p>', "<p><a>a</a></p>"),
    ('<p><a href="data:text/html,x">a</a></p>', "<p><a>a</a></p>"),
    ('<p><a href="//evil.example/">a</a></p>', "<p><a>a</a></p>"),
    ('<p><a href="/\\evil.example/">a</a></p>', "<p><a>a</a></p>"),
    ('<p><a href="magnet:?xt=1">a</a></p>', "<p><a>a</a></p>"),
    ('<iframe src="https://video.example/"></iframe><p>a</p>', "<p>a</p>"),
    ("<svg><script>1</script></svg><p>a</p>", "<p>a</p>"),
    ('<form action="/x"><input name="a"></form><p>a</p>', "<p>a</p>"),
    ('<p><font color="red"><span data-x="1">a</span></font></p>', "<p>a</p>"),
    ('<p><a href="\\\\evil.example">a</a></p>', "<p><a>a</a></p>"),
    ('<p><a href="\x01//evil.example">a</a></p>', "<p><a>a</a></p>"),
    ('<p><a href="/\t/evil.example">a</a></p>', "<p><a>a</a></p>"),
    (
        '<p><a href="ssh://x">a</a> <a href="tel:+49">b</a></p>',
        '<p><a>a</a> <a href="tel:+49">b</a></p>',
    ),
    (
        '<p><a href="/x/" target="_blank" rel="opener" download>a</a></p>',
        '<p><a href="/x/">a</a></p>',
    ),
    ("<center><b>a</b><u>b</u></center>", "ab"),
    (
        '<table border="1" summary="s"><tbody><tr><td align="left">a</td></tr></tbody></table>',
        "<table><tbody><tr><td>a</td></tr></tbody></table>",
    ),
    ('<p><cms-plugin id="1" type="x">a</cms-plugin></p>', "<p>a</p>"),
    ('<p aria-hidden="true" data-x="1">a</p>', "<p>a</p>"),
    ("<style>*{display:none}</style><p>a</p>", "<p>a</p>"),
    ('<meta http-equiv="refresh" content="0;url=//x"><p>a</p>', "<p>a</p>"),
]


def stored(body: str) -> str:
    return add_text(make_article(published=False), body).body


@pytest.mark.parametrize("body", KEPT)
def test_structure_and_links_stay(body):
    assert stored(body) == body


@pytest.mark.parametrize(("body", "expected"), NARROWED)
def test_everything_else_goes(body, expected):
    assert stored(body) == expected


@pytest.mark.parametrize(("body", "expected"), NARROWED)
def test_fact_boxes_and_answers_go_the_same_way(body, expected):
    content = make_article(published=False)
    box = add_block(content, "FactBoxPlugin", title="Zahlen", body=body)
    answer = add_block(content, "AccordionItemPlugin", title="Frage", body=body)

    stored_bodies = [type(block).objects.get(pk=block.pk).body for block in (box, answer)]
    assert stored_bodies == [expected, expected]


def test_forms_of_editors_narrow_too():
    field = FactBox._meta.get_field("body").formfield()

    assert field.clean('<p style="x" class="y"><img src="//x">a</p>') == "<p>a</p>"

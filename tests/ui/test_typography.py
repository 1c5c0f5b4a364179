"""Long compounds may break in narrow cards."""

from django.template import Context, Template

SHY = "\N{SOFT HYPHEN}"


def breakable(text):
    return Template("{% load typography %}{{ text|breakable }}").render(Context({"text": text}))


def test_long_compounds_break_between_their_parts_and_nothing_else_does():
    text = "Wirtschaftsförderungsgesellschaft Dormagen am 3. Mai <b>"

    assert breakable(text) == (
        f"Wirtschafts{SHY}förderungs{SHY}gesellschaft Dormagen am 3.\N{NO-BREAK SPACE}Mai &lt;b&gt;"
    )

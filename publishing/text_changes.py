"""What readers see differently in two texts of one thing: word for word, and no more than they see.

The editors' comparison (comparison.py) shows fields that no page shows; this one asks each type
for its `shown_texts` and takes the body as it is rendered, pictures and hidden things left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.template.loader import render_to_string

from publishing.comparison import WORDS, Difference, list_differences
from publishing.full_text import bodies, portable
from publishing.text_blocks import blocks_of

BODY = "Text"
LONGEST = 100_000  # signs of a body; longer ones would take seconds to compare
GONE, NEW, SAME = "gone", "new", "same"


@dataclass(frozen=True)
class Run:
    """Words that both texts have, or only one of them."""

    text: str
    kind: str


@dataclass(frozen=True)
class TextChange:
    """One part of a page that reads differently, by its German name."""

    label: str
    runs: list[Run]


def text_changes(request, old, new) -> list[TextChange]:
    """Return what reads differently in two contents of one thing, in the order of the page."""
    before, after = old.shown_texts(), new.shown_texts()
    found = [
        Difference(label, text, after[label])
        for label, text in before.items()
        if text != after[label]
    ]
    placeholders = bodies(request, [old, new])
    lines = [body_lines(request, placeholders.get(content.pk)) for content in (old, new)]
    if max(sum(map(len, body)) for body in lines) <= LONGEST:
        found += list_differences(BODY, *lines)
    return [TextChange(one.label, list(runs(one.old, one.new))) for one in found]


def body_lines(request, placeholder) -> list[str]:
    """Return the paragraphs of a body as readers see them."""
    markup = render_to_string("ui/body.html", {"body": placeholder}, request)
    return [block.text for block in blocks_of(portable(markup))]


def runs(old: str, new: str) -> Iterator[Run]:
    """Yield the words of both texts once, what is gone before what has come."""
    before, after = WORDS.findall(old), WORDS.findall(new)
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    for kind, *span in matcher.get_opcodes():
        gone, come = "".join(before[span[0] : span[1]]), "".join(after[span[2] : span[3]])
        if kind == "equal":
            yield Run(gone, SAME)
            continue
        yield from (Run(text, mark) for text, mark in ((gone, GONE), (come, NEW)) if text)

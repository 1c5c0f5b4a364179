"""A text without its markup, paragraph by paragraph: for .txt, for Word, to compare."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

LEAVES = ("h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "figcaption", "caption", "tr")
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 3}
MARK = "\N{BULLET} "
OPENING = ("„", "»", "“", '"')  # typed by an editor although the block says that it is a quote
INNER = str.maketrans("„“", "‚‘")


@dataclass(frozen=True)
class Block:
    """One paragraph: `level` 1 to 3 for headings, 0 for text; `is_item` for a line of a list."""

    text: str
    level: int = 0
    is_item: bool = False
    is_quote: bool = False

    @property
    def line(self) -> str:
        """The paragraph as text alone shows it: what somebody said never without its marks."""
        if self.is_quote and not self.level:
            return quoted(self.text)
        return f"{MARK if self.is_item else ''}{self.text}"


def blocks_of(markup: str) -> list[Block]:
    """Return the paragraphs of clean HTML in their order."""
    tree = html.fragment_fromstring(markup, create_parent="div")
    found = (block_of(element) for element in leaves(tree))
    return [block for block in found if block.text]


def leaves(tree) -> Iterator:
    """Yield the innermost elements that are a paragraph of their own."""
    for element in tree.iter(*LEAVES):
        if next(element.iterdescendants(*LEAVES), None) is None:
            yield element


def block_of(element) -> Block:
    """Return one element as a paragraph."""
    cells = element.findall("./th") + element.findall("./td") if element.tag == "tr" else []
    text = " | ".join(words(cell) for cell in cells) if cells else words(element)
    around = {parent.tag for parent in element.iterancestors()}
    return Block(
        text,
        level=HEADINGS.get(element.tag, 0),
        is_item=element.tag == "li" or "li" in around,
        is_quote="blockquote" in around,
    )


def words(element) -> str:
    """Return the text of an element in one line."""
    for line_break in element.iter("br"):
        line_break.tail = f" {line_break.tail or ''}"
    return " ".join(element.text_content().split())


def quoted(text: str) -> str:
    """Return what somebody said in quotation marks, those inside it single ones."""
    if text.startswith(OPENING):
        return text
    return f"„{text.translate(INNER)}“"


def as_text(blocks: list[Block]) -> str:
    """Return paragraphs as plain text, an empty line between them but not between list items."""
    lines = []
    for before, block in zip([None, *blocks], blocks, strict=False):
        if before and not (before.is_item and block.is_item):
            lines.append("")
        lines.append(block.line)
    return "\n".join(lines) + "\n"

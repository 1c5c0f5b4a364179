"""HTML of strangers as passages: cleaned first, then taken apart; pictures leave their spots."""

import re
from collections import Counter
from html.parser import HTMLParser

import nh3

from news.intake.passages import INVISIBLE, Document, Kind, Passage, Span, tidy
from publishing.full_text import DROPPED_WITH_CONTENT, TAGS

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Besides the sanitiser's own: what separates paragraphs, and the old names of strong and em.
FURTHER = {*HEADINGS, "div", "section", "article", "header", "footer", "pre", "b", "i"}
INLINE = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "a": "a"}
BLOCKS = {
    *(TAGS | FURTHER) - {*INLINE, "br", "img", "q", "cite", "abbr", "sub", "sup"},
}
KINDS = {"figcaption": Kind.CAPTION, "caption": Kind.CAPTION, "subtitle": Kind.SUBTITLE}
CELLS = {"td", "th"}
CLASSES = {"p": {"subtitle", "caption"}}
LINK = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
TABLES = "Der Text enthält eine Tabelle. Ihre Zeilen stehen als Absätze im Entwurf."


def read_html(source: str) -> Document:
    """Return the passages of HTML that nobody has to trust."""
    clean = nh3.clean(
        INVISIBLE.sub("", source),
        tags=TAGS | FURTHER,
        clean_content_tags=DROPPED_WITH_CONTENT | {"iframe"},
        attributes={"a": {"href"}},
        allowed_classes=CLASSES,
        link_rel=None,
    )
    reader = Reader()
    reader.feed(clean)
    reader.close()
    reader.end_passage()
    remarks = [TABLES] if reader.tables else []
    return Document(reader.passages, remarks=remarks, spots=reader.spots)


class Reader(HTMLParser):
    """Collects passages; what it gets is balanced, because the sanitiser wrote it."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.passages: list[Passage] = []
        self.blocks: list[tuple[str, str]] = []  # open block elements with their class
        self.lists: list[str] = []
        self.open: dict[str, tuple[int, str]] = {}  # open inline elements: start and address
        self.inner: Counter = Counter()  # how often they are open once more
        self.spots: list[int] = []  # the passages below pictures
        self.tables, self.cells = 0, 0
        self.start_passage()

    def start_passage(self) -> None:
        self.text, self.spans, self.breaks = "", [], 0
        self.open = {tag: (0, href) for tag, (_, href) in self.open.items()}

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag in INLINE:
            self.open_inline(INLINE[tag], given.get("href") or "")
        elif tag in {"br", "img"}:
            self.count(tag)
        elif tag in BLOCKS:
            self.open_block(tag, given.get("class") or "")

    def count(self, tag: str) -> None:
        """Two line breaks in a row end a paragraph, one is a space."""
        if tag == "img":
            self.spots.append(len(self.passages) + bool(self.text.strip()))
            return
        self.breaks += 1
        if self.breaks > 1:
            self.end_passage()
        else:
            self.space()

    def space(self) -> None:
        """Add a space, unless one stands there."""
        if self.text[-1:] not in {"", " "}:
            self.text += " "

    def open_block(self, tag: str, name: str) -> None:
        if tag in CELLS:  # the cells of a row stand on one line, whatever is in them
            self.text += " | " if self.text.strip() else ""
            self.cells += 1
        elif self.cells:
            self.space()
        else:
            self.begin_block(tag, name)

    def begin_block(self, tag: str, name: str) -> None:
        self.end_passage()
        self.tables += tag == "table"
        self.blocks.append((tag, name))

    def handle_endtag(self, tag):
        if tag in INLINE:
            self.close_inline(INLINE[tag])
        elif tag in CELLS:
            self.cells -= 1
        elif tag in BLOCKS and not self.cells:
            self.end_passage()
            while self.blocks and self.blocks.pop()[0] != tag:
                pass

    def open_inline(self, tag: str, href: str) -> None:
        """Begin a span; inside of itself an element changes nothing."""
        if tag in self.open:
            self.inner[tag] += 1
        else:
            self.open[tag] = (len(self.text), href)

    def close_inline(self, tag: str) -> None:
        if self.inner[tag]:
            self.inner[tag] -= 1
        elif tag in self.open:
            self.add_span(tag, *self.open.pop(tag))

    def add_span(self, tag: str, start: int, href: str) -> None:
        is_link = tag == "a"
        if start < len(self.text) and (not is_link or LINK.fullmatch(href)):
            self.spans.append(Span(start, len(self.text), tag, href if is_link else ""))

    def handle_data(self, data):
        # Tidied piece by piece, so that the positions of spans stay right.
        words = tidy(data)
        if data[:1].isspace():
            self.space()
        self.text += words
        if words and data[-1:].isspace():
            self.space()
        if words:
            self.breaks = 0

    def end_passage(self) -> None:
        """Keep what was collected as one passage of the innermost block's kind."""
        for tag, (start, href) in self.open.items():
            self.add_span(tag, start, href)
        passage = Passage(self.text, spans=tuple(self.spans)).cut(0)
        if passage.text:
            self.passages.append(self.of_kind(passage))
        self.start_passage()

    def of_kind(self, passage: Passage) -> Passage:
        kind, level = kind_of(self.blocks)
        spans = passage.spans
        if kind in {Kind.TITLE, Kind.HEADING}:  # they are bold by themselves
            spans = tuple(one for one in spans if one.tag == "a")
        return Passage(passage.text, kind, spans, level)


def kind_of(blocks: list[tuple[str, str]]) -> tuple[Kind, int]:
    """Return kind and level by the open elements, the innermost first."""
    lists = [tag for tag, _ in blocks if tag in {"ul", "ol"}]
    item = Kind.NUMBERED if lists[-1:] == ["ol"] else Kind.ITEM
    for tag, name in reversed(blocks):
        if tag in HEADINGS:
            return (Kind.TITLE if tag == "h1" else Kind.HEADING), int(tag[1])
        kind = item if tag == "li" else KINDS.get(name or tag)
        if kind:
            return kind, 2
    return Kind.TEXT, 2

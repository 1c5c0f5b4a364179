"""HTML as Markdown, for readers and programs that want nothing but the text."""

import re

from markdownify import ATX, MarkdownConverter

GAP = re.compile(r"\n{3,}")
BRACKET = re.compile(r"[\[\]]")
LIMIT = 200_000  # characters; no press release comes near
CUT = "\n\n[Hier gekürzt. Den ganzen Text finden Sie auf der Seite.]\n"


class Converter(MarkdownConverter):
    """Leaves no angle bracket that a renderer of Markdown would take for HTML."""

    class Options:
        heading_style = ATX
        bullets = "-"

    def escape(self, text, parent_tags):
        return super().escape(text, parent_tags).replace("<", "&lt;")


def markdown(html: str) -> str:
    """Return HTML as Markdown."""
    return GAP.sub("\n\n", Converter().convert(html)).strip()


def escaped(text: str) -> str:
    """Return a plain text so that Markdown shows it as it is."""
    return BRACKET.sub(r"\\\g<0>", Converter().escape(text, set()))


def document(*parts: str) -> str:
    """Return the parts that say something as one document, cut where it grows too long."""
    text = "\n\n".join(filter(None, parts))
    return f"{text[:LIMIT]}{CUT}" if len(text) > LIMIT else f"{text}\n"

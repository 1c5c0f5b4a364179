"""The element that shows a meeting on somebody else's page (E32)."""

from dataclasses import dataclass

from django.utils.html import format_html

from events.addresses import embed_path
from publishing.metadata import absolute

WIDTH, SMALLEST = 640, 240  # CSS pixels
ABOVE_AND_BELOW = 150  # title and source, beside the picture of 16:9
MARKUP = (
    '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" allow="fullscreen"></iframe>'
)


@dataclass(frozen=True)
class Frame:
    """A frame around a meeting; `query` names the moment where its recording starts."""

    content: object
    title: str
    query: str = ""
    width: int = WIDTH
    height: int = round(WIDTH * 9 / 16) + ABOVE_AND_BELOW

    @property
    def code(self) -> str:
        """The HTML element, safe whatever the title says."""
        src = absolute(embed_path(self.content)) + self.query
        return format_html(MARKUP, src, self.title, self.width, self.height)

    def within(self, max_width: int | None, max_height: int | None) -> "Frame":
        """Return the frame no larger than asked for, as far as there is anything to see in it."""
        width = max(SMALLEST, min(self.width, max_width or self.width))
        height = min(round(width * 9 / 16) + ABOVE_AND_BELOW, max_height or self.height)
        return Frame(self.content, self.title, self.query, width, height)

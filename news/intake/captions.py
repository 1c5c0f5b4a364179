"""Captions of a taken-over text that wait in a box at its end until their photos come."""

from lxml.html import fragments_fromstring, tostring

from news.intake.drafting import CAPTIONS
from ui.plugin_models import FactBox

LONGEST = 300  # characters of a caption


def waiting(content) -> list[str]:
    """Return the captions that wait for photos, in their order."""
    box = box_of(content)
    texts = [text_of(one) for one in paragraphs(box.body)] if box else []
    return [text for text in texts if 0 < len(text) <= LONGEST]


def take(content, captions: list[str]) -> None:
    """Take captions off the box; without any left the box goes as well."""
    box = box_of(content)
    if box is None:
        return
    left = [one for one in paragraphs(box.body) if text_of(one) not in captions]
    if left:
        box.body = "".join(tostring(one, encoding="unicode") for one in left)
        box.save()
    else:
        box.placeholder.delete_plugin(box)


def box_of(content) -> FactBox | None:
    """Return the box in which the captions of a draft wait, or None."""
    boxes = FactBox.objects.filter(placeholder__in=content.placeholders.all(), title=CAPTIONS)
    return boxes.order_by("pk").first()


def paragraphs(html: str) -> list:
    """Return the elements of a text."""
    return [one for one in fragments_fromstring(html) if not isinstance(one, str)] if html else []


def text_of(element) -> str:
    """Return the words of an element on one line."""
    return " ".join(element.text_content().split())

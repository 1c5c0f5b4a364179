"""`{% load transcripts %}`: what is said, with marks where it was looked for."""

from django import template
from django.utils.html import format_html, format_html_join

register = template.Library()


@register.filter
def said(lines) -> str:
    """Return the lines of a paragraph; scripts find the second of each in `data-t`."""
    return format_html_join(
        " ", '<span data-t="{}">{}</span>', ((second, marked(pieces)) for second, pieces in lines)
    )


def marked(pieces) -> str:
    """Return text with `<mark>` round each hit."""
    return format_html_join("", "{}", ((mark(*piece),) for piece in pieces))


def mark(text: str, word: str) -> str:
    """Return one piece; none of it is markup."""
    return format_html("<mark>{}</mark>", text) if word else text

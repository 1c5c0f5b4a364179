"""`{{ path|webcal }}`: addresses that a calendar program subscribes to by itself."""

from django import template

from publishing.metadata import absolute

register = template.Library()


@register.filter
def webcal(path: str) -> str:
    """Return the address of a calendar with the scheme that calendar programs answer to."""
    return f"webcal://{absolute(path).partition('://')[2]}"

"""`{{ title|bound }}`: German typography in templates."""

from django import template

from publishing import typography

register = template.Library()


@register.filter(is_safe=True)
def bound(text) -> str:
    """Keep dates, numbers with units and abbreviations on one line."""
    return typography.bound(str(text))

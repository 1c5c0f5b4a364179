"""`{% offers plugin_menu as groups %}`: the building blocks for the editors' picker."""

from django import template

from ui import picker

register = template.Library()


@register.simple_tag
def offers(menu: list[dict]) -> list[tuple[str, list[picker.Offer]]]:
    """Return the groups of building blocks, each with its blocks."""
    return picker.groups(menu)

"""`{% with_chapters participations as participations %}`: where somebody is seen and heard."""

from django import template

from events.chapters import of_item

register = template.Library()


@register.simple_tag
def with_chapters(participations: list) -> list:
    """Return contributions, each with its `chapter` of a public recording, None without one."""
    for participation in participations:
        item = participation.item
        participation.chapter = of_item(getattr(item.meeting, "recording", None), item)
    return participations

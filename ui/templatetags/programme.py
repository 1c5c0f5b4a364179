"""Parts of a programme: times, what is recorded, results."""

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html

from publishing.dates import NBSP, for_machines, local

register = template.Library()
ZONES = {"CET": "MEZ", "CEST": "MESZ"}


@register.simple_tag
def item_time(*, item):
    """When an item begins and ends, for people and machines, with a comma; "" if unknown."""
    if not item.starts_at:
        return ""
    end = f"–{clock(item.ends_at)}" if item.ends_at else ""
    return format_html(
        '<time datetime="{}">{}{}</time>{}Uhr,',
        for_machines(item.starts_at, "time"),
        clock(item.starts_at),
        end,
        NBSP,
    )


def clock(moment) -> str:
    """Return the time of day in the portal's time zone."""
    return date_format(local(moment), "H:i")


@register.simple_tag
def time_zone(items) -> str:
    """Say which clock the items' times are read from; "" if none has a time.

    On the night when the clocks change there are two: „MESZ, danach MEZ“.
    """
    moments = [one for item in items for one in (item.starts_at, item.ends_at) if one]
    names = dict.fromkeys(timezone.localtime(one).tzname() for one in sorted(moments))
    zones = ", danach ".join(ZONES.get(name, name) for name in names)
    return f"Ortszeit in Dormagen ({zones})." if zones else ""


@register.inclusion_tag("ui/item_title.html")
def item_title(*, item, slug=""):
    """An item's title, with a link to its page where the meeting has an address."""
    return {"item": item, "slug": slug}


@register.inclusion_tag("ui/item_notes.html")
def item_notes(*, item):
    """That an item is cancelled, and what of it is neither streamed nor recorded."""
    return {"item": item}


@register.inclusion_tag("ui/outcome.html")
def outcome(*, text):
    """What was decided or came out."""
    return {"text": text}

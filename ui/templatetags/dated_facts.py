"""Numbers and facts with their day and their source."""

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join

from ui.templatetags.ui import date_time

register = template.Library()
LINKED_SOURCE = 'Quelle: <a href="{}">{}</a>'


@register.simple_block_tag
def fact_sheet(content):
    """A list of `fact_line`; nothing if it is empty."""
    return render_to_string("ui/fact_sheet.html", {"body": content if content.strip() else ""})


@register.simple_tag
def day_and_source(fact):
    """As of when a `DatedFact` holds and who says so, in one line; nothing while unknown."""
    parts = []
    if fact.as_of:
        parts.append(format_html("Stand: {}", date_time(fact.as_of, fact.as_of_precision)))
    if fact.source and fact.source_url:
        parts.append(format_html(LINKED_SOURCE, fact.source_url, fact.source))
    elif fact.source:
        parts.append(format_html("Quelle: {}", fact.source))
    return format_html_join(" · ", "{}", ((part,) for part in parts))


@register.inclusion_tag("ui/fact_line.html")
def fact_line(*, fact):
    """A `DatedFact`: what, how much, as of when, says who."""
    return {"fact": fact}

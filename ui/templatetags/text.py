"""What editors write, as pages show it."""

from django import template
from django.template.loader import render_to_string

register = template.Library()

MARK = "[body]"


@register.simple_block_tag
def table(content):
    """A `<table>` that moves sideways where it is wider than the screen."""
    return render_to_string("ui/table.html", {"body": content})


@register.filter(is_safe=True)
def with_tables(html: str) -> str:
    """Give each table of a rich text the frame of the component `table`."""
    if "<table" not in html:
        return html
    before, after = render_to_string("ui/table.html", {"body": MARK}).strip().split(MARK)
    return html.replace("<table", f"{before}<table").replace("</table>", f"</table>{after}")

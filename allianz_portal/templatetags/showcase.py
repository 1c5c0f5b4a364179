"""The frame around each component on /bausteine/."""

from django import template
from django.template.loader import render_to_string

register = template.Library()


@register.simple_block_tag
def specimen(content, *, name, title, rule):
    """A component under its `name` (tag, template, style sheet) with one sentence how to use it."""
    context = {"name": name, "title": title, "rule": rule, "body": content}
    return render_to_string("showcase/specimen.html", context)

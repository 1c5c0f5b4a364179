"""The meta of whatever page is being rendered."""

from django import template

from ui.page import meta_of

register = template.Library()


@register.simple_tag(takes_context=True)
def page_meta(context):
    """Return the view's PageMeta, or the one of the current CMS page."""
    return context.get("meta") or meta_of(context["request"])

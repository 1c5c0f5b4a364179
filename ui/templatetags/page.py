"""The meta of whatever page is being rendered."""

from cms.models import PageContent
from django import template

from publishing.change_notes import told_changes
from publishing.metadata import absolute
from publishing.structured_data import breadcrumb_list, json_ld
from ui.page import meta_of

register = template.Library()
register.simple_tag(absolute)

ON_AIR = {"live": "Jetzt live", "interrupted": "Unterbrochen"}


@register.simple_tag(takes_context=True)
def page_meta(context):
    """Return the view's PageMeta, or the one of the current CMS page."""
    return context.get("meta") or meta_of(context["request"])


@register.inclusion_tag("ui/change_notes.html", takes_context=True)
def page_changes(context):
    """What readers are told of the changes of the current CMS page, above its text."""
    content = context["request"].toolbar.get_object()
    is_page = isinstance(content, PageContent)
    return {"notes": told_changes(content.page) if is_page else []}


@register.inclusion_tag("ui/structured_data.html")
def structured_data(meta):
    """JSON-LD of a page: its things and its breadcrumbs."""
    crumbs = [breadcrumb_list(meta.crumbs)] if meta.crumbs else []
    things = [*meta.graph, *crumbs]
    return {"document": json_ld(*things) if things else ""}


@register.inclusion_tag("ui/breadcrumbs.html")
def breadcrumbs(*, crumbs):
    """The way from the home page to this page, which is the last crumb."""
    return {"crumbs": crumbs}


@register.inclusion_tag("ui/live_notice.html")
def live_notice(*, title="", url="", state="live", message=""):
    """One line below the head of every page while a meeting is on air; nothing without a title.

    States: live, interrupted. `message` says what to do meanwhile. It can be closed for the page
    it stands on, by keyboard too and without a script.
    """
    word = ON_AIR[state]
    return {"title": title, "url": url, "state": state, "word": word, "message": message}

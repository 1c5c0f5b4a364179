"""The whole text of a content outside its page: as HTML that any feed reader can show."""

import nh3
from cms.models import Placeholder
from cms.utils.plugins import assign_plugins
from django.conf import settings
from django.contrib.contenttypes.models import ContentType

from publishing.metadata import absolute

SLOT = "body"
# Structure, links and pictures; classes, scripts and what only our style sheets need stay behind.
TAGS = {
    *("p", "br", "hr", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "blockquote"),
    *("a", "strong", "em", "sub", "sup", "abbr", "cite", "q", "figure", "figcaption", "img"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
}
ATTRIBUTES = {
    "a": {"href", "hreflang", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}
DROPPED_WITH_CONTENT = {"script", "style", "form", "svg"}


def bodies(request, contents) -> dict:
    """Return the placeholder of each content by its key, with all plugins, in a few queries."""
    if not contents:
        return {}
    found = Placeholder.objects.filter(
        content_type=ContentType.objects.get_for_model(contents[0]),
        object_id__in=[content.pk for content in contents],
        slot=SLOT,
    )
    placeholders = list(found)
    assign_plugins(request, placeholders, lang=settings.LANGUAGE_CODE)
    return {placeholder.object_id: placeholder for placeholder in placeholders}


def portable(html: str) -> str:
    """Return HTML of our pages as it may stand elsewhere, every address with its host."""
    return nh3.clean(
        html,
        tags=TAGS,
        clean_content_tags=DROPPED_WITH_CONTENT,
        attributes=ATTRIBUTES,
        attribute_filter=with_host,
        link_rel=None,
    ).strip()


def with_host(element: str, attribute: str, value: str) -> str:
    """Return an attribute's value; an address of ours with its host."""
    is_own = attribute in {"href", "src"} and value.startswith("/")
    return absolute(value) if is_own else value

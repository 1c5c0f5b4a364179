"""What stands in the way of a deletion: where a thing is still used, with a link to each place."""

from cms.models import CMSPlugin
from cms.toolbar.utils import get_object_preview_url
from django.contrib.admin.utils import NestedObjects
from django.db import DEFAULT_DB_ALIAS
from django.utils.html import format_html

from publishing.content import Content
from publishing.page_actions import change_url

# From a part without a form of its own to what it belongs to.
WAYS_UP = ("item", "content", "identity")


def places_of_use(obj) -> list[str]:
    """Return a link to each place that still needs this object, in alphabetical order."""
    places = {place_of(user) for user in [*protectors(obj), *naming_contents(obj)]}
    return [link_to(place) for place in sorted(places, key=str)]


def protectors(obj) -> set:
    """Return the rows whose foreign key protects this object."""
    collector = NestedObjects(using=DEFAULT_DB_ALIAS)
    collector.collect([obj])
    return collector.protected


def naming_contents(obj):
    """Yield the contents in any version that name this object in a many-to-many field."""
    for relation in obj._meta.related_objects:
        if relation.many_to_many and issubclass(relation.related_model, Content):
            yield from relation.related_model.admin_manager.filter(**{relation.field.name: obj})


def place_of(user):
    """Return what has a form or page of its own, such as the item of a participation."""
    if isinstance(user, CMSPlugin):
        user = user.placeholder.source or user  # none: it lies in somebody's clipboard
    for name in WAYS_UP:
        user = getattr(user, name, user)
    return user


def link_to(place) -> str:
    """Return kind and title of a place with a link to where it can be changed."""
    if isinstance(place, CMSPlugin):
        return f"Zwischenablage: {place._meta.verbose_name} „{place}“"
    kind = getattr(place, "page", place)._meta.verbose_name
    title = getattr(place, "title", "") or str(place)
    return format_html('{} <a href="{}">„{}“</a>', kind, address_of(place), title)


def address_of(place) -> str:
    """Return the form of a thing, or the page of what is written on its page."""
    is_page = hasattr(place, "placeholders")
    return get_object_preview_url(place) if is_page else change_url(place)

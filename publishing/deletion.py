"""What stands in the way of a deletion: where a thing is still used, with a link to each place."""

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
    return [
        format_html('{} <a href="{}">„{}“</a>', place._meta.verbose_name, change_url(place), place)
        for place in sorted(places, key=str)
    ]


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
    """Return what has a form of its own: the programme item of a participation, and so on."""
    for name in WAYS_UP:
        user = getattr(user, name, user)
    return user

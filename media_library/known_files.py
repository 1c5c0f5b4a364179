"""Files whose names give nothing away: all but those of texts under a Sperrfrist that somebody
may not know (publishing/rights.py). What other texts show as well is no secret.
"""

from cms.models import CMSPlugin
from django.contrib.contenttypes.models import ContentType
from django.db import models

from media_library.uses import keys_in, pointers, pointing
from publishing.content import Content, ContentRow
from publishing.rights import kept_from


def known_files(files, user):
    """Return the files of a queryset without those that only texts use which are kept from a user.

    A fixed number of queries, and one for whoever knows all texts.
    """
    hidden = hidden_from(user)
    return files.exclude(pk__in=hidden) if hidden else files


def hidden_from(user) -> set[int]:
    """Return the keys of the files that only texts use which this user may not know."""
    kept = kept_texts(user)
    if not kept:
        return set()
    places = [(model, lookup, rows_in(kept, model)) for model, lookup in pointers()]
    found = set()
    for _, lookup, rows in places:
        if rows is not None:
            found |= keys_in(rows, lookup)
    return found - used_elsewhere(found, places)


def kept_texts(user) -> dict[type[Content], list[int]]:
    """Return the keys of all texts that this user may not know, by their type."""
    found = {model: kept_from(user, model) for model in Content.__subclasses__()}
    keys = {model: list(kept.values_list("pk", flat=True)) for model, kept in found.items()}
    return {model: kept for model, kept in keys.items() if kept}


def rows_in(kept: dict, model):
    """Return the rows of a model that belong to these texts; None if it belongs to no such text."""
    if model in kept:
        return model._base_manager.filter(pk__in=kept[model])
    if issubclass(model, CMSPlugin):
        return model.objects.filter(placeholder_in(kept))
    target = model._meta.get_field("content").related_model if is_row(model) else None
    return model._base_manager.filter(content__in=kept[target]) if target in kept else None


def is_row(model) -> bool:
    """Tell whether rows of a model are parts of a content."""
    return issubclass(model, ContentRow)


def placeholder_in(kept: dict) -> models.Q:
    """Return the condition that a building block stands in one of these texts."""
    wanted = models.Q(pk__in=[])
    for model, keys in kept.items():
        kind = ContentType.objects.get_for_model(model)
        wanted |= models.Q(placeholder__content_type=kind, placeholder__object_id__in=keys)
    return wanted


def used_elsewhere(keys: set[int], places) -> set[int]:
    """Return those of these files that something else points to as well."""
    found = set()
    for model, lookup, kept in places if keys else ():
        rows = pointing(model, lookup, keys)
        rows = rows if kept is None else rows.exclude(pk__in=kept.values("pk"))
        found |= keys_in(rows, lookup)
    return found

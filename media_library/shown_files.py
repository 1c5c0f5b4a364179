"""Which files a content shows or offers, and which of them something does that is public."""

from collections.abc import Iterator

from cms.models import CMSPlugin
from django.db import models
from djangocms_alias.models import AliasContent, AliasPlugin
from djangocms_versioning.constants import ARCHIVED, DRAFT

from media_library.uses import owner_of, pointers, version_of
from publishing.content import ContentRow
from publishing.links import CURRENT, plugin_in


def files_of(content) -> set[int]:
    """Return the keys of the files that a content shows or offers, in its fields, rows, blocks,
    and in the shared blocks it uses, as they read today and in their drafts.
    """
    return set().union(*(files_in(one) for one in (content, *shared_blocks(content))))


def shared_blocks(content) -> Iterator[AliasContent]:
    """Yield each shared block that a content uses, and those that these use."""
    known, waiting = set(), [content]
    while waiting:
        used = AliasPlugin.objects.filter(plugin_in(waiting.pop())).values("alias")
        fresh = AliasContent.admin_manager.filter(alias__in=used, versions__state__in=CURRENT)
        for block in fresh.exclude(pk__in=known):
            known.add(block.pk)
            waiting.append(block)
            yield block


def files_in(content) -> set[int]:
    """Return the keys of the files in a content's own fields, rows and blocks."""
    found = set()
    for model, lookup in pointers():
        rows = rows_of(model, content)
        if rows is not None:
            found |= {int(key) for key in rows.values_list(lookup, flat=True) if key}
    return found


def rows_of(model, content):
    """Return the rows of a model that belong to a content; None if the model is of another kind."""
    if model is type(content):
        return model.admin_manager.filter(pk=content.pk)
    if issubclass(model, CMSPlugin):
        return model.objects.filter(plugin_in(content))
    is_row = issubclass(model, ContentRow)
    target = model._meta.get_field("content").related_model if is_row else None
    return model.objects.filter(content=content) if target is type(content) else None


def used_in_public(keys: set[int]) -> set[int]:
    """Return those of these files that something uses which everybody may see."""
    found = set()
    for model, lookup in pointers() if keys else ():
        values = [str(key) for key in keys] if lookup.endswith("__file_link") else keys
        rows = model._base_manager.filter(**{f"{lookup}__in": values}).annotate(
            used_file=models.F(lookup)
        )
        found |= {int(row.used_file) for row in rows if is_public(owner_of(row))}
    return found


def is_public(owner) -> bool:
    """Tell whether everybody sees a thing or once did: a fact, a text that is or was out."""
    version = version_of(owner)
    return version is None or version.state not in {DRAFT, ARCHIVED}

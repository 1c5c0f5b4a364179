"""Which files a content shows or offers, and which of them something does that is public."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

from cms.models import CMSPlugin
from django.conf import settings
from django.db import models
from django.db.models.functions import Cast
from djangocms_alias.models import AliasContent, AliasPlugin
from djangocms_versioning.constants import ARCHIVED, DRAFT
from filer.models import File

from media_library.models import Image
from media_library.renditions import FOLDER
from media_library.uses import keys_in, owner_of, pointers, pointing, version_of
from publishing.content import ContentRow
from publishing.links import CURRENT, fields_with_links, plugin_in

THUMBNAILS = "filer_public_thumbnails"  # filer's own, for its lists
REFERENCE = "filer.file:"  # how a link that was chosen in a text names a file
ADDRESSES = re.compile(rf"{settings.MEDIA_URL}([^\"'\s?#<>]+)")
REFERENCES = re.compile(rf"{REFERENCE}(\d+)")


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
    found = set().union(*(keys for _, keys in written(content)))
    for model, lookup in pointers():
        rows = rows_of(model, content)
        if rows is not None:
            found |= keys_in(rows, lookup)
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
    found = written_in_public(keys) if keys else set()
    for model, lookup in pointers() if keys else ():
        rows = pointing(model, lookup, keys).annotate(used_file=models.F(lookup))
        found |= {int(row.used_file) for row in rows if is_public(owner_of(row))}
    return found


def is_public(owner) -> bool:
    """Tell whether everybody sees a thing or once did: a fact, a text that is or was out."""
    version = version_of(owner)
    return version is None or version.state not in {DRAFT, ARCHIVED}


# --- Addresses that somebody has typed ---


def written(content=None) -> Iterator[tuple[models.Model, set[int]]]:
    """Yield each row of a content, or of all, whose text or link names files by their address,
    and their keys.
    """
    for model, field in fields_with_links():
        rows = rows_of(model, content) if content else model._base_manager.all()
        if rows is not None:
            for row in naming_files(rows, field):
                yield row, named_in(str(getattr(row, field.name)))


def naming_files(rows, field):
    """Return the rows that may name a file in this field."""
    rows = rows.annotate(written=Cast(field.name, models.TextField()))
    return rows.filter(
        models.Q(written__contains=settings.MEDIA_URL) | models.Q(written__contains=REFERENCE)
    )


def named_in(text: str) -> set[int]:
    """Return the keys of the files whose addresses, or those of their sizes, a text holds."""
    found = {int(key) for key in REFERENCES.findall(text)}
    for address in ADDRESSES.findall(unescape(text)):
        found |= keys_named(normpath(unquote(address)))
    return found


def keys_named(path: str) -> set[int]:
    """Return the keys of the files that a typed path names; it may be any path at all."""
    if "\x00" in path:  # which PostgreSQL takes in no question
        return set()
    if path.startswith(f"{FOLDER}/"):
        return keys_at(path)
    if path.startswith(f"{THUMBNAILS}/"):
        path = path.removeprefix(f"{THUMBNAILS}/").partition("__")[0]
    return keys_of(File.objects.filter(file=path))


def written_in_public(keys: set[int]) -> set[int]:
    """Return those of these files whose address stands in something that everybody may see."""
    found = ((row, keys & named) for row, named in written())
    return set().union(*(named for row, named in found if named and is_public(owner_of(row))))


# --- Files and their keys ---


def keys_of(files) -> set[int]:
    """Return the keys of these files."""
    return set(files.values_list("pk", flat=True))


def keys_at(path: str) -> set[int]:
    """Return the keys of the files that a path is the original or a size of."""
    folder = str(PurePosixPath(path).parent)
    if folder.startswith(f"{FOLDER}/"):
        sha1 = folder.removeprefix(f"{FOLDER}/").partition("-")[0]
        return keys_of(Image.objects.filter(sha1=sha1))
    original = folder.removeprefix(f"{THUMBNAILS}/")
    return keys_of(File.objects.filter(file__startswith=f"{original}/"))

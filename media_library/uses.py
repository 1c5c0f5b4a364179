"""Where a picture or file is used: in contents of any version, building blocks, links."""

from collections.abc import Iterator
from dataclasses import dataclass

from cms.models import CMSPlugin
from cms.toolbar.utils import get_object_preview_url
from django.apps import apps
from django.db import models
from django.urls import NoReverseMatch, reverse
from djangocms_link.fields import LinkField
from djangocms_versioning.models import Version
from filer.models import ClipboardItem, File

from publishing.content import Content, ContentRow
from publishing.embargo import until_of
from publishing.facts import local_text


@dataclass(frozen=True)
class Use:
    """One place: what it is, its title, where an editor finds it, and its state."""

    kind: str
    title: str
    url: str = ""
    state: str = ""

    def __str__(self):
        state = f" ({self.state})" if self.state else ""
        return f"{self.kind} „{self.title}“{state}"


def uses_of(file: File) -> list[Use]:
    """Return every place that shows or links a file, each once."""
    return list(dict.fromkeys(use_in(row) for row in rows_with(file)))


def rows_with(file: File) -> Iterator[models.Model]:
    """Yield every row of the database that points to a file."""
    for model, lookup in pointers():
        yield from pointing(model, lookup, {file.pk}).order_by("pk")


def pointing(model, lookup: str, keys: set[int]) -> models.QuerySet:
    """Return the rows of a model that point to one of these files by one of `pointers()`."""
    values = [str(key) for key in keys] if lookup.endswith("__file_link") else keys
    return model._base_manager.filter(**{f"{lookup}__in": values})


def keys_in(rows, lookup: str) -> set[int]:
    """Return the keys of the files that rows point to by one of `pointers()`."""
    return {int(key) for key in rows.values_list(lookup, flat=True) if key}


def pointers() -> Iterator[tuple[type[models.Model], str]]:
    """Yield model and lookup of all foreign keys and link fields that may point to a file."""
    for model in apps.get_models():
        if model is ClipboardItem:
            continue
        for field in model._meta.local_fields:
            if isinstance(field, LinkField):
                yield model, f"{field.name}__file_link"
            elif is_pointer(field):
                yield model, field.name


def is_pointer(field: models.Field) -> bool:
    """Tell whether a field is a foreign key to a file, and not part of the file itself."""
    target = field.related_model if field.is_relation else None
    is_file = isinstance(target, type) and issubclass(target, File)
    return is_file and not getattr(field.remote_field, "parent_link", False)


def owner_of(row: models.Model) -> models.Model:
    """Return what an editor knows the row as: the content of a row or of a building block."""
    if isinstance(row, CMSPlugin):
        return (row.placeholder.source if row.placeholder else None) or row
    return row.content if isinstance(row, ContentRow) else row


def use_in(row: models.Model) -> Use:
    """Describe the place that a row belongs to."""
    owner = owner_of(row)
    version = version_of(owner)
    named = owner.identity if isinstance(owner, Content) else getattr(owner, "page", owner)
    return Use(
        kind=str(named._meta.verbose_name),
        title=confidential(owner) or str(getattr(owner, "title", owner)),
        url=get_object_preview_url(owner) if version else admin_url(owner),
        state=version.get_state_display() if version else "",
    )


def confidential(owner: models.Model) -> str:
    """Return what stands for the title of a text under a Sperrfrist, "" for all others."""
    until = until_of(owner)
    return f"Text mit Sperrfrist bis {local_text(until)}" if until else ""


def version_of(owner: models.Model) -> Version | None:
    """Return the version of a versioned content."""
    versioning = apps.get_app_config("djangocms_versioning").cms_extension
    if not versioning.is_content_model_versioned(type(owner)):
        return None
    return Version.objects.get_for_content(owner)


def admin_url(owner: models.Model) -> str:
    """Return the address of an object's form, or nothing if it has none."""
    try:
        return reverse(
            f"admin:{owner._meta.app_label}_{owner._meta.model_name}_change", args=(owner.pk,)
        )
    except NoReverseMatch:
        return ""

"""Facts are saved at once and logged: who, when, old, new (design.md, rule B)."""

from django.contrib.contenttypes.models import ContentType
from django.db import models

from publishing.models import FactChange
from publishing.response_cache import drop_pages


def log_changes(obj: models.Model, *, before: dict, user) -> list[FactChange]:
    """Write one `FactChange` for each field that differs from `before`; drop cached pages.

    `before` maps field names to their old values, as `values_of` returns them.
    """
    after = values_of(obj, before)
    changes = [
        FactChange(
            content_type=ContentType.objects.get_for_model(obj),
            object_id=obj.pk,
            user=user,
            user_name=user.get_username() if user else "",
            field=obj._meta.get_field(name).verbose_name,
            old=before[name],
            new=after[name],
        )
        for name in before
        if before[name] != after[name]
    ]
    FactChange.objects.bulk_create(changes)
    drop_pages()
    return changes


def values_of(obj: models.Model, names=None) -> dict[str, str]:
    """Return the object's editable values as text, for `names` or all its own fields."""
    fields = [field for field in obj._meta.concrete_fields if field.editable]
    if names is not None:
        fields = [field for field in fields if field.name in names]
    return {field.name: as_text(obj, field) for field in fields}


def as_text(obj: models.Model, field: models.Field) -> str:
    """Return a field's value as an editor would read it."""
    if field.choices:
        return str(getattr(obj, f"get_{field.name}_display")())
    value = getattr(obj, field.name)
    return "" if value is None else str(value)

"""Facts are saved at once and logged: who, when, old, new (design.md, rule B)."""

from datetime import date, datetime

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.formats import date_format

from publishing.dates import local
from publishing.models import FactChange
from publishing.response_cache import drop_pages

DAY = "d.m.Y"
MOMENT = "d.m.Y H:i"
MACHINE = "automatisch"  # who, where nobody did it: a clock, a command


def log_changes(obj: models.Model, *, before: dict, user, subject=None) -> list[FactChange]:
    """Write one `FactChange` for each field that differs from `before`; drop cached pages.

    `before` maps field names to their old values, as `values_of` returns them. What is
    part of something else (a programme item) is logged with that `subject`.
    """
    after = values_of(obj, before)
    changes = [
        fact_change(
            subject or obj,
            field=field_label(obj, name, subject),
            values=(before[name], after[name]),
            user=user,
        )
        for name in before
        if before[name] != after[name]
    ]
    FactChange.objects.bulk_create(changes)
    drop_pages()
    return changes


def log_event(subject: models.Model, *, field: str, values: tuple[str, str], user) -> FactChange:
    """Write one line of the log that is no changed field: added, removed; drop cached pages."""
    change = fact_change(subject, field=field, values=values, user=user)
    change.save()
    drop_pages()
    return change


def fact_change(subject: models.Model, *, field: str, values: tuple[str, str], user) -> FactChange:
    """Return an unsaved line of the log; `values` are the old and the new one."""
    return FactChange(
        content_type=ContentType.objects.get_for_model(subject),
        object_id=subject.pk,
        user=user,
        user_name=user.get_username() if user else MACHINE,
        field=field[: FactChange._meta.get_field("field").max_length],
        old=values[0],
        new=values[1],
    )


def changes_of(subject: models.Model) -> models.QuerySet:
    """Return the log of an object, the newest first."""
    content_type = ContentType.objects.get_for_model(subject)
    return FactChange.objects.filter(content_type=content_type, object_id=subject.pk).order_by(
        "-at", "-pk"
    )


def latest_change(model, key: str = "pk") -> models.Subquery:
    """Return when a fact of each object was last changed, for a queryset that knows its `key`."""
    content_type = ContentType.objects.get_for_model(model)
    changes = FactChange.objects.filter(content_type=content_type, object_id=models.OuterRef(key))
    return models.Subquery(changes.order_by("-at", "-pk").values("at")[:1])


def field_label(obj: models.Model, name: str, subject=None) -> str:
    """Return the German name of a field; with what it belongs to if that is another object."""
    label = str(obj._meta.get_field(name).verbose_name)
    return f"{label} ({obj._meta.verbose_name} „{obj}“)" if subject else label


def values_of(obj: models.Model, names=None) -> dict[str, str]:
    """Return the object's editable values as text, for `names` or all its own fields."""
    fields = [field for field in obj._meta.concrete_fields if field.editable]
    if names is not None:
        fields = [field for field in fields if field.name in names]
    return {field.name: as_text(obj, field) for field in fields}


def as_text(obj: models.Model, field: models.Field) -> str:
    """Return a field's value as an editor would read it; the model may have words for it."""
    display = getattr(obj, f"get_{field.name}_display", None)
    if display:
        return str(display())
    value = getattr(obj, field.name)
    if isinstance(value, bool):
        return "ja" if value else "nein"
    return "" if value is None else local_text(value)


def local_text(value) -> str:
    """Return a moment in the portal's time zone and German notation, anything else as text."""
    if isinstance(value, date):
        return date_format(local(value), MOMENT if isinstance(value, datetime) else DAY)
    return str(value)

"""Two people saved the same thing: both texts side by side, nothing overwritten silently (G21)."""

from cms.admin.utils import CONTENT_PREFIX
from django import forms
from django.db import models

from publishing.comparison import Difference
from publishing.facts import local_text


def form_differences(form) -> list[Difference]:
    """Return what saving this form would change in what is stored now: stored and typed."""
    found = []
    for name in form.changed_data:
        field, stored = form.fields[name], form[name].initial
        if field.widget.is_hidden or is_left_out(form, name):
            continue
        typed = form.cleaned_data.get(name, form[name].data)
        label = str(form[name].label)
        found.append(Difference(label, shown(field, stored), shown(field, typed)))
    return [one for one in found if one.old != one.new]


def is_left_out(form, name: str) -> bool:
    """Tell whether nobody was asked for a field: the page that was sent did not show it."""
    widget = form.fields[name].widget
    return widget.value_omitted_from_data(form.data, form.files, form.add_prefix(name))


def unsaved_texts(form, content) -> list[Difference]:
    """Return the texts that were typed while the draft was published or put away.

    They have no fields in this form any more, so that nowhere else they could be copied from.
    """
    found = []
    for field in content._meta.concrete_fields:
        name = f"{CONTENT_PREFIX}{field.name}"
        if is_prose(field) and name in form.data and name not in form.fields:
            stored, typed = getattr(content, field.name), form.data[name].replace("\r\n", "\n")
            found.append(Difference(str(field.verbose_name), stored, typed))
    return [one for one in found if one.old.strip() != one.new.strip()]


def is_prose(field: models.Field) -> bool:
    """Tell whether somebody types words into a field."""
    return isinstance(field, models.CharField | models.TextField) and not field.choices


def shown(field: forms.Field, value) -> str:
    """Return a form field's value as an editor reads it."""
    if isinstance(field, forms.MultiValueField) and isinstance(value, list):
        value = " ".join(filter(None, value))  # typed, and no moment
    if value is None or value == "":
        return ""
    if isinstance(field, forms.ModelChoiceField):
        return ", ".join(str(one) for one in chosen(field, value))
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))
    words = {True: "ja", False: "nein"}
    return words[value] if isinstance(value, bool) else local_text(value)


def chosen(field: forms.ModelChoiceField, value) -> list:
    """Return the objects that a value names: objects already, or keys."""
    values = list(value) if hasattr(value, "__iter__") and not isinstance(value, str) else [value]
    keys = [getattr(one, "pk", one) for one in values]
    return list(field.queryset.filter(pk__in=keys).order_by("pk"))

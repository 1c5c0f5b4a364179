"""A new draft is a full copy: fields, rows, relations, placeholders and plugins."""

from cms.models import Placeholder
from django.db import models, transaction

from publishing.content import row_relations


@transaction.atomic
def copy_content(original):
    """Return a copy of a content with everything that belongs to it, not yet versioned.

    Versioning's own `default_copy` leaves out rows and many-to-many relations.
    """
    copy = duplicate(original)
    for field in original._meta.many_to_many:
        getattr(copy, field.name).set(getattr(original, field.name).all())
    for relation in row_relations(type(original)):
        for row in getattr(original, relation.get_accessor_name()).all():
            duplicate(row, **{relation.field.name: copy})
    for placeholder in original.placeholders.all():
        copy_placeholder(placeholder, copy)
    return copy


def duplicate(original: models.Model, **changes) -> models.Model:
    """Save and return a second row with the same field values but for `changes`."""
    values = {
        field.name: getattr(original, field.name)
        for field in original._meta.concrete_fields
        if not field.primary_key
    }
    # The published-only manager would make a version of its own.
    manager = getattr(type(original), "_original_manager", type(original)._base_manager)
    return manager.create(**{**values, **changes})


def copy_placeholder(original: Placeholder, content) -> Placeholder:
    """Copy a placeholder with its plugins to another content."""
    copy = Placeholder.objects.create(
        slot=original.slot, default_width=original.default_width, source=content
    )
    original.copy_plugins(copy)
    return copy

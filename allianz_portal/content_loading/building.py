"""Turns the values of a record into objects: the names in YAML are the names of model fields.

A value of a foreign key or many-to-many field is the name of another record; a list under the
name of a reverse relation holds rows in a table of their own, in order; a mapping is the one row.
"""

from django.db import models
from django.utils import timezone
from djangocms_link.fields import LinkField
from filer.fields.file import FilerFileField

from allianz_portal.content_loading.ledger import Ledger
from allianz_portal.content_loading.records import FirstContentError
from events.models import Meeting, Venue
from media_library.models import Image
from news.models import Article, Topic
from partners.models import AnnualTheme, District, Initiative, Partner, Person

KIND_OF_MODEL = {
    Image: "images",
    Topic: "topics",
    District: "districts",
    Venue: "venues",
    AnnualTheme: "themes",
    Partner: "partners",
    Person: "people",
    Initiative: "initiatives",
    Meeting: "meetings",
    Article: "articles",
}


class Builder:
    """Makes objects for an author, resolving references through the ledger."""

    def __init__(self, ledger: Ledger, author):
        self.ledger = ledger
        self.author = author

    def build(self, model, values: dict, **fixed) -> models.Model:
        """Check, save and return an object with its relations and rows."""
        columns = {**self.columns(model, values), **fixed}
        model(**columns).clean_fields()
        created = manager_for(model, self.author).create(**columns)
        for name, value in values.items():
            field = model._meta.get_field(name)
            if field.one_to_many:
                self.add_rows(created, field, value)
            elif field.auto_created:  # the one row of a reverse relation
                self.add_rows(created, field, [value])
            elif field.many_to_many:
                targets = [self.reference(field.related_model, item) for item in value]
                getattr(created, name).set([target for target in targets if target])
        return created

    def columns(self, model, values: dict) -> dict:
        """Return the values of the model's own columns, with references resolved."""
        fields = {name: model._meta.get_field(name) for name in values}
        columns = {
            name: self.value(field, values[name])
            for name, field in fields.items()
            if field.concrete and not field.many_to_many
        }
        return {**self.alternative_texts(fields, columns), **columns}

    def add_rows(self, owner, relation, rows: list[dict]) -> None:
        """Save the rows that belong to `owner`, numbered in the order given."""
        has_position = any(f.name == "position" for f in relation.related_model._meta.fields)
        for number, values in enumerate(rows, 1):
            position = {"position": number} if has_position else {}
            owned = {relation.field.name: owner}
            self.build(relation.related_model, values, **position, **owned)

    def value(self, field, raw):
        """Return a raw value as the field keeps it."""
        if raw is None:
            raise FirstContentError(f"{field.name}: hat keinen Wert.")
        if isinstance(raw, str):
            raw = raw.strip()  # as a form does, or the first saving would look like a change
        if isinstance(field, LinkField):
            return self.link(raw)
        if field.is_relation:
            return self.reference(field.related_model, raw)
        if isinstance(field, models.DateTimeField):
            return timezone.make_aware(field.to_python(str(raw)))  # a bare date is midnight
        return field.to_python(raw)

    def reference(self, model, name) -> models.Model | None:
        """Return the object loaded under this name; None if an editor deleted it."""
        return self.find(f"{KIND_OF_MODEL[model]}/{name}")

    def find(self, key: str) -> models.Model | None:
        """Return the object of a record's key."""
        if key not in self.ledger:
            raise FirstContentError(f"„{key}“ gibt es nicht.")
        return self.ledger.target(key)

    def link(self, raw: str) -> dict:
        """Return the stored form of a link: a record's key leads to its object."""
        if "://" in raw or raw.startswith("/"):
            return {"external_link": raw}
        target = self.find(raw)
        return {"internal_link": f"{target._meta.label_lower}:{target.pk}"} if target else {}

    def alternative_texts(self, fields: dict, columns: dict) -> dict:
        """Return the pictures' own alternative texts where the record gives none."""
        return {
            "hero_alt" if name == "hero" else "alt": columns[name].default_alt_text or ""
            for name, field in fields.items()
            if isinstance(field, FilerFileField) and isinstance(columns[name], Image)
        }


def manager_for(model, author):
    """Return the manager to create with; versioned content needs its author."""
    if hasattr(model, "grouper_field_name"):
        return model.objects.with_user(author)
    return model._default_manager

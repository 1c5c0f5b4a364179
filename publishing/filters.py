"""Filters of the editors' lists of versioned items."""

from datetime import date

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef
from djangocms_versioning.constants import DRAFT

from publishing.presence import name_of

NOBODY = "niemand"
STATES = {
    "draft": "Entwurf in Arbeit",
    "published": "veröffentlicht",
    "unpublished": "zurückgezogen",
    "never": "noch nie veröffentlicht",
}


class StateFilter(admin.SimpleListFilter):
    """By state of the versions."""

    title = "Stand"
    parameter_name = "stand"

    def lookups(self, request, model_admin):
        return list(STATES.items())

    def queryset(self, request, queryset):
        if self.value() not in STATES:
            return queryset
        if self.value() == "never":
            return queryset.filter(first_published_at=None)
        found = queryset.filter(has_state(queryset.model, self.value()))
        if self.value() == "unpublished":
            found = found.exclude(has_state(queryset.model, "published"))
        return found


class OwnerFilter(admin.SimpleListFilter):
    """By who looks after an item; offers those who look after one, and nobody."""

    title = "Zuständig"
    parameter_name = "zustaendig"

    def lookups(self, request, model_admin):
        owners = model_admin.model._base_manager.exclude(owner=None).values("owner")
        people = [(str(user.pk), name_of(user)) for user in User.objects.filter(pk__in=owners)]
        return [(NOBODY, NOBODY), *sorted(people, key=lambda person: person[1].casefold())]

    def queryset(self, request, queryset):
        if self.value() not in dict(self.lookup_choices):
            return queryset
        return queryset.filter(owner=None if self.value() == NOBODY else self.value())


def has_state(model, state: str) -> Exists:
    """Return the condition that an identity has a version in this state."""
    contents = model._meta.get_field("contents").related_model
    grouper = contents.grouper_field_name
    return Exists(
        contents.admin_manager.filter(**{grouper: OuterRef("pk"), "versions__state": state})
    )


class RelationFilter(admin.SimpleListFilter):
    """By something that any version of an item belongs to; subclasses name the relation."""

    relation = ""

    def lookups(self, request, model_admin):
        related = model_admin.content_model._meta.get_field(self.relation).related_model
        entries = [(str(entry.pk), str(entry)) for entry in related._base_manager.all()]
        return sorted(entries, key=lambda entry: entry[1].casefold())

    def queryset(self, request, queryset):
        if self.value() not in dict(self.lookup_choices):
            return queryset
        contents = queryset.model._meta.get_field("contents").related_model
        wanted = contents.admin_manager.filter(**{self.relation: self.value()})
        return queryset.filter(pk__in=wanted.values(contents.grouper_field_name))


class YearFilter(admin.SimpleListFilter):
    """By the year of a date of the content; subclasses name the field."""

    title = "Jahr"
    parameter_name = "jahr"
    field = "date"

    def lookups(self, request, model_admin):
        moments = model_admin.content_model.admin_manager.dates(self.field, "year", order="DESC")
        return [(str(moment.year), str(moment.year)) for moment in moments]

    def queryset(self, request, queryset):
        if self.value() not in dict(self.lookup_choices):
            return queryset
        year = int(self.value())
        contents = queryset.model._meta.get_field("contents").related_model
        wanted = contents.admin_manager.filter(
            **{f"{self.field}__range": (date(year, 1, 1), date(year, 12, 31))}
        )
        return queryset.filter(pk__in=wanted.values(contents.grouper_field_name))


class EmbargoFilter(admin.SimpleListFilter):
    """By whether a version is under a Sperrfrist."""

    title = "Sperrfrist"
    parameter_name = "sperrfrist"

    def lookups(self, request, model_admin):
        return [("ja", "unter Sperrfrist")]

    def queryset(self, request, queryset):
        if self.value() != "ja":
            return queryset
        contents = queryset.model._meta.get_field("contents").related_model
        kept = contents.admin_manager.filter(embargo_until__isnull=False, versions__state=DRAFT)
        return queryset.filter(pk__in=kept.values(contents.grouper_field_name))

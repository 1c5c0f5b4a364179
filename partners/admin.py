from django.contrib import admin

from media_library.photo_step import PhotoStep
from partners.forms import PersonForm
from partners.models import (
    AnnualTheme,
    District,
    Edition,
    Initiative,
    InitiativeContent,
    InitiativeImage,
    Membership,
    Partner,
    Person,
)
from publishing.admin import (
    ADDRESS,
    FACTS,
    HERO_FIELDS,
    INTERNAL,
    PICTURE,
    RELATED,
    TEXT,
    ContentAdmin,
    RowInline,
)
from publishing.fact_admin import FactAdmin, FactInline
from publishing.filters import OwnerFilter, RelationFilter, StateFilter


class EditionInline(RowInline):
    model = Edition
    content_model = InitiativeContent
    fields = (
        ("number", "position"),
        ("starts_on", "ends_on", "precision"),
        "text",
        "result",
    )
    verbose_name_plural = "Auflagen – erst nach dem Veröffentlichen sichtbar"


class InitiativeImageInline(RowInline):
    model = InitiativeImage
    content_model = InitiativeContent
    fields = ("image", "alt", "is_decorative", "caption", "position")
    verbose_name_plural = "Weitere Bilder – erst nach dem Veröffentlichen sichtbar"


class ThemeFilter(RelationFilter):
    title, parameter_name, relation = "Jahresthema", "jahresthema", "annual_themes"


@admin.register(Initiative)
class InitiativeAdmin(PhotoStep, ContentAdmin):
    """What the alliance does or accompanies."""

    list_display = (
        "thumbnail",
        "content__title",
        "kind",
        "years",
        "status",
        "state",
        "modified",
        "page_links",
    )
    list_filter = ("kind", "status", StateFilter, ThemeFilter, "is_partner_project", OwnerFilter)
    bulk_relation = "annual_themes"
    newest_by = "last_year"
    ordering = ()
    search_help_text = "Sucht in Überschrift und Anriss."
    fieldsets = (
        (
            TEXT,
            {
                "fields": (
                    "content__title",
                    "content__lead",
                    ("content__first_year", "content__last_year"),
                    "content__carried_by",
                    "content__website",
                )
            },
        ),
        (PICTURE, {"fields": HERO_FIELDS}),
        (
            RELATED,
            {"fields": ("content__partners", "content__annual_themes", "content__districts")},
        ),
        (FACTS, {"fields": (("kind", "status"), "is_partner_project")}),
        ADDRESS,
        INTERNAL,
    )
    inlines = (EditionInline, InitiativeImageInline)

    @admin.display(description="Jahre", ordering="newest")
    def years(self, obj):
        content = self.get_content_obj(obj)
        return content and content.years


@admin.register(Partner)
class PartnerAdmin(ContentAdmin):
    """Members of the alliance."""

    list_display = (
        "thumbnail",
        "content__title",
        "kind",
        "is_founding",
        "state",
        "modified",
        "page_links",
    )
    list_filter = ("kind", "is_founding", StateFilter, OwnerFilter)
    ordering = ("position", "pk")
    search_fields = (*ContentAdmin.search_fields, "content__short_name")
    search_help_text = "Sucht in Name, Kurzname und Anriss."
    fieldsets = (
        (
            TEXT,
            {
                "fields": (
                    ("content__title", "content__short_name"),
                    "content__lead",
                    "content__roles",
                    "content__website",
                )
            },
        ),
        (
            "Logo – für Leser erst nach dem Veröffentlichen sichtbar",
            {"fields": HERO_FIELDS[:3]},  # a logo has no caption
        ),
        (FACTS, {"fields": ("kind", ("is_founding", "is_initiator"), "member_until", "position")}),
        ADDRESS,
        INTERNAL,
    )


class MembershipInline(FactInline):
    model = Membership
    verbose_name_plural = "Mitgliedschaften – gelten sofort nach dem Sichern"


@admin.register(Person)
class PersonAdmin(FactAdmin):
    """People and groups: everything about them is a fact."""

    list_display = ("name", "job_title", "organisation", "as_of", "bodies")
    list_filter = ("is_group", "memberships__body", OwnerFilter)
    ordering = ("sort_name", "pk")
    form = PersonForm
    search_fields = ("name", "sort_name", "organisation")
    search_help_text = "Sucht in Name und Einrichtung."
    autocomplete_fields = ("partner",)
    inlines = (MembershipInline,)
    fieldsets = (
        (
            FACTS,
            {
                "fields": (
                    ("name", "sort_name"),
                    "is_group",
                    ("job_title", "organisation"),
                    "as_of",
                    "partner",
                    "description",
                    "portrait",
                )
            },
        ),
        ("Eigene Seite", {"fields": ("slug", "publish_until")}),
        INTERNAL,
    )

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("memberships")

    @admin.display(description="Gremien")
    def bodies(self, obj):
        names = [membership.get_body_display() for membership in obj.memberships.all()]
        return ", ".join(dict.fromkeys(names))


@admin.register(AnnualTheme)
class AnnualThemeAdmin(FactAdmin):
    """The theme of each year."""

    list_display = ("year", "title", "motto")
    list_display_links = ("year", "title")
    ordering = ("-year",)
    search_fields = ("title", "motto", "year")


@admin.register(District)
class DistrictAdmin(FactAdmin):
    """Parts of the town."""

    ordering = ("name",)
    search_fields = ("name",)

from django.contrib import admin

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
from publishing.admin import ContentAdmin, RowInline


class EditionInline(RowInline):
    model = Edition
    content_model = InitiativeContent


class InitiativeImageInline(RowInline):
    model = InitiativeImage
    content_model = InitiativeContent


@admin.register(Initiative)
class InitiativeAdmin(ContentAdmin):
    list_display = ("content__title", "kind", "status", "admin_list_actions")
    inlines = (EditionInline, InitiativeImageInline)


@admin.register(Partner)
class PartnerAdmin(ContentAdmin):
    list_display = ("content__title", "kind", "is_founding", "admin_list_actions")


class MembershipInline(admin.TabularInline):
    model = Membership
    extra = 0


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    list_display = ("name", "job_title", "organisation", "as_of")
    prepopulated_fields = {"slug": ("name",)}
    search_fields = ("name",)
    inlines = (MembershipInline,)


admin.site.register([AnnualTheme, District])

from django.contrib import admin

from events.models import (
    Meeting,
    MeetingContent,
    MeetingImage,
    Participation,
    ProgrammeItem,
    Venue,
)
from publishing.admin import ContentAdmin, RowInline


class MeetingImageInline(RowInline):
    model = MeetingImage
    content_model = MeetingContent


class ProgrammeItemInline(admin.TabularInline):
    model = ProgrammeItem
    extra = 0
    show_change_link = True


class ParticipationInline(admin.TabularInline):
    model = Participation
    extra = 0


@admin.register(Meeting)
class MeetingAdmin(ContentAdmin):
    list_display = ("content__title", "number", "starts_at", "status", "admin_list_actions")
    inlines = (ProgrammeItemInline, MeetingImageInline)


@admin.register(ProgrammeItem)
class ProgrammeItemAdmin(admin.ModelAdmin):
    list_display = ("title", "kind", "meeting")
    inlines = (ParticipationInline,)


admin.site.register(Venue)

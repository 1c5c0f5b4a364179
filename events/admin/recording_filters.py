"""The list of recordings: filters, and the meetings' names fetched at once."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList

from events.models import Meeting, Recording
from publishing.reviews import with_titles


class CaptionsFilter(admin.SimpleListFilter):
    """Recordings whose checked captions were due before today (E22)."""

    title = "Untertitel"
    parameter_name = "untertitel"

    def lookups(self, request, model_admin):
        return [("ueberfaellig", "überfällig")]

    def queryset(self, request, queryset):
        return queryset.captions_overdue() if self.value() == "ueberfaellig" else queryset


class NamedMeetings(ChangeList):
    """A page of recordings that knows the names of all their meetings."""

    def get_results(self, request):
        super().get_results(request)
        name_meetings(self.result_list)


def name_meetings(recordings: list[Recording]) -> None:
    """Fetch the names of the meetings of some recordings at once."""
    with_titles(Meeting, [recording.meeting for recording in recordings])

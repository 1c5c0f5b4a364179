"""Meetings and their programme items in the sitemap."""

from django.db.models.functions import Coalesce
from django.urls import reverse

from events.addresses import item_path
from events.models import Meeting, MeetingContent, ProgrammeItem, Recording
from publishing.facts import latest_change
from publishing.sitemaps import ContentSitemap, PublicSitemap


class MeetingSitemap(ContentSitemap):
    content_model = MeetingContent

    def items(self):
        return super().items().real()

    def lastmod(self, content):
        """Return when the text or a fact of the calendar last changed."""
        return max(filter(None, [content.modified, content.meeting.facts_changed_at]))


class ProgrammeItemSitemap(PublicSitemap):
    """The pages of programme items of published meetings."""

    def items(self):
        modified = Coalesce(latest_change(Meeting, "meeting"), "meeting__created_at")
        items = ProgrammeItem.objects.of_published_meetings()
        return items.annotate(modified=modified).order_by("pk")

    def location(self, item):
        return item_path(item.meeting.contents.all()[0], item)


class TranscriptSitemap(PublicSitemap):
    """What was said in the recordings that everybody may see."""

    def items(self):
        shown = Recording.objects.for_listing().real().with_transcript()
        return shown.select_related("meeting__broadcast").prefetch_related("corrections")

    def location(self, recording):
        content = recording.meeting.contents.all()[0]
        return reverse("events:transcript", args=[content.slug])


class LibrarySitemap(PublicSitemap):
    """The list of recordings, once there is one to list."""

    def items(self):
        """Return the newest recording in the place of the list, which changes with it."""
        return list(Recording.objects.for_listing().real()[:1])

    def location(self, recording):
        return reverse("events:library")

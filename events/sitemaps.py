"""Meetings and their programme items in the sitemap."""

from events.metadata import item_path
from events.models import MeetingContent, ProgrammeItem
from publishing.sitemaps import ContentSitemap, PublicSitemap


class MeetingSitemap(ContentSitemap):
    content_model = MeetingContent

    def lastmod(self, content):
        """Return when the text or a fact of the calendar last changed."""
        return max(filter(None, [content.modified, content.meeting.facts_changed_at]))


class ProgrammeItemSitemap(PublicSitemap):
    """The pages of programme items of published meetings."""

    def items(self):
        return ProgrammeItem.objects.of_published_meetings().order_by("pk")

    def location(self, item):
        return item_path(item.meeting.contents.all()[0], item)

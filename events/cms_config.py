from cms.app_base import CMSAppConfig

from events.models import MeetingContent
from events.views.meetings import meeting_preview
from publishing.versioning import versionable


class EventsCMSConfig(CMSAppConfig):
    """Meetings are versioned and edited on their own pages."""

    cms_enabled = True
    djangocms_versioning_enabled = True
    cms_toolbar_enabled_models = [(MeetingContent, meeting_preview, "meeting")]

    def __init__(self, app):
        super().__init__(app)
        self.versioning = [versionable(self, MeetingContent)]

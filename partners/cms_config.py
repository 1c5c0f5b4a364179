from cms.app_base import CMSAppConfig

from partners.models import InitiativeContent, PartnerContent
from partners.views import initiative_preview, partner_preview
from publishing.versioning import versionable


class PartnersCMSConfig(CMSAppConfig):
    """Partners and initiatives are versioned and edited on their own pages."""

    cms_enabled = True
    djangocms_versioning_enabled = True
    cms_toolbar_enabled_models = [
        (PartnerContent, partner_preview, "partner"),
        (InitiativeContent, initiative_preview, "initiative"),
    ]

    def __init__(self, app):
        super().__init__(app)
        self.versioning = [versionable(self, PartnerContent), versionable(self, InitiativeContent)]

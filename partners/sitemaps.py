"""Partners, initiatives and people in the sitemap."""

from partners.models import InitiativeContent, PartnerContent, Person
from publishing.sitemaps import ContentSitemap, PublicSitemap


class PartnerSitemap(ContentSitemap):
    content_model = PartnerContent


class InitiativeSitemap(ContentSitemap):
    content_model = InitiativeContent


class PersonSitemap(PublicSitemap):
    def items(self):
        return Person.objects.shown().order_by("pk")

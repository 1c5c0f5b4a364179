"""Partners, initiatives and people in the sitemap."""

from django.db.models.functions import Coalesce

from partners.models import InitiativeContent, PartnerContent, Person
from publishing.facts import latest_change
from publishing.sitemaps import ContentSitemap, PublicSitemap


class PartnerSitemap(ContentSitemap):
    content_model = PartnerContent


class InitiativeSitemap(ContentSitemap):
    content_model = InitiativeContent


class PersonSitemap(PublicSitemap):
    def items(self):
        modified = Coalesce(latest_change(Person), "created_at")
        return Person.objects.shown().annotate(modified=modified).order_by("pk")

"""Everything a search engine should know: CMS pages and all published items."""

from cms.models import PageContent
from django.conf import settings
from django.db.models import F
from django.urls import reverse

from events.sitemaps import LibrarySitemap, MeetingSitemap, ProgrammeItemSitemap, TranscriptSitemap
from news.sitemaps import ArticleSitemap, TopicSitemap
from partners.sitemaps import InitiativeSitemap, PartnerSitemap, PersonSitemap
from publishing.sitemaps import PublicSitemap


class PageSitemap(PublicSitemap):
    """Published CMS pages that everybody may see."""

    def items(self):
        pages = PageContent.objects.filter(
            language=settings.LANGUAGE_CODE,
            page__login_required=False,
            page__urls__path__isnull=False,
        )
        return pages.annotate(
            url_path=F("page__urls__path"), modified=F("versions__modified")
        ).order_by("page__path")

    def location(self, content):
        if not content.url_path:
            return reverse("pages-root")
        return reverse("pages-details-by-slug", args=[content.url_path])


SITEMAPS = {
    "pages": PageSitemap,
    "articles": ArticleSitemap,
    "topics": TopicSitemap,
    "meetings": MeetingSitemap,
    "programme": ProgrammeItemSitemap,
    "library": LibrarySitemap,
    "transcripts": TranscriptSitemap,
    "initiatives": InitiativeSitemap,
    "partners": PartnerSitemap,
    "people": PersonSitemap,
}

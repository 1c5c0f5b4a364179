"""News and press releases in the sitemap."""

from django.db.models import Max

from news.models import ArticleContent, Topic
from publishing.sitemaps import ContentSitemap, PublicSitemap


class ArticleSitemap(ContentSitemap):
    content_model = ArticleContent


class TopicSitemap(PublicSitemap):
    """The lists of topics that something was published on."""

    def items(self):
        """Return the topics with the last change of an article on them."""
        published = ArticleContent.objects.listed().values("pk")
        shown = Topic.objects.filter(contents__in=published)
        return shown.annotate(modified=Max("contents__versions__modified")).order_by("pk")

"""News and press releases in the sitemap."""

from news.models import ArticleContent
from publishing.sitemaps import ContentSitemap


class ArticleSitemap(ContentSitemap):
    content_model = ArticleContent

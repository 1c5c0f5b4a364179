from cms.app_base import CMSAppConfig

from news.models import ArticleContent
from news.views import article_preview
from publishing.versioning import versionable


class NewsCMSConfig(CMSAppConfig):
    """Articles are versioned and edited on their own pages."""

    cms_enabled = True
    djangocms_versioning_enabled = True
    cms_toolbar_enabled_models = [(ArticleContent, article_preview, "article")]

    def __init__(self, app):
        super().__init__(app)
        self.versioning = [versionable(self, ArticleContent)]

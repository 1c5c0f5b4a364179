"""The questions the portal asks about news and press releases."""

from news.choices import ArticleKind
from publishing.content import ContentManager, ContentQuerySet


class ArticleContentQuerySet(ContentQuerySet):
    """Published articles."""

    def for_listing(self):
        return self.select_related("article", "hero")

    def for_page(self):
        return self.select_related("article", "hero", "meeting").prefetch_related(
            "images__image", "sources"
        )

    def news(self):
        return self.filter(article__kind=ArticleKind.NEWS)

    def press_releases(self):
        return self.filter(article__kind=ArticleKind.PRESS_RELEASE)

    def newest_first(self):
        return self.order_by("-date", "-pk")

    def of_year(self, year: int):
        return self.filter(date__year=year).newest_first()


ArticleContentManager = ContentManager.from_queryset(ArticleContentQuerySet)

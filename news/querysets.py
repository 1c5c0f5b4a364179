"""The questions the portal asks about news and press releases."""

from django.db.models import Count, F, Prefetch, Q
from djangocms_versioning.constants import PUBLISHED

from news.choices import ArticleKind
from publishing.change_notes import changed_at
from publishing.content import ContentManager, ContentQuerySet
from publishing.models import Manner


class ArticleContentQuerySet(ContentQuerySet):
    """Published articles."""

    def for_listing(self):
        return self.select_related("article", "hero")

    def for_page(self):
        images = self.model.images.rel.related_model.objects.select_related("image")
        return (
            self.with_modified()
            .annotate(changed_at=changed_at(self.model))
            .select_related("article", "hero", "meeting")
            .prefetch_related(Prefetch("images", images), "sources")
        )

    def for_feed(self):
        """Return the newest articles with everything but their plugins."""
        return self.for_page().newest_first()

    def news(self):
        return self.of_kind(ArticleKind.NEWS)

    def press_releases(self):
        return self.of_kind(ArticleKind.PRESS_RELEASE)

    def of_kind(self, kind: str):
        return self.filter(article__kind=kind)

    def newest_first(self):
        return self.order_by("-date", "-pk")

    def in_archive(self):
        """Return every article that readers can open, with `withdrawn_at` if it was taken back."""
        readable = Q(versions__state=PUBLISHED) | Q(
            versions__withdrawal__manner=Manner.NOTICE, versions__withdrawal__ended_at=None
        )
        contents = ArticleContentQuerySet(self.model).filter(readable)
        return contents.annotate(withdrawn_at=F("versions__withdrawal__at"))

    def of_year(self, year: int):
        return self.filter(date__year=year).newest_first()

    def years(self) -> list[tuple[int, int]]:
        """Return each year with its number of articles, the latest year first."""
        counted = self.order_by().values("date__year").annotate(count=Count("pk"))
        return list(counted.order_by("-date__year").values_list("date__year", "count"))

    def akin_to(self, content):
        """Return other articles with a topic or initiative in common, the newest first."""
        same_topic = self.model.topics.through.objects.filter(topic__contents=content)
        same_initiative = self.model.initiatives.through.objects.filter(
            initiative__article_contents=content
        )
        akin = Q(pk__in=same_topic.values("articlecontent")) | Q(
            pk__in=same_initiative.values("articlecontent")
        )
        return self.filter(akin).exclude(article=content.article_id).newest_first()


ArticleContentManager = ContentManager.from_queryset(ArticleContentQuerySet)

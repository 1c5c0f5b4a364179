"""The questions the portal asks about news and press releases."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Prefetch, Q, Subquery, Value, When
from django.db.models.functions import ExtractMonth
from django.utils import timezone
from djangocms_versioning.constants import PUBLISHED

from news.choices import ArticleKind
from publishing.content import ContentManager, ContentQuerySet
from publishing.dates import Precision
from publishing.models import Manner


class PressContactQuerySet(models.QuerySet):
    """Whom journalists call."""

    def answering(self):
        """Return those who answer today."""
        today = timezone.localdate()
        has_begun = Q(valid_from=None) | Q(valid_from__lte=today)
        goes_on = Q(valid_until=None) | Q(valid_until__gte=today)
        return self.filter(has_begun, goes_on).order_by("name", "pk")

    def general(self):
        """Return those on the page „Presse“ who answer today."""
        return self.answering().filter(is_general=True)

    def usual(self):
        """Return the only one of them, or None: between several an editor chooses."""
        found = list(self.general()[:2])
        return found[0] if len(found) == 1 else None


class ArticleContentQuerySet(ContentQuerySet):
    """Published articles."""

    def listed(self):
        """Leave out versions in plain language: their originals lead to them (N15)."""
        return self.filter(article__plain_language_of=None)

    def for_listing(self):
        return self.listed().with_teaser()

    def in_plain_language(self):
        """Return the versions in plain language with what a teaser shows."""
        return self.exclude(article__plain_language_of=None).with_teaser()

    def with_teaser(self):
        return self.select_related("article", "hero")

    def for_page(self):
        """Add all that the page shows, and whether there is whom to call and what to take along."""
        return self.for_feed().annotate(
            has_contacts=self.having("contacts"), has_attachments=self.having("attachments")
        )

    def for_feed(self):
        """Add all that a feed says of an article but its plugins."""
        return (
            self.with_modified()
            .with_changes()
            .select_related("article", "hero", "meeting")
            .prefetch_related(self.rows("images", "image"), self.rows("sources"))
        )

    def having(self, name: str) -> Exists:
        """Return whether an article has such rows, so that most need not ask for any."""
        rows = getattr(self.model, name).rel.related_model.objects
        return Exists(rows.filter(content=OuterRef("pk")))

    def rows(self, name: str, *relations: str) -> Prefetch:
        """Return the rows of an article in their order, with their relations."""
        rows = getattr(self.model, name).rel.related_model.objects.order_by("position", "pk")
        return Prefetch(name, rows.select_related(*relations) if relations else rows)

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

    def of_month(self, month: int):
        """Return what is known to be of a month, whatever its year; 0: of a year at most."""
        if not month:
            return self.filter(date_precision=Precision.YEAR)
        return self.filter(date__month=month).exclude(date_precision=Precision.YEAR)

    def by_month(self) -> list[tuple[int, int, int]]:
        """Return year, month (0: unknown) and number of articles, the latest year first."""
        is_unknown = When(date_precision=Precision.YEAR, then=Value(0))
        month = Case(is_unknown, default=ExtractMonth("date"))
        grouped = self.order_by().values("date__year", month=month).annotate(count=Count("pk"))
        ordered = grouped.order_by("-date__year", "month")
        return list(ordered.values_list("date__year", "month", "count"))

    def years(self) -> list[tuple[int, int]]:
        """Return each year with its number of articles, the latest year first."""
        counted = self.order_by().values("date__year").annotate(count=Count("pk"))
        return list(counted.order_by("-date__year").values_list("date__year", "count"))

    def akin_to(self, content):
        """Return other articles for the end of a page (G36).

        First those that its editors chose, in their order. Then all with a topic, partner or
        initiative in common: who shares more of the three comes first, among equals the newest.
        """
        chosen = self.model.related_articles.rel.related_model.objects.filter(content=content)
        ways = [Q(pk__in=shared) for shared in self.shared_with(content)]
        common = sum(Case(When(way, then=1), default=0) for way in ways)
        found = self.filter(Q(article__in=chosen.values("article")) | reduce(or_, ways))
        place = chosen.filter(article=OuterRef("article")).order_by("position", "pk")
        own = {content.article_id, content.article.plain_language_of_id}
        return (
            found.exclude(article__in=own - {None})
            .annotate(place=Subquery(place.values("position")[:1]), common=common)
            .order_by(F("place").asc(nulls_last=True), "-common", "-date", "-pk")
        )

    def shared_with(self, content):
        """Yield the keys of the articles that share a topic, a partner or an initiative."""
        ways = {
            self.model.topics: "topic__contents",
            self.model.partners: "partner__article_contents",
            self.model.initiatives: "initiative__article_contents",
        }
        for field, way in ways.items():
            yield field.through.objects.filter(**{way: content}).values("articlecontent")


ArticleContentManager = ContentManager.from_queryset(ArticleContentQuerySet)

"""The questions the portal asks about meetings."""

from django.db.models import Q
from django.utils import timezone

from publishing.content import ContentManager, ContentQuerySet


class MeetingContentQuerySet(ContentQuerySet):
    """Published meeting texts with the facts of their meeting."""

    def for_listing(self):
        return self.select_related("meeting__venue", "meeting__annual_theme", "hero")

    def for_page(self):
        return self.for_listing().prefetch_related(
            "meeting__programme_items__participations__person", "images__image"
        )

    def upcoming(self, now=None):
        """Return meetings that are not over, the next one first."""
        return self.filter(still_ahead(now)).order_by("meeting__starts_at", "pk")

    def past(self, now=None):
        """Return meetings that are over, the latest first."""
        return self.exclude(still_ahead(now)).newest_first()

    def newest_first(self):
        return self.order_by("-meeting__starts_at", "-pk")


def still_ahead(now=None) -> Q:
    """Return the condition "not over yet": its end, or midnight after a start without an end."""
    now = now or timezone.now()
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    without_end = Q(meeting__ends_at=None, meeting__starts_at__gte=midnight)
    return Q(meeting__ends_at__gte=now) | without_end


MeetingContentManager = ContentManager.from_queryset(MeetingContentQuerySet)

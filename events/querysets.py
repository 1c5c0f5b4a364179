"""The questions the portal asks about meetings."""

from datetime import datetime, time, timedelta

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, Value, When
from django.db.models.functions import Coalesce, Concat, JSONObject
from django.utils import timezone

from events.choices import BroadcastState, EventStatus, MeetingScope, TrackKind, TrackOrigin
from publishing.content import ContentManager, ContentQuerySet
from publishing.dates import Precision

# After so many days a livestream that stays on line counts as a recording (spec/trust.md 1.3).
DAYS_FOR_CAPTIONS = 14


class MeetingContentQuerySet(ContentQuerySet):
    """Published meeting texts with the facts of their meeting."""

    def for_listing(self):
        return self.select_related(
            "meeting__venue", "meeting__annual_theme", "meeting__broadcast", "hero"
        )

    def for_page(self):
        images = self.model.images.rel.related_model.objects.select_related("image")
        shown = self.for_calendar().with_changes().select_related("meeting__recording__poster")
        return shown.with_papers_known().prefetch_related(Prefetch("images", images))

    def with_papers_known(self):
        """Add `has_papers`, so that most pages need not ask for any."""
        papers = self.model.meeting.field.related_model.attachments.rel.related_model.objects
        return self.annotate(has_papers=Exists(papers.filter(meeting=OuterRef("meeting"))))

    def for_status(self):
        """Return what is needed to say how a meeting stands."""
        return self.select_related("meeting__broadcast")

    def on_air(self):
        """Return the meetings that are being broadcast, the one that began last first."""
        states = [BroadcastState.LIVE, BroadcastState.INTERRUPTED]
        shown = self.filter(meeting__broadcast__state__in=states)
        off = [EventStatus.CANCELLED, EventStatus.POSTPONED]
        return shown.exclude(meeting__status__in=off).order_by(
            "-meeting__broadcast__state_since", "-pk"
        )

    def for_live_notice(self):
        """Return what the notice on every page says of the meetings on air (ui/navigation.py)."""
        address = Concat(Value("/jahrestreffen/"), F("slug"), Value("/"))
        broadcast = {"state": "meeting__broadcast__state", "message": "meeting__broadcast__message"}
        notice = JSONObject(title=F("title"), url=address, **broadcast)
        return self.on_air().annotate(on_air=notice).values("on_air")

    def for_calendar(self):
        """Add what calendars say about a meeting."""
        return self.for_listing().with_modified()

    def for_feed(self):
        """Return real meetings with what feeds say about them and their recordings."""
        recorded = self.real().for_calendar().select_related("meeting__recording")
        return recorded.prefetch_related("meeting__recording__corrections")

    def real(self):
        """Leave out samples, which show the portal and never took place."""
        return self.filter(meeting__is_sample=False)

    def on_known_day(self):
        """Return meetings whose day is known, as calendars need it."""
        return self.real().filter(meeting__precision__in=[Precision.TIME, Precision.DAY])

    def upcoming(self, now=None):
        """Return meetings that are not over, the next one first."""
        return self.real().filter(still_ahead(now)).order_by("meeting__starts_at", "pk")

    def past(self, now=None):
        """Return meetings that are over, the latest first."""
        return self.exclude(still_ahead(now)).newest_first()

    def newest_first(self):
        """Return the latest first; samples stand behind all."""
        return self.order_by("meeting__is_sample", "-meeting__starts_at", "-pk")

    def in_scope(self, scope: str):
        """Return the meetings of a `MeetingScope`, in the order it names."""
        if scope == MeetingScope.NEXT_OR_LAST:
            return self.next_or_last()
        if scope == MeetingScope.NEXT:
            return self.upcoming()
        return self.past() if scope == MeetingScope.PAST else self.newest_first()

    def next_or_last(self, now=None):
        """Return the next meeting; the last one if none is ahead."""
        is_over = Case(When(still_ahead(now), then=Value(0)), default=Value(1))
        ahead = Case(When(still_ahead(now), then=F("meeting__starts_at")))
        return self.real().order_by(is_over, ahead, "-meeting__starts_at", "-pk")[:1]


class ProgrammeItemQuerySet(models.QuerySet):
    """The programme of a meeting."""

    def for_page(self):
        """Return the items in their order with who took part."""
        people = self.model.participations.rel.related_model.objects.for_page()
        ordered = self.order_by("position", "pk").select_related("parent")
        return ordered.prefetch_related(Prefetch("participations", people))

    def running(self):
        """Return the items that have begun and not ended."""
        return self.filter(actual_end=None).exclude(actual_start=None)

    def of_published_meetings(self):
        """Return the items that have a page, with their meeting's published text; no samples."""
        contents = self.model.meeting.field.related_model.contents.rel.related_model.objects
        meetings = contents.real().values("meeting")
        return self.filter(meeting__in=meetings).prefetch_related("meeting__contents")


class ParticipationQuerySet(models.QuerySet):
    """Who took part in what."""

    def for_page(self):
        return self.select_related("person").order_by("position", "pk")

    def for_person(self):
        """Return a person's contributions, the latest first, with meetings and recordings."""
        newest = self.order_by("-item__meeting__starts_at", "item__position", "pk")
        meeting = "item__meeting"
        related = newest.select_related(f"{meeting}__broadcast", f"{meeting}__recording")
        clips = self.model.item.field.related_model.clips.rel.related_model.objects
        known = Prefetch(
            f"{meeting}__recording__clips", clips.select_related("item"), to_attr="known_clips"
        )
        return related.prefetch_related(f"{meeting}__contents", known)


class AttachmentQuerySet(models.QuerySet):
    """Papers of meetings and their items."""

    def for_page(self):
        """Return those of the whole meeting first, then item by item."""
        order = F("item__position").asc(nulls_first=True)
        return self.select_related("file", "item").order_by(order, "item_id", "position", "pk")


class RecordingQuerySet(models.QuerySet):
    """The questions the portal asks about recordings."""

    def public(self):
        """Return what everybody may see: staff have published it and nobody took it back."""
        return self.filter(meeting__broadcast__state=BroadcastState.RECORDING)

    def real(self):
        """Leave out the recordings of samples."""
        return self.filter(meeting__is_sample=False)

    def for_listing(self):
        """Return public recordings of published meetings, the newest first, samples last."""
        contents = self.model.meeting.field.related_model.contents.rel.related_model.objects
        shown = self.public().filter(meeting__in=contents.values("meeting"))
        related = shown.select_related("meeting", "poster").prefetch_related("meeting__contents")
        return related.order_by("meeting__is_sample", "-meeting__starts_at", "-pk")

    def with_transcript(self):
        """Return recordings whose captions can be read as a text."""
        return self.filter(tracks__kind=TrackKind.CAPTIONS, tracks__text_size__gt=0).distinct()

    def captions_overdue(self, today=None):
        """Return recordings whose checked captions were due before today (captions/quality.py)."""
        today = today or timezone.localdate()
        checked = self.model.tracks.rel.related_model.objects.checked_captions()
        midnight = timezone.make_aware(datetime.combine(today, time.min))
        ended = Coalesce("meeting__ends_at", "meeting__starts_at")
        streamed = Q(meeting__broadcast__stream_url__gt="")
        by_law = Q(captions_due_on=None, ended__lt=midnight - timedelta(days=DAYS_FOR_CAPTIONS))
        late = Q(captions_due_on__lt=today) | (by_law & streamed)
        found = self.annotate(ended=ended).filter(late)
        return found.exclude(pk__in=checked.values("recording"))


class TextTrackQuerySet(models.QuerySet):
    """The questions the portal asks about captions."""

    def checked_captions(self):
        """Return captions that a person has read against the sound (`TextTrack.is_checked`)."""
        captions = self.filter(kind=TrackKind.CAPTIONS, vtt_size__gt=0)
        return captions.exclude(origin=TrackOrigin.AUTOMATIC).exclude(reviewed_on=None)


def still_ahead(now=None) -> Q:
    """Return the condition "not over yet": its end, or midnight after a start without an end."""
    now = now or timezone.now()
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    without_end = Q(meeting__ends_at=None, meeting__starts_at__gte=midnight)
    return Q(meeting__ends_at__gte=now) | without_end


MeetingContentManager = ContentManager.from_queryset(MeetingContentQuerySet)

"""The versioned text about an annual meeting."""

from django.db import models
from django.urls import reverse

from events.models.meeting import Meeting
from events.querysets import MeetingContentManager
from media_library.models import HeroImage, ImageUse
from partners.models import Person
from publishing.content import Content


class MeetingContent(HeroImage, Content):
    """What is told about a meeting."""

    grouper_field_name = "meeting"
    shown_fields = ("title", "motto", "lead")
    has_papers = True  # unless `for_page` knows that there are none

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="contents")
    motto = models.CharField("Motto", max_length=200, blank=True)
    people = models.ManyToManyField(
        Person,
        blank=True,
        related_name="meeting_contents",
        verbose_name="Personen",
        help_text="Wer im Text genannt ist, aber in keinem Programmpunkt steht. Die Seite der "
        "Person führt dann hierher.",
    )

    objects = MeetingContentManager()

    class Meta:
        verbose_name = "Text zum Jahrestreffen"
        verbose_name_plural = "Texte zu Jahrestreffen"

    @property
    def genre(self) -> str:
        is_sample = self.meeting.is_sample
        return "Beispiel, kein wirkliches Treffen" if is_sample else super().genre

    def social_words(self):
        when = self.meeting.notice if self.meeting.is_off else self.meeting.when
        return {"kicker": self.meeting.kicker, "motto": self.motto, "when": when}

    def get_absolute_url(self):
        return reverse("events:meeting", args=[self.slug])

    def get_template(self):
        return "events/meeting_detail.html"


class MeetingImage(ImageUse):
    """A further picture of a meeting."""

    content = models.ForeignKey(MeetingContent, models.CASCADE, related_name="images")

    class Meta:
        verbose_name = "Bild"
        verbose_name_plural = "Bilder"

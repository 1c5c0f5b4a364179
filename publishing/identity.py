"""The identity of a thing: what stays true whatever its text says (design.md, rules A and C).

django CMS calls this the *grouper*; its versioned texts are `contents`.
"""

import uuid
from functools import cached_property

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models

from publishing.short_links import new_short_code


class IdentityQuerySet(models.QuerySet):
    """The questions the portal asks about every identity."""

    def published(self):
        """Return those with a published content."""
        versions = "contents__versions__state"
        return self.filter(**{versions: "published"}).distinct()


class Identity(models.Model):
    """Abstract grouper: uid, short code, owner, review date and origin of the facts."""

    uid = models.UUIDField("Kennung", default=uuid.uuid4, unique=True, editable=False)
    short_code = models.CharField(
        "Kurzlink-Code", max_length=8, unique=True, default=new_short_code, editable=False
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Zuständig",
        help_text="Wer sich darum kümmert, dass die Angaben stimmen.",
    )
    review_on = models.DateField(
        "Prüfen am",
        null=True,
        blank=True,
        help_text="An diesem Tag erscheint der Eintrag auf der Übersicht unter „Zu prüfen“.",
    )
    origin = models.TextField(
        "Herkunft der Angaben",
        blank=True,
        help_text="Nur intern: woher die Angaben stammen und wie sicher sie sind.",
    )
    first_published_at = models.DateTimeField(
        "Zuerst veröffentlicht", null=True, blank=True, editable=False
    )
    created_at = models.DateTimeField("Angelegt", auto_now_add=True)
    editor_notes = GenericRelation("publishing.EditorNote")  # they go with it

    class Meta:
        abstract = True

    def __str__(self):
        content = self.latest_content
        return content.title if content else f"{self._meta.verbose_name} ohne Text"

    @cached_property
    def published_content(self):
        """The content that readers see, or None."""
        return self.contents.first()

    @cached_property
    def latest_content(self):
        """The newest content in any state, or None; for editors only."""
        contents = self._meta.get_field("contents").related_model.admin_manager
        return contents.filter(**{contents.model.grouper_field_name: self}).latest_content().first()

    @property
    def was_public(self) -> bool:
        """Whether readers have ever seen it."""
        return self.first_published_at is not None

    def get_absolute_url(self) -> str:
        """Return the public address, or "" while nothing is published."""
        return self.published_content.get_absolute_url() if self.published_content else ""

    def get_short_url(self) -> str:
        """Return the path that survives every rename."""
        return f"/n/{self.short_code}"

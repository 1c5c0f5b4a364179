"""Sperrfrist: until a moment a text is known only to those who were shown it (spec N04).

It belongs to the content, so a new version of something public has its own. Nothing is
published before its end (gate.py), and publishing ends it: what readers see has none. So a
content with a Sperrfrist is always one that strangers may know nothing of.
"""

from collections.abc import Iterator
from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format

from publishing.content import Content
from publishing.dates import Precision, in_words, local

FIELD = "embargo_until"
REFUSED = (
    "Noch nicht veröffentlicht: Es gilt eine Sperrfrist bis {}. Ist die Veröffentlichung geplant, "
    "geschieht sie dann von selbst. Früher geht es nur mit „Sperrfrist sofort aufheben“."
)
TWICE = "; diese Stunde gibt es in der Nacht der Zeitumstellung zweimal, gemeint ist die {}"


class EmbargoedContent(models.Model):
    """Abstract: a content that may have a Sperrfrist."""

    embargo_until = models.DateTimeField(
        "Sperrfrist bis",
        null=True,
        blank=True,
        help_text="Bis dahin sieht niemand draußen den Text, seine Bilder und Anlagen, außer mit "
        "einem Link unter „Außenstehenden zeigen“. Beim Sichern wird geplant, dass der Text zu "
        "diesem Zeitpunkt von selbst erscheint; früher lässt er sich nicht veröffentlichen. "
        "Ortszeit in Dormagen. Leer: keine Sperrfrist.",
    )

    class Meta:
        abstract = True

    def follow_publication(self):
        """End the Sperrfrist: the text is out."""
        super().follow_publication()
        end(self)


def end(content) -> None:
    """Let a content have no Sperrfrist any more."""
    content.embargo_until = None
    type(content).admin_manager.filter(pk=content.pk).update(embargo_until=None)


def until_of(content) -> datetime | None:
    """Return the end of a content's Sperrfrist; None also for a page, which never has one."""
    return getattr(content, FIELD, None)


def is_embargoed(content) -> bool:
    """Tell whether the Sperrfrist of a content still runs."""
    until = until_of(content)
    return until is not None and timezone.now() < until


def refusal(content) -> str:
    """Return why a content may not be published yet, or ""."""
    return REFUSED.format(exactly(content.embargo_until)) if is_embargoed(content) else ""


def kept_back() -> Iterator[models.Model]:
    """Yield every content with a Sperrfrist: drafts, and drafts that were set aside."""
    for model in Content.__subclasses__():
        if issubclass(model, EmbargoedContent):
            yield from model.admin_manager.filter(embargo_until__isnull=False).order_by("pk")


# --- In words ---


def exactly(moment: datetime) -> str:
    """Return a moment so that nobody can mistake it, whatever clocks do that night.

    „Montag, 1. März 2027, 10:00 Uhr, Ortszeit Berlin (Winterzeit, MEZ)“.
    """
    here = local(moment)
    zone = "Sommerzeit, MESZ" if here.dst() else "Winterzeit, MEZ"
    day = date_format(here, "l")
    return f"{day}, {in_words(here, Precision.TIME)}, Ortszeit Berlin ({zone}{which_hour(here)})"


def which_hour(here: datetime) -> str:
    """Say which hour is meant where clocks show the same hour twice, "" everywhere else."""
    if here.replace(fold=0).utcoffset() == here.replace(fold=1).utcoffset():
        return ""
    return TWICE.format("zweite" if here.fold else "erste")


def on_paper(content) -> str:
    """Return the line that stands above everything handed out under a Sperrfrist, or ""."""
    until = until_of(content)
    return f"Sperrfrist: {exactly(until)}" if until else ""

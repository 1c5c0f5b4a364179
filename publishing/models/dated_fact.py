"""A fact that says as of when it holds and who says so (spec/news.md, N12)."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.text import capfirst

from publishing.dates import DATE_PRECISIONS, Precision, in_words
from publishing.problems import Problem


class CheckAfter(models.IntegerChoices):
    """How many months a fact may be older than its day before somebody checks it."""

    NEVER = 0, "nie: eine Angabe von damals"
    HALF_A_YEAR = 6, "sechs Monaten"
    YEAR = 12, "einem Jahr"
    TWO_YEARS = 24, "zwei Jahren"
    FIVE_YEARS = 60, "fünf Jahren"


class DatedFact(models.Model):
    """Abstract fact; a number without its day or its source is not published."""

    label = models.CharField(
        "Was", max_length=120, help_text="Wofür die Angabe steht: „Mitglieder“, „Besuche 2021“."
    )
    value = models.CharField(
        "Angabe", max_length=160, help_text="Wie die Quelle es sagt, zum Beispiel „rund 130“."
    )
    as_of = models.DateField(
        "Stand",
        null=True,
        blank=True,
        help_text="Für wann das gilt. Ist nur Jahr oder Monat bekannt, nehmen Sie den ersten Tag "
        "und wählen daneben, was genau ist.",
    )
    as_of_precision = models.CharField(
        "Stand ist genau bis", max_length=5, choices=DATE_PRECISIONS, default=Precision.DAY
    )
    source = models.CharField(
        "Quelle",
        max_length=200,
        blank=True,
        help_text="Wer das sagt: „RP Online, 27. November 2015“.",
    )
    source_url = models.URLField("Internetadresse der Quelle", max_length=500, blank=True)
    check_after = models.PositiveSmallIntegerField(
        "Prüfen nach",
        choices=CheckAfter.choices,
        default=CheckAfter.YEAR,
        help_text="Ist der Stand älter, steht die Angabe unter „Heute“ bei „Zu prüfen“. „Nie“ gilt "
        "für das, was sich nicht mehr ändert: die Gäste eines Abends.",
    )

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.label}: {self.value}"

    @property
    def as_of_words(self) -> str:
        """The day, month or year for which it holds, in words, or ""."""
        return in_words(self.as_of, self.as_of_precision) if self.as_of else ""

    @property
    def is_number(self) -> bool:
        """Whether somebody may count or measure it anew."""
        return any(sign.isdigit() for sign in self.value)

    @property
    def due_on(self) -> date | None:
        """The first day on which it is older than its limit; None if it never is."""
        if self.as_of is None or self.check_after == CheckAfter.NEVER:
            return None
        return months_later(self.last_day, self.check_after)

    @property
    def last_day(self) -> date:
        """The last day for which it may hold: of a year or a month the last of it."""
        month = 12 if self.as_of_precision == Precision.YEAR else self.as_of.month
        if self.as_of_precision == Precision.DAY:
            return self.as_of
        return self.as_of.replace(month=month, day=monthrange(self.as_of.year, month)[1])

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Yield the name of each field that forbids publishing, what is wrong, and the remedy."""
        if self.is_number and self.as_of is None:
            remedy = "Tragen Sie ein, für wann die Zahl gilt. Weiß es niemand, nennen Sie keine."
            yield "as_of", "fehlt.", remedy
        if self.is_number and not self.source.strip():
            remedy = "Sagen Sie, woher die Zahl stammt. Weiß es niemand, nennen Sie keine."
            yield "source", "fehlt.", remedy
        if self.as_of and self.as_of > timezone.localdate():
            remedy = "Gemeint ist der Tag, an dem die Angabe stimmte, nicht ein künftiger."
            yield "as_of", "liegt in der Zukunft.", remedy

    def clean(self):
        super().clean()
        told = {name: f"{capfirst(cause)} {remedy}" for name, cause, remedy in self.faults()}
        if told:
            raise ValidationError(told)

    def publish_problems(self) -> Iterator[Problem]:
        """Yield a `Problem` for everything that forbids publishing."""
        for name, cause, remedy in self.faults():
            label = self._meta.get_field(name).verbose_name
            yield Problem(f"Angabe „{self}“, {label}", cause, remedy)


def months_later(day: date, months: int) -> date:
    """Return the same day some months on; the last of the month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

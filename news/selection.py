"""What a reader chose to see of an archive. Every state has one address, without a session."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self
from urllib.parse import urlencode

from django.core.validators import slug_re
from django.http import Http404
from django.urls import reverse

from news.choices import ArticleKind
from news.models import ArticleContent, Topic
from partners.models import InitiativeContent, PartnerContent
from publishing.dates import Precision, in_words

# The addresses of an archive and of one year of it.
ARCHIVES = {
    ArticleKind.NEWS: ("news:whole_archive", "news:archive"),
    ArticleKind.PRESS_RELEASE: ("news:whole_press_archive", "news:press_archive"),
}
MONTH = "monat"
UNKNOWN_MONTH = 0  # of articles whose year alone is known
MONTHS = {"unbekannt": UNKNOWN_MONTH, **{str(month): month for month in range(1, 13)}}
SUBJECTS = ("thema", "partner", "initiative")


@dataclass(frozen=True)
class Selection:
    """The articles of one kind that fulfil every wish; a slug of "" wishes for nothing."""

    kind: str
    year: int | None = None
    month: int | None = None
    thema: str = ""
    partner: str = ""
    initiative: str = ""

    @property
    def subjects(self) -> dict[str, str]:
        """The slug of each subject that was chosen."""
        chosen = {name: getattr(self, name) for name in SUBJECTS}
        return {name: slug for name, slug in chosen.items() if slug}

    @property
    def path(self) -> str:
        """The path of the archive or of its year."""
        return archive_path(self.kind, self.year)

    @property
    def query(self) -> str:
        """What the path does not say, always in the same order: "?monat=9&thema=klima", or ""."""
        months = [(MONTH, word) for word, month in MONTHS.items() if month == self.month]
        words = urlencode([*months, *self.subjects.items()])
        return f"?{words}" if words else ""

    @property
    def url(self) -> str:
        """The one address of this state; further pages add to it."""
        return self.path + self.query

    @property
    def when(self) -> str:
        """Year and month in words, as far as they were chosen: "September 2021"."""
        if not self.month:
            unknown = ", Monat unbekannt" if self.month == UNKNOWN_MONTH else ""
            return f"{self.year}{unknown}" if self.year else ""
        return in_words(date(self.year, self.month, 1), Precision.MONTH)

    def but(self, **changes) -> Self:
        """Return the selection with these wishes changed."""
        return replace(self, **changes)

    def contents(self):
        """Return the articles that fulfil every wish."""
        found = ArticleContent.objects.in_archive().of_kind(self.kind).listed()
        if self.year:
            found = found.of_year(self.year)
        if self.month is not None:
            found = found.of_month(self.month)
        for field, subjects in self.related().items():
            found = found.filter(**{f"{field}__in": subjects})
        return found

    def related(self) -> dict:
        """Return what the chosen subjects are, by the article's field that leads to them."""
        chosen = {
            "topics": (self.thema, Topic.objects, "pk"),
            "partners": (self.partner, PartnerContent.objects, "partner"),
            "initiatives": (self.initiative, InitiativeContent.objects, "initiative"),
        }
        return {
            field: things.filter(slug=slug).values(key)
            for field, (slug, things, key) in chosen.items()
            if slug
        }


def archive_path(kind: str, year: int | None = None) -> str:
    """Return the path of an archive or of one year of it."""
    whole, of_year = ARCHIVES[kind]
    return reverse(of_year, args=[year]) if year else reverse(whole)


def selection_from(kind: str, year: int | str | None = None, *, query) -> Selection:
    """Return what an address asks for; words that no archive knows are not looked at.

    Raise `Http404` for what no archive can have: a thirteenth month, a slug with a blank.
    """
    slugs = {name: query.get(name, "") for name in SUBJECTS}
    year = int(year) if year else None
    month = query.get(MONTH, "") if year else ""
    if month and month not in MONTHS:
        raise Http404
    if not all(slug_re.match(slug) for slug in slugs.values() if slug):
        raise Http404
    return Selection(kind, year, MONTHS.get(month), **slugs)

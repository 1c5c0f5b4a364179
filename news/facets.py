"""By what an archive can be narrowed, with the number of articles at each (G27).

Each facet counts what fulfils all wishes but its own, so a number is the length of the list
that its link leads to.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.utils.formats import date_format

from news.models import Topic
from news.selection import UNKNOWN_MONTH, Selection
from partners.models import InitiativeContent, PartnerContent
from partners.querysets import FORMER
from publishing.related import Link, arm, linked
from ui.facets import Choice, Chosen, Facet

# The kinds of links behind a chosen subject.
NAMES = {"Thema": "thema", "Partner": "partner", FORMER: "partner", "Initiative": "initiative"}


@dataclass(frozen=True)
class Months:
    """How many articles each month has, whatever year and month were chosen."""

    rows: list[tuple[int, int, int]]  # year, month, count; the latest year first

    def years(self) -> dict[int, int]:
        """Return the number of articles of each year."""
        found = {}
        for year, _, count in self.rows:
            found[year] = found.get(year, 0) + count
        return found

    def of_year(self, year: int) -> dict[int, int]:
        """Return the number of articles of each month of a year, in the calendar's order."""
        found = {month: count for one, month, count in self.rows if one == year}
        unknown = found.pop(UNKNOWN_MONTH, 0)
        return {**found, UNKNOWN_MONTH: unknown} if unknown else found

    def total(self, selection: Selection) -> int:
        """Return how many articles the whole selection has."""
        return sum(
            count
            for year, month, count in self.rows
            if selection.year in {None, year} and selection.month in {None, month}
        )


def months_of(selection: Selection) -> Months:
    """Return the months of everything about the chosen subjects; one query."""
    return Months(selection.but(year=None, month=None).contents().by_month())


def subjects_of(selection: Selection) -> dict[str, Link]:
    """Return the chosen subjects that there are, each with its page; one query."""
    arms = {
        "thema": lambda slug: [
            arm(Topic.objects.filter(slug=slug), kind="Thema", url_name="news:topic", title="name")
        ],
        "partner": lambda slug: PartnerContent.objects.filter(slug=slug).arms(),
        "initiative": lambda slug: [
            arm(
                InitiativeContent.objects.filter(slug=slug),
                kind="Initiative",
                url_name="partners:initiative",
            )
        ],
    }
    wanted = [one for name, slug in selection.subjects.items() for one in arms[name](slug)]
    links = linked(*wanted)["related"] if wanted else []
    return {NAMES[link.kind]: link for link in links}


def facets_of(selection: Selection, months: Months) -> list[Facet]:
    """Return all facets that have a choice; one query for each kind of subject."""
    facets = [
        by_year(selection, months),
        by_month(selection, months),
        by_topic(selection),
        by_partner(selection),
        by_initiative(selection),
    ]
    return [facet for facet in facets if facet.choices]


def by_year(selection: Selection, months: Months) -> Facet:
    rows = [(year, str(year), count) for year, count in months.years().items()]
    return facet(selection, "year", "Jahr", rows, month=None)


def by_month(selection: Selection, months: Months) -> Facet:
    counts = months.of_year(selection.year) if selection.year else {}
    rows = [(month, month_name(month), count) for month, count in counts.items()]
    return facet(selection, "month", "Monat", rows)


def month_name(month: int) -> str:
    """Return a month in German."""
    return date_format(date(2000, month, 1), "F") if month else "Monat unbekannt"


def by_topic(selection: Selection) -> Facet:
    pool = selection.but(thema="").contents().values("pk")
    found = Topic.objects.filter(contents__in=pool).annotate(count=Count("contents"))
    rows = found.order_by("-count", "name").values_list("slug", "name", "count")
    return facet(selection, "thema", "Thema", list(rows))


def by_partner(selection: Selection) -> Facet:
    pool = selection.but(partner="").contents().values("pk")
    found = PartnerContent.objects.filter(partner__article_contents__in=pool)
    found = found.annotate(count=Count("partner__article_contents")).order_by("-count", "slug")
    rows = [
        (slug, f"{title} (ehemaliger Partner)" if former else title, count)
        for slug, title, former, count in found.values_list(
            "slug", "title", "partner__member_until", "count"
        )
    ]
    return facet(selection, "partner", "Partner", rows)


def by_initiative(selection: Selection) -> Facet:
    pool = selection.but(initiative="").contents().values("pk")
    found = InitiativeContent.objects.filter(initiative__article_contents__in=pool)
    found = found.annotate(count=Count("initiative__article_contents"))
    rows = found.order_by("-count", "slug").values_list("slug", "title", "count")
    return facet(selection, "initiative", "Initiative", list(rows))


def facet(selection: Selection, name: str, title: str, rows, **dropped) -> Facet:
    """Return the facet of one wish from values, labels and counts; `dropped` goes with it."""
    present = getattr(selection, name)
    addresses = {value: selection.but(**{name: value}, **dropped).url for value, _, _ in rows}
    choices = [
        Choice(label, count, addresses[value], is_chosen=value == present)
        for value, label, count in rows
    ]
    return Facet(title, choices)


def chosen(selection: Selection, subjects: dict[str, Link]) -> list[Chosen]:
    """Return what was chosen, each with the address of the list without it."""
    found = []
    if selection.year:
        found.append(Chosen(str(selection.year), selection.but(year=None, month=None).url))
    if selection.month is not None:
        found.append(Chosen(month_name(selection.month), selection.but(month=None).url))
    return found + [
        Chosen(f"{link.kind}: {link.title}", selection.but(**{name: ""}).url)
        for name, link in subjects.items()
    ]

"""Links to what belongs to a page, all kinds of things in one query.

Each kind is an arm of a SQL union; an app makes arms from its own querysets,
so that nothing here needs to know any type.
"""

from dataclasses import dataclass

from django.db.models import F, Q, QuerySet, Value
from django.urls import reverse

from publishing.slugs import german_slug

PREVIOUS = "Zurück"
NEXT = "Weiter"


@dataclass(frozen=True)
class Link:
    """A link to a thing, with the German word for what it is."""

    kind: str
    title: str
    url: str


def arm(queryset: QuerySet, *, kind, url_name, title: str = "title") -> QuerySet:
    """Return a queryset as an arm of the union: kind, URL name, title and slug of each thing.

    `kind` and `url_name` are words or expressions that yield one.
    """
    kind, url_name = (Value(one) if isinstance(one, str) else one for one in (kind, url_name))
    return queryset.order_by().values_list(kind, url_name, F(title), F("slug"))


def neighbours(contents: QuerySet, content, *, by: str, url_name: str) -> list[QuerySet]:
    """Return two arms: the contents before and after this one, ordered by field `by`."""
    others = contents.exclude(**{content.grouper_field_name: content.identity})
    value = value_of(content, by)
    before = Q(**{f"{by}__lt": value}) | Q(**{by: value, "pk__lt": content.pk})
    after = Q(**{f"{by}__gt": value}) | Q(**{by: value, "pk__gt": content.pk})
    found = {
        PREVIOUS: others.filter(before).order_by(f"-{by}", "-pk"),
        NEXT: others.filter(after).order_by(by, "pk"),
    }
    # SQLite limits no arm of a union, but a subquery.
    return [
        arm(contents.filter(pk__in=nearest.values("pk")[:1]), kind=kind, url_name=url_name)
        for kind, nearest in found.items()
    ]


def value_of(content, path: str):
    """Return the value at a lookup path like `meeting__starts_at`."""
    for name in path.split("__"):
        content = getattr(content, name)
    return content


def linked(*arms: QuerySet) -> dict:
    """Return `related`, `previous` and `next` of a page; one query.

    Related links stand in the order of their arms, within an arm by title.
    """
    first, *others = arms
    order = {}
    found = []
    for kind, url_name, title, slug in first.union(*others, all=True):
        found.append(Link(kind, title, reverse(url_name, args=[slug])))
        order.setdefault(kind, len(order))
    single = {link.kind: link for link in found if link.kind in {PREVIOUS, NEXT}}
    related = [link for link in found if link.kind not in single]
    return {
        "related": sorted(related, key=lambda link: (order[link.kind], german_slug(link.title))),
        "previous": single.get(PREVIOUS),
        "next": single.get(NEXT),
    }

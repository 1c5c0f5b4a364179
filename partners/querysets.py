"""The questions the portal asks about partners, initiatives and people."""

from django.db import models
from django.db.models import Prefetch
from django.utils import timezone

from partners.choices import InitiativeScope, PartnerScope
from publishing.content import ContentManager, ContentQuerySet
from publishing.related import arm

FORMER = "Ehemaliger Partner"


class PartnerContentQuerySet(ContentQuerySet):
    """Published partner texts."""

    def for_listing(self):
        return self.select_related("partner", "hero")

    def founding(self):
        """Return the founding partners in the alliance's own order."""
        return self.filter(partner__is_founding=True).in_order()

    def further(self):
        """Return all others by address: the name without capitals and umlauts."""
        return self.filter(partner__is_founding=False).order_by("slug", "pk")

    def in_scope(self, scope: str):
        """Return the partners of a `PartnerScope` in the alliance's order."""
        if scope == PartnerScope.FOUNDING:
            return self.founding()
        return self.further() if scope == PartnerScope.FURTHER else self.in_order()

    def arms(self) -> list[models.QuerySet]:
        """Return the arms of a union of links: partners first, then former ones."""
        present = self.filter(partner__member_until=None)
        kinds = {"Partner": present, FORMER: self.exclude(partner__member_until=None)}
        return [
            arm(partners, kind=kind, url_name="partners:partner")
            for kind, partners in kinds.items()
        ]

    def in_order(self):
        """Return founding partners first, in the alliance's order, then the others by name."""
        return self.order_by("-partner__is_founding", "partner__position", "slug", "pk")


class InitiativeContentQuerySet(ContentQuerySet):
    """Published initiative texts."""

    def for_listing(self):
        return self.select_related("initiative", "hero")

    def for_page(self):
        images = self.model.images.rel.related_model.objects.select_related("image")
        return (
            super().for_page().prefetch_related("editions", "districts", Prefetch("images", images))
        )

    def in_scope(self, scope: str):
        """Return the initiatives of an `InitiativeScope`."""
        if scope == InitiativeScope.ALL:
            return self
        is_partner_project = scope == InitiativeScope.PARTNER_PROJECTS
        return self.filter(initiative__is_partner_project=is_partner_project)

    def newest_first(self):
        return self.order_by("-last_year", "-first_year", "title", "pk")


class PersonQuerySet(models.QuerySet):
    """People and groups that the portal names."""

    def shown(self):
        """Return those with a page of their own today."""
        today = timezone.localdate()
        return self.filter(models.Q(publish_until=None) | models.Q(publish_until__gte=today))

    def arms(self) -> list[models.QuerySet]:
        """Return the arms of a union of links: people first, then groups."""
        kinds = {"Person": self.filter(is_group=False), "Gruppe": self.filter(is_group=True)}
        return [
            arm(people, kind=kind, url_name="partners:person", title="name")
            for kind, people in kinds.items()
        ]

    def for_listing(self):
        return self.select_related("portrait")

    def for_page(self):
        return self.select_related("portrait", "partner")

    def members_of(self, body: str):
        """Return present and former members of a body with their times as `times`."""
        membership = self.model.memberships.rel.related_model
        times = membership.objects.filter(body=body).order_by("from_year", "pk")
        people = self.filter(memberships__body=body).distinct()
        return people.prefetch_related(Prefetch("memberships", times, to_attr="times"))

    def by_name(self):
        return self.order_by("sort_name", "pk")


PartnerContentManager = ContentManager.from_queryset(PartnerContentQuerySet)
InitiativeContentManager = ContentManager.from_queryset(InitiativeContentQuerySet)

"""Which facts on public pages are older than their limit (N12)."""

from dataclasses import dataclass
from datetime import date

from cms.models import Page, PageContent
from cms.toolbar.utils import get_object_preview_url
from django.apps import apps
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db import models
from django.utils import timezone
from djangocms_versioning.constants import PUBLISHED

from publishing.content import Content
from publishing.facts import local_text
from publishing.links import plugin_in
from publishing.models import CheckAfter, DatedFact
from publishing.rights import may_change, may_change_draft


@dataclass(frozen=True)
class OutdatedFact:
    """A fact and the published content in which readers see it."""

    fact: DatedFact
    place: models.Model

    @property
    def title(self) -> str:
        """What the place is called; a shared block has a name and no title."""
        return getattr(self.place, "title", "") or getattr(self.place, "name", str(self.place))

    @property
    def url(self) -> str:
        """Where an editor can mend it: on the page."""
        return get_object_preview_url(self.place)

    @property
    def kind(self) -> str:
        """What the place is, in a word."""
        thing = self.place.identity if isinstance(self.place, Content) else self.place
        return str(getattr(thing, "page", thing)._meta.verbose_name)

    @property
    def hint(self) -> str:
        """What is to be checked, and since when."""
        fact = self.fact
        due = local_text(fact.due_on)
        return f"„{fact}“, Stand {fact.as_of_words}: zu prüfen seit {due}"

    @property
    def owner(self):
        """Who looks after the place, or None."""
        return self.place.identity.owner if isinstance(self.place, Content) else None


def outdated_facts(user=None, today: date | None = None) -> list[OutdatedFact]:
    """Return the facts that readers see and whose limit has passed, the longest due first.

    With a user, only those in what this user may change.
    """
    today = today or timezone.localdate()
    facts = [fact for model in fact_blocks() for fact in shown(model)]
    due = [fact for fact in facts if fact.due_on and fact.due_on <= today]
    places = [OutdatedFact(fact, fact.placeholder.source) for fact in due]
    mine = [one for one in places if user is None or may_mend(user, one.place)]
    return sorted(mine, key=lambda one: (one.fact.due_on, one.fact.pk))


def fact_blocks() -> list[type[DatedFact]]:
    """Return the building blocks that are dated facts."""
    return [model for model in apps.get_models() if issubclass(model, DatedFact)]


def shown(model) -> models.QuerySet:
    """Return the facts with a limit in published contents, each with the content it stands in."""
    limited = model.objects.exclude(check_after=CheckAfter.NEVER)
    facts = limited.filter(plugin_in(states=[PUBLISHED])).select_related("placeholder")
    contents = [
        model.objects.select_related(f"{model.grouper_field_name}__owner")
        for model in Content.__subclasses__()
    ]
    return facts.prefetch_related(GenericPrefetch("placeholder__source", contents))


def may_mend(user, place) -> bool:
    """Tell whether somebody may change what stands in this place."""
    if isinstance(place, Content):
        return may_change_draft(user, place)
    return may_change(user, Page if isinstance(place, PageContent) else type(place))

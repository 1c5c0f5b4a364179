"""Several items of a list at once: each is asked for itself, and each has its own answer (G20).

What one item refuses keeps no other one back; nothing goes round the gate, the second person
or the log, since every item takes the same step as alone.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import admin, messages
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.template.response import TemplateResponse
from djangocms_versioning.constants import DRAFT, PUBLISHED
from djangocms_versioning.exceptions import ConditionFailed
from djangocms_versioning.models import Version

from publishing.moments import OWN_TARGET, WithdrawForm, leads_to
from publishing.page_actions import change_url
from publishing.steps import Question
from publishing.withdrawal import withdraw

MOST = 100  # items at once; each is published in a transaction of its own
TOO_MANY = f"Höchstens {MOST} Einträge auf einmal. Wählen Sie weniger aus."
TITLES = {DRAFT: "Mehrere veröffentlichen", PUBLISHED: "Mehrere zurückziehen"}
MISSING = {
    DRAFT: "Es gibt keinen Entwurf; zu veröffentlichen ist nichts.",
    PUBLISHED: "Es ist nichts veröffentlicht; zurückzuziehen ist nichts.",
}
MAY_NOT_PUBLISH = (
    "Ihr Konto darf nicht veröffentlichen. Öffnen Sie den Eintrag und drücken Sie „Freigabe "
    "anfordern“."
)
MAY_NOT_WITHDRAW = "Ihr Konto darf nicht zurückziehen. Bitten Sie jemanden, der veröffentlicht."
WITHDRAWING = (
    "Leser finden die ausgewählten Einträge sofort in keiner Liste mehr. Art und Begründung gelten "
    "für alle. Verloren geht nichts: Unter „Versionen“ holen Sie jeden als Entwurf zurück."
)
WITHDRAW = Question("Mehrere zurückziehen?", WITHDRAWING, "Ja, alle zurückziehen")


@dataclass(frozen=True)
class Outcome:
    """What became of one item; `reasons` is empty if it was done."""

    title: str
    url: str
    reasons: str = ""


class BulkActions:
    """Mixin of content admins: publish or take back what is ticked in the list."""

    actions = ("publish_ticked", "withdraw_ticked")

    def get_actions(self, request):
        """Offer no deletion of several items: each says for itself why it stays."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    @admin.action(description="Ausgewählte veröffentlichen")
    def publish_ticked(self, request, queryset):
        def step(version):
            require_publisher(version, request.user, MAY_NOT_PUBLISH)
            version.check_publish(request.user)
            version.publish(request.user)

        return self.taken_by_versions(request, queryset, DRAFT, step)

    @admin.action(description="Ausgewählte zurückziehen …")
    def withdraw_ticked(self, request, queryset):
        """Ask how and why, once for all, then take back."""
        form = WithdrawForm(request.POST if "reason" in request.POST else None)
        if not form.is_valid():
            return self.asked(request, queryset, form, WITHDRAW)

        def step(version):
            require_publisher(version, request.user, MAY_NOT_WITHDRAW)
            version.check_unpublish(request.user)
            if leads_to(form.cleaned_data["target"], version.content.get_absolute_url()):
                raise ConditionFailed(OWN_TARGET)
            withdraw(version, request.user, **form.cleaned_data)

        return self.taken_by_versions(request, queryset, PUBLISHED, step)

    def asked(self, request, queryset, form, question: Question):
        """Return the page that asks; what is ticked comes along with the answer."""
        context = {
            **self.admin_site.each_context(request),
            "title": question.title,
            "question": question,
            "form": form,
            "bulk_action": request.POST["action"],
            "back_url": request.get_full_path(),
            "opts": self.opts,
            "ticked": list(queryset.values_list("pk", flat=True)[: MOST + 1]),
        }
        return TemplateResponse(request, "admin/publishing/bulk_step.html", context)

    def taken_by_versions(self, request, queryset, state: str, step: Callable):
        """Take a step with the version of each item that is in this state."""
        items = self.ticked(queryset)
        versions = versions_in(state, items, self.content_model)

        def step_of(item):
            if item.pk not in versions:
                raise ConditionFailed(MISSING[state])
            step(versions[item.pk])

        return self.taken_by_all(request, items, step_of, title=TITLES[state])

    def ticked(self, queryset) -> list:
        """Return the items, one more than allowed if they are too many."""
        return list(queryset.order_by("pk")[: MOST + 1])

    def taken_by_all(self, request, items: list, step: Callable, *, title: str, note=""):
        """Take a step with each item as a whole or not at all; say what became of it."""
        if len(items) > MOST:
            messages.error(request, TOO_MANY)
            return None
        outcomes = [outcome_of(item, step) for item in items]
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "note": note,
            "done": [one for one in outcomes if not one.reasons],
            "blocked": [one for one in outcomes if one.reasons],
            "back_url": request.get_full_path(),
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/publishing/bulk_done.html", context)


def versions_in(state: str, items: list, content_model) -> dict[int, Version]:
    """Return the version of each item that is in this state, by the item's key."""
    key = f"{content_model.grouper_field_name}_id"
    contents = content_model.admin_manager.filter(
        **{f"{content_model.grouper_field_name}__in": items, "versions__state": state}
    )
    owners = {content.pk: getattr(content, key) for content in contents}
    versions = Version.objects.filter(
        content_type=ContentType.objects.get_for_model(content_model), object_id__in=owners
    )
    return {owners[version.object_id]: version for version in versions}


def require_publisher(version: Version, user, refusal: str) -> None:
    """Raise `ConditionFailed` with this reason if the user may not publish the version."""
    if not version.content.has_publish_permission(user):
        raise ConditionFailed(refusal)


def outcome_of(item, step: Callable) -> Outcome:
    """Take a step with one item as a whole or not at all."""
    title, url = str(item), change_url(item)
    try:
        with transaction.atomic():
            step(item)
    except ConditionFailed as refused:
        return Outcome(title, url, str(refused))
    return Outcome(title, url)

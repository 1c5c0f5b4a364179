"""Taking something back so that its address goes on to answer (design.md, rule C)."""

import dataclasses

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from djangocms_versioning.models import Version

from publishing.locks import lock_version
from publishing.models import Manner, Withdrawal


@transaction.atomic
def withdraw(version: Version, user, *, manner: str, reason: str = "", target: str = "") -> None:
    """Take the published version back; its address answers in this manner from then on.

    Raise `ConditionFailed` if somebody else did so a moment before.
    """
    lock_version(version)
    grouper = version.grouper
    Withdrawal.objects.create(
        version=version,
        subject_type=grouper._meta.label_lower,
        subject_id=grouper.pk,
        manner=manner,
        reason=reason.strip(),
        target=target,
        by=user,
        at=timezone.now(),
    )
    version.unpublish(user)


def end_withdrawals(identity) -> None:
    """Note that a thing is published again."""
    open_withdrawals(identity).update(ended_at=timezone.now())


def open_withdrawals(identity):
    """Return what is taken back of a thing, the latest first."""
    found = Withdrawal.objects.filter(
        subject_type=identity._meta.label_lower, subject_id=identity.pk, ended_at=None
    )
    return found.order_by("-at", "-pk")


def present_withdrawal(identity) -> Withdrawal | None:
    """Return how a thing was taken back; None while it is published or if nobody said how."""
    return open_withdrawals(identity).first()


def present_address(identity) -> str:
    """Return where a thing is found today, also after it was taken back; "" if nowhere."""
    url = identity.get_absolute_url() or ""
    withdrawal = None if url else present_withdrawal(identity)
    if withdrawal is None:
        return url
    if withdrawal.manner == Manner.NOTICE:
        return withdrawal.version.content.get_absolute_url()
    return withdrawal.target


def noticed_content(queryset, slug: str):
    """Return a content that was taken back but stays readable at this address, or None.

    `queryset` says the type and the relations that its page shows. The withdrawal is
    `content.withdrawal`.
    """
    contents = in_any_state(queryset).filter(slug=slug)
    withdrawal = (
        Withdrawal.objects.filter(
            version__content_type=ContentType.objects.get_for_model(queryset.model),
            version__object_id__in=contents.values("pk"),
            manner=Manner.NOTICE,
            ended_at=None,
        )
        .select_related("version")
        .order_by("-at")
        .first()
    )
    if withdrawal is None:
        return None
    content = contents.for_page().get(pk=withdrawal.version.object_id)
    content.withdrawal = withdrawal
    return content


def citable_content(identity):
    """Return what readers find of a thing, published or with a notice, or None."""
    if not hasattr(identity, "contents"):  # nobody, or a person: no text with versions
        return None
    published = identity.contents.for_listing().with_changes().first()
    withdrawal = None if published else present_withdrawal(identity)
    if withdrawal is None or withdrawal.manner != Manner.NOTICE:
        return published
    contents = in_any_state(identity.contents).for_listing().with_changes()
    content = contents.get(pk=withdrawal.version.object_id)
    content.withdrawal = withdrawal
    return content


def in_any_state(queryset):
    """Return a queryset with the same questions to ask, of contents in whatever state."""
    return queryset.all().__class__(queryset.model)


def with_notice(response, withdrawal: Withdrawal):
    """Return a page's response with the notice above it, hidden from search engines."""
    context = response.context_data
    context["withdrawn"] = withdrawal
    context["meta"] = dataclasses.replace(context["meta"], is_indexed=False)
    return response

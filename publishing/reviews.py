"""Review dates: whose day has come, and who is reminded of it by mail, once for each date."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import FieldDoesNotExist
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from publishing.facts import local_text
from publishing.identity import Identity
from publishing.mails import send
from publishing.metadata import absolute
from publishing.models import Reminder
from publishing.outdated_facts import outdated_facts
from publishing.page_actions import change_url
from publishing.rights import has_own_right, known_items, may_change
from publishing.short_links import identity_models

TOPIC = "review"
AFTER = "Danach im Formular unter „Intern“ bei „Prüfen am“ den nächsten Tag eintragen oder leeren."
AFTER_FACT = "Eine alte Zahl ist erledigt, sobald sie mit neuem Stand veröffentlicht ist."
KEY_LENGTH = 100  # of `Reminder.key`


@dataclass(frozen=True)
class Due:
    """One thing to check, as the mail tells it; `key` says what of the subject was told."""

    owner: User
    subject: Model
    key: str
    title: str
    text: str
    after: str


def due_items(user: User | None = None, today: date | None = None) -> list[Identity]:
    """Return the items whose review date has come, the longest due first.

    With a user, only those that this user may change.
    """
    today = today or timezone.localdate()
    found = []
    for model in identity_models():
        due = model._base_manager.filter(review_on__lte=today).select_related("owner")
        if user is not None and not may_change(user, model):
            due = due.filter(owner=user) if has_own_right(user, model) else due.none()
        due = known_items(due, user) if user is not None else due
        found += with_titles(model, list(due))
    return sorted(found, key=lambda item: (item.review_on, item._meta.label, item.pk))


def with_titles(model, items: list) -> list:
    """Fetch the newest content of each item at once; a type without versions has none."""
    try:
        contents = model._meta.get_field("contents").related_model
    except FieldDoesNotExist:
        return items
    key = contents.grouper_field_name
    newest = contents.admin_manager.filter(**{f"{key}__in": items}).latest_content()
    found = {getattr(content, f"{key}_id"): content for content in newest} if items else {}
    for item in items:
        item.__dict__["latest_content"] = found.get(item.pk)
    return items


@transaction.atomic
def remind(today: date | None = None) -> int:
    """Mail each owner what has come due since the last mail; return how many were written to.

    Without a mail server nobody is told and nothing is noted; the editors' index shows it all.
    """
    if not settings.EMAIL_HOST:
        return 0
    news = defaultdict(list)
    items, facts = due_items(today=today), outdated_facts(today=today)
    for due in [*map(due_item, items), *map(due_fact, facts)]:
        if can_be_told(due.owner) and is_new(due):
            news[due.owner].append(due)
    for owner, dues in news.items():
        after = dict.fromkeys(due.after for due in dues)
        lines = [due.text for due in dues]
        send(
            subject=subject_for(dues),
            text="\n\n".join(["Bitte prüfen, ob noch alles stimmt:", *lines, *after]),
            addresses={owner.email},
        )
    return len(news)


def due_item(item) -> Due:
    """Return what is told of an item whose review date has come."""
    since = f"{item} (seit {local_text(item.review_on)})"
    text = f"{since}\n{absolute(change_url(item))}"
    return Due(item.owner, item, item.review_on.isoformat(), str(item), text, AFTER)


def due_fact(one) -> Due:
    """Return what is told of a fact that is older than its limit; told anew with a newer day."""
    text = f"{one.title}: {one.hint}\n{absolute(one.url)}"
    key = f"{one.fact.due_on.isoformat()} {one.fact.label}"
    identity = getattr(one.place, "identity", one.place)
    return Due(one.owner, identity, key[:KEY_LENGTH], one.title, text, AFTER_FACT)


def can_be_told(owner) -> bool:
    """Tell whether there is somebody who still works here and has an address."""
    return bool(owner and owner.is_active and owner.email)


def is_new(due: Due) -> bool:
    """Note that this is told now; False if it was told before."""
    _, created = Reminder.objects.get_or_create(
        topic=TOPIC,
        subject_type=due.subject._meta.label_lower,
        subject_id=due.subject.pk,
        key=due.key,
    )
    return created


def subject_for(dues: list[Due]) -> str:
    """Return the subject of the mail."""
    return f"Zu prüfen: „{dues[0].title}“" if len(dues) == 1 else f"Zu prüfen: {len(dues)} Einträge"

"""Colleagues in an editors' office, and what they write to each other in forms."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from publishing.models import EditorNote
from publishing.page_actions import change_url
from tests.publishing.test_admin import filled


def person(name: str, group="Redaktion"):
    """Return somebody of a group, with a first name and an address."""
    user = get_user_model().objects.create_user(
        name, f"{name}@example.org", is_staff=True, first_name=name.title()
    )
    user.groups.set(Group.objects.filter(name=group))
    return user


def save(client, item, **changes):
    """Open an item's form, change something and press „Sichern“."""
    url = change_url(item)
    return client.post(url, filled(client.get(url), **changes))


def notes() -> list[tuple]:
    found = EditorNote.objects.order_by("pk")
    return [(one.label, one.text, one.by_name, one.task_of, one.resolved_by) for one in found]


def form_of(response):
    return response.context["adminform"].form

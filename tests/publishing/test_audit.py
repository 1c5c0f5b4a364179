"""G13: each state change writes one line of the log, and no line is ever changed."""

import pytest
from cms.models import Page
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from publishing.audit import record
from publishing.models import AuditEntry
from publishing.models.audit import AppendOnlyError
from publishing.page_actions import act
from tests.factories import (
    editor,
    make_article,
    make_initiative,
    make_meeting,
    make_page,
    make_partner,
    new_draft,
    publish,
    version_of,
)

pytestmark = pytest.mark.django_db
MAKERS = [make_article, make_meeting, make_partner, make_initiative, make_page]


def log() -> list:
    """Return action, user and version of each line, the oldest first."""
    entries = AuditEntry.objects.order_by("pk")
    return [(entry.action, entry.user_name, entry.new) for entry in entries]


@pytest.mark.parametrize("make", MAKERS)
def test_each_change_of_state_is_one_line(make):
    first = make(published=False)
    publish(first)
    second = publish(new_draft(first))
    version_of(second).unpublish(editor("zweite"))
    version_of(new_draft(second)).archive(editor("dritte"))

    assert log() == [
        ("drafted", "redaktion", "Version 1"),
        ("published", "redaktion", "Version 1"),
        ("drafted", "redaktion", "Version 2"),
        ("published", "redaktion", "Version 2"),
        ("withdrawn", "zweite", "Version 2"),
        ("drafted", "redaktion", "Version 3"),
        ("archived", "dritte", "Version 3"),
    ]


@pytest.mark.parametrize("make", MAKERS)
def test_a_discarded_draft_is_one_line(client, make):
    draft = make(published=False)
    client.force_login(editor())

    client.post(act(version_of(draft), "discard"), {"discard": "1"})

    last = AuditEntry.objects.latest("pk")
    assert (last.action, last.subject, last.old) == ("discarded", draft.title, "Version 1")


@pytest.mark.parametrize(("choice", "action"), [("discard", "discarded"), ("archive", "archived")])
def test_a_draft_that_makes_way_for_an_older_version_is_one_line(client, choice, action):
    content = make_article()
    new_draft(content)
    version_of(content).unpublish(editor())
    client.force_login(editor())

    client.post(act(version_of(content), "revert"), {choice: "1"})

    lines = AuditEntry.objects.order_by("-pk").values_list("action", "old", "new")
    assert sorted(lines[:2]) == sorted(
        [
            ("drafted", "aus Version 1", "Version 2" if choice == "discard" else "Version 3"),
            (action, *(("Version 2", "") if choice == "discard" else ("", "Version 2"))),
        ]
    )


def test_a_deleted_item_and_a_deleted_page_are_a_line_each(client):
    client.force_login(editor())
    draft = make_article(published=False, title="Weg")
    page = make_page("Seite")

    client.post(reverse("admin:news_article_delete", args=[draft.article.pk]), {"post": "yes"})
    client.post(reverse("admin:cms_page_delete", args=[page.page_id]), {"post": "yes"})

    deleted = AuditEntry.objects.filter(action="deleted").order_by("pk")
    assert [(one.subject, one.user_name) for one in deleted] == [
        ("Weg", "redaktion"),
        ("Seite", "redaktion"),
    ]
    assert list(Page.objects.all()) == []


def test_whoever_gives_rights_is_named_with_before_and_after(client):
    client.force_login(editor())
    colleague = get_user_model().objects.create_user("rita", is_staff=True)
    url = reverse("admin:auth_user_change", args=[colleague.pk])
    form = client.get(url).context["adminform"].form
    values = {name: value for name, value in form.initial.items() if value and value is not True}
    press = Group.objects.get(name="Presse")

    marks = {"is_active": "on", "is_staff": "on"}
    client.post(url, {**values, **marks, "groups": [press.pk], "last_login": ""})
    client.post(url, {**values, **marks, "groups": [press.pk], "last_login": ""})

    (entry,) = AuditEntry.objects.all()
    assert (entry.action, entry.subject, entry.old, entry.new) == ("rights", "rita", "", "Presse")


def test_a_new_password_is_a_line_without_the_password(client):
    client.force_login(editor())
    colleague = get_user_model().objects.create_user("rita", is_staff=True)
    words = "unter der alten Weide am Fluss"

    url = reverse("admin:auth_user_password_change", args=[colleague.pk])
    client.post(url, {"password1": words, "password2": words})

    (entry,) = AuditEntry.objects.all()
    assert (entry.action, entry.subject, entry.old, entry.new) == ("password", "rita", "", "")


@pytest.fixture
def line():
    return record("published", make_article().article, user=editor())


@pytest.mark.parametrize(
    "change",
    [
        lambda line: line.save(),
        lambda line: line.delete(),
        lambda line: AuditEntry.objects.update(user_name="niemand"),
        lambda line: AuditEntry.objects.all().delete(),
        lambda line: AuditEntry.objects.bulk_update([line], ["user_name"]),
        lambda line: AuditEntry._base_manager.update(user_name="niemand"),
    ],
)
def test_no_line_is_changed_or_deleted(line, change):
    before = list(AuditEntry.objects.values())

    with pytest.raises(AppendOnlyError):
        change(line)

    assert list(AuditEntry.objects.values()) == before


def test_the_line_outlives_the_account():
    colleague = get_user_model().objects.create_user("rita")
    line = record("rights", colleague, user=colleague)

    colleague.delete()

    assert AuditEntry.objects.get(pk=line.pk).user_name == "rita"


@pytest.mark.parametrize("action", ["add", "change", "delete"])
def test_the_admin_shows_the_log_and_changes_nothing(client, line, action):
    client.force_login(editor())
    arguments = [] if action == "add" else [line.pk]

    url = reverse(f"admin:publishing_auditentry_{action}", args=arguments)

    assert client.post(url, {"post": "yes"}).status_code == 403
    assert client.get(reverse("admin:publishing_auditentry_changelist")).status_code == 200


def test_the_form_of_an_item_shows_its_own_lines(client):
    client.force_login(editor())
    make_article()
    content = make_article()

    page = client.get(reverse("admin:news_article_change", args=[content.article.pk]))

    assert [str(entry.action) for entry in page.context["audit_entries"]] == [
        "published",
        "drafted",
    ]

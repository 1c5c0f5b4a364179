"""G11, N04: a text under a Sperrfrist is known to fewer than other drafts."""

import pytest
from cms.toolbar.utils import (
    get_object_edit_url,
    get_object_preview_url,
    get_object_structure_url,
)
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone

from news.models import Article
from publishing.approval import note_writing, request_approval
from publishing.metadata import absolute
from publishing.models import OutsideLink, Step
from publishing.notes import write
from publishing.page_actions import act, change_url
from publishing.rights import known_items, may_know
from publishing.timetable import plan
from tests.factories import add_text, editor, make_article, make_partner, new_draft, version_of
from tests.publishing.planning import T

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
KNOWING = {
    "Redaktion": True,
    "Presse": True,
    "Administration": True,
    "Mitarbeit": False,
    "Partner-Redaktion": False,
    "ohne Gruppe": False,
}


def member(group: str):
    user = get_user_model().objects.create_user(group, is_staff=True)
    user.groups.set(Group.objects.filter(name=group))
    return user


def secret(**values):
    return make_article(title="Geheimfund", published=False, embargo_until=T, **values)


@pytest.mark.parametrize("group", KNOWING)
def test_who_publishes_knows_it(client, group):
    content, user = secret(), member(group)
    client.force_login(user)

    previews = [
        client.get(url(content)).status_code
        for url in (get_object_preview_url, get_object_edit_url)
    ]

    assert may_know(user, content) == KNOWING[group]
    assert list(known_items(Article.objects.all(), user)) == [content.article] * KNOWING[group]
    assert previews == ([200, 200] if KNOWING[group] else [403, 403])


def test_who_wrote_it_and_who_looks_after_it_know_it():
    rita, oskar = member("Mitarbeit"), get_user_model().objects.create_user("oskar", is_staff=True)
    content = secret()
    Article.objects.update(owner=oskar)
    content.article.refresh_from_db()
    version_of(content).__class__.objects.update(created_by=rita)

    assert [may_know(user, content) for user in (rita, oskar)] == [True, True]
    assert [list(known_items(Article.objects.all(), user)) for user in (rita, oskar)] == [
        [content.article],
        [content.article],
    ]


def test_a_text_without_a_sperrfrist_is_as_open_as_before():
    content, partner = make_article(published=False), make_partner(published=False)
    rita = member("Mitarbeit")

    assert may_know(rita, content)
    assert list(known_items(Article.objects.all(), rita)) == [content.article]
    assert list(known_items(type(partner.partner).objects.all(), rita)) == [partner.partner]


# --- Where a title could slip out to Mitarbeit ---

PLACES = [
    "/admin/",
    "/admin/news/article/",
    "/admin/news/article/?q=Geheim",
    "/admin/heute/sperrfrist/",
    "/admin/heute/geplant/",
    "/admin/heute/freigabe/",
    "/admin/heute/links/",
    "/admin/heute/pruefen/",
    "/admin/heute/aufgaben/",
    "/admin/autocomplete/?app_label=news&model_name=relatedarticle&field_name=article&term=Geheim",
    "/admin/djangocms_link/link/urls?q=",
    "/admin/djangocms_link/link/urls?g=news.article:{article}",
    "/admin/djangocms_versioning/articlecontentversion/",
    "/admin/djangocms_versioning/articlecontentversion/?article={article}",
    "/admin/news/article/{article}/change/",
    "/admin/news/article/{article}/history/",
    "/admin/news/article/{article}/delete/",
]
PICKER = "/admin/djangocms_link/"  # offers only what has an address already


def rich(is_new: bool):
    """Return a secret draft, or one of something public, known from as many sides as possible."""
    user = editor()
    kind = {"kind": "press-release", "slug": "fund"}
    content = new_draft(make_article(title="Bekannt", **kind)) if is_new else secret(**kind)
    content.title, content.embargo_until = "Geheimfund", T
    content.save()
    add_text(content, '<p><a href="/aktuelles/gibt-es-nicht/">Ins Leere</a></p>')
    note_writing(version_of(content), user)
    request_approval(version_of(content), user)
    plan(version_of(content), user, step=Step.PUBLISH, run_at=timezone.now())
    Article.objects.update(review_on=timezone.localdate())
    for one in get_user_model().objects.all():
        write(content.article, user, text="Bitte ansehen.", task_of=one)
    since = dict.fromkeys(["failing_since", "checked_at"], timezone.now())
    OutsideLink.objects.create(url=absolute("/aktuelles/gibt-es-nicht/"), status=404, **since)
    return content


@pytest.mark.parametrize("is_new", [False, True], ids=["new-text", "new-version"])
@pytest.mark.parametrize("place", PLACES)
def test_no_list_and_no_picker_names_it_to_who_may_not_know_it(client, place, is_new):
    members = {group: member(group) for group in ("Redaktion", "Mitarbeit", "Partner-Redaktion")}
    content = rich(is_new)
    names_it = is_new or not place.startswith(PICKER)
    path = place.format(article=content.article_id)

    found = {}
    for group, user in members.items():
        client.force_login(user)
        response = client.get(path, follow=True)
        found[group] = "Geheimfund" in response.content.decode()

    assert found == {"Redaktion": names_it, "Mitarbeit": False, "Partner-Redaktion": False}


@pytest.mark.parametrize("step", ["compare", "request_approval", "edit_redirect", "revert"])
def test_no_step_opens_to_who_may_not_know_it(client, step):
    content = secret()
    client.force_login(member("Mitarbeit"))

    response = client.post(act(version_of(content), step), follow=True)

    assert (version_of(content).state, "Geheimfund" in response.content.decode()) == (
        "draft",
        False,
    )


def test_structure_and_form_are_closed(client):
    content = secret()
    client.force_login(member("Mitarbeit"))

    structure = client.get(get_object_structure_url(content))
    form = client.post(change_url(content.article), {}, follow=True)

    assert (structure.status_code, "Geheimfund" in structure.content.decode()) == (403, False)
    assert "Geheimfund" not in form.content.decode()


@pytest.mark.parametrize(("group", "mails"), [("Presse", 1), ("Mitarbeit", 0)])
def test_a_task_is_mailed_to_who_may_know_the_text_only(monkeypatch, group, mails):
    told = []
    monkeypatch.setattr("publishing.notes.tell", told.append)
    user = member(group)
    user.email = "rita@example.org"
    user.save()

    write(secret().article, editor(), text="Bitte ansehen.", task_of=user)

    assert len(told) == mails

"""Who may do what: role x type x action, with the exact answer of every endpoint."""

import pytest
from cms.toolbar.utils import (
    get_object_edit_url,
    get_object_preview_url,
    get_object_structure_url,
)
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from allianz_portal.groups import GROUPS
from tests.factories import (
    make_article,
    make_initiative,
    make_meeting,
    make_page,
    make_partner,
    make_person,
    version_of,
)

pytestmark = pytest.mark.django_db

MAKERS = {
    "article": make_article,
    "meeting": make_meeting,
    "partner": make_partner,
    "initiative": make_initiative,
}
ROLES = ["Redaktion", "Presse", "Administration", "Mitarbeit", "Partner-Redaktion", "ohne Gruppe"]
MAY_WRITE = {
    "Redaktion": {"article", "meeting", "partner", "initiative"},
    "Presse": {"article"},
    "Administration": {"article", "meeting", "partner", "initiative"},
    "Mitarbeit": {"article"},
    "Partner-Redaktion": set(),  # but for their own, see below
    "ohne Gruppe": set(),
}
MAY_PUBLISH = {"Redaktion", "Presse", "Administration"}
WRITERS = {"Redaktion", "Presse", "Administration", "Mitarbeit"}
FILERS = {*WRITERS, "Partner-Redaktion"}
ALL = {"Redaktion", "Presse", "Administration"}
EDITORS = {"Redaktion", "Administration"}
CHIEFS = {"Administration"}
NOBODY = frozenset()
# Every list of the admin but those of versions, which open from an item only.
LISTS = {
    **dict.fromkeys(["news.topic", "news.boilerplate"], ALL),
    **dict.fromkeys(["news.article", "news.presscontact"], WRITERS),
    **dict.fromkeys(["media_library.image"], FILERS),
    **dict.fromkeys(["filer.file", "filer.folder", "filer.clipboard"], FILERS),
    **dict.fromkeys(["events.meeting", "events.programmeitem", "events.venue"], EDITORS),
    **dict.fromkeys(["events.recording", "events.cue", "publishing.auditentry"], EDITORS),
    **dict.fromkeys(["partners.initiative", "partners.person", "publishing.houseword"], EDITORS),
    "partners.partner": {*EDITORS, "Partner-Redaktion"},
    **dict.fromkeys(["partners.annualtheme", "partners.district", "cms.page"], EDITORS),
    **dict.fromkeys(["cms.pagecontent", "ui.contactmessage"], EDITORS),
    **dict.fromkeys(["djangocms_alias.alias", "djangocms_alias.category"], EDITORS),
    **dict.fromkeys(["djangocms_alias.aliascontent"], EDITORS),
    **dict.fromkeys(["ui.sitesettings", "auth.user", "auth.group"], CHIEFS),
    **dict.fromkeys(["axes.accessattempt"], CHIEFS),
    **dict.fromkeys(["axes.accesslog", "axes.accessfailurelog", "sites.site"], NOBODY),
    **dict.fromkeys(["filer.folderpermission", "filer.thumbnailoption"], NOBODY),
}
# Their only address shows everyone their own settings, suggestions or nothing.
NO_LISTS = {"cms.usersettings", "cms.placeholder", "djangocms_link.link"}


@pytest.fixture
def sign_in(client):
    """Return a function that signs a member of a group in."""

    def signed_in(role):
        user = get_user_model().objects.create_user(username=role, is_staff=True)
        user.groups.set(Group.objects.filter(name=role))
        client.force_login(user)
        return client

    return signed_in


def admin_url(identity, action):
    options = identity._meta
    arguments = [identity.pk] if action in {"change", "delete"} else []
    return reverse(f"admin:{options.app_label}_{options.model_name}_{action}", args=arguments)


def version_url(content, action):
    version = version_of(content)
    options = version.versionable.version_model_proxy._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{action}", args=[version.pk])


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_the_exact_answer_of_each_endpoint(sign_in, role, kind):
    draft = MAKERS[kind](published=False)
    may = kind in MAY_WRITE[role]

    client = sign_in(role)
    answers = {
        "list": client.get(admin_url(draft.identity, "changelist")).status_code,
        "add": client.get(admin_url(draft.identity, "add")).status_code,
        "change": client.get(admin_url(draft.identity, "change")).status_code,
        "preview": client.get(get_object_preview_url(draft)).status_code,
        "compare": client.get(version_url(draft, "compare")).status_code,
        "publish": client.post(version_url(draft, "publish")).status_code,
    }

    allowed = {
        "list": 200,
        "add": 200,
        "change": 200,
        "preview": 200,
        "compare": 200,
        "publish": 302,
    }
    refused = {**dict.fromkeys(allowed, 403), "preview": 404}
    if kind == "partner" and role == "Partner-Redaktion":
        refused |= {"list": 200, "change": 302}  # their own; what is not there leads away
    assert answers == (allowed if may else refused)
    is_published = may and role in MAY_PUBLISH
    assert version_of(fresh(draft)).state == ("published" if is_published else "draft")


STEPS = ["schedule", "expire", "bypass", "preview_links", "unpublish"]


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("role", ROLES)
def test_what_makes_public_opens_only_to_who_may_publish(sign_in, role, kind):
    draft = MAKERS[kind](published=False)
    may_write = kind in MAY_WRITE[role]
    may_publish = may_write and role in MAY_PUBLISH

    client = sign_in(role)
    opened = {step: client.get(version_url(draft, step)).status_code for step in STEPS}
    approved = client.post(version_url(draft, "approve")).status_code
    asked = client.post(version_url(draft, "request_approval")).status_code

    expected = {**dict.fromkeys(STEPS, 200), "unpublish": 302}  # a draft is not public
    assert opened == (expected if may_publish else dict.fromkeys(STEPS, 403))
    assert (approved, asked) == (302 if may_publish else 403, 302 if may_write else 403)


def test_a_contributor_changes_no_fact_of_what_readers_see(sign_in):
    draft, public = make_article(published=False), make_article()
    client = sign_in("Mitarbeit")

    forms = [
        client.get(admin_url(content.identity, "change")).context["adminform"].form
        for content in (draft, public)
    ]

    assert ["kind" in form.fields for form in forms] == [True, False]


def fresh(content):
    return type(content).admin_manager.get(pk=content.pk)


def test_every_list_of_the_admin_has_its_roles():
    registered = {model._meta.label_lower for model in admin.site._registry}
    versions = {label for label in registered if label.startswith("djangocms_versioning.")}

    assert registered - versions - NO_LISTS == set(LISTS)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_exactly_its_lists(sign_in, role):
    client = sign_in(role)

    answers = {name: client.get(list_url(name), follow=True).status_code for name in LISTS}

    assert answers == {name: 200 if role in roles else 403 for name, roles in LISTS.items()}


def list_url(name):
    if name == "filer.folder":
        return reverse("admin:filer-directory_listing-root")
    return reverse(f"admin:{name.replace('.', '_')}_changelist")


ENDPOINTS = (get_object_preview_url, get_object_edit_url, get_object_structure_url)


@pytest.mark.parametrize("kind", [*MAKERS, "page"])
@pytest.mark.parametrize("role", ROLES)
def test_each_endpoint_of_a_draft_asks_for_the_right_to_see_it(sign_in, role, kind):
    draft = {**MAKERS, "page": make_page}[kind](published=False)
    may = kind in MAY_WRITE[role] or (kind == "page" and role in EDITORS)

    client = sign_in(role)

    assert [client.get(url(draft)).status_code for url in ENDPOINTS] == [200 if may else 404] * 3


@pytest.mark.parametrize("kind", [*MAKERS, "page"])
def test_the_preview_of_what_is_public_opens_for_every_member_of_staff(sign_in, kind):
    content = {**MAKERS, "page": make_page}[kind]()

    assert sign_in("ohne Gruppe").get(get_object_preview_url(content)).status_code == 200


def test_a_draft_stays_hidden_from_readers(client):
    draft = make_article(published=False)

    assert [client.get(url(draft)).status_code for url in ENDPOINTS] == [302] * 3
    assert client.get(draft.get_absolute_url()).status_code == 404


def test_administration_can_neither_see_nor_make_superusers(sign_in):
    chief = get_user_model().objects.create_superuser("chief")
    colleague = get_user_model().objects.create_user("colleague")

    client = sign_in("Administration")
    form = client.get(reverse("admin:auth_user_change", args=[colleague.pk])).context["adminform"]
    client.post(
        reverse("admin:auth_user_change", args=[colleague.pk]),
        {**form.form.initial, "groups": [], "is_superuser": "on", "last_login": ""},
    )

    assert client.get(reverse("admin:auth_user_change", args=[chief.pk])).status_code == 302
    assert {"is_superuser", "user_permissions"} & set(form.form.fields) == set()
    assert get_user_model().objects.get(pk=colleague.pk).is_superuser is False


def test_people_can_be_suggested_to_the_press_although_it_cannot_open_them(sign_in):
    make_person()
    fields = {"app_label": "news", "model_name": "articlecontent", "field_name": "people"}

    client = sign_in("Presse")
    answer = client.get(reverse("admin:autocomplete"), {**fields, "term": "Wierich"})

    assert [result["text"] for result in answer.json()["results"]] == ["Jobst Wierich"]
    assert sign_in("ohne Gruppe").get(reverse("admin:autocomplete"), fields).status_code == 403


def test_no_group_has_a_right_by_name_that_opens_nothing():
    registered = {model._meta.label_lower for model in admin.site._registry}
    named = {label for rules, _ in GROUPS.values() for label, _ in rules if "." in label}

    written_with_others = {
        "filer.clipboarditem",  # what the upload area writes
        *(f"news.article{row}" for row in ("content", "image", "source", "contact", "attachment")),
    }
    assert named - registered == written_with_others

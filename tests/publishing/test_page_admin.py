"""Pages in the CMS's own screens: made, made the home page, deleted; G09 for their addresses."""

import pytest
from cms.models import Page, PageContent
from cms.toolbar.utils import get_object_edit_url
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from tests.factories import editor, make_page, version_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def redaktion(client):
    """A client of the group Redaktion."""
    user = get_user_model().objects.create_user("rita", is_staff=True)
    user.groups.add(Group.objects.get(name="Redaktion"))
    client.force_login(user)
    return client


def answers(*paths) -> list:
    """Return status and target of each path as a reader gets them."""
    responses = [Client().get(path) for path in paths]
    return [(response.status_code, response.headers.get("Location")) for response in responses]


def test_an_editor_makes_a_page_and_publishes_it(redaktion):
    make_page("Startseite").page.set_as_homepage()
    form = reverse("admin:cms_pagecontent_add")
    redaktion.post(f"{form}?language=de", {"title": "Größe", "slug": "groesse", "language": "de"})
    content = PageContent.admin_manager.get(title="Größe")
    options = version_of(content).versionable.version_model_proxy._meta
    publish = f"admin:{options.app_label}_{options.model_name}_publish"

    redaktion.post(reverse(publish, args=[version_of(content).pk]))

    assert content.get_template() == "cms/standard.html"
    assert answers("/groesse/") == [(200, None)]


def test_another_home_page_leaves_no_address_behind(redaktion, django_capture_on_commit_callbacks):
    old = make_page("Alte Startseite").page
    old.set_as_homepage(editor())
    new = make_page("Neue Startseite").page
    assert answers("/", "/neue-startseite/") == [(200, None), (200, None)]

    with django_capture_on_commit_callbacks(execute=True):
        redaktion.post(reverse("admin:cms_page_set_home", args=[new.pk]))

    assert Page.objects.get(is_home=True) == new
    assert answers("/", "/neue-startseite/", "/alte-startseite/") == [
        (200, None),
        (301, "/"),
        (200, None),
    ]
    assert "Neue Startseite" in Client().get("/").content.decode()


def test_a_deleted_page_is_gone_for_readers_at_once(redaktion, django_capture_on_commit_callbacks):
    content = make_page("Aktion")
    assert answers("/aktion/") == [(200, None)]

    with django_capture_on_commit_callbacks(execute=True):
        redaktion.post(reverse("admin:cms_page_delete", args=[content.page_id]), {"post": "yes"})

    assert list(Page.objects.all()) == []
    assert answers("/aktion/", "/aktion/unten/") == [(410, None), (404, None)]


def test_editors_change_templates_but_build_no_login_wall(redaktion):
    draft = make_page("Aktion", published=False)
    template = reverse("admin:cms_pagecontent_change_template", args=[draft.pk])
    advanced = reverse("admin:cms_page_advanced", args=[draft.page_id])

    answers = [
        redaktion.post(template, {"template": "cms/section.html"}).status_code,
        redaktion.get(advanced).status_code,
        redaktion.post(advanced, {"login_required": "on"}).status_code,
    ]

    assert answers == [200, 403, 403]
    assert PageContent.admin_manager.get().template == "cms/section.html"
    assert Page.objects.get().login_required is False


@pytest.mark.parametrize(("may", "is_offered"), [({}, False), ({"is_superuser": True}, True)])
def test_the_menu_offers_what_may_be_done(redaktion, may, is_offered):
    get_user_model().objects.update(**may)
    edit = get_object_edit_url(make_page("Aktion", published=False))

    page = redaktion.get(edit).content.decode()

    assert "Vorlagen" in page
    assert ("/advanced-settings/" in page) == is_offered

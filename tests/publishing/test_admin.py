"""The editors' forms of all four types: saving, publishing, refusing, taking back."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.messages import get_messages
from django.urls import reverse
from djangocms_versioning.models import Version

from publishing.facts import changes_of
from tests.factories import (
    editor,
    make_article,
    make_initiative,
    make_meeting,
    make_partner,
    new_draft,
    version_of,
)

pytestmark = pytest.mark.django_db

MAKERS = {
    "article": make_article,
    "meeting": make_meeting,
    "partner": make_partner,
    "initiative": make_initiative,
}


@pytest.fixture
def admin(client):
    client.force_login(editor())
    return client


def form_url(identity):
    options = identity._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[identity.pk])


def version_url(content, action):
    version = Version.objects.get_for_content(fresh(content))
    options = version.versionable.version_model_proxy._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{action}", args=[version.pk])


def fresh(content):
    return type(content).admin_manager.get(pk=content.pk)


def filled(page, **changes):
    """Return what a browser would send for an unchanged form, with changes."""
    context = page.context
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    data = {}
    for form in forms:
        for field in form:
            put(data, field)
    return {**data, **changes}


def put(data, field):
    if hasattr(field.field.widget, "widgets"):
        values = field.value()
        values = values if isinstance(values, list) else field.field.widget.decompress(values)
        data.update({f"{field.html_name}_{n}": text(value) for n, value in enumerate(values)})
    elif field.value() is not None and field.value() is not False:
        data[field.html_name] = text(field.value())
    if field.field.show_hidden_initial:
        data[field.html_initial_name] = data[field.html_name]


def text(value):
    if value is None:
        return ""
    return (
        [getattr(one, "pk", one) for one in value]
        if hasattr(value, "__iter__") and not isinstance(value, str)
        else value
    )


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


@pytest.mark.parametrize("kind", MAKERS)
def test_a_draft_is_changed_published_changed_again_taken_back_and_brought_back(admin, kind):
    draft = MAKERS[kind](published=False, title="Erster")
    url = form_url(draft.identity)

    admin.post(url, filled(admin.get(url), content__title="Zweiter – mit Ümläuten"))
    admin.post(version_url(draft, "publish"))
    public = admin.get(draft.get_absolute_url())
    admin.post(version_url(draft, "edit_redirect"))
    second = draft.identity.__class__.objects.get(pk=draft.identity.pk).latest_content
    admin.post(url, filled(admin.get(url), content__title="Dritter"))
    admin.post(version_url(second, "publish"))
    admin.post(version_url(second, "unpublish"), {"manner": "gone", "reason": "Überholt."})
    gone = admin.get(draft.get_absolute_url())
    admin.post(version_url(second, "revert"))

    assert public.status_code == 200
    assert "Zweiter – mit Ümläuten" in public.content.decode()
    assert gone.status_code == 410
    history = Version.objects.filter_by_grouper(draft.identity).order_by("pk")
    assert [(one.content.title, one.state) for one in history] == [
        ("Zweiter – mit Ümläuten", "unpublished"),
        ("Dritter", "unpublished"),
        ("Dritter", "draft"),
    ]


@pytest.mark.parametrize("kind", MAKERS)
def test_a_refused_publication_says_each_reason_and_changes_nothing(admin, kind):
    draft = MAKERS[kind](published=False, lead="", slug="")

    response = admin.post(version_url(draft, "publish"))

    assert response.url == form_url(draft.identity)
    assert said(response) == [
        "Noch nicht veröffentlicht. Bitte zuerst ergänzen:",
        "Anriss: fehlt. Schreiben Sie ein bis drei Sätze, die ohne den Text verständlich sind.",
        "Adresse: fehlt. Tragen Sie zum Beispiel die Überschrift in Kurzform ein.",
    ]
    assert version_of(fresh(draft)).state == "draft"


def test_the_form_lists_what_forbids_publishing(admin):
    draft = make_article(published=False, lead="")

    page = admin.get(form_url(draft.article))

    assert [problem.field for problem in page.context["publish_problems"]] == ["Anriss"]
    assert "Vor dem Veröffentlichen" in page.content.decode()


@pytest.mark.parametrize("kind", MAKERS)
def test_versions_and_comparison_open(admin, kind):
    first = MAKERS[kind](title="Alt")
    second = new_draft(first)
    version = version_of(second)
    options = version.versionable.version_model_proxy._meta

    listing = admin.get(
        reverse(f"admin:{options.app_label}_{options.model_name}_changelist"),
        {first.grouper_field_name: first.identity.pk},
    )
    comparison = admin.get(version_url(first, "compare"), {"compare_to": version.pk})

    assert (listing.status_code, comparison.status_code) == (200, 200)


@pytest.mark.parametrize("slug", ["schon-da", "archiv"])
def test_an_address_that_is_taken_is_an_error_at_the_field_and_the_text_stays(admin, slug):
    make_article(slug="schon-da")
    draft = make_article(published=False)
    url = form_url(draft.article)

    page = admin.post(
        url, filled(admin.get(url), content__slug=slug, content__lead="Mühsam getippt")
    )

    form = page.context["adminform"].form
    assert list(form.errors) == ["content__slug"]
    assert form["content__lead"].value() == "Mühsam getippt"
    assert fresh(draft).slug != slug


def test_an_empty_address_is_made_from_the_title_and_differs_from_all_others(admin):
    make_article(slug="grosse-maerkte")
    draft = make_article(published=False)
    url = form_url(draft.article)

    admin.post(url, filled(admin.get(url), content__title="Große Märkte", content__slug=""))

    assert fresh(draft).slug == "grosse-maerkte-2"


def test_whoever_saves_second_is_warned_once_and_loses_nothing(admin):
    draft = make_article(published=False, title="Alt")
    url = form_url(draft.article)
    mine = filled(admin.get(url), content__title="Meins")
    admin.post(url, filled(admin.get(url), content__title="Ihres"))

    warned = admin.post(url, mine)
    title = fresh(draft).title
    admin.post(url, filled(warned))

    errors = warned.context["adminform"].form.non_field_errors()
    both = [(one.label, one.old, one.new) for one in warned.context["conflict"]]
    assert (warned.status_code, both) == (409, [("Überschrift", "Ihres", "Meins")])
    assert [error[:54] for error in errors] == [
        "Jemand anderes hat diesen Eintrag inzwischen gesichert"
    ]
    assert title == "Ihres"
    assert fresh(draft).title == "Meins"


def test_a_changed_fact_is_logged_and_shown_although_the_text_is_published(admin):
    meeting = make_meeting().meeting
    url = form_url(meeting)

    admin.post(url, filled(admin.get(url), attendance="rund 200 Gäste"))

    logged = [(one.user_name, one.field, one.old, one.new) for one in changes_of(meeting)]
    assert logged == [("redaktion", "Teilnehmende", "", "rund 200 Gäste")]
    assert "Verlauf der Angaben" in admin.get(url).content.decode()


def test_what_readers_have_seen_is_not_deleted_but_a_draft_is(admin):
    seen = make_article()
    draft = make_article(published=False)
    delete = "admin:news_article_delete"

    refused = admin.post(reverse(delete, args=[seen.article.pk]), {"post": "yes"})
    admin.post(reverse(delete, args=[draft.article.pk]), {"post": "yes"})

    assert "war schon veröffentlicht" in refused.content.decode()
    assert list(type(seen).admin_manager.all()) == [seen]


def test_many_to_many_choices_are_kept_and_offered_by_typing(admin):
    partner = make_partner(title="Bündnispartner")
    draft = make_initiative(published=False)
    url = form_url(draft.initiative)

    admin.post(url, filled(admin.get(url), content__partners=[partner.partner.pk]))
    page = admin.get(url)

    assert list(fresh(draft).partners.all()) == [partner.partner]
    assert "admin-autocomplete" in page.context["adminform"].form.fields[
        "content__partners"
    ].widget.widget.build_attrs({}).get("class", "")


@pytest.mark.parametrize("kind", MAKERS)
def test_saving_without_a_change_says_that_nothing_was_changed(admin, kind):
    url = form_url(MAKERS[kind](published=False).identity)

    admin.post(url, filled(admin.get(url)))

    assert [entry.get_change_message() for entry in LogEntry.objects.all()] == [
        "Keine Felder geändert."
    ]

"""G10: a link shows exactly one draft, to whoever has it, and never longer than it should."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from publishing.models import AuditEntry, PreviewLink
from publishing.page_actions import act
from publishing.preview_links import delete_old, make_link
from tests.factories import (
    add_text,
    editor,
    make_article,
    make_initiative,
    make_meeting,
    make_page,
    make_partner,
    new_draft,
    picture,
    publish,
    version_of,
)

pytestmark = pytest.mark.django_db
MAKERS = [make_article, make_meeting, make_partner, make_initiative, make_page]
HEADERS = {
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
}


def link_to(content, **values) -> str:
    """Return the path of a new link to a draft."""
    values = {"label": "Lokalteil", "email": "", "days": 7, **values}
    return f"/vorschau/{make_link(version_of(content), editor(), **values)}/"


def answer(path) -> tuple:
    response = Client().get(path)
    return response.status_code, response.get("Location"), headers_of(response)


def headers_of(response) -> dict:
    """Return the headers that matter; the CMS adds more words to one of them."""
    found = {name: response.get(name) for name in HEADERS}
    return {**found, "Cache-Control": found["Cache-Control"].split(",")[0]}


@pytest.mark.parametrize("make", MAKERS)
def test_it_opens_the_draft_without_an_account(client, make):
    draft = (
        make("Ein Entwurf", published=False)
        if make is make_page
        else make(title="Ein Entwurf", published=False)
    )
    add_text(draft, "<p>Noch geheim.</p>")

    page = client.get(link_to(draft))

    text = page.content.decode()
    assert page.status_code == 200
    assert [words in text for words in ("Ein Entwurf", "Noch geheim.", "Vorschau, noch nicht")] == [
        True
    ] * 3
    assert headers_of(page) == HEADERS
    assert page.cookies == {}


def test_it_shows_the_new_draft_beside_the_public_text(client):
    public = make_article(title="Alt", slug="eins")
    draft = new_draft(public)
    draft.title = "Neu"
    draft.save()

    shown = client.get(link_to(draft)).content.decode()

    assert ("Neu" in shown, "Neu" in client.get("/aktuelles/eins/").content.decode()) == (
        True,
        False,
    )


def test_its_pictures_load(client):
    draft = make_article(published=False, hero=picture(), hero_alt="Der Rhein")

    path = link_to(draft)
    text = client.get(path).content.decode()
    sources = re.findall(rf"{path}entwurf/media/[^\s\"]+", text)

    assert len(sources) > 3
    assert "/media/" not in text.replace(f"{path}entwurf/media/", "").partition("</head>")[2]
    assert {client.get(source).status_code for source in sources} == {200}
    assert headers_of(client.get(sources[0])) == HEADERS


@pytest.mark.parametrize(
    "close",
    [
        lambda link, draft: PreviewLink.objects.update(
            expires_at=timezone.now() - timedelta(seconds=1)
        ),
        lambda link, draft: PreviewLink.objects.update(revoked_at=timezone.now()),
        lambda link, draft: version_of(draft).archive(editor()),
        lambda link, draft: version_of(draft).delete(),
    ],
    ids=["expired", "revoked", "archived", "discarded"],
)
def test_what_is_closed_says_so(close):
    draft = make_article(title="Geheim", published=False)
    path = link_to(draft)
    close(path, draft)

    page = Client().get(path)

    assert (page.status_code, headers_of(page)) == (410, HEADERS)
    assert "Dieser Vorschau-Link gilt nicht mehr" in page.content.decode()
    assert "Geheim" not in page.content.decode()


def test_once_published_it_leads_to_the_page_even_when_that_moves_on():
    draft = make_article(slug="eins", published=False)
    path = link_to(draft)
    publish(draft)
    first = answer(path)
    second = new_draft(draft)
    second.slug = "zwei"
    second.save()
    publish(second)

    assert first == (302, "/aktuelles/eins/", HEADERS)
    assert answer(path) == (302, "/aktuelles/zwei/", HEADERS)


def test_a_link_opens_its_own_draft_only(client):
    one = link_to(make_article(title="Das Erste", published=False))
    two = link_to(make_article(title="Das Zweite", published=False))

    texts = [client.get(path).content.decode() for path in (one, two)]

    assert [("Das Erste" in text, "Das Zweite" in text) for text in texts] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize("token", ["x", "%00", "ä" * 50, "..", "A" * 3000])
def test_a_token_that_is_none_opens_nothing(client, token):
    make_article(published=False)

    assert client.get(f"/vorschau/{token}/").status_code in {400, 404, 410}


def test_openings_are_counted_and_nobody_is_noted(client):
    path = link_to(make_article(published=False))

    client.head(path)
    client.get(path)
    client.get(path)

    link = PreviewLink.objects.get()
    assert link.opened == 2
    assert path.split("/")[2] not in str(PreviewLink.objects.values().get())
    assert {field.name for field in PreviewLink._meta.fields} & {"ip", "address"} == set()


def test_ninety_days_after_its_end_nothing_is_left_of_it():
    draft = make_article(published=False)
    for name, days in (("alt", 91), ("neu", 89)):
        link_to(draft, label=name, email=f"{name}@example.org")
        PreviewLink.objects.filter(label=name).update(
            expires_at=timezone.now() - timedelta(days=days)
        )

    assert delete_old() == 1
    assert [link.label for link in PreviewLink.objects.all()] == ["neu"]


# --- The editors' page ---


@pytest.fixture
def admin(client):
    client.force_login(editor())
    return client


def test_an_editor_makes_a_link_sees_it_once_and_revokes_it(admin):
    draft = make_article(title="Entwurf", published=False)
    url = act(version_of(draft), "preview_links")

    made = admin.post(url, {"label": "Lokalteil", "email": "", "days": "3"})
    path = made.context["address"].removeprefix("http://127.0.0.1:8000")
    opened = Client().get(path).status_code
    later = admin.get(url)
    admin.post(url, {"revoke": str(PreviewLink.objects.get().pk)})

    assert opened == 200
    assert (path in made.content.decode(), path in later.content.decode()) == (True, False)
    assert Client().get(path).status_code == 410
    logged = AuditEntry.objects.order_by("pk").values_list("action", "reason")
    assert list(logged) == [("drafted", ""), ("linked", "Lokalteil"), ("unlinked", "Lokalteil")]


@pytest.mark.parametrize("days", ["0", "31", "-1", "viele", "", "99999999999999"])
def test_longer_than_thirty_days_is_refused(admin, days):
    draft = make_article(published=False)

    response = admin.post(
        act(version_of(draft), "preview_links"), {"label": "Lokalteil", "days": days}
    )

    assert list(response.context["form"].errors) == ["days"]
    assert PreviewLink.objects.count() == 0


def test_a_link_of_another_draft_cannot_be_revoked_here(admin):
    link_to(make_article(published=False))
    other = make_article(published=False)
    url = act(version_of(other), "preview_links")

    for key in (str(PreviewLink.objects.get().pk), "unfug", "0"):
        admin.post(url, {"revoke": key})

    assert PreviewLink.objects.get().revoked_at is None

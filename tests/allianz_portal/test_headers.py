"""The headers of each kind of answer, scored as the HTTP Observatory does (spec/trust.md 3.1)."""

import re

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from allianz_portal import headers
from tests.factories import (
    editor,
    make_article,
    make_meeting,
    make_partner,
    new_draft,
    publish,
    version_of,
)

OF_ALL = {
    *("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options"),
    *("Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy"),
}
HALF_A_YEAR = 182 * 24 * 60 * 60  # seconds


@pytest.fixture
def https(settings):
    """The portal as it stands behind TLS."""
    settings.SECURE_HSTS_SECONDS = 2 * 365 * 24 * 60 * 60
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True


@pytest.mark.django_db
@pytest.mark.parametrize("make", [make_article, make_meeting, make_partner])
def test_a_public_page_scores_155_points(https, client, make):
    response = client.get(make().get_absolute_url(), secure=True)

    assert response.status_code == 200
    assert observatory_score(response) == 155


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/aktuelles/gibt-es-nicht/", "/robots.txt", "/sitemap.xml"])
def test_other_public_answers_have_the_same_policy(https, client, path):
    response = client.get(path, secure=True)

    assert {name: response.headers[name] for name in headers.PUBLIC} == headers.PUBLIC


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("get", "/robots.txt", 200),
        ("get", "/aktuelles", 301),
        ("get", "/n/XXXXX", 404),
        ("get", "/media/x.jpg", 404),
        ("get", "/x/%00", 400),
        ("delete", "/", 405),
        ("get", "/admin/", 302),
        ("get", "/admin/login/", 200),
    ],
)
def test_no_answer_lacks_the_headers_of_all(client, method, path, status):
    response = getattr(client, method)(path)

    assert response.status_code == status
    assert sorted(OF_ALL - set(response.headers)) == []


@pytest.mark.django_db
def test_the_first_and_the_kept_answer_are_the_same(client):
    path = make_article().get_absolute_url()

    first, second = client.get(path), client.get(path)

    assert (first.content, dict(first.headers)) == (second.content, dict(second.headers))


@pytest.mark.django_db
def test_editors_may_use_the_cms_and_nothing_of_theirs_is_kept(client):
    client.force_login(editor())

    response = client.get("/admin/")

    assert response.headers["Content-Security-Policy"] == headers.EDITOR_CSP
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_staff_on_a_public_page_get_an_answer_that_nobody_keeps(client):
    path = make_article().get_absolute_url()
    client.force_login(editor())

    responses = [client.get(path), client.get(f"{path}?toolbar_off"), client.get(path)]

    assert all("no-store" in response.headers["Cache-Control"] for response in responses)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["blatt.pdf", "bild.svg", "bild.png"])
def test_uploads_are_sandboxed_and_may_be_embedded_elsewhere(client, name):
    default_storage.save(f"probe/{name}", ContentFile(b"x"))

    response = client.get(f"/media/probe/{name}")

    assert {key: response.headers[key] for key in headers.UPLOAD} == headers.UPLOAD
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    default_storage.delete(f"probe/{name}")


@pytest.mark.parametrize("policy", [headers.PUBLIC_CSP, headers.EDITOR_CSP, headers.UPLOAD_CSP])
def test_no_policy_lets_anything_in_from_elsewhere(policy):
    sources = [source for words in directives(policy).values() for source in words]

    assert directives(policy)["default-src"] == ["'none'"]
    assert [source for source in sources if "//" in source or "*" in source] == []
    assert "'unsafe-eval'" not in sources


def directives(policy: str) -> dict[str, list[str]]:
    """Return a policy's directives with their words."""
    parts = [part.split() for part in policy.split(";") if part.strip()]
    return {name: words for name, *words in parts}


def observatory_score(response) -> int:
    """Return the points of a page: 100, minus losses, plus bonuses."""
    got = response.headers
    points = 100 + policy_points(directives(got["Content-Security-Policy"]))
    points += 5 if integrity_everywhere(response.content) else -5
    points += 5 if got["Referrer-Policy"] == "strict-origin-when-cross-origin" else -5
    points += 10 if got["Cross-Origin-Opener-Policy"] == "same-origin" else -5
    points += 10 if got["Cross-Origin-Resource-Policy"] == "same-origin" else -5
    points += 10 if got["Cross-Origin-Embedder-Policy"] == "require-corp" else -5
    points -= 0 if got["X-Content-Type-Options"] == "nosniff" else 5
    age = re.match(r"max-age=(\d+)", got["Strict-Transport-Security"])
    points -= 0 if int(age[1]) >= HALF_A_YEAR else 10
    return points - (40 if response.cookies else 0)


def policy_points(policy: dict[str, list[str]]) -> int:
    """Return the points of a policy: no unsafe source, and nobody may frame the page."""
    is_unsafe = any("unsafe" in word for words in policy.values() for word in words)
    content = -20 if is_unsafe else 10 if policy["default-src"] == ["'none'"] else 5
    return content + (5 if policy["frame-ancestors"] == ["'none'"] else -20)


def integrity_everywhere(page: bytes) -> bool:
    """Tell whether the page loads scripts, each with its hash."""
    scripts = BeautifulSoup(page, "html.parser").find_all("script", src=True)
    return bool(scripts) and all(script.get("integrity") for script in scripts)


@pytest.mark.django_db
def test_no_browser_keeps_a_redirect_or_a_withdrawal_for_ever(client):
    content = make_article(slug="alt")
    renamed = new_draft(content)
    renamed.slug = "neu"
    renamed.save()
    publish(renamed)
    moved = client.get("/aktuelles/alt/")
    version_of(renamed).unpublish(editor())
    gone = client.get("/aktuelles/neu/")

    assert [(one.status_code, one.get("Cache-Control")) for one in (moved, gone)] == [
        (301, "no-cache"),
        (410, "no-cache"),
    ]

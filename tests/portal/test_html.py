"""Valid HTML and CSS on every page, by the Nu Html Checker (all pages in one run)."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.shortcuts import render

from ui import views

CHECKER = settings.BASE_DIR / "node_modules/vnu-jar/build/dist/vnu.jar"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not (shutil.which("java") and CHECKER.exists()),
        reason="needs Java 17 and the npm package vnu-jar",
    ),
]


def complaints(*arguments) -> list[str]:
    """Return what the checker complains about."""
    command = ["java", "-jar", CHECKER, "--errors-only", "--format", "json", *arguments]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    messages = json.loads(run.stderr)["messages"]
    return [f"{Path(m['url']).name}:{m.get('lastLine')}: {m['message']}" for m in messages]


def unhappy_pages(client, request):
    """Yield name and HTML of every page that says what went wrong."""
    abroad = {"Sec-Fetch-Site": "cross-site"}
    yield "no-page", client.get("/gibt-es-nicht/").content
    yield "form-with-errors", client.post("/kontakt/senden/", {"email": "erika@"}).content
    yield "form-from-elsewhere", client.post("/kontakt/senden/", headers=abroad).content
    for view in (views.bad_request, views.forbidden, views.server_error):
        yield view.__name__, view(request).content
    yield "withdrawn", render(request, "410.html").content


def test_every_page_is_valid_html(site, client, rf, tmp_path):
    pages = [(page.path, page.body) for page in site.pages]
    for number, (path, body) in enumerate([*pages, *unhappy_pages(client, rf.get("/"))]):
        name = path.strip("/").replace("/", "_").replace("?", "__") or "start"
        (tmp_path / f"{number:03}-{name}.html").write_bytes(body)

    assert complaints(*sorted(tmp_path.glob("*.html"))) == []


def test_every_stylesheet_is_valid(site):
    assert complaints("--css", *sorted((settings.BASE_DIR / "static/css").rglob("*.css"))) == []

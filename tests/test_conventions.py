"""Rules that no linter knows (docs/architecture.md)."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APPS = ("allianz_portal", "news", "events", "partners", "ui", "media_library", "publishing")
STYLES = sorted((ROOT / "static/css").rglob("*.css"))
SCRIPTS = sorted((ROOT / "static/js").rglob("*.js"))
# The editors' surface extends templates of the CMS that use style attributes themselves.
PAGES = sorted(path for path in (ROOT / "templates").rglob("*.html") if "admin" not in path.parts)
PYTHON = sorted(
    path
    for folder in (*APPS, "tests", "deploy")
    for path in (ROOT / folder).rglob("*.py")
    if "migrations" not in path.parts
)
FOLDERS_OF_TESTS = sorted(path for app in APPS for path in (ROOT / "tests" / app).glob("test_*.py"))
# Whole journeys through an app rather than one of its modules.
JOURNEYS = {"login", "bad_requests", "security_floor", "contrast"}
DRAWERS = {"utils", "helpers", "common", "services", "misc"}
WITHOUT_LAYER = {"main.css", "fonts.css", "tokens.css"}
RAW_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)\(", re.IGNORECASE)
INLINE_CODE = re.compile(
    r'\sstyle="|\son[a-z]+="|<style|<script(?![^>]*\bsrc=)(?![^>]*ld\+json)|\|safe\b'
)
FOREIGN_SOURCE = re.compile(r"(?:src|srcset|href|action)=\"(?:https?:)?//|@import[^;]*//")
UNTRUSTED_MARKUP = re.compile(r"\.(?:innerHTML|outerHTML)\b|insertAdjacentHTML|document\.write")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", STYLES, ids=name_of)
def test_stylesheet_is_layered_short_and_uses_tokens(path):
    text = path.read_text()

    assert "@layer" in text or path.name in WITHOUT_LAYER or is_for_editors(path)
    assert text.count("\n") <= 150
    assert "!important" not in text or path.name in {"utilities.css", "print.css"}
    assert path.name == "tokens.css" or is_for_editors(path) or not RAW_COLOUR.search(text)


def is_for_editors(path: Path) -> bool:
    """The CMS's own style sheets know neither our layers nor our tokens."""
    return "admin" in path.parts


def test_main_stylesheet_imports_every_other_exactly_once():
    folder = ROOT / "static/css"
    imported = re.findall(r'@import (?:url\()?"([^"]+)"', (folder / "main.css").read_text())
    own = [name_of(path) for path in STYLES if path.name not in {"main.css", "print.css"}]
    found = [name_of((folder / file).resolve()) for file in imported]

    assert sorted(set(found) - {"static/css/print.css"}) == [
        file for file in own if "admin" not in file
    ]
    assert len(found) == len(set(found))


def test_every_component_stylesheet_has_its_template():
    blocks = {path.stem for path in (ROOT / "static/css/components").glob("*.css")}
    markup = {path.stem for path in (ROOT / "templates/ui").rglob("*.html")}

    assert sorted(blocks - markup) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_script_writes_no_markup(path):
    assert UNTRUSTED_MARKUP.findall(path.read_text()) == []


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_template_is_short_and_free_of_inline_code(path):
    text = path.read_text()

    assert text.count("\n") <= 80
    assert INLINE_CODE.findall(text) == []
    assert FOREIGN_SOURCE.findall(text) == []


@pytest.mark.parametrize("path", PYTHON, ids=name_of)
def test_python_file_is_short_and_named_after_what_it_knows(path):
    assert path.read_text().count("\n") <= (320 if path.name == "settings.py" else 250)
    assert path.stem not in DRAWERS


@pytest.mark.parametrize("path", FOLDERS_OF_TESTS, ids=name_of)
def test_file_of_tests_is_named_after_what_it_tests(path):
    app, stem = path.parent.name, path.stem.removeprefix("test_")
    subjects = {file.stem for file in (ROOT / app).rglob("*.py")}
    subjects |= {file.stem for file in (ROOT / "templates" / app).rglob("*.html")}
    subjects |= {folder.name for folder in (ROOT / app).glob("*/")}

    assert stem in subjects | JOURNEYS


def test_repository_holds_no_secret_and_nothing_that_was_generated():
    command = ["git", "ls-files"]
    files = subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout.split()
    forbidden = re.compile(r"^var/|\.sqlite3$|secret_key|\.env$|__pycache__|\.pyc$|node_modules")

    assert [file for file in files if forbidden.search(file)] == []

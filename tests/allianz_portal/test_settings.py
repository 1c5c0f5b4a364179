"""The settings, as documented and as they act in production."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READERS = re.compile(r'env\.[a-z]+\(\s*"([A-Z_]+)"')
CACHE_PROBE = """
import django
django.setup()
from django.core.cache import cache
from publishing.response_cache import GENERATION, start_generation
print(cache.get(GENERATION), start_generation())
"""


def variables_in(path: str) -> set[str]:
    return set(READERS.findall((ROOT / path).read_text()))


def test_every_variable_of_the_environment_is_documented_and_no_other():
    table = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs/betrieb.md").read_text(), re.MULTILINE)

    assert sorted(table) == sorted(variables_in("allianz_portal/settings.py"))


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        ({"DJANGO_DEBUG": "vielleicht"}, "DJANGO_DEBUG"),
        ({"DATABASE_URL": "mysql://a@b/c"}, "DATABASE_URL"),
        ({"PORTAL_ORIGIN": "portal.example"}, "PORTAL_ORIGIN"),
        ({"LOG_LEVEL": "laut"}, "LOG_LEVEL"),
    ],
)
def test_a_wrong_variable_is_named(tmp_path, environment, word):
    result = run_python("import allianz_portal.settings", tmp_path, **environment)

    assert result.returncode == 1
    assert f"ImproperlyConfigured: {word} must" in result.stderr.splitlines()[-1]


def test_production_is_strict_without_any_variable(tmp_path):
    names = ["DEBUG", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_NAME"]
    values = f"[getattr(settings, name) for name in {names}]"

    result = run_python(f"from allianz_portal import settings; print({values})", tmp_path)

    assert result.stdout.strip() == "[False, True, True, '__Host-sessionid']"


def test_a_new_generation_reaches_other_processes(tmp_path):
    first, second = (run_python(CACHE_PROBE, tmp_path).stdout.split() for _ in range(2))

    assert first[0] == "None"
    assert second[0] == first[1]


def run_python(code: str, var: Path, **environment) -> subprocess.CompletedProcess:
    """Run code in a process of its own, with nothing in the environment but what is given."""
    kept = {"PATH": os.defpath, "PORTAL_VAR": str(var)}
    settings = {"DJANGO_SETTINGS_MODULE": "allianz_portal.settings"}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**kept, **settings, **environment},
        capture_output=True,
        text=True,
    )

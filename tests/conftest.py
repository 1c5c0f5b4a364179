"""What every test starts from: an empty cache, a fixed moment."""

import gc
import re
import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.contrib.sites.models import Site
from django.core.cache import cache
from xdist.scheduler import LoadScopeScheduling

from media_library.storage import HELD
from publishing import response_cache

ASKING = {"db", "transactional_db", "live_server", "django_db_setup"}
BROWSER_TESTS = Path(__file__).parent / "browser"


def pytest_addoption(parser):
    words = "make the photographs of the components the new references"
    parser.addoption("--bless", action="store_true", help=words)


def pytest_itemcollected(item):
    """Everything in tests/browser needs Chromium."""
    if BROWSER_TESTS in item.path.parents:
        item.add_marker(pytest.mark.browser)


def pytest_collection_modifyitems(config, items):
    """On a second database run what asks one; nothing else comes out otherwise there."""
    if settings.DATABASES["default"]["ENGINE"] != "django.db.backends.sqlite3":
        idle = [item for item in items if not asks_a_database(item)]
        config.hook.pytest_deselected(items=idle)
        items[:] = [item for item in items if asks_a_database(item)]


def pytest_collection_finish(session):
    """Keep the collector of garbage from what is never garbage: all code and all tests.

    It would go through it again and again; what tests leave behind it still finds.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def asks_a_database(item) -> bool:
    """Tell whether a test may read or write a database."""
    return "django_db" in item.keywords or not ASKING.isdisjoint(item.fixturenames)


class Together(LoadScopeScheduling):
    """Gives one worker the tests that share something costly.

    Those are all of tests/portal, for which the whole site is read once, and in the browser
    all that visit the same address.
    """

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith("tests/portal/"):
            return "portal"
        place = re.match(r"tests/browser/.*?\[(/.*/|/)", nodeid)
        return place[1] if place else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return Together(config, log)


@pytest.fixture(autouse=True)
def empty_cache(monkeypatch):
    """Start without kept pages, menus and sites.

    What most tests publish is never committed; pages are kept nevertheless.
    """
    monkeypatch.setattr(response_cache, "PAUSE", 0)
    cache.clear()
    Site.objects.clear_cache()


@pytest.fixture(autouse=True)
def nothing_held():
    """Start without files of texts under a Sperrfrist: the same picture has the same place."""
    shutil.rmtree(settings.PRIVATE_ROOT / HELD, ignore_errors=True)


@pytest.fixture
def known_types():
    """Forget content types: emptying the database gives them new keys."""
    ContentType.objects.clear_cache()
    for versionable in apps.get_app_config("djangocms_versioning").cms_extension.versionables:
        versionable.__dict__.pop("content_types", None)


@pytest.fixture
def now() -> datetime:
    """The moment at which tests take place: weeks before the eleventh annual meeting."""
    return datetime(2021, 9, 1, 12, tzinfo=ZoneInfo("Europe/Berlin"))

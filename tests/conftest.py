"""What every test starts from: an empty cache, a fixed moment."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.contrib.sites.models import Site
from django.core.cache import cache

BROWSER_TESTS = Path(__file__).parent / "browser"
PORTAL_TESTS = Path(__file__).parent / "portal"


def pytest_itemcollected(item):
    """Tests in tests/browser need Chromium; those in tests/portal share one reading of the site."""
    if BROWSER_TESTS in item.path.parents:
        item.add_marker(pytest.mark.browser)
    if PORTAL_TESTS in item.path.parents:
        item.add_marker(pytest.mark.xdist_group("portal"))


@pytest.fixture(autouse=True)
def empty_cache():
    """Start without kept pages, menus and sites."""
    cache.clear()
    Site.objects.clear_cache()


@pytest.fixture
def now() -> datetime:
    """The moment at which tests take place: weeks before the eleventh annual meeting."""
    return datetime(2021, 9, 1, 12, tzinfo=ZoneInfo("Europe/Berlin"))

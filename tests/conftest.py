"""What every test starts from: an empty cache, a fixed moment, a browser if it asks for one."""

import os
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.contrib.sites.models import Site
from django.core.cache import cache

from tests import chromium

# Playwright keeps an event loop in the test's thread, Django then refuses the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
BROWSER_TESTS = Path(__file__).parent / "browser"


def pytest_collection_modifyitems(items):
    """Everything in tests/browser needs Chromium."""
    for item in items:
        if BROWSER_TESTS in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(autouse=True)
def empty_cache():
    """Start without kept pages, menus and sites."""
    cache.clear()
    Site.objects.clear_cache()


@pytest.fixture
def now() -> datetime:
    """The moment at which tests take place: weeks before the eleventh annual meeting."""
    return datetime(2021, 9, 1, 12, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args) -> dict:
    """Start the Chromium of this machine; without one, Playwright's own."""
    return {**browser_type_launch_args, **chromium.launch_options()}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args) -> dict:
    """Read as a German reader does."""
    return {**browser_context_args, "locale": "de-DE", "timezone_id": "Europe/Berlin"}

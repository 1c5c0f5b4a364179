"""Chromium for all browser tests, and the portal with an empty database for the editing tests."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, sync_playwright

from tests.chromium import launch_options


@pytest.fixture(scope="session")
def chromium():
    """The Chromium on the PATH, else Playwright's own; without either the test is skipped."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread; Django would refuse the database.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        try:
            browser = playwright.chromium.launch(**launch_options())
        except Error as error:
            pytest.skip(f"Chromium startet nicht: {error.message.splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture
def axe():
    """Return a function that gives axe's findings on a page as (rule, markup) pairs."""

    def findings(page, *, context=None):
        response = (
            Axe().run(page, context=context, options={"resultTypes": ["violations"]}).response
        )
        return [
            (violation["id"], node["html"][:160])
            for violation in response["violations"]
            for node in violation["nodes"]
        ]

    return findings

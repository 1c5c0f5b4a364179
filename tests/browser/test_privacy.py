"""Every template as a stranger's browser meets it: nobody else is asked, nothing is kept."""

from tests.browser.visits import visit


def test_the_portal_answers_and_nobody_else_is_asked(visited, portal):
    document = [a for a in visited.answers if a.request.is_navigation_request()][-1]
    foreign = [url for url in visited.requests if not url.startswith(f"{portal.origin}/")]

    assert (document.status, foreign) == (visited.place.status, [])


def test_nothing_is_kept_on_the_readers_device(visited):
    cookies = visited.page.context.cookies()
    stored = visited.page.evaluate(
        "async () => [localStorage.length, sessionStorage.length,"
        " (await indexedDB.databases()).length, (await caches.keys()).length]"
    )

    assert (cookies, stored) == ([], [0, 0, 0, 0])


def test_the_browser_has_nothing_to_complain_about(visited):
    assert visited.problems == []


def test_without_javascript_the_page_says_and_links_the_same(page, visited, chromium, portal):
    with visit(chromium, portal.origin, visited.place, java_script_enabled=False) as without:
        assert without.words_and_links == visited.words_and_links

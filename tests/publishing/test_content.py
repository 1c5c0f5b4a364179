"""G01: what is changed in a draft is nowhere to be seen, to the byte."""

import re

import pytest
from django.core.cache import cache

from tests.factories import make_article, make_page, new_draft
from tests.publishing.whole import HIDDEN, KINDS, change_everything, whole

pytestmark = pytest.mark.django_db

LISTS = [
    ("NewsListPlugin", {"count": 6}),
    ("MeetingListPlugin", {}),
    ("InitiativeListPlugin", {}),
    ("PartnerLogosPlugin", {}),
]
FEEDS = [f"/{place}/feed.{kind}" for place in ("aktuelles", "presse") for kind in ("atom", "json")]
STARTS = ["/", "/aktuelles/feed.rss", *FEEDS, "/jahrestreffen/kalender.ics", "/sitemap.xml"]
INTERNAL = re.compile(r'(?:href|src)="(/[^"#]*)"|<loc>http://[^/]+(/[^<]*)</loc>')


@pytest.fixture
def home():
    """The home page with a list of each kind."""
    make_page("Startseite", blocks=LISTS).page.set_as_homepage()


def everything(client) -> dict:
    """Return status and bytes of every address that a reader can come to, past the cache."""
    found, waiting = {}, list(STARTS)
    while waiting:
        path = waiting.pop()
        if path not in found and not path.startswith(("/static/", "/media/")):
            cache.clear()
            response = client.get(path)
            found[path] = (response.status_code, response.getvalue())
            links = INTERNAL.findall(response.getvalue().decode(errors="replace"))
            waiting += [link for pair in links for link in pair if link]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_changes_no_byte_of_any_public_address(client, home, kind):
    content = whole(kind)
    before = everything(client)

    draft = new_draft(content)
    change_everything(draft)
    after = everything(client)

    assert content.get_absolute_url() in before
    assert after == before
    assert [path for path, (_, page) in after.items() if HIDDEN.encode() in page] == []


def test_a_first_draft_is_nowhere(client, home):
    make_article(slug="rhein")
    before = everything(client)

    make_article(published=False, title=HIDDEN, slug="geheim")

    assert everything(client) == before
    assert client.get("/aktuelles/geheim/").status_code == 404

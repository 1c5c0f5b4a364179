"""Published changes of a content, each on a day of March 2027, and what readers find then."""

from datetime import UTC, datetime

from bs4 import BeautifulSoup
from django.core.cache import cache

from publishing.change_notes import write_note
from tests.factories import new_draft, publish, version_of

BEGIN = datetime(2027, 3, 1, 9, tzinfo=UTC)


def changed_on(monkeypatch, content, *, day: int, kind="correction", text="Es war anders.", **new):
    """Publish a change with a note and return the new content; `new` are its fields' values."""
    stop_clock(monkeypatch, day)
    draft = new_draft(content)
    for name, value in new.items():
        setattr(draft, name, value)
    draft.save()
    write_note(version_of(draft), kind=kind, text=text)
    return publish(draft)


def stop_clock(monkeypatch, day: int) -> None:
    """Let it be 10 o'clock on a day of March 2027."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: BEGIN.replace(day=day))


def address(content, number=1) -> str:
    return f"{content.identity.get_short_url()}/v/{number}"


def page(client, path) -> BeautifulSoup:
    cache.clear()
    response = client.get(path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(node) -> str:
    return " ".join(node.get_text().split())


def statuses(client, content, numbers=(1, 2, 3)) -> list[int]:
    cache.clear()
    return [client.get(address(content, number)).status_code for number in numbers]


def ways_back(client, content) -> list[str]:
    found = page(client, content.get_absolute_url()).select(".change-notes a")
    return [link["href"] for link in found]

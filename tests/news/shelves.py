"""An archive to look through, and how to read its pages."""

from datetime import date

from bs4 import BeautifulSoup

from news.models import Topic
from publishing.models import Manner
from publishing.withdrawal import withdraw
from tests.factories import (
    editor,
    make_article,
    make_initiative,
    make_partner,
    publish,
    version_of,
)


def about(content, *, topics=(), partners=(), initiatives=()):
    """Give an article its subjects and publish it."""
    content.topics.set(topics)
    content.partners.set(one.partner for one in partners)
    content.initiatives.set(one.initiative for one in initiatives)
    return publish(content)


def draft(when=date(2021, 9, 29), **values):
    return make_article(published=False, date=when, **values)


def fill_shelf():
    """Articles of two years with overlapping subjects, and some that no reader may see."""
    klima, arbeit = (Topic.objects.create(name=n, slug=n.lower()) for n in ("Klima", "Arbeit"))
    stadt = make_partner(slug="stadt", title="Stadt")
    frueher = make_partner(slug="frueher", title="Früher GmbH", facts={"member_until": 2015})
    lauf = make_initiative(slug="lauf", title="Lauf")
    everything = {"topics": [klima, arbeit], "partners": [stadt, frueher], "initiatives": [lauf]}
    about(draft(slug="a"), **everything)
    about(draft(date(2021, 9, 1), slug="b"), topics=[klima], partners=[stadt])
    about(draft(date(2021, 3, 1), slug="c"), topics=[arbeit])
    about(draft(date(2012, 1, 1), slug="d", date_precision="year"), topics=[klima])
    about(draft(date(2012, 1, 5), slug="e"), partners=[frueher])
    about(draft(kind="press-release", slug="f"), **everything)
    draft(slug="geheim").topics.set([klima, Topic.objects.create(name="Geheim", slug="geheim")])
    gone = about(draft(date(2021, 3, 1), slug="g"), topics=[klima])
    withdraw(version_of(gone), editor(), manner=Manner.GONE)
    noticed = about(draft(date(2021, 3, 2), slug="h"), topics=[klima])
    withdraw(version_of(noticed), editor(), manner=Manner.NOTICE)


def opened(client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200, url
    return BeautifulSoup(response.content, "html.parser")


def listed(client, url: str) -> list[str]:
    """Return the last steps of the addresses that a page lists."""
    links = opened(client, url).select(".teaser a")
    return [link["href"].strip("/").rpartition("/")[2] for link in links]

"""N04: a secret word, picture and file under a Sperrfrist, looked for at every public address."""

from itertools import product

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse
from easy_thumbnails.files import get_thumbnailer

from media_library.darkroom import make_missing
from media_library.held_files import sync
from media_library.renditions import all_renditions
from news.models import ArticleAttachment, ArticleImage, Topic
from publishing.models import Step
from publishing.schedule import run_due
from publishing.timetable import plan
from tests.factories import (
    add_block,
    add_text,
    editor,
    make_article,
    make_file,
    make_initiative,
    make_meeting,
    make_page,
    make_partner,
    make_person,
    new_draft,
    picture,
    press_contact,
    version_of,
)
from tests.publishing.planning import SECOND, T

pytestmark = pytest.mark.django_db
WORD = "Geheimfund"
SLUG = "geheimfund"
DATA = b"Geheimfund;1"
NOT_PUBLIC = ("admin:", "djangocms")
SUFFIXES = ["atom", "rss", "json", "bib", "ris"]


class World:
    """A public item of each kind, with everything that a secret text says it belongs to."""

    def __init__(self):
        self.topic = Topic.objects.create(name="Wasser", slug="alles")
        self.partner, self.person = make_partner(slug="alles"), make_person(slug="alles")
        self.initiative, self.meeting = make_initiative(slug="alles"), make_meeting(slug="alles")
        self.public = make_article(kind="press-release", slug="bekannt", title="Bekannt")
        self.file, self.image = make_file("fund.csv", DATA), picture(size=(160, 90))
        make_page("Presse", blocks=[("NewsListPlugin", {}), ("PressPhotosPlugin", {})])

    def fill(self, content):
        """Give a draft secrets in every place that there is, and a Sperrfrist."""
        content.title = content.lead = content.kicker = content.hero_alt = WORD
        content.hero, content.embargo_until, content.date = self.image, T, T.date()
        content.meeting = self.meeting.meeting
        content.save()
        content.topics.add(self.topic)
        content.partners.add(self.partner.partner)
        content.initiatives.add(self.initiative.initiative)
        content.people.add(self.person)
        content.contacts.create(contact=press_contact())
        ArticleImage.objects.create(content=content, image=self.image, alt=WORD, caption=WORD)
        ArticleAttachment.objects.create(content=content, file=self.file, title=WORD)
        add_text(content, f"<p>{WORD}</p>")
        add_block(content, "FigurePlugin", image=self.image, alt=WORD)
        return content

    def files(self) -> list[str]:
        """Return the addresses of the secret files, of all sizes and of the library's previews."""
        thumbnail = get_thumbnailer(self.image.file).get_thumbnail({"size": (48, 48)})
        sizes = [one.name for one in all_renditions(self.image)]
        names = [self.file.file.name, self.image.file.name, thumbnail.name, *sizes]
        return [f"/media/{name}" for name in names]

    def values(self, content) -> dict[str, list]:
        """Return what a stranger may try for each part of an address."""
        codes = [content.article.short_code, self.public.article.short_code]
        keys = [self.file.pk, self.image.pk, content.pk]
        return {
            "slug": [SLUG, "bekannt", "alles"],
            "suffix": SUFFIXES,
            "code": codes,
            "year": [2021, 2027],
            "pk": keys,
            "number": [1, 2, 3],
            "name": [f"{SLUG}.csv", "fund.csv"],
            "token": ["x"],
            "key": ["entwurf"],
            "status": [404],
        }


@pytest.fixture(params=["new-text", "new-version"])
def world(request, monkeypatch):
    """Return a world with a secret draft in it: of a new item, or of a published one."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: T - SECOND)
    world = World()
    values = {"kind": "press-release", "slug": SLUG, "published": False}
    is_new = request.param == "new-text"
    draft = make_article(**values) if is_new else new_draft(world.public)
    world.draft = world.fill(draft)
    make_missing(world.image)
    world.known = world.files()
    plan(version_of(draft), editor("zweite"), step=Step.PUBLISH, run_at=T)
    sync()
    return world


def patterns(resolver, prefix=""):
    """Yield name and parts of every address but the editors'."""
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            if one.name and not prefix.startswith(NOT_PUBLIC):
                yield f"{prefix}{one.name}", one.pattern.regex.groupindex
        else:
            yield from patterns(one, f"{one.namespace}:" if one.namespace else prefix)


def addresses(values: dict) -> set[str]:
    """Return every address that the portal knows, with everything a stranger may try."""
    found = set()
    for name, parts in patterns(get_resolver()):
        for tried in product(*(values.get(part, ["x"]) for part in parts)):
            try:
                found.add(reverse(name, kwargs=dict(zip(parts, tried, strict=True))))
            except NoReverseMatch:
                continue
    return found


def body_of(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def leaks(world, paths) -> dict[str, int]:
    """Return the addresses whose answer holds a secret, with their status."""
    signs = [WORD.encode(), DATA, *(path.rpartition("/")[0].encode() for path in world.known)]
    found, client = {}, Client()
    for path in sorted(paths):
        response = client.get(path)
        body = body_of(response)
        if any(sign in body or sign in str(response.headers).encode() for sign in signs):
            found[path] = response.status_code
    return found


def test_no_address_gives_it_away_before_and_all_do_after(world, monkeypatch):
    tried = addresses(world.values(world.draft))

    before = leaks(world, tried)
    files_before = {Client().get(path).status_code for path in world.known}
    monkeypatch.setattr("django.utils.timezone.now", lambda: T)
    run_due()
    sync()

    page = world.draft.get_absolute_url()
    shown = [
        *(page, f"{page[:-1]}.md", f"{page}pressemappe.zip", "/presse/feed.atom", "/llms.txt"),
        *("/partner/alles/", "/initiativen/alles/", "/jahrestreffen/alles/", "/personen/alles/"),
        *("/aktuelles/thema/alles/", "/partner/alles/feed.json", "/presse/"),
        *("/aktuelles/sitemap.xml", "/presse/archiv/2027/"),
    ]
    assert len(tried) > 200
    assert (before, files_before) == ({}, {404})
    assert set(leaks(world, shown)) == set(shown)
    assert {Client().get(path).status_code for path in world.known} == {200}

"""Every public address as a stranger finds it (issue: one h1, unique ids, no broken link …)."""

import re
from itertools import pairwise
from urllib.parse import urldefrag, urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client

from tests.portal.site import internal_path

INLINE = re.compile(r"\sstyle=|\son[a-z]+=|<style", re.IGNORECASE)
# Names that belong to other hosts on purpose: links that a reader clicks, never loads.
LOADING = {"img": "src", "script": "src", "source": "src", "iframe": "src", "video": "src"}


def failures(site, broken) -> dict:
    """Return what `broken(page)` finds, by path, where it finds something."""
    found = {page.path: broken(page) for page in site.pages}
    return {path: what for path, what in found.items() if what}


def test_every_address_answers(site):
    bad = {path: answer.status for path, answer in site.answers.items() if answer.status != 200}

    assert len(site.pages) > 60
    assert {path: status for path, status in bad.items() if status not in {301, 302}} == {}


def test_every_page_has_one_h1_one_main_and_german(site):
    def broken(page):
        counts = {name: len(page.soup.find_all(name)) for name in ("h1", "main", "title")}
        return counts if set(counts.values()) != {1} or page.soup.html.get("lang") != "de" else None

    assert failures(site, broken) == {}


def test_titles_and_descriptions_are_the_pages_own(site):
    titles = {}
    for page in site.pages:
        own = page.soup.find("link", rel="canonical")["href"]
        titles.setdefault(page.soup.title.string, set()).add(own)

    assert {title: paths for title, paths in titles.items() if len(paths) > 1} == {}
    assert failures(site, lambda p: not p.soup.find("meta", attrs={"name": "description"})) == {}


def test_ids_are_unique(site):
    assert failures(site, lambda p: {i for i in p.ids if p.ids.count(i) > 1}) == {}


def test_headings_skip_no_level(site):
    def skipped(page):
        levels = [int(h.name[1]) for h in page.soup.find_all(re.compile("^h[1-6]$"))]
        return [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]

    assert failures(site, skipped) == {}


def test_every_image_has_an_alternative_and_its_size(site):
    """G14 on every page."""

    def broken(page):
        images = page.soup.find_all("img")
        return [str(i) for i in images if not ({"alt", "width", "height"} <= set(i.attrs))]

    assert failures(site, broken) == {}


def test_nothing_is_inline(site):
    def inline(page):
        scripts = page.soup.find_all("script", src=False)
        code = [str(s) for s in scripts if s.get("type") != "application/ld+json"]
        return code + INLINE.findall(re.sub(r"(?s)<script.*?</script>", "", page.body.decode()))

    assert failures(site, inline) == {}


def test_nothing_is_loaded_from_elsewhere(site):
    def foreign(page):
        sources = [e[a] for n, a in LOADING.items() for e in page.soup.find_all(n, **{a: True})]
        sources += [e["href"] for e in page.soup.find_all("link", rel=["stylesheet", "preload"])]
        return [source for source in sources if urlsplit(source).netloc]

    assert failures(site, foreign) == {}


def test_no_answer_sets_a_cookie(site):
    assert {a.path: a.cookies for a in site.answers.values() if a.cookies} == {}


def test_every_static_file_exists(site):
    paths = {
        urlsplit(address).path.removeprefix(settings.STATIC_URL)
        for page in site.pages
        for address in page.addresses()
        if urlsplit(address).path.startswith(settings.STATIC_URL)
    }

    assert [path for path in sorted(paths) if finders.find(path) is None] == []


def test_every_fragment_exists(site):
    def missing(page):
        targets = [urldefrag(address) for address in page.addresses()]
        return [
            target.url
            for target in targets
            if target.fragment.partition("=")[0] not in {"", "t"}  # "#t=" starts a film there
            and (answer := site.end_of(internal_path(target.url)))
            and target.fragment not in answer.ids
        ]

    assert failures(site, missing) == {}


def test_canonical_address_is_the_pages_own(site):
    def wrong(page):
        canonical = page.soup.find("link", rel="canonical")["href"]
        return canonical if internal_path(canonical) != page.path.split("?")[0] else None

    numbered = {page.path for page in site.pages if "?" in page.path}
    assert {p: c for p, c in failures(site, wrong).items() if p not in numbered} == {}


def test_structured_data_says_nothing_empty_and_nothing_invisible(site):
    def broken(page):
        labels = [e["aria-label"] for e in page.soup.find_all(attrs={"aria-label": True})]
        text = " ".join(" ".join([page.soup.get_text(" "), *labels]).split())
        things = page.json_ld()
        names = [thing.get("headline") or thing.get("name") for thing in things]
        unseen = [n for n in names if n and " ".join(n.split()) not in text]
        return unseen or [t for t in things if "" in t.values() or None in t.values()]

    assert failures(site, broken) == {}


def test_every_page_leads_to_what_the_law_asks(site):
    legal = {
        "/impressum/",
        "/datenschutz/",
        "/barrierefreiheit/",
        "/leichte-sprache/",
        "/gebaerdensprache/",
        "/kontakt/",
    }

    def missing(page):
        return legal - {internal_path(a) for a in page.addresses()}

    assert failures(site, missing) == {}


@pytest.mark.django_db
def test_the_same_address_gives_the_same_bytes_with_and_without_cache(site):
    call_command("load_content", verbosity=0)
    client = Client()
    paths = [page.path for page in site.pages][:25]

    cold = {}
    for path in paths:
        cache.clear()
        cold[path] = client.get(path).content
    warm = {path: client.get(path).content for path in paths}
    again = {path: client.get(path).content for path in paths}

    assert [path for path in paths if not cold[path] == warm[path] == again[path]] == []

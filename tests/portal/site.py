"""A stranger's reading of the whole portal: every address, its answer, its links."""

import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup
from django.conf import settings

LINKING = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src"}
NOT_FETCHED = ("mailto:", "tel:", "webcal:", "data:")


def is_to_follow(rel: str | None) -> bool:
    """Tell whether a link may be followed, by what it says of itself."""
    return rel != "nofollow"


@dataclass
class Answer:
    """What came back for one address."""

    path: str
    status: int
    headers: dict
    cookies: list
    body: bytes

    @property
    def is_html(self) -> bool:
        return self.headers.get("Content-Type", "").startswith("text/html")

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.body, "html.parser")

    @cached_property
    def ids(self) -> list[str]:
        return [element["id"] for element in self.soup.find_all(id=True)]

    def addresses(self):
        """Yield every address the page links to or loads, made absolute.

        Left out are the very many choices of an archive, as for search engines.
        """
        for name, attribute in LINKING.items():
            for element in self.soup.find_all(name, **{attribute: True}, rel=is_to_follow):
                yield urljoin(f"{settings.PUBLIC_ORIGIN}{self.path}", element[attribute])
        for element in self.soup.find_all(srcset=True):
            for candidate in element["srcset"].split(","):
                yield urljoin(f"{settings.PUBLIC_ORIGIN}{self.path}", candidate.split()[0])

    def json_ld(self) -> list[dict]:
        """Return every thing of the page's JSON-LD graph."""
        scripts = self.soup.find_all("script", type="application/ld+json")
        return [thing for script in scripts for thing in json.loads(script.string)["@graph"]]


@dataclass
class Site:
    """All answers by path, reached from the home page and the sitemap."""

    answers: dict[str, Answer] = field(default_factory=dict)
    without: tuple[str, ...] = ()  # how the paths begin that are not asked for

    @classmethod
    def read(cls, client, *, without: tuple[str, ...] = ()) -> "Site":
        """Follow every internal link, from the home page and the sitemap on."""
        site = cls(without=without)
        waiting = ["/", "/sitemap.xml", "/robots.txt", "/.well-known/security.txt"]
        while waiting:
            path = waiting.pop()
            if path not in site.answers:
                site.answers[path] = site.fetch(client, path)
                waiting += site.found_in(site.answers[path])
        return site

    def end_of(self, path: str) -> Answer | None:
        """Return what a browser shows for an address: a redirect takes the fragment along."""
        answer = self.answers.get(path)
        location = answer.headers.get("Location") if answer else None
        return self.answers.get(location) if location else answer

    def fetch(self, client, path: str) -> Answer:
        response = client.get(path)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        cookies = [cookie.key for cookie in response.cookies.values()]
        return Answer(path, response.status_code, dict(response.headers), cookies, body)

    def found_in(self, answer: Answer) -> list[str]:
        """Return the paths an answer leads to: links of a page, locations of the sitemap."""
        if answer.path == "/sitemap.xml":
            locations = re.findall(r"<loc>(.*?)</loc>", answer.body.decode())
            return [internal_path(location) for location in locations]
        if not answer.is_html or answer.status != 200:
            return []
        paths = (internal_path(address) for address in answer.addresses())
        return [path for path in paths if path and not path.startswith(self.without)]

    @cached_property
    def pages(self) -> list[Answer]:
        """The HTML pages that were answered with 200."""
        return [a for a in self.answers.values() if a.is_html and a.status == 200]


def internal_path(address: str) -> str:
    """Return path and query of an address of the portal, "" for any other and for static files."""
    if address.startswith(NOT_FETCHED) or not address.startswith(f"{settings.PUBLIC_ORIGIN}/"):
        return ""
    parts = urlsplit(urldefrag(address).url)
    if parts.path.startswith(settings.STATIC_URL):
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path

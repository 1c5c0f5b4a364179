"""What a page says about itself to search engines, previews and machines."""

from dataclasses import dataclass, field

from django.conf import settings

ALLIANCE = "Lokale Allianz Dormagen"
HOME = "Startseite"


@dataclass(frozen=True)
class Crumb:
    """One step of the breadcrumbs: text and path."""

    title: str
    url: str


@dataclass(frozen=True)
class PageMeta:
    """Title, description and address of a page; `graph` is its JSON-LD, most specific first.

    `path` starts with a slash and carries no host; `image` is a rendition with
    `url`, `width`, `height` and `alt`, or None.
    """

    title: str
    path: str
    query: str = ""  # e.g. "?seite=2"
    description: str = ""
    kind: str = "website"  # Open Graph type
    image: object = None
    crumbs: tuple[Crumb, ...] = ()
    graph: tuple[dict, ...] = field(default=(), compare=False)
    feeds: tuple[tuple[str, str], ...] = ()  # (title, path) of Atom feeds of this page
    oembed: str = ""  # path that describes how to embed this page
    is_indexed: bool = True
    published: str = ""  # of an article, for machines: "2021-09-29"
    modified: str = ""  # when readers were last told of a change

    @property
    def title_end(self) -> str:
        """What the browser's title adds: the name, unless the title is the name."""
        return "" if self.title == ALLIANCE else f" – {ALLIANCE}"

    @property
    def canonical(self) -> str:
        """The page's one absolute address."""
        return absolute(self.path + self.query)

    @property
    def image_url(self) -> str:
        """The absolute address of the picture, or ""."""
        return absolute(self.image.url) if self.image else ""


def absolute(path: str) -> str:
    """Return the public address of a path; an address with a scheme stays as it is."""
    return path if "://" in path else f"{settings.PUBLIC_ORIGIN}{path}"


def crumbs_below(*front: Crumb, title: str, url: str) -> tuple[Crumb, ...]:
    """Return the way from the home page past section fronts to a page."""
    return (Crumb(HOME, "/"), *front, Crumb(title, url))

"""PageMeta and JSON-LD of news and press releases."""

from django.urls import reverse

from media_library.renditions import social_image
from news.choices import ArticleKind
from publishing.dates import for_machines
from publishing.metadata import Crumb, PageMeta, absolute, crumbs_below
from publishing.models import ChangeKind
from publishing.structured_data import alliance, image_object, moment, reference

FRONTS = {
    ArticleKind.NEWS: Crumb("Aktuelles", "/aktuelles/"),
    ArticleKind.PRESS_RELEASE: Crumb("Presse", "/presse/"),
}
ARCHIVES = {ArticleKind.NEWS: "news:archive", ArticleKind.PRESS_RELEASE: "news:press_archive"}
FEEDS = {
    ArticleKind.NEWS: ("Aktuelles als Feed", "news:feed"),
    ArticleKind.PRESS_RELEASE: ("Pressemitteilungen als Feed", "news:press_feed"),
}
# What an article mentions, in schema.org's words.
MENTIONED = {
    "Jahrestreffen": "Event",
    "Initiative": "Project",
    "Partner": "Organization",
    "Person": "Person",
    "Gruppe": "Organization",
}


def article(content, mentions=(), changes=()) -> PageMeta:
    """Return the meta of an article; `mentions` and `changes` are shown on its page."""
    path = content.get_absolute_url()
    kind = content.article.kind
    image = social_image(content.hero, content.hero_alt)
    corrections = [correction(note) for note in changes if note.kind == ChangeKind.CORRECTION]
    return PageMeta(
        title=content.title,
        path=path,
        description=content.description,
        kind="article",
        image=content.social_card().social_image,
        crumbs=crumbs_below(FRONTS[kind], title=content.title, url=path),
        graph=({**news_article(content, mentions, image), "correction": corrections},),
        feeds=(feed_link(kind),),
    )


def news_article(content, mentions, image) -> dict:
    """Return an article as schema.org's NewsArticle."""
    return {
        "@type": "NewsArticle",
        "headline": content.title,
        "alternativeHeadline": content.subtitle,
        "description": content.lead,
        "url": absolute(content.get_absolute_url()),
        "identifier": f"urn:uuid:{content.article.uid}",
        "inLanguage": content.language,
        "datePublished": for_machines(content.date, content.date_precision),
        "dateModified": moment(content.changed_at),
        "dateline": content.dateline_place,
        "image": image_object(image, content.hero, content.hero_caption),
        "author": alliance(),
        "publisher": alliance(),
        "mentions": [reference(MENTIONED[link.kind], link.title, link.url) for link in mentions],
    }


def correction(note) -> dict:
    """Return what was corrected as schema.org's CorrectionComment."""
    return {
        "@type": "CorrectionComment",
        "text": note.text,
        "datePublished": moment(note.published_at),
    }


def corrections_meta(title: str, *, page: int = 1) -> PageMeta:
    """Return the meta of the list of corrections; further pages are addresses of their own."""
    path = reverse("news:corrections")
    return PageMeta(
        title=title if page == 1 else f"{title}, Seite {page}",
        path=path,
        query="" if page == 1 else f"?seite={page}",
        description="Was in Nachrichten und Pressemitteilungen des Bündnisses berichtigt wurde.",
        crumbs=crumbs_below(FRONTS[ArticleKind.PRESS_RELEASE], title=title, url=path),
        feeds=(("Korrekturen als Feed", reverse("news:corrections_feed", args=["atom"])),),
    )


def feed_link(kind: str) -> tuple[str, str]:
    """Return title and path of the Atom feed of a kind."""
    title, url_name = FEEDS[kind]
    return title, reverse(url_name, args=["atom"])


def archive(kind: str, year: int, *, page: int = 1) -> PageMeta:
    """Return the meta of a year's archive; further pages are addresses of their own."""
    front = FRONTS[kind]
    path = archive_path(kind, year)
    title = f"{front.title} {year}"
    return PageMeta(
        title=title if page == 1 else f"{title}, Seite {page}",
        path=path,
        query="" if page == 1 else f"?seite={page}",
        description=f"Alle Beiträge unter „{front.title}“ aus dem Jahr {year}.",
        crumbs=crumbs_below(front, title=str(year), url=path),
        feeds=(feed_link(kind),),
    )


def archive_path(kind: str, year: int) -> str:
    """Return the path of a year's archive."""
    return reverse(ARCHIVES[kind], args=[year])


def topic(topic, *, page: int = 1) -> PageMeta:
    """Return the meta of a topic's list."""
    path = topic.get_absolute_url()
    title = f"Thema: {topic.name}"
    return PageMeta(
        title=title if page == 1 else f"{title}, Seite {page}",
        path=path,
        query="" if page == 1 else f"?seite={page}",
        description=f"Nachrichten und Pressemitteilungen zum Thema „{topic.name}“.",
        crumbs=crumbs_below(FRONTS[ArticleKind.NEWS], title=topic.name, url=path),
        feeds=((f"„{topic.name}“ als Feed", f"{path}feed.atom"),),
    )

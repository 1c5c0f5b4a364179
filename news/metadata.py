"""PageMeta and JSON-LD of news and press releases."""

from django.urls import reverse

from media_library.renditions import social_image
from news.choices import ArticleKind
from news.selection import archive_path
from partners.querysets import FORMER
from publishing.dates import for_machines
from publishing.metadata import Crumb, PageMeta, absolute, crumbs_below
from publishing.models import ChangeKind
from publishing.structured_data import alliance, image_object, moment, reference

FRONTS = {
    ArticleKind.NEWS: Crumb("Aktuelles", "/aktuelles/"),
    ArticleKind.PRESS_RELEASE: Crumb("Presse", "/presse/"),
}
FEEDS = {
    ArticleKind.NEWS: ("Aktuelles als Feed", "news:feed"),
    ArticleKind.PRESS_RELEASE: ("Pressemitteilungen als Feed", "news:press_feed"),
}
# What an article mentions, in schema.org's words.
MENTIONED = {
    "Jahrestreffen": "Event",
    "Initiative": "Project",
    "Partner": "Organization",
    FORMER: "Organization",
    "Person": "Person",
    "Gruppe": "Organization",
}


def article(content, mentions=(), changes=(), full_version=None) -> PageMeta:
    """Return the meta of an article; mentions, changes and full version are shown on its page."""
    path = content.get_absolute_url()
    kind = content.article.kind
    image = social_image(content.hero, content.hero_alt)
    corrections = [correction(note) for note in changes if note.kind == ChangeKind.CORRECTION]
    is_plain = content.article.is_plain_language
    return PageMeta(
        title=f"{content.title} (Einfache Sprache)" if is_plain else content.title,
        path=path,
        description=content.description,
        kind="article",
        image=content.social_card().social_image,
        crumbs=crumbs_below(FRONTS[kind], title=content.title, url=path),
        graph=(
            {
                **news_article(content, mentions, image),
                "isBasedOn": original(full_version),
                "correction": corrections,
            },
        ),
        feeds=(feed_link(kind),),
        published=for_machines(content.date, content.date_precision),
        modified=moment(content.changed_at),
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


def original(link) -> dict:
    """Return the text that a plain-language version is made from, {} if there is none."""
    return reference("NewsArticle", link.title, link.url) if link else {}


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


def archive(selection, subjects, *, page: int = 1) -> PageMeta:
    """Return the meta of an archive; further pages are addresses of their own.

    Search engines are offered the archive and its years. All else shows the same articles in
    another choice, of which there are very many.
    """
    front = FRONTS[selection.kind]
    words = archive_words(selection, [link.title for link in subjects.values()])
    title = f"{front.title}{words}"
    steps = (Crumb("Archiv", archive_path(selection.kind)),) if selection.year else ()
    number = "" if page == 1 else f"{'&' if selection.query else '?'}seite={page}"
    return PageMeta(
        title=title if page == 1 else f"{title}, Seite {page}",
        path=selection.path,
        query=f"{selection.query}{number}",
        description=f"Alle Beiträge im Archiv unter „{title}“.",
        crumbs=crumbs_below(
            front, *steps, title=str(selection.year or "Archiv"), url=selection.path
        ),
        feeds=subject_feeds(subjects) or (feed_link(selection.kind),),
        is_indexed=not selection.query,
    )


def archive_words(selection, subjects: list[str]) -> str:
    """Return what a title says of a selection: " September 2021: Klima", ": Archiv"."""
    when = f" {selection.when}" if selection.when else ""
    about = ", ".join(subjects) or ("" if when else "Archiv")
    return f"{when}: {about}" if about else when


def subject_feeds(subjects) -> tuple[tuple[str, str], ...]:
    """Return title and path of the Atom feed of each subject; it holds news and releases."""
    return tuple((f"„{link.title}“ als Feed", f"{link.url}feed.atom") for link in subjects.values())


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

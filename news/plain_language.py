"""Texts in plain language („Einfache Sprache“): beginning one (N15)."""

from django.db import transaction
from djangocms_versioning.models import Version

from news.models import Article, ArticleContent
from publishing.approval import note_writing
from publishing.facts import log_event
from publishing.locks import lock_identity
from publishing.slugs import free_address

# What a plain-language version takes over from its original; its words are its own.
COLUMNS = (
    "title",
    "kicker",
    "dateline_place",
    "event_date",
    "event_date_precision",
    "meeting_id",
    "embargo_until",
)
HERO = ("hero_id", "hero_alt", "hero_is_decorative", "hero_caption")
RELATIONS = ("topics", "initiatives", "partners", "people")
FIELD = "Einfache Sprache"  # in the log of an item's facts


@transaction.atomic
def begin(original: Article, user) -> Article:
    """Return the plain-language version of an article; a new draft without text if it has none."""
    lock_identity(original)
    existing = Article.objects.filter(plain_language_of=original).first()
    if existing is not None:
        return existing
    source = original.published_content or original.latest_content
    twin = Article.objects.create(
        kind=original.kind, owner=original.owner, plain_language_of=original
    )
    content = ArticleContent.objects.with_user(user).create(
        article=twin,
        slug=free_address(ArticleContent, f"{source.title} in Einfacher Sprache"),
        **{name: getattr(source, name) for name in (*COLUMNS, *HERO)},
    )
    for name in RELATIONS:
        getattr(content, name).set(getattr(source, name).all())
    note_writing(Version.objects.get_for_content(content), user)
    log_event(twin, field=FIELD, values=("", f"Fassung begonnen von „{source}“"), user=user)
    return twin

"""Every public correction of news and press releases, as a page and as a feed (N06)."""

import uuid
from dataclasses import dataclass

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from news.metadata import corrections_meta
from news.models import Article, ArticleContent
from publishing.feeds import FORMATS, LENGTH, Channel, Entry
from publishing.metadata import ALLIANCE
from publishing.models import ChangeKind, ChangeNote
from publishing.paging import PER_PAGE, Pages

TITLE = "Korrekturen"


@dataclass(frozen=True)
class Correction:
    """One correction and the article that it stands on."""

    note: ChangeNote
    content: ArticleContent


def notes():
    """Return all corrections of articles that readers can open, the newest first."""
    readable = ArticleContent.objects.in_archive().values("article_id")
    told = ChangeNote.objects.told().filter(kind=ChangeKind.CORRECTION)
    return told.filter(subject_type=Article._meta.label_lower, subject_id__in=readable)


def corrections(found) -> list[Correction]:
    """Return notes with their articles; one query more for any number."""
    found = list(found)
    contents = ArticleContent.objects.in_archive().select_related("article")
    shown = contents.filter(article__in={note.subject_id for note in found}).order_by("pk")
    by_article = {content.article_id: content for content in shown}
    return [Correction(note, by_article[note.subject_id]) for note in found]


@require_safe
def corrections_page(request):
    """List what was wrong and is right now, with a link to each article."""
    page = Pages(notes(), PER_PAGE).get_page(request.GET.get("seite"))
    context = {
        "page": page,
        "corrections": corrections(page),
        "meta": corrections_meta(TITLE, page=page.number),
    }
    return TemplateResponse(request, "news/corrections.html", context)


@require_safe
def corrections_feed(request, suffix):
    """Answer with the newest corrections as Atom, RSS or JSON Feed."""
    if suffix not in FORMATS:
        raise Http404
    channel = Channel(
        title=f"{ALLIANCE}: {TITLE}",
        description="Was in Nachrichten und Pressemitteilungen berichtigt wurde.",
        path=reverse("news:corrections"),
        feed_path=reverse("news:corrections_feed", args=[suffix]),
        entries=[entry(one) for one in corrections(notes()[:LENGTH])],
    )
    return FORMATS[suffix](channel)


def entry(correction: Correction) -> Entry:
    """Return a correction as an entry; its id stays, whatever becomes of the article's address."""
    note, content = correction.note, correction.content
    return Entry(
        uid=str(uuid.uuid5(content.article.uid, f"korrektur-{note.pk}")),
        title=f"Korrigiert: {content.title}",
        path=content.get_absolute_url(),
        summary=note.text,
        updated=note.published_at,
        published=note.published_at,
    )

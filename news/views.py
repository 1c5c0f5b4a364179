"""Pages of news and press releases."""

from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from news import metadata
from news.attachments import files_of
from news.models import ArticleContent
from news.models.rows import MORE_CHOSEN
from news.press_kit.offer import press_offer
from news.relations import links_of
from publishing.former_versions import changes_of
from publishing.pages import preview, show
from publishing.related import neighbours

MORE = 3  # articles at the end of a page, unless editors chose more


@require_safe
def article_detail(request, slug):
    return show(request, ArticleContent.objects.news(), slug, article_page)


@require_safe
def press_release_detail(request, slug):
    return show(request, ArticleContent.objects.press_releases(), slug, article_page)


def article_page(request, content):
    """Render an article; also the toolbar's preview and edit endpoint."""
    links = links_of(content, *neighbour_arms(content))
    changes = changes_of(content)
    context = {
        "content": content,
        "article": content.article,
        "changes": changes,
        "more": more_of(content),
        "files": files_of(content),
        "press": press_offer(content),
        "meta": metadata.article(
            content, links["related"], changes, full_version=links["full_version"]
        ),
        **links,
    }
    return TemplateResponse(request, "news/article_detail.html", context)


def more_of(content) -> list:
    """Return what to read next: all that was chosen, filled up with what is akin."""
    found = ArticleContent.objects.akin_to(content).for_listing()[:MORE_CHOSEN]
    return [one for number, one in enumerate(found) if number < MORE or one.place is not None]


article_preview = preview(article_page)


def neighbour_arms(content) -> list:
    """Return the union's arms for the older and the newer article of the same kind."""
    same_kind = ArticleContent.objects.of_kind(content.article.kind).listed()
    others = same_kind.exclude(article=content.article.plain_language_of_id)
    return neighbours(others, content, by="date", url_name=content.url_name)

"""Pages of news and press releases."""

from django.template.response import TemplateResponse

from news import metadata
from news.models import ArticleContent
from publishing.pages import preview, show


def article_detail(request, slug):
    return show(request, ArticleContent.objects.news(), slug, article_page)


def press_release_detail(request, slug):
    return show(request, ArticleContent.objects.press_releases(), slug, article_page)


def article_page(request, content):
    """Render an article; also the toolbar's preview and edit endpoint."""
    context = {"content": content, "article": content.article, "meta": metadata.article(content)}
    return TemplateResponse(request, "news/article_detail.html", context)


article_preview = preview(article_page)

"""Articles as Markdown: for programs, for reading aloud, for copying (N14)."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from media_library.renditions import social_image
from news.attachments import files_of
from news.feeds import text_of
from news.models import ArticleContent
from news.press_kit.contents import contact_lines
from news.relations import links_of
from publishing.former_versions import changes_of
from publishing.full_text import bodies, portable
from publishing.markdown import document, escaped, markdown
from publishing.metadata import absolute


@require_safe
def article_text(request, kind, slug):
    """Answer with an article's text, as its page shows it; the page stays the one address."""
    content = get_object_or_404(ArticleContent.objects.of_kind(kind).for_page(), slug=slug)
    page = absolute(content.get_absolute_url())
    headers = {"Link": f'<{page}>; rel="canonical"', "X-Robots-Tag": "noindex"}
    return HttpResponse(
        text(request, content), content_type="text/markdown; charset=utf-8", headers=headers
    )


def text(request, content) -> str:
    """Return everything that the page says of an article."""
    body = bodies(request, [content]).get(content.pk)
    around = surroundings(content)
    when = ", ".join(filter(None, [content.dateline_place, content.when]))
    return document(
        f"# {escaped(content.title)}",
        escaped(content.eyebrow),
        f"**{escaped(content.subtitle)}**" if content.subtitle else "",
        escaped(when),
        escaped(content.lead),
        markdown(portable(render_to_string("news/plain_text_head.html", around))),
        markdown(picture(content)),
        markdown(text_of(request, content, body)),
        markdown(portable(render_to_string("news/plain_text_end.html", around))),
        f"Seite: {absolute(content.get_absolute_url())}",
        f"Kurzlink: {absolute(content.article.get_short_url())}",
    )


def surroundings(content) -> dict:
    """Return what the page says around an article: facts, changes, files, contacts, links."""
    return {
        "content": content,
        "changes": changes_of(content),
        "files": files_of(content),
        "contacts": [contact_lines(row) for row in content.contact_rows],
        **links_of(content),
    }


def picture(content) -> str:
    """Return the large picture with caption and credit as HTML, or ""."""
    image = social_image(content.hero)
    if image is None:
        return ""
    caption = " ".join(filter(None, [content.hero_caption, content.hero.credit_line]))
    return format_html(
        '<p><img src="{}" alt="{}"></p><p>{}</p>', absolute(image.url), content.hero_alt, caption
    )

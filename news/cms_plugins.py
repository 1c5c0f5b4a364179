"""Building blocks of news and press."""

from cms.plugin_pool import plugin_pool

from news.choices import ArticleKind
from news.metadata import archive_path
from news.models import ArticleContent
from news.plugin_models import NewsList
from publishing.paging import Pages
from ui.cms_plugins import LISTS, Block


@plugin_pool.register_plugin
class NewsListPlugin(Block):
    """News and press releases as cards, the newest first."""

    model = NewsList
    name = "Nachrichten und Presse"
    module = LISTS
    purpose = (
        "Die neuesten Nachrichten oder Pressemitteilungen; die Liste hält sich selbst aktuell."
    )
    render_template = "news/plugins/news_list.html"

    def render(self, context, instance, placeholder):
        context = super().render(context, instance, placeholder)
        if instance.is_paginated:
            context["years"] = archive_links(instance.kind or ArticleKind.NEWS)
            pages = Pages(instance.contents(), instance.count, count=total(instance, context))
            context["page"] = pages.get_page(context["request"].GET.get("seite"))
            context["articles"] = context["page"]
        else:
            context["articles"] = instance.contents()[: instance.count]
        return context


def total(instance: NewsList, context) -> int | None:
    """Return the length of a list that holds all of one kind, known from its years."""
    if not instance.kind or instance.topic_id:
        return None
    return sum(count for year, count, url in context["years"])


def archive_links(kind: str) -> list[tuple[int, int, str]]:
    """Return year, number of articles and address of each year's archive, the latest first."""
    years = ArticleContent.objects.of_kind(kind).years()
    return [(year, count, archive_path(kind, year)) for year, count in years]

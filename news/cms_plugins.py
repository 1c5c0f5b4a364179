"""Building blocks of news and press."""

from cms.plugin_pool import plugin_pool
from django.core.paginator import Paginator

from news.plugin_models import NewsList
from ui.cms_plugins import LISTS, Block


@plugin_pool.register_plugin
class NewsListPlugin(Block):
    """News and press releases as cards, the newest first."""

    model = NewsList
    name = "Nachrichten und Presse"
    module = LISTS
    render_template = "news/plugins/news_list.html"

    def render(self, context, instance, placeholder):
        context = super().render(context, instance, placeholder)
        pages = Paginator(instance.contents(), instance.count)
        if instance.is_paginated:
            context["page"] = pages.get_page(context["request"].GET.get("seite"))
            context["articles"] = context["page"].object_list
        else:
            context["articles"] = instance.contents()[: instance.count]
        return context

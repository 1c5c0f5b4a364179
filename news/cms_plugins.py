"""Building blocks of news and press."""

from datetime import timedelta

from cms.plugin_pool import plugin_pool

from news.choices import ArticleKind
from news.models import ArticleContent
from news.plugin_models import NewsList, PressContacts, PressPhotos
from news.press_kit.photos import newest_photos
from news.selection import archive_path
from publishing.paging import Pages
from ui.choices import OperatorSection
from ui.cms_plugins import LISTS, OPERATOR, Block
from ui.models import SiteSettings


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
        context["archive_url"] = archive_url_of(instance)
        if instance.is_paginated:
            context["years"] = years_of(instance)
            pages = Pages(instance.contents(), instance.count, count=total(instance, context))
            context["page"] = pages.get_page(context["request"].GET.get("seite"))
            context["articles"] = context["page"]
        else:
            context["articles"] = instance.contents()[: instance.count]
        return context


def total(instance: NewsList, context) -> int | None:
    """Return the length of a list that holds all of one kind, known from its years."""
    if not instance.kind or instance.topic_id or instance.is_plain_language:
        return None
    return sum(count for year, count, url in context["years"])


def archive_url_of(instance: NewsList) -> str:
    """Return where all articles of the list's kind stand, "" for a list that has no archive."""
    has_one = instance.kind and not instance.is_plain_language
    return archive_path(instance.kind) if has_one else ""


def years_of(instance: NewsList) -> list[tuple[int, int, str]]:
    """Return the archive below a list; plain-language versions stand in none."""
    is_plain = instance.is_plain_language
    return [] if is_plain else archive_links(instance.kind or ArticleKind.NEWS)


def archive_links(kind: str) -> list[tuple[int, int, str]]:
    """Return year, number of articles and address of each year's archive, the latest first."""
    years = ArticleContent.objects.of_kind(kind).listed().years()
    return [(year, count, archive_path(kind, year)) for year, count in years]


@plugin_pool.register_plugin
class PressContactsPlugin(Block):
    """Whom journalists call today; the operator's press data while there is nobody by name."""

    model = PressContacts
    name = "Pressekontakt"
    module = OPERATOR
    purpose = "Wen Redaktionen heute anrufen; kommt aus den Pressekontakten."
    render_template = "news/plugins/press_contacts.html"

    def render(self, context, instance, placeholder):
        context = super().render(context, instance, placeholder)
        context["contacts"] = contacts = list(instance.contacts())
        if not contacts:
            operator = context.get("portal") or SiteSettings.load()
            context["facts"] = operator.facts(OperatorSection.PRESS)
            context["gaps"] = [fact.label for fact in context["facts"] if fact.is_missing]
        return context

    def get_cache_expiration(self, request, instance, placeholder):
        return timedelta(hours=1)


@plugin_pool.register_plugin
class PressPhotosPlugin(Block):
    """Photos in print size."""

    model = PressPhotos
    name = "Pressefotos"
    module = LISTS
    purpose = "Fotos der neuesten Pressemitteilungen in Druckgröße, mit Nachweis."
    render_template = "news/plugins/press_photos.html"

    def render(self, context, instance, placeholder):
        context = super().render(context, instance, placeholder)
        context["photos"] = newest_photos(instance.releases(), instance.count)
        return context

    def get_cache_expiration(self, request, instance, placeholder):
        return timedelta(hours=1)

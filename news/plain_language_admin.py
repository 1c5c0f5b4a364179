"""What editors do with versions in plain language, on the form of an article (N15)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse

from news.models import Article
from news.plain_language import begin
from news.version_checks import checks, settle
from publishing.page_actions import Action, change_url
from publishing.steps import not_yet

BEGUN = (
    "Entwurf in Einfacher Sprache. Titel, Themen, Partner und Bild sind übernommen; der Text ist "
    "leer. Schreiben Sie kurze Sätze mit bekannten Wörtern."
)
SETTLED = "Vermerkt: Beide Fassungen passen noch zueinander."


class PlainLanguage:
    """Mixin of the articles' admin."""

    change_form_template = "admin/news/article_form.html"

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/einfache-sprache/", wrap(self.begin_plain), name="news_begin_plain"),
            path("<int:pk>/passt-noch/", wrap(self.settle_plain), name="news_settle_plain"),
            *super().get_urls(),
        ]

    def begin_plain(self, request, pk):
        """Begin the version in plain language, or open the one there is."""
        article = self.article_for(request, pk)
        if request.method != "POST":
            return not_yet(request, change_url(article))
        if not self.has_add_permission(request) or article.is_plain_language:
            raise PermissionDenied
        twin = begin(article, request.user)
        messages.success(request, BEGUN)
        return redirect(change_url(twin))

    def settle_plain(self, request, pk):
        """Note that both versions still fit."""
        article = self.article_for(request, pk)
        if request.method != "POST":
            return not_yet(request, change_url(article))
        if checks([article.pk]):
            settle(article, request.user)
            messages.success(request, SETTLED)
        return redirect(change_url(article))

    def article_for(self, request, pk) -> Article:
        """Return the article, which has a text, for somebody who may change it."""
        article = get_object_or_404(self.get_queryset(request), pk=pk)
        if article.latest_content is None:
            raise Http404
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        return article

    def render_change_form(self, request, context, *args, **kwargs):
        """Add the other version's button, and what is to be looked at."""
        response = super().render_change_form(request, context, *args, **kwargs)
        article = kwargs.get("obj")
        if article is not None and response.context_data.get("page_actions"):
            mine = [check for check in checks([article.pk]) if check.article == article]
            response.context_data["plain_checks"] = mine
            response.context_data["page_actions"] += self.plain_actions(request, article, mine)
        return response

    def plain_actions(self, request, article, mine) -> list[Action]:
        """Return the buttons about the other version."""
        twin = Article.objects.filter(plain_language_of=article).first()
        found = []
        if mine:
            url = reverse("admin:news_settle_plain", args=[article.pk])
            found.append(Action("Passt noch", url, is_post=True, is_main=True))
        if article.is_plain_language:
            found.append(Action("Ausführliche Fassung", change_url(article.plain_language_of)))
        elif twin:
            found.append(Action("Fassung in Einfacher Sprache", change_url(twin)))
        elif self.has_add_permission(request):
            url = reverse("admin:news_begin_plain", args=[article.pk])
            found.append(Action("Fassung in Einfacher Sprache beginnen", url, is_post=True))
        return found

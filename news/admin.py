from django.contrib import admin

from news.models import Article, ArticleContent, ArticleImage, ArticleSource, Topic
from publishing.admin import ContentAdmin, RowInline


class ArticleImageInline(RowInline):
    model = ArticleImage
    content_model = ArticleContent


class ArticleSourceInline(RowInline):
    model = ArticleSource
    content_model = ArticleContent


@admin.register(Article)
class ArticleAdmin(ContentAdmin):
    """News and press releases."""

    list_display = ("content__title", "kind", "content__date", "admin_list_actions")
    inlines = (ArticleImageInline, ArticleSourceInline)


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    list_display = ("name",)
    prepopulated_fields = {"slug": ("name",)}

from django.contrib import admin, messages

from media_library.held_files import sync_later
from media_library.photo_step import PhotoStep
from news.intake import captions, pages
from news.models import (
    Article,
    ArticleAttachment,
    ArticleContact,
    ArticleContent,
    ArticleImage,
    ArticleSource,
    Boilerplate,
    PressContact,
    RelatedArticle,
    Topic,
    add_usual_contact,
)
from news.models.rows import MORE_CHOSEN
from news.plain_language_admin import PlainLanguage
from publishing.admin import (
    ADDRESS,
    FACTS,
    HERO_FIELDS,
    INTERNAL,
    PICTURE,
    RELATED,
    TEXT,
    ContentAdmin,
    RowInline,
)
from publishing.approval import note_bypass
from publishing.embargo_admin import EmbargoAdmin
from publishing.fact_admin import FactAdmin
from publishing.filters import (
    EmbargoFilter,
    OwnerFilter,
    RelationFilter,
    StateFilter,
    YearFilter,
)
from publishing.forms import AddressForm

EMBARGO = "Sperrfrist – bis dahin nach außen unsichtbar"
USUAL_CONTACT = "Als Pressekontakt steht {} dabei; unten im Formular lässt sich das ändern."
MADE_A_RELEASE = "Erst nach dem Veröffentlichen zur Pressemitteilung gemacht."


class TopicFilter(RelationFilter):
    title, parameter_name, relation = "Thema", "thema", "topics"


class ArticleImageInline(RowInline):
    model = ArticleImage
    content_model = ArticleContent
    fields = ("image", "alt", "is_decorative", "caption", "position")
    verbose_name_plural = "Weitere Bilder – erst nach dem Veröffentlichen sichtbar"


class ArticleContactInline(RowInline):
    model = ArticleContact
    content_model = ArticleContent
    fields = (("contact", "position"), ("name", "role"))
    autocomplete_fields = ("contact",)
    verbose_name_plural = "Pressekontakt – erst nach dem Veröffentlichen sichtbar"


class ArticleAttachmentInline(RowInline):
    model = ArticleAttachment
    content_model = ArticleContent
    fields = (("title", "position"), "file", "description", "alternative", "in_press_kit")
    verbose_name_plural = "Anlagen – erst nach dem Veröffentlichen sichtbar"


class ArticleSourceInline(RowInline):
    model = ArticleSource
    content_model = ArticleContent
    fields = (("title", "url", "position"),)
    verbose_name_plural = "Quellen – erst nach dem Veröffentlichen sichtbar"


class RelatedArticleInline(RowInline):
    model = RelatedArticle
    content_model = ArticleContent
    fields = (("article", "position"),)
    autocomplete_fields = ("article",)
    max_num = MORE_CHOSEN
    verbose_name_plural = "Weitere Beiträge – erst nach dem Veröffentlichen sichtbar"


@admin.register(Article)
class ArticleAdmin(PlainLanguage, PhotoStep, EmbargoAdmin, ContentAdmin):
    """News and press releases."""

    list_display = (
        "thumbnail",
        "content__title",
        "kind",
        "when",
        "state",
        "modified",
        "page_links",
    )
    list_filter = ("kind", StateFilter, EmbargoFilter, YearFilter, TopicFilter, OwnerFilter)
    bulk_relation = "topics"
    autocomplete_fields = ("plain_language_of",)
    newest_by = "date"
    ordering = ()
    search_fields = (*ContentAdmin.search_fields, "content__kicker", "content__subtitle")
    search_help_text = "Sucht in Überschrift, Dachzeile, Unterzeile und Anriss."
    fieldsets = (
        (
            TEXT,
            {
                "fields": (
                    "content__kicker",
                    "content__title",
                    "content__subtitle",
                    "content__lead",
                    ("content__date", "content__date_precision"),
                    "content__dateline_place",
                    ("content__event_date", "content__event_date_precision"),
                    "content__boilerplate_source",
                    "content__boilerplate",
                )
            },
        ),
        (EMBARGO, {"fields": ("content__embargo_until",)}),
        (PICTURE, {"fields": HERO_FIELDS}),
        (
            RELATED,
            {
                "fields": (
                    "content__topics",
                    "content__meeting",
                    "content__initiatives",
                    "content__partners",
                    "content__people",
                )
            },
        ),
        (FACTS, {"fields": ("kind", "plain_language_of")}),
        ADDRESS,
        INTERNAL,
    )
    inlines = (
        ArticleContactInline,
        ArticleImageInline,
        ArticleAttachmentInline,
        ArticleSourceInline,
        RelatedArticleInline,
    )

    def get_urls(self):
        """Add the page that takes over texts from elsewhere."""
        return [*pages.urls(self.admin_site), *super().get_urls()]

    def waiting_captions(self, content):
        return captions.waiting(content)

    def captions_used(self, content, used):
        captions.take(content, used)

    def save_related(self, request, form, formsets, change):
        """Hold the files of a text under a Sperrfrist."""
        super().save_related(request, form, formsets, change)
        sync_later()

    def save_model(self, request, obj, form, change):
        """Keep the second person: what is public may not become a press release unseen."""
        super().save_model(request, obj, form, change)
        public = obj.published_content if change and "kind" in form.changed_data else None
        if public and public.needs_second_person:
            note_bypass(public.versions.get(), request.user, reason=MADE_A_RELEASE)

    def save_formset(self, request, form, formset, change):
        """Save; a text that has just become a release gets the contact that all releases get."""
        super().save_formset(request, form, formset, change)
        is_new = not change or "kind" in form.changed_data
        if formset.model is ArticleContact and is_new:
            row = add_usual_contact(self.saved_content(form))
            if row:
                messages.info(request, USUAL_CONTACT.format(row))

    @admin.display(description="Datum", ordering="newest")
    def when(self, obj):
        content = self.get_content_obj(obj)
        return content and content.when


@admin.register(Topic)
class TopicAdmin(FactAdmin):
    """Topics: used by articles, shown at once."""

    list_display = ("name", "slug")
    ordering = ("name",)
    form = AddressForm
    search_fields = ("name",)


@admin.register(PressContact)
class PressContactAdmin(FactAdmin):
    """Whom journalists call: facts, shown at once."""

    list_display = ("name", "role", "phone", "email", "is_general", "valid_until", "successor")
    list_filter = ("is_general",)
    ordering = ("name", "pk")
    search_fields = ("name", "role", "organisation")
    search_help_text = "Sucht in Name, Funktion und Einrichtung."
    autocomplete_fields = ("successor", "partner")
    fieldsets = (
        (
            FACTS,
            {
                "fields": (
                    ("name", "role"),
                    ("organisation", "partner"),
                    ("phone", "mobile"),
                    "email",
                    ("hours", "out_of_hours"),
                    "is_general",
                )
            },
        ),
        ("Zuständigkeit", {"fields": (("valid_from", "valid_until"), "successor")}),
    )


@admin.register(Boilerplate)
class BoilerplateAdmin(FactAdmin):
    """Texts for the end of releases: every change is logged, what is published keeps its own."""

    list_display = ("name",)
    ordering = ("name",)

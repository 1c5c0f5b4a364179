from django.urls import path, re_path

from news import (
    archive,
    corrections,
    feeds,
    news_sitemap,
    plain_text,
    press_files,
    subjects,
    views,
)
from news.choices import ArticleKind

NEWS = {"kind": ArticleKind.NEWS}
PRESS = {"kind": ArticleKind.PRESS_RELEASE}
DRAFT = "vorschau/<str:token>/<str:key>/"  # publishing/preview_links.py
YEAR = r"archiv/(?P<year>[12][0-9]{3})/$"

app_name = "news"
urlpatterns = [
    path("aktuelles/sitemap.xml", news_sitemap.news_sitemap, name="news_sitemap"),
    path("aktuelles/feed.<slug:suffix>", feeds.feed, NEWS, name="feed"),
    path("presse/feed.<slug:suffix>", feeds.feed, PRESS, name="press_feed"),
    path("aktuelles/archiv/", archive.archive, NEWS, name="whole_archive"),
    path("presse/archiv/", archive.archive, PRESS, name="whole_press_archive"),
    re_path(f"^aktuelles/{YEAR}", archive.archive, NEWS, name="archive"),
    re_path(f"^presse/{YEAR}", archive.archive, PRESS, name="press_archive"),
    path("aktuelles/thema/<slug:slug>/", subjects.topic, name="topic"),
    path("aktuelles/thema/<slug:slug>/feed.<slug:suffix>", subjects.topic_feed, name="topic_feed"),
    path("partner/<slug:slug>/feed.<slug:suffix>", subjects.partner_feed, name="partner_feed"),
    path(
        "initiativen/<slug:slug>/feed.<slug:suffix>",
        subjects.initiative_feed,
        name="initiative_feed",
    ),
    path("aktuelles/<slug:slug>.md", plain_text.article_text, NEWS, name="article_text"),
    path("presse/<slug:slug>.md", plain_text.article_text, PRESS, name="press_release_text"),
    path(
        "aktuelles/<slug:slug>/anlagen/<int:pk>/<str:name>",
        press_files.attachment,
        NEWS,
        name="attachment",
    ),
    path(
        "presse/<slug:slug>/anlagen/<int:pk>/<str:name>",
        press_files.attachment,
        PRESS,
        name="press_attachment",
    ),
    path("presse/korrekturen/", corrections.corrections_page, name="corrections"),
    path(
        "presse/korrekturen/feed.<slug:suffix>",
        corrections.corrections_feed,
        name="corrections_feed",
    ),
    path("presse/<slug:slug>/pressemappe.zip", press_files.press_kit, name="press_kit"),
    path(
        "presse/<slug:slug>/fotos/<int:pk>/<str:name>", press_files.press_photo, name="press_photo"
    ),
    path(f"{DRAFT}pressemappe.zip", press_files.draft_kit, name="draft_kit"),
    path(f"{DRAFT}fotos/<int:pk>/<str:name>", press_files.draft_photo, name="draft_photo"),
    path(
        f"{DRAFT}anlagen/<int:pk>/<str:name>", press_files.draft_attachment, name="draft_attachment"
    ),
    path("aktuelles/<slug:slug>/", views.article_detail, name="article"),
    path("presse/<slug:slug>/", views.press_release_detail, name="press_release"),
]

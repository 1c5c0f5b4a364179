from django.urls import path, re_path

from publishing import views

app_name = "publishing"
urlpatterns = [
    path("vorschau/<str:token>/", views.preview, name="preview"),
    path("n/<slug:code>", views.short_link, name="short_link"),
    re_path(
        r"^n/(?P<code>[-a-zA-Z0-9_]+)\.(?P<suffix>bib|ris)$", views.citation_file, name="citation"
    ),
]

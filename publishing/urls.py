from django.urls import path, re_path

from publishing import views

CODE = "(?P<code>[-a-zA-Z0-9_]+)"

app_name = "publishing"
urlpatterns = [
    path("vorschau/<str:token>/", views.preview, name="preview"),
    path("vorschau/<str:token>/<str:key>/", views.preview_draft, name="preview_draft"),
    path("n/<slug:code>", views.short_link, name="short_link"),
    re_path(
        rf"^n/{CODE}/v/(?P<number>[1-9][0-9]{{0,4}})$",
        views.former_version,
        name="former_version",
    ),
    re_path(rf"^n/{CODE}\.(?P<suffix>bib|ris)$", views.citation_file, name="citation"),
]

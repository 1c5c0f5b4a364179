from django.urls import path

from publishing import views

app_name = "publishing"
urlpatterns = [
    path("vorschau/<str:token>/", views.preview, name="preview"),
    path("n/<slug:code>", views.short_link, name="short_link"),
]

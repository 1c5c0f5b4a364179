from django.urls import path

from news import views

app_name = "news"
urlpatterns = [
    path("aktuelles/<slug:slug>/", views.article_detail, name="article"),
    path("presse/<slug:slug>/", views.press_release_detail, name="press_release"),
]

from django.urls import path

from publishing import views

app_name = "publishing"
urlpatterns = [
    path("n/<slug:code>", views.short_link, name="short_link"),
]

from django.urls import path

from media_library import views

app_name = "media_library"
urlpatterns = [
    path("media/<path:path>", views.media, name="media"),
    path("vorschau/<str:token>/<str:key>/media/<path:path>", views.previewed, name="previewed"),
]

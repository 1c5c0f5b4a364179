from django.urls import path

from events import views

app_name = "events"
urlpatterns = [
    path("jahrestreffen/<slug:slug>/", views.meeting_detail, name="meeting"),
]

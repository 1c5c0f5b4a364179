from django.urls import path

from events import feeds
from events.views import meetings

app_name = "events"
urlpatterns = [
    path("jahrestreffen/kalender.ics", feeds.calendar, name="calendar"),
    path("jahrestreffen/<slug:slug>/", meetings.meeting_detail, name="meeting"),
    path("jahrestreffen/<slug:slug>/kalender.ics", feeds.meeting_calendar, name="meeting_calendar"),
    path(
        "jahrestreffen/<slug:slug>/programm/<slug:item>/",
        meetings.programme_item,
        name="programme_item",
    ),
]

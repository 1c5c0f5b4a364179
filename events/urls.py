from django.urls import path

from events.feeds import calendars, news
from events.feeds import programme as programme_feeds
from events.views import embedding, files, live, meetings, programme, recordings, transcripts

app_name = "events"
urlpatterns = [
    path("jahrestreffen/kalender.ics", calendars.calendar, name="calendar"),
    path("jahrestreffen/feed.<slug:suffix>", news.meetings_feed, name="meetings_feed"),
    path("mediathek/feed.<slug:suffix>", news.recordings_feed, name="recordings_feed"),
    path("personen/<slug:slug>/feed.<slug:suffix>", news.person_feed, name="person_feed"),
    path("jahrestreffen/<slug:slug>/", meetings.meeting_detail, name="meeting"),
    path("jahrestreffen/<slug:slug>/status.json", live.status, name="status"),
    path("jahrestreffen/<slug:slug>/einbetten/", embedding.embed, name="embed"),
    path("oembed", embedding.oembed, name="oembed"),
    path("jahrestreffen/<slug:slug>/livestream/", live.stream, name="stream"),
    path(
        "jahrestreffen/<slug:slug>/kalender.ics",
        calendars.meeting_calendar,
        name="meeting_calendar",
    ),
    path(
        "jahrestreffen/<slug:slug>/programm/<slug:item>/",
        meetings.programme_item,
        name="programme_item",
    ),
    path(
        "jahrestreffen/<slug:slug>/unterlagen/<int:pk>/<str:name>", files.paper_file, name="paper"
    ),
    path(
        "jahrestreffen/<slug:slug>/programm/<slug:item>/kalender.ics",
        calendars.item_calendar,
        name="item_calendar",
    ),
    path(
        "jahrestreffen/<slug:slug>/programm-aenderungen/",
        programme.programme_changes,
        name="programme_changes",
    ),
    path(
        "jahrestreffen/<slug:slug>/programm-aenderungen/feed.<slug:suffix>",
        programme_feeds.changes_feed,
        name="changes_feed",
    ),
    path(
        "jahrestreffen/<slug:slug>/programm.<slug:suffix>",
        programme_feeds.schedule_file,
        name="schedule",
    ),
    path("mediathek/", recordings.library, name="library"),
    path("mediathek/dateien/<int:pk>/<str:name>", files.recording_file, name="recording_file"),
    path("mediathek/untertitel/<int:pk>/<str:name>", transcripts.captions, name="captions"),
    path(
        "mediathek/mitschriften/<int:pk>/<str:name>",
        transcripts.transcript_text,
        name="transcript_text",
    ),
    path("mediathek/<slug:slug>/", recordings.short_address, name="recording"),
    path("mediathek/<slug:slug>/mitschrift/", transcripts.transcript, name="transcript"),
    path("mediathek/<slug:slug>/ton/", recordings.sound, name="sound"),
    path("mediathek/<slug:slug>/extern/", recordings.elsewhere, name="elsewhere"),
]

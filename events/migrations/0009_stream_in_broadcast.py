"""What meetings said about stream and recording becomes what their broadcast and recording say."""

from django.db import migrations, models
from django.utils import timezone


def carry_over(apps, schema_editor):
    """Keep every link and every promise; claim nothing new."""
    meetings = apps.get_model("events", "Meeting").objects.exclude(
        livestream_url="", recording_state="none"
    )
    for meeting in meetings:
        broadcasts = apps.get_model("events", "Broadcast").objects
        broadcast, is_new = broadcasts.get_or_create(
            meeting=meeting, defaults={"state": state_of(meeting)}
        )
        if meeting.livestream_url and not broadcast.stream_url:
            broadcast.stream_url = meeting.livestream_url
            broadcast.save()
        if is_new and broadcast.state == "recording":
            apps.get_model("events", "Recording").objects.update_or_create(
                meeting=meeting,
                defaults={"external_url": meeting.recording_url, "provider": "other"},
            )


def state_of(meeting) -> str:
    """Return the state of a broadcast that nobody had made yet."""
    if meeting.recording_state == "announced":
        return "processing"
    if meeting.recording_state == "available":
        return "recording"
    return "announced" if meeting.starts_at > timezone.now() else "none"


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0008_consent_and_sample'),
    ]

    operations = [
        migrations.RenameField(
            model_name='broadcast',
            old_name='manifest_url',
            new_name='stream_url',
        ),
        migrations.AlterField(
            model_name='broadcast',
            name='stream_url',
            field=models.URLField(blank=True, help_text='Die Adresse, unter der man zuschaut. Bei YouTube oder PeerTube die des einzelnen Videos; bei einem eigenen Server die Adresse auf .m3u8, die dann auf der Seite spielt.', verbose_name='Link zum Livestream'),
        ),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
    ]

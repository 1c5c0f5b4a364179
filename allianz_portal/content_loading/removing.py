"""Takes samples out of the portal; the ledger keeps their names, so that they stay away."""

from django.db import transaction
from filer.models import File

from events.media_files.registering import discard
from events.models import Meeting, MeetingContent
from publishing.models import FactChange
from publishing.response_cache import drop_pages


@transaction.atomic
def remove_samples() -> list[str]:
    """Delete every meeting that is a sample, with all that only it uses; return their titles."""
    meetings = list(Meeting.objects.filter(is_sample=True).order_by("pk"))
    names = [str(meeting) for meeting in meetings]
    for meeting in meetings:
        remove(meeting)
    drop_pages()
    return names


def remove(meeting: Meeting) -> None:
    """Delete a meeting with its texts in every version, its recording, papers and still."""
    recording = getattr(meeting, "recording", None)
    files = [paper.file for paper in meeting.attachments.all() if paper.file]
    if recording:
        files += [recording.poster] if recording.poster else []
        for row in recording.files.all():
            discard(row)
        forget(recording)
    for content in MeetingContent.admin_manager.filter(meeting=meeting):
        content.versions.update(source=None)
    forget(meeting)
    meeting.delete()
    for file in File.objects.filter(pk__in=[file.pk for file in files]):
        file.delete()


def forget(subject) -> None:
    """Delete the log of what will be gone."""
    label = subject._meta.label_lower.split(".")
    FactChange.objects.filter(
        content_type__app_label=label[0], content_type__model=label[1], object_id=subject.pk
    ).delete()

"""Mails to those who should know at once; a mail that fails stops nothing."""

from djangocms_versioning.models import Version

from publishing.audit import title_of
from publishing.facts import local_text
from publishing.mails import send
from publishing.metadata import absolute
from publishing.page_actions import home_url
from publishing.preview_links import readers_of
from publishing.rights import may_know


def tell_owners(line) -> None:
    """Tell who planned a line of the timetable and who looks after the item that it was not run."""
    version = Version.objects.get(pk=line.version_id)
    people = [line.created_by, getattr(version.grouper, "owner", None)]
    people = [person for person in people if person and may_know(person, version.content)]
    send(
        subject=f"Nicht ausgeführt: {line.get_step_display()} „{title_of(version)}“",
        text=f"Geplant war: {line.get_step_display()} am {local_text(line.run_at)}.\n"
        f"Es ging nicht: {line.message}\n\n"
        f"Für Leser hat sich nichts geändert. Bitte hier nachsehen:\n{absolute(home_url(version))}",
        addresses={person.email for person in people if person.email},
    )


def tell_readers(version, *, subject: str, text: str) -> None:
    """Tell those who have opened a preview link of the same thing."""
    addresses = readers_of(version.grouper)
    send(subject=f"{subject}: „{title_of(version)}“", text=text, addresses=addresses)

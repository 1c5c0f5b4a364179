"""What those are told who know a text by a preview link, when it is not as they know it."""

from datetime import datetime

from publishing.alarm import tell_readers
from publishing.change_notes import note_of
from publishing.embargo import exactly, until_of
from publishing.mails import send
from publishing.metadata import absolute
from publishing.models import ChangeKind
from publishing.preview_links import readers_of
from publishing.withdrawal import present_withdrawal

KNOWN = "Sie haben die Vorschau dieses Textes geöffnet."
RELEASED = "{known} Er ist jetzt öffentlich, früher als geplant; keine Sperrfrist gilt mehr:\n{url}"
TAKEN_BACK = "{known} Er ist zurückgezogen. Bitte verwenden Sie ihn nicht mehr. {reason}"
CORRECTED = "{known} Er ist seither korrigiert: {correction}\nSo gilt er:\n{url}"
DROPPED = "{known} Er wird so nicht veröffentlicht. Bitte verwenden Sie ihn nicht."
MOVED = "{known} Für ihn galt eine Sperrfrist bis {old}. Jetzt gilt sie bis {new}."
NO_LONGER = (
    "{known} Für ihn galt eine Sperrfrist bis {old}. Sie gilt nicht mehr, aber der Text ist noch "
    "nicht veröffentlicht. Bitte fragen Sie nach, bevor Sie ihn verwenden."
)


def tell_released_early(version) -> None:
    """A planned text became public by hand before its moment."""
    url = absolute(version.content.get_absolute_url() or "/")
    tell_readers(version, subject="Sofort frei", text=RELEASED.format(known=KNOWN, url=url))


def tell_corrected(version) -> None:
    """A public text was corrected; minor changes and news of the day tell nobody."""
    note = note_of(version)
    if note is None or note.kind != ChangeKind.CORRECTION:
        return
    url = absolute(version.content.get_absolute_url() or "/")
    text = CORRECTED.format(known=KNOWN, correction=note.text, url=url)
    tell_readers(version, subject="Korrigiert", text=text)


def tell_taken_back(version) -> None:
    """A public text was taken back."""
    withdrawal = present_withdrawal(version.grouper)
    text = TAKEN_BACK.format(known=KNOWN, reason=withdrawal.reason if withdrawal else "")
    tell_readers(version, subject="Zurückgezogen", text=text.strip())


def tell_dropped(version) -> None:
    """A draft was set aside."""
    tell_in_confidence(version, subject="Zurückgezogen", text=DROPPED.format(known=KNOWN))


def tell_moved(version, *, old: datetime) -> None:
    """The Sperrfrist of a draft was moved or emptied."""
    new = version.content.embargo_until
    words = MOVED if new else NO_LONGER
    text = words.format(known=KNOWN, old=exactly(old), new=new and exactly(new))
    tell_in_confidence(version, subject="Sperrfrist geändert", text=text, until=old)


def tell_in_confidence(version, *, subject: str, text: str, until=None) -> None:
    """Tell about a draft; a Sperrfrist, if there is one, stands in the place of its title."""
    until = until or until_of(version.content)
    if not until:
        tell_readers(version, subject=subject, text=text)
        return
    named = f"{subject}: Text mit Sperrfrist bis {exactly(until)}"
    send(subject=named, text=text, addresses=readers_of(version.grouper))

"""What those are told who know a text by a preview link, when it is not as they know it."""

from publishing.alarm import tell_readers
from publishing.change_notes import note_of
from publishing.metadata import absolute
from publishing.models import ChangeKind
from publishing.withdrawal import present_withdrawal

KNOWN = "Sie haben die Vorschau dieses Textes geöffnet."
RELEASED = "{known} Er ist jetzt öffentlich, früher als geplant; keine Sperrfrist gilt mehr:\n{url}"
TAKEN_BACK = "{known} Er ist zurückgezogen. Bitte verwenden Sie ihn nicht mehr. {reason}"
CORRECTED = "{known} Er ist seither korrigiert: {correction}\nSo gilt er:\n{url}"
DROPPED = "{known} Er wird so nicht veröffentlicht. Bitte verwenden Sie ihn nicht."


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
    tell_readers(version, subject="Zurückgezogen", text=DROPPED.format(known=KNOWN))

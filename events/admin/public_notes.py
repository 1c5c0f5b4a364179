"""A dated public line beside a change that readers should know of (E45)."""

from django import forms
from django.utils import timezone

from events.models import Recording


class NoteField(forms.CharField):
    """What an editor tells readers about a change; empty for none."""

    def __init__(self, **kwargs):
        values = {
            "label": "Öffentlich vermerken",
            "required": False,
            "max_length": 250,
            "widget": forms.TextInput(attrs={"size": 60}),
            "help_text": "Steht mit dem heutigen Datum bei der Aufzeichnung. Leer: kein Vermerk, "
            "zum Beispiel bei einem Tippfehler.",
        }
        super().__init__(**{**values, **kwargs})


def publish_note(recording: Recording, text: str) -> None:
    """Tell the readers of a public recording what was changed today."""
    if text and recording.is_public:
        recording.corrections.create(on=timezone.localdate(), text=text)

"""Times within a recording as editors type them: `0:12:34` instead of milliseconds."""

import re

from django import forms
from django.core.exceptions import ValidationError

from events import moments
from events.timeline import InvalidParts, checked_parts

BETWEEN = re.compile(r"\s*(?:[-–—]|bis)\s*")
WRONG = "„%s“ ist keine Zeit. Schreiben Sie Stunden:Minuten:Sekunden, zum Beispiel 0:12:34."


def offset_of(text: str) -> int:
    """Return what an editor typed as milliseconds."""
    offset = moments.parse_offset(text)
    if offset is None:
        raise ValidationError(WRONG % text.strip()[:40], "offset")
    return offset


class OffsetField(forms.CharField):
    """A moment or length: typed as `0:12:34`, kept in milliseconds."""

    def __init__(self, **kwargs):
        self.empty = kwargs.pop("empty", None)
        super().__init__(**kwargs)
        self.widget.attrs.update({"size": 10, "placeholder": "0:12:34"})

    def prepare_value(self, value):
        if value == self.empty:
            return ""
        return moments.for_form(value) if isinstance(value, int) else value

    def to_python(self, value):
        text = super().to_python(value)
        return offset_of(text) if text else self.empty


class PartsField(forms.CharField):
    """The kept parts of a recording, one in each line: `0:01:30 – 0:30:00`."""

    widget = forms.Textarea(attrs={"rows": 4, "cols": 40})

    def prepare_value(self, value):
        if not isinstance(value, list):
            return value
        lines = (f"{moments.for_form(start)} – {moments.for_form(end)}" for start, end in value)
        return "\n".join(lines)

    def to_python(self, value):
        lines = super().to_python(value).splitlines()
        return [list(part_of(line)) for line in lines if line.strip()]


def part_of(line: str) -> tuple[int, int]:
    """Return beginning and end of a part."""
    times = BETWEEN.split(line.strip())
    if len(times) != 2:
        raise ValidationError(
            f"„{line.strip()[:40]}“ ist kein Abschnitt. Schreiben Sie Anfang und Ende, zum "
            "Beispiel 0:01:30 – 0:30:00.",
            "part",
        )
    return offset_of(times[0]), offset_of(times[1])


def check_parts(parts, duration: int) -> None:
    """Refuse parts that overlap, run backwards or lie behind the end."""
    try:
        checked_parts(parts, duration)
    except InvalidParts as error:
        raise ValidationError(str(error), "parts") from None

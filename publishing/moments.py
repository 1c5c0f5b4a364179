"""Forms that ask for a moment and for how something is taken back."""

from datetime import date, datetime, time, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone

from publishing.dates import Precision, in_words, moment_at
from publishing.embargo import exactly
from publishing.models import Manner
from publishing.redirects import find_redirect
from publishing.steps import ReasonForm

PAST = "Der Zeitpunkt liegt in der Vergangenheit. Wählen Sie einen späteren."
SKIPPED = (
    "Diese Uhrzeit gibt es am {} nicht: Die Uhren springen von 2 auf 3 Uhr. Wählen Sie eine andere."
)
BOTH = "Nennen Sie Tag und Uhrzeit, oder lassen Sie beides leer."
EARLY = "Bis {} gilt eine Sperrfrist; vorher veröffentlicht das Portal nicht."
NO_TARGET = "Wohin soll die Adresse führen? Zum Beispiel /aktuelles/neuer-beitrag/."
BAD_TARGET = "Das ist keine Adresse. Beginnen Sie mit / oder mit https://, ohne Leerzeichen."
OWN_TARGET = "Das ist die Adresse des Eintrags selbst. Nennen Sie eine andere."
LEADS_ON = "Diese Adresse führt selbst weiter oder wurde zurückgezogen. Nennen Sie eine gültige."


def chosen_moment(day: date, clock: time) -> datetime:
    """Return the moment that an editor chose; raise `ValidationError` if there is none."""
    moment = moment_at(day, clock)
    if moment is None:
        raise ValidationError(SKIPPED.format(in_words(day, Precision.DAY)), "skipped")
    return moment


def next_morning() -> datetime:
    """Return tomorrow at ten, which is what editors plan most."""
    return moment_at(timezone.localdate() + timedelta(days=1), time(10))


class EmbargoField(forms.SplitDateTimeField):
    """Day and time of a Sperrfrist, or both empty."""

    def compress(self, data_list):
        """Return the moment; Django's own field knows no hour that comes twice."""
        if not any(part is not None and part != "" for part in data_list):
            return None
        if any(part is None or part == "" for part in data_list):
            raise ValidationError(BOTH, "incomplete")
        return chosen_moment(*data_list)


class MomentForm(forms.Form):
    """Day and time in the portal's time zone; `cleaned_data["run_at"]` is the moment.

    `earliest` is the end of a Sperrfrist, None without one.
    """

    day = forms.DateField(label="Tag", widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    time = forms.TimeField(
        label="Uhrzeit",
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
        help_text="Ortszeit in Dormagen. Ausgeführt wird es binnen einer Minute.",
    )

    def __init__(self, *args, earliest=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.earliest = earliest

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("day") and cleaned.get("time") is not None:
            cleaned["run_at"] = chosen_moment(cleaned["day"], cleaned["time"])
            self.check_moment(cleaned["run_at"])
        return cleaned

    def check_moment(self, moment: datetime) -> None:
        """Refuse what is over, and what a Sperrfrist forbids."""
        if moment <= timezone.now():
            self.add_error("day", ValidationError(PAST, "past"))
        elif self.earliest and moment < self.earliest:
            self.add_error("day", ValidationError(EARLY.format(exactly(self.earliest)), "early"))


class WithdrawForm(ReasonForm):
    """How and why something is taken back."""

    field_order = ("manner", "target", "reason")
    manner = forms.ChoiceField(
        label="Was finden Leser an dieser Adresse?",
        choices=Manner.choices,
        initial=Manner.NOTICE,
        widget=forms.RadioSelect,
        help_text="In Listen, Feeds und Suchmaschinen steht der Eintrag danach in keinem Fall.",
    )
    target = forms.CharField(
        label="Neue Adresse",
        required=False,
        max_length=500,
        help_text="Nur wenn die Adresse auf eine andere Seite führen soll.",
    )
    reason = forms.CharField(
        label="Begründung",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
        help_text="Ein Satz. Er steht öffentlich im Hinweis und im Protokoll.",
    )

    def __init__(self, *args, own_path="", has_notice=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.own_path = own_path
        if not has_notice:
            kept = [choice for choice in Manner.choices if choice[0] != Manner.NOTICE]
            self.fields["manner"].choices = kept
            self.fields["manner"].initial = Manner.GONE

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("manner") == Manner.REDIRECT:
            problem = self.problem_of(cleaned.get("target", ""))
            if problem:
                self.add_error("target", ValidationError(problem, "target"))
        else:
            cleaned["target"] = ""
        return cleaned

    def problem_of(self, target: str) -> str:
        """Return why an address leads nowhere, or ""."""
        if not target:
            return NO_TARGET
        if leads_to(target, self.own_path):
            return OWN_TARGET
        is_path = target.startswith("/") and not target.startswith(("//", "/\\"))
        if not is_address(f"https://portal.example{target}" if is_path else target):
            return BAD_TARGET
        return LEADS_ON if is_path and find_redirect(target) else ""


def leads_to(target: str, path: str) -> bool:
    """Tell whether an address is this path of ours; "" is none."""
    return bool(path) and target.startswith("/") and target.rstrip("/") == path.rstrip("/")


def is_address(target: str) -> bool:
    """Tell whether a browser finds a way to this address, which says https://."""
    try:
        URLValidator(schemes=["https"])(target)
    except ValidationError:
        return False
    return True


class ExpiryForm(MomentForm, WithdrawForm):
    """When, how and why something is taken back."""

    field_order = ("day", "time", "manner", "target", "reason")

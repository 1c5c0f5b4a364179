"""Forms that ask for a moment and for how something is taken back."""

from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import from_current_timezone
from django.utils import timezone

from publishing.models import Manner
from publishing.redirects import find_redirect
from publishing.steps import ReasonForm

PAST = "Der Zeitpunkt liegt in der Vergangenheit. Wählen Sie einen späteren."
NO_TARGET = "Wohin soll die Adresse führen? Zum Beispiel /aktuelles/neuer-beitrag/."
BAD_TARGET = "Das ist keine Adresse. Beginnen Sie mit / oder mit https://."
LEADS_ON = "Diese Adresse führt selbst weiter oder wurde zurückgezogen. Nennen Sie eine gültige."


class MomentForm(forms.Form):
    """Day and time in the portal's time zone; `cleaned_data["run_at"]` is the moment."""

    day = forms.DateField(label="Tag", widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    time = forms.TimeField(
        label="Uhrzeit",
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
        help_text="Ortszeit in Dormagen. Ausgeführt wird es binnen einer Minute.",
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("day") and cleaned.get("time"):
            cleaned["run_at"] = from_current_timezone(
                datetime.combine(cleaned["day"], cleaned["time"])
            )
            if cleaned["run_at"] <= timezone.now():
                self.add_error("day", ValidationError(PAST, "past"))
        return cleaned


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
        is_path = target.startswith("/") and not target.startswith(("//", "/\\"))
        if not is_path and not target.startswith("https://"):
            return BAD_TARGET
        is_own = is_path and target.rstrip("/") == self.own_path.rstrip("/")
        return LEADS_ON if is_own or (is_path and find_redirect(target)) else ""


class ExpiryForm(MomentForm, WithdrawForm):
    """When, how and why something is taken back."""

    field_order = ("day", "time", "manner", "target", "reason")

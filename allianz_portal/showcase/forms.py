"""Form fields as readers meet them: empty, with a hint, with an error."""

from django import forms


class SpecimenForm(forms.Form):
    """One field of each sort; sent with two mistakes."""

    subject = forms.ChoiceField(
        label="Worum geht es?", choices=[("a", "Erste Auswahl"), ("b", "Zweite Auswahl")]
    )
    email = forms.EmailField(
        label="E-Mail",
        help_text="Nur nötig, wenn Sie eine Antwort möchten.",
        error_messages={"invalid": "Die Adresse ist unvollständig: name@example.org."},
    )
    text = forms.CharField(
        label="Nachricht",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Schreiben Sie Ihre Nachricht."},
    )
    name = forms.CharField(label="Name", required=False)

    @property
    def problems(self) -> list:
        """The fields with an error, in their order."""
        return [field for field in self if field.errors]


def shown() -> dict:
    """Return the form as it comes back to a reader."""
    data = {"subject": "b", "email": "name@", "text": "", "name": "Vorname Nachname"}
    return {"form": SpecimenForm(data, auto_id="muster_%s", use_required_attribute=False)}

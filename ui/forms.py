"""The contact form, as readers fill it in."""

from django import forms
from django.core.validators import RegexValidator

from ui.models import ContactMessage

# What could start a second header in a mail, or hide in a list of the editors.
one_line = RegexValidator(
    "[\x00-\x1f\x7f\u2028\u2029]", "Bitte ohne Zeilenumbruch.", inverse_match=True
)
INVALID_EMAIL = "Die E-Mail-Adresse ist unvollständig. Sie sieht so aus: name@example.org."
TOO_LONG = "Bitte kürzen Sie die Nachricht auf höchstens 5.000 Zeichen."


class ContactForm(forms.ModelForm):
    """A message to the alliance; only subject and text are asked for."""

    trap = forms.CharField(
        label="Bitte leer lassen",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    class Meta:
        model = ContactMessage
        fields = ("subject", "text", "page", "name", "email")
        labels = {"subject": "Worum geht es?", "page": "Adresse der Seite, um die es geht"}
        help_texts = {
            "email": "Nur nötig, wenn Sie eine Antwort möchten.",
            "page": "Bei einer Barriere: auf welcher Seite sind Sie ihr begegnet?",
            "text": "Höchstens 5.000 Zeichen.",
        }
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "text": forms.Textarea(attrs={"rows": 8}),
        }
        error_messages = {
            "subject": {
                "required": "Wählen Sie, worum es geht.",
                "invalid_choice": "Wählen Sie, worum es geht.",
            },
            "text": {"required": "Schreiben Sie Ihre Nachricht.", "max_length": TOO_LONG},
            "email": {"invalid": INVALID_EMAIL},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="kontakt_%s", use_required_attribute=False, **kwargs)
        for name in ("name", "email", "page"):
            self.fields[name].validators.append(one_line)
        self.fields["subject"].choices = ContactMessage._meta.get_field("subject").choices

    @property
    def problems(self) -> list:
        """The fields with an error, in their order."""
        return [field for field in self if field.errors]

    @property
    def is_trapped(self) -> bool:
        """Whether a machine filled in what no reader sees."""
        return bool(self.data.get("trap"))

"""Forms of the editors: an item's identity and content side by side, and its rows."""

import hashlib
import json
from unicodedata import category

from cms.admin.utils import CONTENT_PREFIX
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property

from publishing.change_notes import note_of
from publishing.embargo import FIELD
from publishing.facts import values_of
from publishing.models import ChangeKind
from publishing.note_forms import NOTE_FIELDS, NoteFields
from publishing.problems import addresses_taken
from publishing.slugs import free_slug

SAVED_MEANWHILE = (
    "Jemand anderes hat diesen Eintrag inzwischen gesichert. Ihre Eingaben stehen noch unten, "
    "beide Fassungen unter „Zwei Fassungen“. Wenn Sie hier noch einmal sichern, gilt Ihre."
)
CLOSED_MEANWHILE = (
    "Der Text ist inzwischen veröffentlicht oder abgelegt und lässt sich hier nicht mehr ändern; "
    "gesichert ist nichts. Was Sie geschrieben haben, steht unter „Zwei Fassungen“: Kopieren Sie "
    "es, drücken Sie „Neuer Entwurf“ oder „Zurückholen“, und setzen Sie es dort ein."
)
LAST = 9999  # of an order that is typed: what comes „ans Ende“ has a number after it
CONFLICT = "saved_meanwhile"  # code of the error
UNSEEN = "Darin ist nichts zu lesen, nur unsichtbare Zeichen. Tippen Sie den Text neu."
NO_ADDRESS = (
    "Erlaubt sind Buchstaben von a bis z, Ziffern, Bindestrich und Unterstrich, keine Umlaute und "
    "keine Leerzeichen. Leeren Sie das Feld, dann macht das Portal die Adresse."
)

OVER = "Der Zeitpunkt ist schon vorbei. Wählen Sie einen späteren, oder lassen Sie beides leer."

EMBARGO = f"{CONTENT_PREFIX}{FIELD}"
SLUG = f"{CONTENT_PREFIX}slug"
TITLE = f"{CONTENT_PREFIX}title"


def require_visible(text: str) -> None:
    """Refuse a text of signs that nobody sees: in no list could it be clicked."""
    if all(category(sign)[0] in "CMZ" for sign in text):
        raise ValidationError(UNSEEN, "unseen")


class AddressForm(forms.ModelForm):
    """Base of a form whose `slug` is made from its `name` when it is left empty."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = "Leer: aus dem Namen."
            self.fields["slug"].error_messages["invalid"] = NO_ADDRESS

    def clean(self):
        cleaned = super().clean()
        if "slug" in self.fields and not cleaned.get("slug") and cleaned.get("name"):
            others = self._meta.model._base_manager.exclude(pk=self.instance.pk)
            taken = set(others.values_list("slug", flat=True))
            cleaned["slug"] = free_slug(cleaned["name"], taken, max_length=60)
        return cleaned


class ContentForm(NoteFields):
    """Base of every content type's admin form.

    The CMS copies content fields into the grouper's form but neither fills in
    many-to-many fields nor cleans the content model; both happen here.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    change_kind = forms.ChoiceField(
        label="Wie wichtig ist die Änderung?",
        choices=ChangeKind.choices,
        initial=ChangeKind.MINOR,
        required=False,
        widget=forms.RadioSelect,
    )
    change_note = forms.CharField(
        label="Was ist anders?",
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="Ein Satz für Leser, zum Beispiel „Beginn auf 18 Uhr berichtigt“.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if SLUG in self.fields:
            address, title = self.fields[SLUG], self._content_model._meta.get_field("title")
            address.required = False
            address.error_messages["invalid"] = NO_ADDRESS
            address.help_text = f"Leer: aus dem Feld „{title.verbose_name}“. {address.help_text}"
        content = self._content_instance
        if content is None:
            return
        note = note_of(content.versions.get())
        if note:
            self.initial |= {"change_kind": note.kind, "change_note": note.text}
        self.initial["seen"] = fingerprint(self.instance, content)
        for field in content._meta.many_to_many:
            name = CONTENT_PREFIX + field.name
            if name in self.fields:
                self.initial[name] = getattr(content, field.name).all()

    def clean(self):
        cleaned = super().clean()
        if SLUG in self.fields and not self.has_error(SLUG):
            cleaned[SLUG] = cleaned.get(SLUG) or self.address_from(cleaned.get(TITLE))
            self.check_address(cleaned[SLUG])
        self.check_content(cleaned)
        self.check_embargo(cleaned)
        self.check_note(cleaned)
        self.check_seen(cleaned.get("seen"))
        if cleaned.get("position", "") is None:
            cleaned["position"] = self._meta.model._meta.get_field("position").default
        return cleaned

    def clean_content__title(self) -> str:
        """Refuse a title that nobody sees."""
        require_visible(self.cleaned_data[TITLE])
        return self.cleaned_data[TITLE]

    def address_from(self, title) -> str:
        """Return a free address made from the title."""
        if not title:
            return ""
        current = self._content_model.admin_manager.current_content()
        others = current.exclude(**{self.grouper_name: self.instance.pk})
        taken = set(others.values_list("slug", flat=True))
        length = self._content_model._meta.get_field("slug").max_length
        return free_slug(title, taken, max_length=length)

    def check_address(self, slug) -> None:
        """Refuse an address that another item of this type has."""
        if slug and addresses_taken(self.draft_with(slug=slug)):
            self.add_error(
                SLUG,
                ValidationError(
                    f"„{slug}“ ist schon vergeben. Wählen Sie eine andere Adresse, zum Beispiel "
                    "mit dem Jahr am Ende.",
                    "taken",
                ),
            )

    def check_content(self, cleaned: dict) -> None:
        """Apply the content model's constraints, which the CMS's form leaves out."""
        values = {
            field.name: cleaned[CONTENT_PREFIX + field.name]
            for field in self._content_model._meta.concrete_fields
            if CONTENT_PREFIX + field.name in cleaned and field.name != self.grouper_name
        }
        if not values:
            return
        try:
            self.draft_with(**values).validate_constraints(exclude={self.grouper_name})
        except ValidationError as error:
            self.add_error(None, error)

    def check_embargo(self, cleaned: dict) -> None:
        """Refuse a Sperrfrist that is over before it was set."""
        until = cleaned.get(EMBARGO)
        if until and EMBARGO in self.changed_data and until <= timezone.now():
            self.add_error(EMBARGO, ValidationError(OVER, "past"))

    def check_seen(self, seen) -> None:
        """Refuse once if the item was saved since this form was opened; the text stays."""
        if not seen or self._content_instance is None:
            return
        current = fingerprint(self.instance, self._content_instance)
        if seen != current:
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = current
            is_closed = TITLE in self.data and TITLE not in self.fields
            told = CLOSED_MEANWHILE if is_closed else SAVED_MEANWHILE
            self.add_error(None, ValidationError(told, CONFLICT))

    @cached_property
    def changed_data(self) -> list[str]:
        """What the editor changed; notes and the CMS's hidden key of the identity are not it."""
        others = {CONTENT_PREFIX + self.grouper_name, *NOTE_FIELDS}
        return [name for name in super().changed_data if name not in others]

    @property
    def grouper_name(self) -> str:
        return self._content_model.grouper_field_name

    def draft_with(self, **values):
        """Return an unsaved content of this form's identity with the given values."""
        return self._content_model(**{self.grouper_name: self.instance, **values})


def fingerprint(identity: models.Model, content: models.Model) -> str:
    """Return a short text that changes whenever the item's form would look different."""
    states = list(content.versions.values_list("state", flat=True))
    parts = [values_of(identity), values_of(content), content.pk, states]
    parts += [values_of(row) for row in content.rows()]
    parts += [
        sorted(getattr(content, field.name).values_list("pk", flat=True))
        for field in content._meta.many_to_many
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


class OrderedFormSet(forms.BaseInlineFormSet):
    """Rows in an order: whoever leaves the number empty gets the next one."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "position" in form.fields:
            form.fields["position"].required = False
            form.fields["position"].help_text = "Leer: ans Ende."
            form.fields["position"].validators.append(MaxValueValidator(LAST))
            if form.instance.pk is None:
                form.initial["position"] = None

    def save_new(self, form, commit=True):  # noqa: FBT002 - Django's signature
        self.place(form)
        return super().save_new(form, commit=commit)

    def save_existing(self, form, obj, commit=True):  # noqa: FBT002 - Django's signature
        self.place(form)
        return super().save_existing(form, obj, commit=commit)

    def place(self, form) -> None:
        """Put a row without a number behind all others."""
        if "position" in form.fields and form.instance.position is None:
            form.instance.position = self.next_position()

    def next_position(self) -> int:
        """Return the number after the highest that is typed or was given to a row before."""
        taken = [form.instance.position for form in self.forms]
        return max((number for number in taken if number is not None), default=0) + 1

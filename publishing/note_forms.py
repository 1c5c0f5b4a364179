"""Notes in the form of an item: shown at their fields, written and done with „Sichern“.

They are fields of the same form, so that writing one loses nothing that is typed elsewhere.
"""

from cms.admin.utils import CONTENT_PREFIX
from django import forms
from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models.functions import Lower
from django.utils.html import format_html

from publishing.facts import local_text
from publishing.models import EditorNote
from publishing.models.editor_note import GENERAL
from publishing.notes import open_words, resolve, write
from publishing.presence import name_of
from publishing.rights import may_view

NOTE_FIELDS = ("note_field", "note_text", "note_for", "notes_done")
ON_PAGE = ("body", "Text auf der Seite")
NO_TEXT = "Schreiben Sie, was zu tun ist."
MAY_NOT_SEE = "{name} darf diesen Entwurf nicht sehen. Wählen Sie jemand anderen."


def places(owner, fieldsets) -> list[tuple[str, str]]:
    """Return name and label of everything that a note may be about in an admin's form."""
    fields = {CONTENT_PREFIX + one.name: one for one in owner.content_model._meta.get_fields()}
    fields |= {one.name: one for one in owner.model._meta.get_fields()}
    names = [name for name in flatten_fieldsets(fieldsets) if name in fields]
    found = [(name, str(fields[name].verbose_name)) for name in names]
    for inline in owner.inlines:
        label = str(inline.verbose_name_plural or inline.model._meta.verbose_name_plural)
        found.append((inline.model._meta.model_name, label.partition(" – ")[0]))
    return [*found, ON_PAGE]


def with_note(help_text: str, note: EditorNote) -> str:
    """Return a field's help with a note below it, so that screen readers read both."""
    words = f"{note.by_name}, {local_text(note.written_at)}"
    return format_html('{}<span class="field-note">{}: {}</span>', help_text, words, note.text)


class Colleague(forms.ModelChoiceField):
    """A choice of people by their names."""

    def label_from_instance(self, obj):
        return name_of(obj)


class Done(forms.MultipleChoiceField):
    """Keys of notes; one that somebody else has done meanwhile is no fault."""

    def valid_value(self, value):
        return True


class NoteFields(forms.ModelForm):
    """Mixin of content forms; `note_places` are names and labels of what notes may be about."""

    note_places: tuple = ()
    notes: tuple | list = ()

    note_text = forms.CharField(
        label="Neue Notiz",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
        help_text="Leser sehen sie nie. Sie hält das Veröffentlichen nicht auf.",
    )
    note_field = forms.ChoiceField(label="Betrifft", required=False)
    note_for = Colleague(
        User.objects.filter(is_active=True, is_staff=True).order_by(
            Lower("last_name"), Lower("first_name"), "username"
        ),
        label="Aufgabe für",
        required=False,
        empty_label="niemand Bestimmten",
        help_text="Steht bei der Person unter „Heute“, und sie bekommt eine E-Mail.",
    )
    notes_done = Done(label="erledigt", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note_field"].choices = [("", GENERAL), *self.note_places]
        if self._content_instance is None:
            return
        self.notes = list(EditorNote.objects.of(self.instance))
        for note in self.open_notes:
            if note.field in self.fields:
                field = self.fields[note.field]
                field.help_text = with_note(field.help_text, note)

    @property
    def open_notes(self) -> list[EditorNote]:
        return [note for note in self.notes if note.resolved_at is None]

    @property
    def note_inputs(self) -> list:
        """The fields of a new note, in order."""
        return [self[name] for name in ("note_text", "note_field", "note_for")]

    @property
    def open_words(self) -> str:
        """How many notes are open, in a sentence; "" if none."""
        return open_words(len(self.open_notes))

    @property
    def done_notes(self) -> list[EditorNote]:
        return [note for note in reversed(self.notes) if note.resolved_at]

    def check_note(self, cleaned: dict) -> None:
        """Refuse a task without words, and one for somebody who may not see the item."""
        colleague = cleaned.get("note_for")
        if not colleague:
            return
        if not cleaned.get("note_text"):
            self.add_error("note_text", ValidationError(NO_TEXT, "required"))
        if not may_view(colleague, self._content_instance):
            refused = MAY_NOT_SEE.format(name=name_of(colleague))
            self.add_error("note_for", ValidationError(refused, "hidden"))

    def save_notes(self, user) -> None:
        """Write the new note and mark those as done that were ticked."""
        done = set(self.cleaned_data.get("notes_done", ()))
        resolve([note for note in self.open_notes if str(note.pk) in done], user)
        text = self.cleaned_data.get("note_text")
        if text:
            name = self.cleaned_data["note_field"]
            place = name, dict(self.fields["note_field"].choices)[name]
            write(
                self.instance, user, text=text, place=place, task_of=self.cleaned_data["note_for"]
            )

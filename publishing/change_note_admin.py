"""The note about a change in the versions' admin: for CMS pages, which have no form of ours."""

from django import forms
from djangocms_versioning.constants import DRAFT, PUBLISHED, UNPUBLISHED
from djangocms_versioning.models import Version

from publishing.audit import title_of
from publishing.change_notes import NO_WORDS, note_of, write_note
from publishing.former_version_admin import FormerVersionViews
from publishing.models import ChangeKind, ChangeNote
from publishing.steps import Question, ask

CONSEQUENCE = (
    "Beim Veröffentlichen steht Ihr Satz mit Datum über dem Text der Seite. Eine Kleinigkeit "
    "erfährt niemand."
)
NEVER_SEEN = "Diesen Text hat noch niemand gesehen; da gibt es keine Änderung zu vermerken."
NO_DRAFT = "Vermerken lässt sich eine Änderung nur an einem Entwurf."
DONE = "Vermerkt. Leser sehen es, wenn Sie den Entwurf veröffentlichen."


class ChangeNoteForm(forms.ModelForm):
    """How important the change is, and what is different."""

    class Meta:
        model = ChangeNote
        fields = ("kind", "text")
        labels = {"kind": "Wie wichtig ist die Änderung?"}
        widgets = {"kind": forms.RadioSelect}
        help_texts = {
            "text": "Ein Satz für Leser, zum Beispiel „Neue Öffnungszeiten“. Bei einer "
            "Kleinigkeit bleibt das Feld leer."
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = ChangeKind.choices  # without an empty one

    def clean(self):
        cleaned = super().clean()
        is_told = cleaned.get("kind") in {ChangeKind.UPDATE, ChangeKind.CORRECTION}
        if is_told and not cleaned.get("text", "").strip():
            self.add_error("text", NO_WORDS)
        return cleaned


class ChangeNoteViews(FormerVersionViews):
    """Mixin of version admins: what readers are told about a draft."""

    steps = {**FormerVersionViews.steps, "change_note": "change_note_view"}

    def change_note_view(self, request, object_id):
        """Ask what is different in this draft."""
        version = self.version_for(request, object_id, publishing=False)
        if version.state != DRAFT or not was_seen(version):
            reason = NO_DRAFT if version.state != DRAFT else NEVER_SEEN
            return self.refused(request, version, reason)
        note = note_of(version) or ChangeNote(kind=ChangeKind.MINOR)
        form = ChangeNoteForm(request.POST or None, instance=note)
        if not form.is_valid():
            title = f"Was ist anders an „{title_of(version)}“?"
            return ask(request, version, Question(title, CONSEQUENCE, "Vermerken"), form)
        return self.taken(
            request, version, lambda: write_note(version, **form.cleaned_data), done=DONE
        )


def was_seen(version: Version) -> bool:
    """Tell whether readers have seen an older version of the same thing."""
    versions = Version.objects.filter_by_content_grouping_values(version.content)
    return versions.filter(state__in=[PUBLISHED, UNPUBLISHED]).exists()

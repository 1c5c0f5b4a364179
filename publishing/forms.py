"""The form of a versioned item: fields of its identity and of its content side by side."""

from cms.admin.utils import CONTENT_PREFIX
from django import forms
from django.core.exceptions import ValidationError

from publishing.problems import addresses_taken


class ContentForm(forms.ModelForm):
    """Base of every content type's admin form.

    The CMS copies content fields into the grouper's form but neither fills in
    many-to-many fields nor cleans the content model; both happen here.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self._content_instance is None:
            return
        for field in self._content_instance._meta.many_to_many:
            name = CONTENT_PREFIX + field.name
            if name in self.fields:
                self.initial[name] = getattr(self._content_instance, field.name).all()

    def clean(self):
        cleaned = super().clean()
        slug = cleaned.get(f"{CONTENT_PREFIX}slug")
        if slug and addresses_taken(self.draft_with(slug=slug)):
            self.add_error(
                f"{CONTENT_PREFIX}slug",
                ValidationError("Diese Adresse gehört schon zu einem anderen Eintrag.", "taken"),
            )
        return cleaned

    def draft_with(self, **values):
        """Return an unsaved content of this form's identity with the given values."""
        model = self._content_model
        return model(**{model.grouper_field_name: self.instance, **values})

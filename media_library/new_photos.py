"""Photos for a draft in one step: files, rights, alternative texts and captions."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Max
from djangocms_versioning.models import Version
from filer.models import Folder

from media_library.embedded import CAPTION_LENGTH
from media_library.file_types import is_picture_name
from media_library.models import Consent, Image
from media_library.uploads import check_upload
from publishing.approval import note_writing
from publishing.embargo import until_of
from publishing.locks import lock_identity

ROWS = 4  # photos at once
NO_FILE = "Wählen Sie hier die Datei, oder leeren Sie die Zeile."


@dataclass(frozen=True)
class Photo:
    """A checked file and what is said of it."""

    file: object
    alt: str
    caption: str


class RightsForm(forms.ModelForm):
    """What is true of all photos that come at once; who is shown must be said, not assumed."""

    consent = forms.ChoiceField(
        label="Einwilligung der Abgebildeten", choices=[("", "Bitte wählen"), *Consent.choices]
    )

    class Meta:
        model = Image
        fields = ("credit", "licence", "consent")
        help_texts = {"credit": "Gilt für alle Fotos unten. Leer: wie er in der Datei steht."}


class PhotoForm(forms.Form):
    """One photo; a form without a file and without new words is left out."""

    use_required_attribute = False
    file = forms.FileField(
        label="Datei",
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )
    alt = forms.CharField(
        label="Alternativtext",
        max_length=250,
        required=False,
        widget=forms.Textarea({"rows": 3, "aria-describedby": "alt-help"}),
    )
    caption = forms.CharField(
        label="Bildunterschrift", max_length=300, required=False, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_file(self):
        """Apply the library's one judgement of uploads."""
        file = self.cleaned_data["file"]
        if file is None:
            return None
        check_upload(file.name, file, self.user, file.content_type)
        if not is_picture_name(file.name):
            raise ValidationError(f"„{file.name}“ ist kein Bild. Wählen Sie ein Foto.")
        return file

    def clean(self):
        cleaned = super().clean()
        for name in ("alt", "caption"):
            cleaned[name] = " ".join(cleaned.get(name, "").split())
        if cleaned.get("file") is None and not self.errors and self.has_changed():
            self.add_error("file", NO_FILE)
        return cleaned

    @property
    def photo(self) -> Photo | None:
        """The photo, or None if there is none or something is wrong with it."""
        if not self.is_valid() or self.cleaned_data["file"] is None:
            return None
        return Photo(**self.cleaned_data)


@transaction.atomic
def add_photos(content, photos: list[Photo], *, rights: dict, user) -> int:
    """Put photos into the library and the draft: the first one at its head if that is free.

    Return how many came in; a file that the draft shows already is left out.
    """
    lock_identity(content.identity)
    content.refresh_from_db()  # somebody may have pressed twice
    shown = {image.sha1 for image in pictures_of(content)}
    before = len(shown)
    folder, _ = Folder.objects.get_or_create(
        name=content.identity._meta.verbose_name_plural, parent=None
    )
    for photo in photos:
        with default_storage.holding_new(is_wanted=until_of(content) is not None):
            image = stored(photo, folder=folder, rights=rights, user=user)
        if image.sha1 in shown:
            image.delete()
            continue
        shown.add(image.sha1)
        place(content, image, photo)
    if len(shown) > before:
        note_writing(Version.objects.get_for_content(content), user)
    return len(shown) - before


def pictures_of(content) -> list[Image]:
    """Return the picture at the head of a content and its further ones."""
    further = [row.image for row in content.images.select_related("image")]
    return [content.hero, *further] if content.hero else further


def stored(photo: Photo, *, folder: Folder, rights: dict, user) -> Image:
    """Return a new image of the library; its words are suggestions for the next use."""
    return Image.objects.create(
        folder=folder,
        owner=user,
        original_filename=photo.file.name,
        file=photo.file,
        default_alt_text=photo.alt or None,
        default_caption=photo.caption[:CAPTION_LENGTH] or None,
        **rights,
    )


def place(content, image: Image, photo) -> None:
    """Show an image at the head of a content, or behind its other pictures.

    `photo` says its `alt` and `caption`.
    """
    if content.hero is None:
        content.hero, content.hero_alt, content.hero_caption = image, photo.alt, photo.caption
        content.hero_is_decorative = False
        content.save()
    else:
        last = content.images.aggregate(last=Max("position"))["last"] or 0
        content.images.create(image=image, alt=photo.alt, caption=photo.caption, position=last + 1)

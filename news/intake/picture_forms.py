"""What editors decide about each picture of a document before it is taken over."""

from django import forms

from media_library.models import ALT_HELP, Image
from news.intake.models import WaitingPicture
from news.intake.taking_pictures import Chosen
from news.intake.waiting import waiting
from news.models import ArticleImage

CREDIT_HELP = "Leer lassen, wenn Sie ihn nicht wissen. Veröffentlichen geht erst mit Nachweis."


class PictureForm(forms.Form):
    """One picture: whether it comes along, and what is known about it."""

    chosen = forms.BooleanField(label="Dieses Bild übernehmen", required=False)
    caption = forms.CharField(
        label="Bildunterschrift",
        required=False,
        max_length=ArticleImage._meta.get_field("caption").max_length,
    )
    credit = forms.CharField(
        label="Bildnachweis",
        required=False,
        max_length=Image._meta.get_field("credit").max_length,
        help_text=CREDIT_HELP,
    )
    alt = forms.CharField(
        label="Alternativtext",
        required=False,
        max_length=ArticleImage._meta.get_field("alt").max_length,
        help_text=ALT_HELP,
    )

    def __init__(self, picture: WaitingPicture, data=None):
        names = ("caption", "credit", "alt")
        initial = {"chosen": True, **{name: getattr(picture, name) for name in names}}
        super().__init__(data, prefix=f"picture-{picture.pk}", initial=initial)
        self.picture = picture
        if picture.twin:  # the library's own credit holds
            del self.fields["credit"]


def picture_forms(user, batch: str, data=None) -> list[PictureForm]:
    """Return a form for each picture of a document that waits for this user."""
    return [PictureForm(picture, data) for picture in waiting(user, batch)]


def chosen(pictures: list[PictureForm]) -> list[Chosen]:
    """Return the ticked pictures of valid forms."""
    values = [(form.picture, form.cleaned_data) for form in pictures]
    return [
        Chosen(picture, one["caption"], one.get("credit", ""), one["alt"])
        for picture, one in values
        if one["chosen"]
    ]

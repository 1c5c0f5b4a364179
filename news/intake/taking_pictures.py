"""The pictures of a document and its draft: into the library, and to the article."""

from dataclasses import dataclass

from django.core.files.base import ContentFile
from filer.models import Folder

from media_library.embedded import CAPTION_LENGTH
from media_library.models import Consent, Image, Licence
from media_library.new_photos import place
from news.intake.models import WaitingPicture
from news.models import ArticleContent

FOLDER = "Aus Word-Dateien"


@dataclass(frozen=True)
class Chosen:
    """A picture that an editor ticked, with what it shall say."""

    picture: WaitingPicture
    caption: str
    credit: str
    alt: str


def take_over(content: ArticleContent, chosen: list[Chosen], user) -> None:
    """Give an article's draft its pictures: the first above the text, the others below it."""
    for one in chosen:
        place(content, one.picture.twin or into_library(one, user), one)


def into_library(one: Chosen, user) -> Image:
    """Save a picture whose rights nobody has cleared yet, so that it cannot be published."""
    folder, _ = Folder.objects.get_or_create(name=FOLDER, parent=None)
    return Image.objects.create(
        original_filename=one.picture.name,
        file=ContentFile(bytes(one.picture.content), name=one.picture.name),
        folder=folder,
        owner=user,
        credit=one.credit,
        licence=Licence.UNKNOWN,
        consent=Consent.MISSING,
        default_caption=one.caption[:CAPTION_LENGTH] or None,
        default_alt_text=one.alt or None,
    )

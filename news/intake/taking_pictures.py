"""The pictures of a document and its draft: into the library, and to the article."""

from dataclasses import dataclass

from django.core.files.base import ContentFile
from filer.models import Folder

from media_library.models import Consent, Image, Licence
from news.intake.models import WaitingPicture
from news.models import ArticleContent, ArticleImage

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
    for number, one in enumerate(chosen):
        image = one.picture.twin or into_library(one, user)
        if number == 0:
            content.hero, content.hero_alt, content.hero_caption = image, one.alt, one.caption
            content.save()
        else:
            values = {"alt": one.alt, "caption": one.caption, "position": number}
            ArticleImage.objects.create(content=content, image=image, **values)


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
        default_caption=one.caption[:250] or None,
        default_alt_text=one.alt or None,
    )

"""The pictures of a document on „Text übernehmen“: shown, left behind, told about."""

from pathlib import PurePath

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from media_library.file_types import MIME_BY_SUFFIX
from news.intake.models import WaitingPicture
from news.intake.picture_forms import PictureForm, chosen
from news.intake.structure import Release
from news.intake.taking_pictures import FOLDER

NO_RIGHT = (
    "Die Bilder des Dokuments kommen nicht mit: Ihr Konto darf keine hochladen. Bitten Sie eine "
    "Kollegin oder einen Kollegen darum."
)
TOO_LATE = (
    "Ohne Bilder: Das Portal hebt sie nur einen Tag lang und nur für die letzten Dokumente auf. "
    "Laden Sie sie unter „Bilder und Dateien“ hoch."
)
TO_CLEAR = (
    f"Die Bilder liegen unter „Bilder und Dateien“ im Ordner „{FOLDER}“. Tragen Sie dort "
    "Nutzungsrecht, Einwilligung und Nachweis ein; vorher lässt sich nichts veröffentlichen."
)


def require_right(request) -> None:
    if not request.user.has_perm("news.add_article"):
        raise PermissionDenied


def picture_view(request, pk: int):
    """Show a picture that waits to the editor who brought it."""
    require_right(request)
    picture = get_object_or_404(WaitingPicture, pk=pk, user=request.user)
    kind = MIME_BY_SUFFIX[PurePath(picture.name).suffix]
    return HttpResponse(bytes(picture.content), content_type=kind)


def leave_pictures(release: Release) -> None:
    """Take over the text alone; the captions are kept for whoever brings the pictures."""
    release.remarks.append(NO_RIGHT)
    release.captions += [one.caption for one in release.pictures if one.caption]
    release.pictures = []


def tell_pictures(request, pictures: list[PictureForm], batch: str) -> None:
    """Say what became of the pictures and what is still to do with them."""
    if batch and not pictures:
        messages.warning(request, TOO_LATE)
    elif chosen(pictures):
        messages.warning(request, TO_CLEAR)

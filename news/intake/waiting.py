"""Pictures between the upload and the draft: kept for a day, seen by their editor only."""

import uuid
from datetime import timedelta
from pathlib import PurePath

from django.utils import timezone
from django.utils.text import slugify

from media_library.models import Image
from news.intake.models import WaitingPicture

KEPT_FOR = timedelta(days=1)
MOST_DOCUMENTS = 4  # that wait for one editor at once
STEM_LENGTH = 40


def keep(pictures: list, user, *, file_name: str) -> str:
    """Keep the pictures of a document until its draft is made; return what they are found by."""
    forget_old()
    forget_others(user)
    batch = uuid.uuid4().hex
    stem = slugify(PurePath(file_name).stem)[:STEM_LENGTH].strip("-") or "word"
    WaitingPicture.objects.bulk_create(
        WaitingPicture(
            user=user,
            batch=batch,
            name=f"{stem}-bild-{number}{picture.suffix}",
            content=picture.content,
            checksum=picture.checksum,
            alt=picture.alt,
            caption=picture.caption,
            credit=picture.credit,
        )
        for number, picture in enumerate(pictures, 1)
    )
    return batch if pictures else ""


def waiting(user, batch: str) -> list[WaitingPicture]:
    """Return the pictures of a document in its order, without their content.

    Each knows its `twin`: the same file, if the library has it.
    """
    found = WaitingPicture.objects.filter(user=user, batch=batch) if batch else ()
    pictures = list(found and found.defer("content").order_by("pk"))
    keys = [picture.checksum for picture in pictures]
    twins = {one.sha1: one for one in Image.objects.filter(sha1__in=keys).order_by("-pk")}
    for picture in pictures:
        picture.twin = twins.get(picture.checksum)
    return pictures


def forget_others(user) -> None:
    """Delete a user's pictures but those of the last documents: each may bring 20 MB."""
    own = WaitingPicture.objects.filter(user=user)
    batches = list(dict.fromkeys(own.order_by("-pk").values_list("batch", flat=True)))
    own.filter(batch__in=batches[MOST_DOCUMENTS - 1 :]).delete()


def forget_old(now=None) -> int:
    """Delete what was not taken over within a day; return how many pictures that were."""
    old = WaitingPicture.objects.filter(kept_at__lt=(now or timezone.now()) - KEPT_FOR)
    return old.delete()[0]

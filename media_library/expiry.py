"""Rights that end: warn in time, then take the picture away (N01).

Pages and press kits ask `Image.is_shown` and `may_be_passed_on`; what is left to do at night
is what no page asks: mail, the files that still lie in the storage, kept pages.
"""

from datetime import date, timedelta

from django.contrib.auth import get_user_model
from django.core.files.storage import default_storage
from django.db import transaction
from django.urls import reverse

from media_library.darkroom import stored_names
from media_library.held_files import sync
from media_library.models import Image
from media_library.renditions import FOLDER
from media_library.social.published import cards
from media_library.uses import uses_of
from publishing import mails
from publishing.metadata import absolute
from publishing.response_cache import drop_pages

WARN_DAYS = (1, 7, 30)  # before the last day, soonest first
BACKEND = "django.contrib.auth.backends.ModelBackend"


def warn(today: date) -> int:
    """Mail about every picture whose right ends soon, once for each step; return how many."""
    ending = Image.objects.filter(
        valid_until__gte=today, valid_until__lte=today + timedelta(days=max(WARN_DAYS))
    )
    due = [image for image in ending.order_by("valid_until", "pk") if is_warning_due(image, today)]
    return sum(warned(image, today) for image in due)


def is_warning_due(image: Image, today: date) -> bool:
    """Tell whether this step's warning about this last day has not been mailed yet."""
    if image.warned_until != image.valid_until:
        return True
    return step_of(image, today) < image.warned_days


def step_of(image: Image, today: date) -> int:
    """Return the step of `WARN_DAYS` that a picture has reached."""
    left = (image.valid_until - today).days
    return next(days for days in WARN_DAYS if left <= days)


@transaction.atomic
def warned(image: Image, today: date) -> bool:
    """Owe one warning to everybody whom it concerns, and note it; False if that is nobody."""
    recipients = recipients_of(image)
    if not recipients:
        return False
    day = image.valid_until.strftime("%d.%m.%Y")
    subject = f"Bildrecht endet am {day}: {' '.join(image.label.split())}"
    mails.send(subject=subject, text=text_for(image, day), addresses=recipients)
    noted = {"warned_until": image.valid_until, "warned_days": step_of(image, today)}
    Image.objects.filter(pk=image.pk).update(**noted)
    return True


def recipients_of(image: Image) -> set[str]:
    """Return the owner's address; without one, those of all who may change pictures."""
    if image.owner and image.owner.is_active and image.owner.email:
        return {image.owner.email}
    editors = get_user_model().objects.with_perm("media_library.change_image", backend=BACKEND)
    return set(editors.exclude(email="").values_list("email", flat=True))


def text_for(image: Image, day: str) -> str:
    """Return the warning: what ends when, what happens then, where it is used, where to act."""
    form = absolute(reverse("admin:media_library_image_change", args=[image.pk]))
    uses = [f"- {use}" for use in uses_of(image)] or ["- nirgends"]
    lines = [
        f"Das Nutzungsrecht am Bild „{image.label}“ ({image.credit_line}) endet am {day}.",
        f"Danach: {image.get_after_expiry_display()}. Aus Pressemappen verschwindet es immer.",
        "",
        "Verwendet in:",
        *uses,
        "",
        f"Recht verlängern oder Bild ersetzen: {form}",
    ]
    return "\n".join(lines)


def withdraw() -> int:
    """Remove the sizes of pictures that pages no longer show, and the pictures for sharing that
    show them; put the originals out of reach. Return how many sizes.
    """
    over = Image.no_longer_shown()
    hidden = set(over.values_list("sha1", flat=True))
    hidden -= set(Image.objects.exclude(pk__in=over).values_list("sha1", flat=True))
    orphans = [name for name in stored_names() if sha1_of(name) in hidden]
    if orphans:
        orphans += set(stored_names(f"{FOLDER}/social")) - {card.name for card in cards()}
    for name in orphans:
        default_storage.delete(name)
    sync()
    drop_pages()
    return sum(bool(sha1_of(name)) for name in orphans)


def follow(*, instance: Image, **kwargs) -> None:
    """Once a picture is saved, take it away if nobody may see it any more, or let it back."""
    transaction.on_commit(sync if instance.is_shown else withdraw)


def sha1_of(name: str) -> str:
    """Return the hash of the picture that a stored size was made of, or "" if it is none."""
    return name.removeprefix(f"{FOLDER}/").partition("-")[0]

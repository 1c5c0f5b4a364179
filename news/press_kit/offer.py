"""What a press release offers newsrooms on its page."""

from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from news.choices import ArticleKind
from news.press_kit.photos import PressPhoto, photos_of


@dataclass(frozen=True)
class PressOffer:
    """Kit and photos of a release; without addresses while it is a draft or was taken back."""

    is_public: bool
    kit_url: str
    kit_about: str
    photos: list[PressPhoto]


def press_offer(content) -> PressOffer | None:
    """Return what a release offers, None for news; no query of its own."""
    if content.article.kind != ArticleKind.PRESS_RELEASE:
        return None
    photos = photos_of(content)
    bytes_of_photos = sum(photo.image.size or 0 for photo in photos)
    about = f"ZIP, etwa {filesizeformat(bytes_of_photos)}" if photos else "ZIP, ohne Fotos"
    is_withdrawn = getattr(content, "withdrawal", None) is not None
    return PressOffer(
        is_public=content.modified is not None and not is_withdrawn,
        kit_url=reverse("news:press_kit", args=[content.slug]),
        kit_about=about,
        photos=photos,
    )

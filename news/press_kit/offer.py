"""What a press release offers newsrooms on its page."""

from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from news.choices import ArticleKind
from news.models import ArticleContact
from news.press_kit.photos import PressPhoto, photos_of


@dataclass(frozen=True)
class PressOffer:
    """Contacts, kit and photos of a release; nothing to load while it is not published.

    Newsrooms that know its Sperrfrist load them before (`is_handed_out`).
    """

    is_public: bool
    is_former: bool
    kit_url: str
    kit_about: str
    photos: list[PressPhoto]
    contacts: list[ArticleContact]


def press_offer(content) -> PressOffer | None:
    """Return what a release offers; None for news and for versions in plain language."""
    if content.article.kind != ArticleKind.PRESS_RELEASE or content.article.is_plain_language:
        return None
    photos = photos_of(content)
    kept = [row for row in content.attachment_rows if row.in_press_kit]
    size = sum(photo.image.size or 0 for photo in photos) + sum(row.file.size or 0 for row in kept)
    is_withdrawn = getattr(content, "withdrawal", None) is not None
    is_public = content.modified is not None and not content.former and not is_withdrawn
    return PressOffer(
        is_former=content.former is not None,
        is_public=is_public or bool(content.is_handed_out),
        kit_url=reverse("news:press_kit", args=[content.slug]),
        kit_about=kit_about(size, has_photos=bool(photos), has_attachments=bool(kept)),
        photos=photos,
        contacts=content.contact_rows,
    )


def kit_about(size: int, *, has_photos: bool, has_attachments: bool) -> str:
    """Say what a kit holds; `size` are the bytes of its photos and attachments."""
    parts = [
        "Text als Word, HTML und Text",
        "Fotos in Druckgröße, Bildnachweise" if has_photos else "",
        "Anlagen" if has_attachments else "",
        "Fakten",
    ]
    weight = f", etwa {filesizeformat(size)}" if size else ""
    lacking = "" if has_photos else "; ohne Fotos"
    return f"ZIP{weight}: {', '.join(filter(None, parts))}{lacking}."

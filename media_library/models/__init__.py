"""Pictures with their rights, and how a content uses them."""

from media_library.models.image import AfterExpiry, Consent, Image, Licence
from media_library.models.image_use import (
    ALT_HELP,
    DECORATIVE_HELP,
    HeroImage,
    ImageUse,
    alt_problems,
)

__all__ = [
    "ALT_HELP",
    "DECORATIVE_HELP",
    "AfterExpiry",
    "Consent",
    "HeroImage",
    "Image",
    "ImageUse",
    "Licence",
    "alt_problems",
]

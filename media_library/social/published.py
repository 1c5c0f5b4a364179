"""Which pictures for sharing there are: those of everything published, and no others."""

from collections.abc import Iterator

from django.apps import apps

from media_library.models import HeroImage
from media_library.social.cards import Card


def cards() -> Iterator[Card]:
    """Yield the card of everything that is published."""
    for model in models().values():
        for content in model.objects.for_listing().order_by("pk"):
            yield content.social_card()


def card_named(name: str, *, kind: str, pk: int) -> Card | None:
    """Return the card of a published thing if it has exactly this name at the moment."""
    model = models().get(kind)
    if model is None:
        return None
    contents = model.objects.for_listing().filter(**{f"{kind}_id": pk})
    found = [card for card in (one.social_card() for one in contents) if card.name == name]
    return found[0] if found else None


def models() -> dict[str, type[HeroImage]]:
    """Return the kinds of content that have a picture for sharing, by their identity's name."""
    return {
        model.grouper_field_name: model
        for model in apps.get_models()
        if issubclass(model, HeroImage)
    }

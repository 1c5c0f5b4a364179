"""Addresses made from German titles."""

from django.utils.text import slugify

# Django's slugify drops the dots of umlauts and the whole of "ß".
GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)


def german_slug(text: str) -> str:
    """Return a text as an address: „Größe“ becomes `groesse`."""
    return slugify(text.translate(GERMAN))


def free_address(content_model, title: str) -> str:
    """Return an address for a new content that no other item of its type has."""
    taken = content_model.admin_manager.current_content().values_list("slug", flat=True)
    length = content_model._meta.get_field("slug").max_length
    return free_slug(title, set(taken), max_length=length)


def free_slug(text: str, taken: set[str], *, max_length: int) -> str:
    """Return an address for a text that is not in `taken`; a number makes it different."""
    slug = german_slug(text)[: max_length - 3].strip("-") or "eintrag"
    number = 2
    free = slug
    while free in taken:
        free = f"{slug}-{number}"
        number += 1
    return free

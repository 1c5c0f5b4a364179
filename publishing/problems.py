"""What forbids publishing, said so that an editor knows what to do."""

from dataclasses import dataclass

from django.urls import resolve


@dataclass(frozen=True)
class Problem:
    """One cause: the field by its German label, what is wrong, and the remedy."""

    field: str
    cause: str
    remedy: str

    def __str__(self):
        return f"{self.field}: {self.cause} {self.remedy}"


def addresses_taken(content) -> bool:
    """Tell whether this content's address belongs to another item of its type, or to a page of
    the portal that would stand before it, like an archive.

    Versions of one item share a slug, so the database cannot keep it unique.
    Drafts count too: two drafts with one address would collide later.
    """
    if resolve(content.get_absolute_url()).kwargs.get("slug") != content.slug:
        return True
    same_item = {f"{content.grouper_field_name}_id": content.identity.pk}
    current = type(content).admin_manager.current_content().filter(slug=content.slug)
    return current.exclude(**same_item).exists()

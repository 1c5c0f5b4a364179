"""What forbids publishing, said so that an editor knows what to do."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One cause: the field by its German label, what is wrong, and the remedy."""

    field: str
    cause: str
    remedy: str

    def __str__(self):
        return f"{self.field}: {self.cause} {self.remedy}"


def addresses_taken(content) -> bool:
    """Tell whether another item of the same type holds or held this content's slug.

    Versions of one item share a slug, so the database cannot keep it unique.
    Drafts count too: two drafts with one address would collide later.
    """
    same_item = {f"{content.grouper_field_name}_id": content.identity.pk}
    current = type(content).admin_manager.current_content().filter(slug=content.slug)
    return current.exclude(**same_item).exists()

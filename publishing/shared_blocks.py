"""Shared blocks (aliases) as editors make them: a name, and a category out of those there are."""

from djangocms_alias.models import Alias, Category
from djangocms_versioning.helpers import replace_admin_for_models

from publishing.fact_admin import ClearFields


class SharedBlocks(ClearFields):
    """Mixin of the alias admin, which suggests only categories that are used already.

    So nobody could make the first shared block.
    """

    autocomplete_fields = ()
    fields = ("content__name", "category", "content__language")

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "category":
            kwargs["initial"] = Category.objects.order_by("pk").first()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


def offer_categories() -> None:
    """Put the mixin before the package's own admin."""
    replace_admin_for_models([(Alias, SharedBlocks)])

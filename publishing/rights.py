"""Who may look at what is not public."""

from cms.models import Page, PageContent
from djangocms_versioning.constants import PUBLISHED


def may_view(user, content) -> bool:
    """Tell whether a member of staff may see this content's preview (spec/news.md 2c, trap 5).

    What is published anybody may see; for the rest of a page the rights on `Page` count.
    """
    options = (Page if isinstance(content, PageContent) else content)._meta
    may = any(
        user.has_perm(f"{options.app_label}.{action}_{options.model_name}")
        for action in ("view", "change")
    )
    return user.is_staff and (may or content.versions.filter(state=PUBLISHED).exists())


def may_change(user, model) -> bool:
    """Tell whether somebody may change things of this type."""
    return user.has_perm(f"{model._meta.app_label}.change_{model._meta.model_name}")

"""PageMeta and JSON-LD of this app's pages."""

from publishing.metadata import PageMeta


def meeting(content) -> PageMeta:
    return PageMeta(
        title=content.title,
        path=content.get_absolute_url(),
        description=content.description,
    )

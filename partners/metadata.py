"""PageMeta and JSON-LD of this app's pages."""

from publishing.metadata import PageMeta


def partner(content) -> PageMeta:
    return PageMeta(
        title=content.title,
        path=content.get_absolute_url(),
        description=content.description,
    )


def initiative(content) -> PageMeta:
    return PageMeta(
        title=content.title,
        path=content.get_absolute_url(),
        description=content.description,
    )


def person(content) -> PageMeta:
    return PageMeta(
        title=content.name,
        path=content.get_absolute_url(),
        description=content.description[:160],
    )

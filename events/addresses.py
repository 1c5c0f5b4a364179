"""The paths of what belongs to a meeting and has a page or file of its own."""

from urllib.parse import urlencode

from django.urls import reverse

from publishing.metadata import absolute


def item_path(content, item) -> str:
    """Return the path of a programme item's own page."""
    return reverse("events:programme_item", args=[content.slug, item.slug])


def version_id(number: int) -> str:
    """Return the place of a version on the page of the programme's changes."""
    return f"fassung-{number}"


def changes_path(content) -> str:
    """Return the path of what changed in a meeting's programme."""
    return reverse("events:programme_changes", args=[content.slug])


def embed_path(content) -> str:
    """Return the path of a meeting for frames on other pages."""
    return reverse("events:embed", args=[content.slug])


def oembed_path(path: str) -> str:
    """Return the path that describes the frame of one of our pages."""
    return f"{reverse('events:oembed')}?{urlencode({'url': absolute(path)})}"

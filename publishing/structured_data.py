"""JSON-LD with schema.org's words: no empty value, no string that could end the script."""

import json

from django.utils import timezone

from publishing.metadata import ALLIANCE, Crumb, absolute

# A script element ends at "</"; "<" and "&" as escapes are equal JSON (as Django's json_script).
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def json_ld(*things: dict) -> str:
    """Return one JSON-LD document for the things of a page, safe inside a script element."""
    graph = [pruned(thing) for thing in things]
    document = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(document, ensure_ascii=False).translate(ESCAPES)


def pruned(value):
    """Return the value without empty texts, lists, dictionaries and None, at any depth."""
    if isinstance(value, dict):
        kept = {key: pruned(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if not is_empty(item)}
    if isinstance(value, (list, tuple)):
        return [item for item in map(pruned, value) if not is_empty(item)]
    return value


def is_empty(value) -> bool:
    """Tell whether a value says nothing; a dictionary with nothing but its type does not."""
    return value in (None, "", [], {}) or (isinstance(value, dict) and set(value) == {"@type"})


def breadcrumb_list(crumbs: tuple[Crumb, ...]) -> dict:
    """Return the BreadcrumbList of a page."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": crumb.title,
                "item": absolute(crumb.url),
            }
            for position, crumb in enumerate(crumbs, 1)
        ],
    }


def reference(kind: str, name: str, path: str = "") -> dict:
    """Return a thing by its name and, if it has one, its page."""
    return {"@type": kind, "name": name, "url": absolute(path) if path else ""}


def moment(value) -> str:
    """Return an exact moment, or "" if there is none."""
    return timezone.localtime(value).isoformat(timespec="seconds") if value else ""


def alliance() -> dict:
    """Return the alliance itself: author and publisher of what stands on the portal."""
    url = absolute("/")
    return {"@type": "Organization", "@id": f"{url}#buendnis", "name": ALLIANCE, "url": url}


def pixels(number: int | None) -> str:
    """Return a length in pixels as schema.org's Distance, "" where it is not known."""
    return f"{number} px" if number else ""


def image_object(rendition, image, caption: str = "") -> dict:
    """Return a picture with caption and credit as they stand on the page."""
    if rendition is None:
        return {}
    return {
        "@type": "ImageObject",
        "url": absolute(rendition.url),
        "width": pixels(rendition.width),
        "height": pixels(rendition.height),
        "caption": caption,
        "creditText": image.credit,
        "copyrightNotice": image.copyright_notice,
        "license": image.licence_url,
    }

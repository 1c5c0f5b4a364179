"""`{% picture %}` and `{% figure %}`: pictures in every size a browser may want."""

from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from django import template

from media_library.renditions import (
    FALLBACK_WIDTH,
    MIME_TYPES,
    ROLES,
    Rendition,
    has_renditions,
    is_drawing,
    renditions_of,
)

register = template.Library()


@dataclass(frozen=True)
class Source:
    """The files of one format, for one `<source>` or `<img>`."""

    mime: str
    renditions: list[Rendition]

    @property
    def srcset(self) -> str:
        """The addresses with their widths."""
        return ", ".join(f"{file.url} {file.width}w" for file in self.renditions)

    @property
    def fallback(self) -> Rendition:
        """The one file for browsers that know no `srcset`."""
        small = [file for file in self.renditions if file.width <= FALLBACK_WIDTH]
        return (small or self.renditions)[-1 if small else 0]


@register.inclusion_tag("media_library/picture.html")
def picture(image, role, *, alt="", eager=False, **attributes):
    """A picture in a role; `eager` for the one that is seen first. `class` goes to the `<img>`."""
    css_class = attributes.pop("class", "")
    if attributes:
        raise TypeError(f"picture takes no {', '.join(attributes)}")
    shared = {"alt": alt, "class": css_class, "eager": eager}
    if image and image.is_shown and is_drawing(image):
        width, height = drawing_size(image)
        return {**shared, "src": image.url, "width": width, "height": height}
    if not has_renditions(image):
        return {}
    *sources, last = sources_of(image, ROLES[role])
    return {
        **shared,
        "sources": sources,
        "srcset": last.srcset,
        "sizes": ROLES[role].sizes,
        "src": last.fallback.url,
        "width": last.fallback.width,
        "height": last.fallback.height,
    }


def sources_of(image, role) -> list[Source]:
    """Return the files of a picture, best format first, the one for all browsers last."""
    by_suffix = groupby(renditions_of(image, role), key=attrgetter("suffix"))
    return [Source(MIME_TYPES[suffix], list(files)) for suffix, files in by_suffix]


def drawing_size(image) -> tuple[int | None, int | None]:
    """Return the size an SVG gives itself, or nothing."""
    return (round(image.width) or None), (round(image.height) or None)


@register.inclusion_tag("media_library/figure.html")
def figure(*, image, role="figure", alt="", caption="", eager=False, is_linked=False):
    """A picture with its caption and the name of its maker.

    `is_linked`: a picture that says something leads to all of it, past the role's crop.
    """
    return {
        "image": image,
        "role": role,
        "alt": alt,
        "caption": caption,
        "eager": eager,
        # A link without words would lead nowhere that readers could name.
        "url": whole_picture(image) if is_linked and alt else "",
    }


def whole_picture(image) -> str:
    """Return the address of a picture without crop, as large as pages show it."""
    files = renditions_of(image, ROLES["figure"])
    return files[-1].url if files else image.url

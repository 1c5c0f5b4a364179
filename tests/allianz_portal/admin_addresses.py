"""Every address of the admin, filled in with an object of the model it belongs to."""

import re
from dataclasses import dataclass

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.urls import URLResolver

ARGUMENT = re.compile(r"\((?:\?P<\w+>)?[^()]*\)|<[^>]*>")
WORD = r"([a-z\-]+)"


@dataclass(frozen=True)
class Address:
    """A path and, where it belongs to one, the label of a model."""

    path: str
    model: str = ""


def addresses(objects: dict) -> list[Address]:
    """Return all addresses; `objects` maps labels of models to the object to fill in."""
    found = []
    for model, owner in admin.site._registry.items():
        label = model._meta.label_lower
        prefix = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        found += [
            Address(path, label)
            for pattern in patterns(owner.urls)
            if (path := filled(prefix + pattern, objects, label))
        ]
    return found


def patterns(urls, prefix=""):
    """Yield every pattern below some URLs as text."""
    for url in urls:
        if isinstance(url, URLResolver):
            yield from patterns(url.url_patterns, prefix + str(url.pattern))
        else:
            yield prefix + str(url.pattern)


def filled(pattern: str, objects: dict, label: str) -> str:
    """Return a pattern as a path; "" if it needs an object that is not there."""
    thing = objects.get(label)
    path = pattern.replace(WORD, "title").replace("^", "").replace("$", "").replace(r"\Z", "")
    if "object/" in path:
        kind = ContentType.objects.get_for_model(thing).pk
        path = ARGUMENT.sub(str(kind), path, count=1)
    if ARGUMENT.search(path) and thing is None:
        return ""
    return ARGUMENT.sub(str(thing.pk) if thing else "", path)

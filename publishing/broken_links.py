"""Which links lead nowhere: judged afresh each time, so that publishing the target mends them.

Only what lies outside, or what no list of ours knows, is judged by its last answer
(outside_links.py).
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from cms.models import Page, PageContent, PageUrl
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from djangocms_versioning.constants import DRAFT, PUBLISHED

from publishing.content import Content
from publishing.links import Link, links
from publishing.models import OutsideLink


class Trouble(models.TextChoices):
    """Why a link helps no reader."""

    DRAFT = "draft", "führt zu einem Entwurf; ist er veröffentlicht, stimmt der Link"
    WITHDRAWN = "withdrawn", "führt zu etwas Zurückgezogenem"
    MISSING = "missing", "führt zu etwas, das es nicht gibt"
    SILENT = "silent", "antwortet nicht"


@dataclass(frozen=True)
class BrokenLink:
    """A link with its trouble; `since` is known of what was asked from outside."""

    link: Link
    trouble: Trouble
    since: datetime | None = None
    status: int = 0


def broken_links(content=None) -> list[BrokenLink]:
    """Return the broken links of everything, or of one content."""
    found = list(links(content))
    targets = own_targets(found)
    judged = judge_targets({*targets.values(), *(one.target for one in found if one.is_reference)})
    answers = failing_addresses()
    verdicts = [verdict(link, targets, judged, answers) for link in found]
    return [one for one in verdicts if one]


def verdict(link, targets: dict, judged: dict, answers: dict) -> BrokenLink | None:
    """Return what is wrong with a link, or None."""
    target = link.target if link.is_reference else targets.get(link.own_path)
    if target:
        trouble = judged.get(target)
        return BrokenLink(link, trouble) if trouble else None
    answer = answers.get(link.address)
    if answer is None:
        return None
    return BrokenLink(link, Trouble.SILENT, answer.failing_since, answer.status)


def asked_addresses() -> set[str]:
    """Return the addresses that only a request can judge: outside, or unknown to our lists."""
    found = [link for link in links() if not link.is_reference]
    targets = own_targets(found)
    return {link.address for link in found if link.own_path not in targets}


def failing_addresses() -> dict[str, OutsideLink]:
    """Return what does not answer, by address."""
    failing = OutsideLink.objects.exclude(failing_since=None)
    return {one.url: one for one in failing}


# --- Targets of our own ---


def own_targets(found: list[Link]) -> dict[str, str]:
    """Return what our own paths lead to, as references, as far as it is an item or a page."""
    paths = {link.own_path for link in found if link.own_path}
    if not paths:
        return {}
    return page_targets(paths) | item_targets(paths)


def page_targets(paths: set[str]) -> dict[str, str]:
    """Return the CMS pages at these paths."""
    urls = PageUrl.objects.filter(path__in={path.strip("/") for path in paths})
    return {f"/{url.path}/" if url.path else "/": f"cms.page:{url.page_id}" for url in urls}


def item_targets(paths: set[str]) -> dict[str, str]:
    """Return the items whose current or next address is one of these paths."""
    slugs = {path.rstrip("/").rpartition("/")[2] for path in paths}
    targets = {}
    for model in Content.__subclasses__():
        current = model.admin_manager.current_content().filter(slug__in=slugs)
        for content in current.select_related(model.grouper_field_name):
            identity = content.identity
            reference = f"{identity._meta.label_lower}:{identity.pk}"
            targets[content.get_absolute_url()] = reference
    return {path: targets[path] for path in paths if path in targets}


def judge_targets(references: set[str]) -> dict[str, Trouble]:
    """Return the trouble of each reference that has one; a few queries for each type."""
    keys = defaultdict(dict)
    for reference in references:
        label, _, key = reference.partition(":")
        keys[label][reference] = key
    judged = {}
    for label, wanted in keys.items():
        states = states_of(label, {key for key in wanted.values() if key.isdecimal()})
        judged |= {reference: trouble_of(states.get(key)) for reference, key in wanted.items()}
    return {reference: trouble for reference, trouble in judged.items() if trouble}


def states_of(label: str, keys: set[str]) -> dict[str, set | None]:
    """Return the states of versions by key; {PUBLISHED} for what has none but is there."""
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError):
        return {}
    there = model._base_manager.filter(pk__in=keys).values_list("pk", flat=True)
    contents, grouper = contents_of(model)
    if contents is None:
        return {str(key): {PUBLISHED} for key in there}
    states = {str(key): set() for key in there}
    rows = contents.admin_manager.filter(**{f"{grouper}__in": keys})
    for key, state in rows.values_list(f"{grouper}_id", "versions__state"):
        states[str(key)].add(state)
    return states


def contents_of(model) -> tuple:
    """Return the versioned contents of a type and the name of their key; (None, "") if none."""
    if model is Page:
        return PageContent, "page"
    try:
        contents = model._meta.get_field("contents").related_model
    except FieldDoesNotExist:
        return None, ""
    return contents, getattr(contents, "grouper_field_name", "")


def trouble_of(states: set | None) -> Trouble | None:
    """Return what is wrong with a target whose versions have these states; None if it is public."""
    if states is None:
        return Trouble.MISSING
    if PUBLISHED in states:
        return None
    return Trouble.DRAFT if DRAFT in states else Trouble.WITHDRAWN

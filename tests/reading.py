"""What tests read out of an answer."""

import json
import re

JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def things(response) -> list[dict]:
    """Return the JSON-LD of a page."""
    (document,) = JSON_LD.findall(response.content.decode())
    return json.loads(document)["@graph"]


def thing(response, kind: str) -> dict:
    """Return the page's one thing of a type."""
    (found,) = [one for one in things(response) if one["@type"] == kind]
    return found


def text_of(response) -> str:
    """Return what the page's body says, without markup."""
    body = response.content.decode().partition("<body")[2]
    words = re.sub(r"<[^>]*>", " ", JSON_LD.sub("", body))
    return re.sub(r"[\s\u00a0]+", " ", words)


def empty_values(value) -> list:
    """Return every empty value at any depth."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [found for one in value for found in empty_values(one)] if value else [value]
    return [value] if value in (None, "") else []

"""`{{ title|bound }}`: German typography in templates."""

import re
from itertools import pairwise

from django import template

from media_library.social.hyphenation import SHY, Tier, breaks
from publishing import typography

register = template.Library()
LONG = re.compile(r"\w{16,}")  # letters; shorter words fit the narrowest card


@register.filter(is_safe=True)
def bound(text) -> str:
    """Keep dates, numbers with units and abbreviations on one line."""
    return typography.bound(str(text))


@register.filter(is_safe=True)
def breakable(text) -> str:
    """Let long compounds break between their parts; for narrow cards, not for titles to copy."""
    return LONG.sub(lambda found: with_soft_hyphens(found[0]), typography.bound(str(text)))


def with_soft_hyphens(word: str) -> str:
    """Return the word with a soft hyphen at each seam."""
    places = [0, *sorted(breaks(word, Tier.SEAM)), len(word)]
    return SHY.join(word[start:end] for start, end in pairwise(places))

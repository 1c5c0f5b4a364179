"""Where German sentences and quotations begin and end."""

import re
from collections.abc import Iterator
from functools import lru_cache

END = re.compile(r"[.!?…][“”\"«‘)]*\s+(?=[„“\"»‚(]*[A-ZÄÖÜ0-9])")
# What ends with a point inside a sentence: short forms, ordinal numbers, initials.
SHORT_FORM = re.compile(
    r"(?:^|[\s(„])(?:\d{1,2}|[A-Za-zÄÖÜäöü]|[a-z]\.\s?[A-Za-z]|Dr|Prof|Dipl|Ing|St|Str|Nr|Abs|Art|Tel"
    r"|ca|bzw|usw|etc|evtl|ggf|inkl|zzgl|sog|geb|Jan|Feb|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez|Mio"
    r"|Mrd|Hr|Fr|vgl|Co|Kfz|Max|min|max)\.$"
)
QUOTATION = re.compile(r"„[^„“”]+[“”]|»[^»«]+«|“[^“”]+”|\"[^\"]+\"")
MARKS = '„“”»«"'
WHOLE = re.compile(r"[.!?…]$")


@lru_cache(maxsize=256)
def sentence_ends(text: str) -> tuple[int, ...]:
    """Return the positions where a next sentence begins, and the end of the text.

    A quotation of several sentences is not cut.
    """
    quoted = [match.span() for match in QUOTATION.finditer(text)]
    ends = []
    for match in END.finditer(text):
        is_inside = any(start < match.start() and match.end() <= end for start, end in quoted)
        if not is_inside and not is_short_form(text, match.start() + 1):
            ends.append(match.end())
    return (*ends, len(text))


def is_short_form(text: str, end: int) -> bool:
    """Tell whether the point before `end` belongs to a short form or an ordinal number."""
    return bool(SHORT_FORM.search(text[max(0, end - 20) : end]))


def leading(text: str, limit: int) -> int:
    """Return the length of the whole sentences at the beginning that fit into `limit`."""
    fitting = [end for end in sentence_ends(text) if len(text[:end].rstrip()) <= limit]
    return max(fitting, default=0)


def quotations(text: str) -> Iterator[re.Match]:
    """Yield everything in double quotation marks."""
    return QUOTATION.finditer(text)


def inside(quotation: re.Match) -> str:
    """Return what is said, without the marks around it."""
    return quotation[0].strip(MARKS).strip()


def stands_alone(quotation: re.Match) -> bool:
    """Tell whether a quotation is whole sentences to which nobody is added („…, so X“)."""
    after = quotation.string[quotation.end() :]
    return bool(WHOLE.search(inside(quotation))) and (
        not after.strip() or bool(re.match(r"\s+[„»“\"(]*[A-ZÄÖÜ0-9]", after))
    )


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return beginning and end of the sentence or sentences that a part of the text stands in."""
    begins = [0, *sentence_ends(text)]
    first = max(begin for begin in begins if begin <= start)
    last = min((begin for begin in begins if begin >= end), default=len(text))
    return first, last

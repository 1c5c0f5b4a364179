"""What an editor may want to word differently: hints, which keep nobody from publishing (N16).

Sentences, dates and times are judged by fixed rules, words by the house list that editors keep
in the admin.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cms.models import CMSPlugin
from cms.utils.plugins import downcast_plugins
from django.db import models
from django.utils.html import strip_tags
from djangocms_text.models import Text

from publishing.content import LONGEST_SENTENCE
from publishing.links import plugin_in
from publishing.models import HouseWord

QUOTED = 60  # characters of a sentence that a hint shows
BLOCK_ENDS = re.compile(r"</(?:p|h[2-4]|li|td|th|dt|dd|blockquote)>|<br ?/?>")
# A full stop ends a sentence unless it stands behind a day or a single letter: „28. Mai“, „z. B.“
NO_END = r"(?<!\b\d[.])(?<!\b\d\d[.])(?<!\b[A-Za-zÄÖÜäöü][.])"
SENTENCE_ENDS = re.compile(rf"{NO_END}(?<=[.!?])\s+|\n+")
DATE = re.compile(r"\b\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4}\b|\s?\d{2}\b)?")
TIME = re.compile(r"\b\d{1,2}\.\d{2} Uhr\b")
FIGURES = (
    (DATE, "Datum ausschreiben: „28. September 2021“, mit Jahr."),
    (TIME, "Uhrzeit mit Doppelpunkt: „18:00 Uhr“."),
)
GENDERED = re.compile(r"\w([*:_])in(?:nen)?\b")


@dataclass(frozen=True)
class Hint:
    """What stands there, and what would be better."""

    quote: str
    advice: str


def hints(content) -> list[Hint]:
    """Return the hints for everything that readers see of a content, each once."""
    texts = list(texts_of(content))
    words = list(HouseWord.objects.order_by("word"))
    found = [hint for text in texts for hint in hints_for(text, words, content.longest_sentence)]
    return list(dict.fromkeys([*found, *mixed_forms(texts)]))


def hints_for(text: str, words: list[HouseWord], longest: int = LONGEST_SENTENCE) -> Iterator[Hint]:
    """Yield the hints for one text whose sentences have `longest` words at most."""
    for word in words:
        if re.search(rf"(?<!\w){re.escape(word.word)}(?!\w)", text):
            yield Hint(word.word, advice_of(word))
    yield from long_sentences(text, longest)
    for pattern, advice in FIGURES:
        yield from (Hint(match[0], advice) for match in pattern.finditer(text))


def long_sentences(text: str, longest: int) -> Iterator[Hint]:
    """Yield a hint for each sentence whose beginning readers forget."""
    for sentence in SENTENCE_ENDS.split(text):
        count = len(sentence.split())
        if count > longest:
            advice = f"Der Satz hat {count} Wörter. Zwei Sätze liest man leichter."
            yield Hint(f"{sentence[:QUOTED].strip()} …", advice)


def advice_of(word: HouseWord) -> str:
    """Return what the house list says about a word."""
    instead = f"Besser: „{word.instead}“." if word.instead else "Steht auf der Hausliste."
    return f"{instead} {word.reason}".strip()


def mixed_forms(texts: list[str]) -> Iterator[Hint]:
    """Yield a hint if a content writes „…*innen“ in one place and „…:innen“ in another."""
    signs = sorted({match[1] for text in texts for match in GENDERED.finditer(text)})
    if len(signs) > 1:
        forms = ", ".join(f"{sign}innen" for sign in signs)
        yield Hint(forms, "Zwei Schreibweisen in einem Text. Bleiben Sie bei einer.")


# --- What is read ---


def texts_of(content) -> Iterator[str]:
    """Yield the texts of a content's own fields and of its building blocks, without markup."""
    yield from texts_in(content)
    plugins = CMSPlugin.objects.filter(plugin_in(content)).order_by("position")
    for plugin in downcast_plugins(list(plugins)):
        yield from texts_in(plugin)


def texts_in(row: models.Model) -> Iterator[str]:
    """Yield the text of each field that an editor writes freely."""
    for field in row._meta.local_fields:
        if is_prose(row, field) and getattr(row, field.name):
            yield plain(getattr(row, field.name))


def is_prose(row, field) -> bool:
    """Tell whether a field holds sentences or headings, no choice, address or key."""
    if isinstance(row, Text):
        return field.name == "body"
    is_text = isinstance(field, models.CharField | models.TextField)
    is_address = isinstance(field, models.SlugField | models.URLField | models.EmailField)
    return is_text and field.editable and not field.choices and not is_address


def plain(html: str) -> str:
    """Return the words of a text, each paragraph in a line of its own."""
    text = strip_tags(BLOCK_ENDS.sub("\n", html)).replace("\N{NO-BREAK SPACE}", " ")
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())

"""Words in German speech: „Fördermittel“ finds „Fördermitteln“, „Strasse“ finds „Straßen“ (E24)."""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

LONGEST_QUERY, MOST_WORDS = 100, 8
SHORTEST_BEGINNING = 4  # characters that a word is found by: „Förder“ finds „Fördermittel“
WORD = re.compile(r"\w+")
STEMMER = snowballstemmer.stemmer("german")


class Wanted:
    """What a reader looks for; false without a word."""

    def __init__(self, query: str):
        self.text = unicodedata.normalize("NFC", " ".join(query.split()))[:LONGEST_QUERY]
        self.words = [word.casefold() for word in WORD.findall(self.text)][:MOST_WORDS]
        self.stems = {word: stem(word) for word in self.words}

    def __bool__(self):
        return bool(self.words)

    def matching(self, word: str) -> str:
        """Return which of the words looked for a word of the speech is, "" if it is none."""
        word = word.casefold()
        return next(
            (one for one, its_stem in self.stems.items() if is_same(word, one, its_stem)), ""
        )

    def pieces(self, text: str) -> list[tuple[str, str]]:
        """Return the text in pieces, each with the word looked for that it is, or ""."""
        found, end = [], 0
        for match in WORD.finditer(text):
            wanted = self.matching(match[0])
            if wanted:
                found += [(text[end : match.start()], ""), (match[0], wanted)]
                end = match.end()
        return [piece for piece in [*found, (text[end:], "")] if piece[0]]


def is_same(word: str, wanted: str, its_stem: str) -> bool:
    """Tell whether two folded words have a stem in common, or one begins with the other."""
    if len(wanted) >= SHORTEST_BEGINNING and word.startswith(wanted):
        return True
    # A stem keeps its first letter, which spares most words the stemmer.
    return unicodedata.normalize("NFD", word)[0] == its_stem[:1] and stem(word) == its_stem


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return a word without its ending; umlauts count as a, o, u."""
    return STEMMER.stemWord(word)

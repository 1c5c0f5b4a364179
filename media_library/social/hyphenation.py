"""Where a German word may be broken: between its parts, between syllables, in need anywhere.

A word of a title is broken only where it would not fit a line. That is rare, so a few
rules do, and a dictionary of 80,000 patterns is not worth its weight.
"""

import re
from enum import IntEnum
from itertools import pairwise

SHY = "\N{SOFT HYPHEN}"
LEAST = 4  # letters on either side of a break
NEAR = 3  # letters from a seam within which a syllable is none


class Tier(IntEnum):
    """How badly a break is needed; each tier allows all breaks of those before it."""

    OPEN = 0  # after a hyphen or slash, at an editor's soft hyphen
    SEAM = 1  # between the parts of a compound: Nachbarschafts-büro
    SYLLABLE = 2
    ANYWHERE = 3


# After a sign that may end a line itself; in an address not behind „www.“ or before „.de“.
OPEN = re.compile(r"(?<=\w[\w-][-–/_@])(?=\w\w)|(?<=\w{4}\.)(?=\w{4})")
ADDRESS = re.compile(r"\w\.\w|@")  # a hyphen would be read as part of it
# Endings that German joins words with.
JOINT = re.compile(
    r"(?:ungs|heits|keits|schafts|tions|täts|lings|tums|itäts|ions)(?=\w)", re.IGNORECASE
)
# Words that often are the later part of a compound on this portal.
HEADS = (
    "abend aktion allianz anlage arbeit ausbildung ausschuss ausstellung auszeichnung bahn bank "
    "beirat beruf beteiligung betrieb bewegung bildung brücke börse bühne bündnis bürger büro "
    "chance chemie debatte dialog dorf druck energie entwicklung erklärung erlebnis eröffnung "
    "fabrik fahrt familie feier ferien fest film firma fluss fläche forschung forum fracht "
    "förderung führung garten gebiet gelände genehmigung genossenschaft gericht gesellschaft "
    "gesetz gespräch gewinn grund gruppe gründung gymnasium hafen halle handwerk haus helfer "
    "hilfe industrie initiative jahr jubiläum jugend kampagne kapitän karriere kinder klima "
    "konferenz konzept konzert kraft kreis kultur kunst küche land leben lehre leiter leitung "
    "linie markt maßnahme meister mensch messe mitte mittel mobil museum nachbar natur nutzung "
    "ordnung park partner plan planung platz politik praktikum preis premiere programm projekt "
    "prüfung punkt quartier raum recht region reise rohr schiff schule schutz schwimm schüler "
    "spiel sport sprecher stadt stelle stiftung stoff straße strecke strom stunde städte tafel "
    "technik teil theater thema trasse treff treffen turm umwelt unternehmen veranstaltung "
    "verarbeitung verband verein verfahren vergabe verkehr verordnung versammlung versorgung "
    "vertrag verwaltung wald wandel wasser werk wettbewerb wirtschaft woche wohnung zeitung "
    "zentrum zukunft zuständigkeit zwilling übertragung"
)
# Matches do not overlap: no seam inside „Verordnung“ for the sake of „Ordnung“.
SEAM = re.compile("|".join(HEADS.split()), re.IGNORECASE)
VOWELS = re.compile(r"[aeiouyäöüéèáàó]+", re.IGNORECASE)
# What one syllable can begin with, beside any single consonant.
ONSET = re.compile(
    r"(?:sch[lmnrw]?|ch|ph|th|qu|[bfgkp]l|[bdfgkpt]r|kn|(?<=[^aeiouyäöü]{2})s[pt]r?|[^\W\d_])$",
    re.IGNORECASE,
)


def breaks(word: str, most: Tier) -> dict[int, Tier]:
    """Return the places where a word may be broken, each with the tier that allows it first."""
    is_address = ADDRESS.search(word) is not None
    parts = [] if is_address else seams(word)
    places = {
        Tier.ANYWHERE: range(1, len(word)),
        Tier.SYLLABLE: [] if is_address else away_from(parts, syllables(word)),
        Tier.SEAM: parts,
        Tier.OPEN: [match.start() for match in OPEN.finditer(word)],
    }
    return {place: tier for tier in places if tier <= most for place in places[tier]}


def seams(word: str) -> list[int]:
    """Return the places between the parts of a compound."""
    places = {match.start() for match in SEAM.finditer(word)}
    places |= {match.end() for match in JOINT.finditer(word)}
    return inside(word, places)


def syllables(word: str) -> list[int]:
    """Return the places before each syllable's first consonants (Duden, K 164 ff.)."""
    places = set()
    vowels = list(VOWELS.finditer(word))
    for before, after in pairwise(vowels):
        cluster = word[before.end() : after.start()]
        if cluster.isalpha() and (onset := ONSET.search(cluster)):
            places.add(before.end() + onset.start())
    return inside(word, places)


def away_from(others: list[int], places: list[int]) -> list[int]:
    """Return the places that are not next to one of the others."""
    return [place for place in places if all(abs(place - other) > NEAR for other in others)]


def inside(word: str, places) -> list[int]:
    """Return the places that leave enough letters, and nothing but letters, on both sides."""
    return sorted(
        place
        for place in places
        if word[max(0, place - LEAST) : place].isalpha()
        and word[place : place + LEAST].isalpha()
        and LEAST <= place <= len(word) - LEAST
    )

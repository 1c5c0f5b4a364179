"""Where words of titles may be broken."""

import pytest

from media_library.social.hyphenation import Tier, breaks


def broken(word: str, tier: Tier) -> str:
    """Return a word with a sign at each break: the tier that allows it first."""
    for place, first in sorted(breaks(word, tier).items(), reverse=True):
        word = word[:place] + "·|:."[first] + word[place:]
    return word


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Jahrestreffen", "Jahres|treffen"),
        ("Nachbarschaftsbüro", "Nachbarschafts|büro"),
        ("Zuckerfabrikgelände", "Zucker|fabrik|gelände"),
        ("Bürgerbeteiligungsverfahren", "Bürger|beteiligungs|verfahren"),
        ("Straßenverkehrsordnung", "Straßen|verkehrs|ordnung"),
        ("Verkehrsverordnung", "Verkehrs|verordnung"),
        ("Mitteilung", "Mitteilung"),
        ("Allianz", "Allianz"),
        ("Dormagen-bewegt-sich-Mobil", "Dormagen-·bewegt-·sich-·Mobil"),
        ("Umwelt-/Naturschutz", "Umwelt-/·Natur|schutz"),
        ("E-Bike", "E-Bike"),
        ("2012–2018", "2012–·2018"),
        ("www.dormagenbewegtsich.de/mitmachen", "www.dormagenbewegtsich.de/·mitmachen"),
        ("buero@dormagen.de", "buero@·dormagen.de"),
    ],
)
def test_compounds_break_at_their_seams_and_addresses_get_no_hyphen(word, expected):
    assert broken(word, Tier.SEAM) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Verkehrsgesellschaft", "Verkehrs|gesell:schaft"),
        ("Preisverleihung", "Preis:ver:lei:hung"),
        ("Hauptstraße", "Haupt|straße"),
        ("Kunststoffverarbeitung", "Kunst|stoff|verar:bei:tung"),
        ("Präventionsrat", "Präven:tionsrat"),
        ("Größenverhältnis", "Größen:ver:hältnis"),
        ("Kästen", "Kästen"),
        ("www.dormagenbewegtsich.de", "www.dormagenbewegtsich.de"),
    ],
)
def test_other_words_break_between_syllables(word, expected):
    assert broken(word, Tier.SYLLABLE) == expected


def test_in_need_anything_breaks():
    assert (broken("xyz12", Tier.ANYWHERE), broken("", Tier.ANYWHERE)) == ("x.y.z.1.2", "")


def test_each_tier_allows_what_the_one_before_allows():
    word = "Förderungs-Gesellschaft"

    assert [broken(word, tier) for tier in Tier][:3] == [
        "Förderungs-·Gesellschaft",
        "Förderungs-·Gesellschaft",
        "Förde:rungs-·Gesell:schaft",
    ]
    assert breaks(word, Tier.SYLLABLE).items() <= breaks(word, Tier.ANYWHERE).items()

import pytest

from publishing.slugs import free_slug, german_slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Begrüßung", "begruessung"),
        ("Öl & Gas – Ähnliches", "oel-gas-aehnliches"),
        ("Café „Rhein“", "cafe-rhein"),
    ],
)
def test_german_letters_are_written_out(text, slug):
    assert german_slug(text) == slug


@pytest.mark.parametrize(
    ("taken", "slug"),
    [(set(), "vortrag"), ({"vortrag"}, "vortrag-2"), ({"vortrag", "vortrag-2"}, "vortrag-3")],
)
def test_a_taken_address_gets_a_number(taken, slug):
    assert free_slug("Vortrag", taken, max_length=80) == slug


def test_addresses_are_never_empty_or_too_long():
    assert free_slug("„…“", set(), max_length=80) == "eintrag"
    assert free_slug("lang " * 40, set(), max_length=20) == "lang-lang-lang-la"

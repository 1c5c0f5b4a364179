"""N16: hints for better words are given in the form and keep nobody from publishing."""

import pytest

from publishing.models import HouseWord
from publishing.page_actions import act, change_url
from publishing.wording import hints, hints_for
from tests.factories import add_block, add_text, editor, make_article, version_of

pytestmark = pytest.mark.django_db
LONG = " ".join(["Wort"] * 31) + "."
FINE = " ".join(["Wort"] * 30) + "."


def advice(text: str, *words) -> list:
    return [(hint.quote, hint.advice.split(".")[0]) for hint in hints_for(text, list(words))]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Am 28.9.2021 war es so weit.", ["28.9.2021"]),
        ("Am 28.9. und am 1. 10. 21 auch.", ["28.9.", "1. 10. 21"]),
        ("Am 28. September 2021 um 18:00 Uhr.", []),
        ("Um 18.00 Uhr geht es los.", ["18.00 Uhr"]),
        ("Version 2.0 kostet 3.50 Euro, Tel. 02133 257.", []),
        (FINE, []),
        (f"{FINE} {FINE}", []),
    ],
)
def test_dates_and_times_that_readers_stumble_over(text, quotes):
    assert [quote for quote, _ in advice(text)] == quotes


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (LONG, 31),
        (f"Es begann im Jahr 2021. {LONG}", 31),
        ("Kurz.\n" + LONG, 31),
        (" ".join(["Am 28. Mai z. B. kamen"] * 7), 42),
    ],
)
def test_a_long_sentence_is_counted_as_readers_read_it(text, count):
    assert [words for _, words in advice(text)] == [f"Der Satz hat {count} Wörter"]


def test_words_of_the_house_list_are_found_as_whole_words_as_they_are_written():
    chempark = HouseWord(word="Chempark", instead="CHEMPARK", reason="So heißt er.")
    plain = HouseWord(word="zeitnah")

    found = advice("Der Chempark, die Chemparks, der CHEMPARK, zeitnah, Zeitnah.", chempark, plain)

    assert found == [
        ("Chempark", "Besser: „CHEMPARK“"),
        ("zeitnah", "Steht auf der Hausliste"),
    ]


def test_two_ways_of_naming_everybody_in_one_text_are_named_once():
    content = make_article(lead="Für Bürger*innen.", published=False)
    add_text(content, "<p>Und Bürger:innen, Partner:innen, Name_innenstadt.</p>")

    assert [hint.quote for hint in hints(content)] == ["*innen, :innen"]


def test_fields_and_building_blocks_are_read_without_markup_and_each_hint_comes_once():
    content = make_article(title="Am 1.1.2021", lead="Am 1.1.2021.", published=False)
    add_text(content, "<p>Am 2.2.<strong>2022</strong></p><p>und am&nbsp;3.3.2023</p>")
    add_block(content, "FactBoxPlugin", title="Am 4.4.2024", body="<p>Gut</p>")

    assert [hint.quote for hint in hints(content)] == [
        "1.1.2021",
        "2.2.2022",
        "3.3.2023",
        "4.4.2024",
    ]


def test_the_form_shows_hints_and_broken_links_and_publishing_goes_on(client):
    client.force_login(editor())
    HouseWord.objects.create(word="zeitnah", instead="bald")
    content = make_article(lead="Wir kommen zeitnah.", published=False)
    add_text(content, '<p><a href="unfug">dort</a></p>')

    page = client.get(change_url(content.article))
    client.post(act(version_of(content), "publish"))

    text = " ".join(page.content.decode().split())
    assert "Hinweise (2)" in text
    assert "<strong>„zeitnah“</strong>: Besser: „bald“." in text
    assert "<strong>Link „dort“</strong> führt zu etwas, das es nicht gibt." in text
    assert content.versions.filter(state="published").exists()

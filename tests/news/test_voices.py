"""G23: who says what."""

import pytest

from news.intake.passages import Passage
from news.intake.people import People
from news.intake.voices import FROM_CONTEXT, FROM_ENTRY, NOBODY, UNKNOWN, voices, with_quotes
from partners.models import Person

SAID = "Das ist ein guter Tag für alle Menschen in dieser Stadt und für uns alle"
KNOWN = [
    Person(pk=1, name="Erika Muster", job_title="Bürgermeisterin"),
    Person(pk=2, name="Max Beispiel"),
    Person(pk=3, name="Die Sänger", is_group=True),
]


def people(text: str) -> People:
    return People(KNOWN, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"„{SAID}“, so Erika Muster, Wirtin, am Abend.", ("Erika Muster", "Wirtin", ())),
        (f"„{SAID}“, sagte Bürgermeisterin Erika Muster.", ("Erika Muster", "Bürgermeisterin", ())),
        (f"„{SAID}“, sagte Erika Muster.", ("Erika Muster", "Bürgermeisterin", (FROM_ENTRY,))),
        (f"Max Beispiel kam. Beispiel sagte: „{SAID}.“", ("Max Beispiel", "", ())),
        (f"Max Beispiel kam. Er sagte: „{SAID}.“", ("Max Beispiel", "", (FROM_CONTEXT,))),
        (f"„{SAID}“, sagte Werkleiter Kurt Fremd.", ("Kurt Fremd", "Werkleiter", (UNKNOWN,))),
        (f"Kurt Fremd, Wirt, sagte: „{SAID}.“", ("Kurt Fremd", "Wirt", (UNKNOWN,))),
        (f"„{SAID}“, sagte der Wirt.", ("", "", (NOBODY,))),
    ],
)  # fmt: skip
def test_speaker_and_function_are_found(text, expected):
    (voice,) = voices([Passage(text)], people(text))

    assert (voice.said.rstrip("."), (voice.name, voice.role, voice.remarks)) == (SAID, expected)


def test_whole_sentences_become_blocks_and_the_rest_stays():
    text = f"Max Beispiel kam. Er sagte: „{SAID}.“ Dann ging er."

    found = with_quotes([Passage(text)], people(text))

    assert [(one.kind, one.text, one.speaker) for one in found] == [
        ("text", "Max Beispiel kam. Er sagte:", ""),
        ("quote", f"{SAID}.", "Max Beispiel"),
        ("text", "Dann ging er.", ""),
    ]


def test_what_nobody_said_stays_in_the_text():
    body = [Passage(f"Es hieß: „{SAID}.“")]

    assert with_quotes(body, people("")) == body


def test_surnames_that_two_share_name_nobody():
    shared = [*KNOWN, Person(pk=4, name="Otto Muster")]
    text = f"Erika Muster und Otto Muster kamen. Muster sagte: „{SAID}.“"
    (voice,) = voices([Passage(text)], People(shared, text))

    assert (voice.name, voice.remarks) == ("Otto Muster", (FROM_CONTEXT,))

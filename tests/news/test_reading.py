"""G23: files and texts that come in, and those that do not."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from news.intake.forms import BOTH, NEITHER
from news.intake.reading import (
    EMPTY,
    LOCKED,
    LONGEST,
    NO_TEXT,
    NOT_UTF8,
    OLD_WORD,
    PASTE_INSTEAD,
    TOO_LARGE,
    TOO_LONG,
)
from tests.news.taking import bring, errors, upload

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, OLD_WORD),
        ("a.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), LOCKED),
        ("a.pdf", b"%PDF-1.7", PASTE_INSTEAD.format(what="PDF-Dateien")),
        ("a.rtf", b"{\\rtf1", PASTE_INSTEAD.format(what="RTF-Dateien")),
        ("a.html", b"<!DOCTYPE html><p>", PASTE_INSTEAD.format(what="Internetseiten")),
        ("a.docx", b"\0\1\2", NO_TEXT),
        ("a.txt", b"", EMPTY),
        ("a.txt", b"x" * (20 * 1024**2 + 1), TOO_LARGE),
        ("a.txt", b"x" * (LONGEST + 1), TOO_LONG),
    ],
)
def test_a_wrong_file_is_refused_at_the_field(staff, name, data, expected):
    answer = bring(staff, file=SimpleUploadedFile(name, data))

    assert errors(answer) == {"file": [expected]}


def test_pasted_text_survives_a_wrong_file_beside_it(staff):
    answer = bring(staff, text="Mein langer Text", file=SimpleUploadedFile("a.docx", b"x"))

    assert errors(answer) == {"__all__": [BOTH]}
    assert "Mein langer Text</textarea>" in answer.content.decode()


def test_nothing_at_all_is_asked_for(staff):
    assert errors(bring(staff)) == {"__all__": [NEITHER]}


def test_a_text_file_of_windows_comes_in_with_a_word_of_warning(staff):
    answer = bring(staff, file=upload("Grüße\n\nEs war schön.".encode("cp1252"), "a.txt"))

    assert answer.context["form"]["title"].value() == "Grüße"
    assert NOT_UTF8 in answer.context["remarks"]

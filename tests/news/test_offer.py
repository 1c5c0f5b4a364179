"""What a press release offers newsrooms."""

import pytest

from news.press_kit.offer import kit_about
from tests.factories import make_article
from tests.news.test_press_kit import opened, taken


@pytest.mark.parametrize(
    ("size", "has_photos", "has_attachments", "expected"),
    [
        (0, False, False, "ZIP: Text als Word, HTML und Text, Fakten; ohne Fotos."),
        (
            2048,
            False,
            True,
            "ZIP, etwa 2,0\N{NO-BREAK SPACE}KB: Text als Word, HTML und Text, Anlagen, Fakten; "
            "ohne Fotos.",
        ),
        (
            2048,
            True,
            False,
            "ZIP, etwa 2,0\N{NO-BREAK SPACE}KB: Text als Word, HTML und Text, "
            "Fotos in Druckgröße, Bildnachweise, Fakten.",
        ),
    ],
)
def test_the_page_names_only_what_the_kit_holds(size, has_photos, has_attachments, expected):
    said = kit_about(size, has_photos=has_photos, has_attachments=has_attachments)

    assert said == expected


@pytest.mark.django_db
def test_a_kit_without_contact_writes_out_where_to_ask(client):
    make_article(kind="press-release", slug="rhein")

    text = opened(taken(client))["Pressemitteilung.txt"].decode().splitlines()

    answer = "Heute antwortet, wer auf dieser Seite steht: http://127.0.0.1:8000/presse/"
    assert text[text.index("Pressekontakt") :][:3] == ["Pressekontakt", "", answer]

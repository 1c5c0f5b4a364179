"""G03, G14: every reason against publishing is named, and nothing is published."""

from datetime import date

import pytest
from djangocms_versioning.exceptions import ConditionFailed

from news.models import ArticleImage
from publishing.gate import problems
from tests.factories import editor, make_article, new_draft, picture, publish, version_of

pytestmark = pytest.mark.django_db


def told(content) -> list[str]:
    """Return field and cause of each problem."""
    return [f"{problem.field}: {problem.cause}" for problem in problems(content)]


def test_a_complete_article_may_be_published():
    assert told(make_article(published=False)) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"lead": " "}, ["Anriss: fehlt."]),
        ({"slug": ""}, ["Adresse: fehlt."]),
        ({"lead": "", "slug": ""}, ["Anriss: fehlt.", "Adresse: fehlt."]),
    ],
)
def test_each_missing_field_is_one_reason(values, expected):
    assert told(make_article(published=False, **values)) == expected


@pytest.mark.parametrize(
    ("image", "use", "expected"),
    [
        ({"credit": ""}, {"hero_alt": "Ein Rhein"}, ["Titelbild: Der Bildnachweis fehlt."]),
        ({}, {}, ["Titelbild: Der Alternativtext fehlt."]),
        ({}, {"hero_is_decorative": True}, []),
        (
            {},
            {"hero_alt": "IMG_1234.jpg"},
            ["Titelbild: Der Alternativtext „IMG_1234.jpg“ ist ein Dateiname."],
        ),
        (
            {"valid_until": date(2020, 1, 1)},
            {"hero_alt": "Ein Rhein"},
            ["Titelbild: Das Nutzungsrecht ist abgelaufen."],
        ),
        (
            {"consent": "missing"},
            {"hero_alt": "Ein Rhein"},
            ["Titelbild: Die Einwilligung der Abgebildeten fehlt."],
        ),
    ],
)
def test_a_leading_picture_needs_rights_and_an_alternative(image, use, expected):
    content = make_article(published=False, hero=picture(**image), **use)

    assert told(content) == expected


def test_a_further_picture_needs_them_too():
    content = make_article(published=False)
    ArticleImage.objects.create(content=content, image=picture(credit=""), caption="Am Rhein")

    assert told(content) == [
        "Bild „Am Rhein“: Der Bildnachweis fehlt.",
        "Bild „Am Rhein“: Der Alternativtext fehlt.",
    ]


def test_an_address_that_another_item_holds_is_refused_even_as_a_draft():
    make_article(slug="rhein", published=False)
    other = make_article(slug="rhein", published=False)

    assert told(other) == ["Adresse: „rhein“ ist schon vergeben."]


def test_two_versions_of_one_item_share_their_address():
    assert told(new_draft(make_article(slug="rhein"))) == []


def test_a_refused_publication_changes_nothing_and_gives_the_reasons():
    published = make_article()
    draft = new_draft(published)
    draft.lead = ""
    draft.save()

    with pytest.raises(ConditionFailed) as refusal:
        publish(draft)

    assert "Anriss: fehlt." in str(refusal.value)
    assert list(type(draft).objects.all()) == [published]
    assert version_of(type(draft).admin_manager.get(pk=draft.pk)).state == "draft"


def test_pressing_publish_in_the_admin_names_the_reasons(client):
    draft = make_article(published=False, lead="")
    client.force_login(editor())
    url = f"/admin/djangocms_versioning/articlecontentversion/{version_of(draft).pk}/publish/"

    response = client.post(url, follow=True)

    messages = " ".join(str(message) for message in response.context["messages"])
    assert "Anriss: fehlt. Schreiben Sie ein bis drei Sätze" in messages
    assert list(type(draft).objects.all()) == []

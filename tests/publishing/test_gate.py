"""G03 (lead, alt text, credit, address), G14: each reason is named, nothing is published."""

from datetime import date

import pytest
from djangocms_versioning.exceptions import ConditionFailed
from djangocms_versioning.models import Version

from news.models import ArticleImage
from publishing.gate import problems
from publishing.models import Redirect
from tests.factories import (
    add_block,
    editor,
    make_article,
    make_initiative,
    make_meeting,
    make_page,
    make_partner,
    new_draft,
    picture,
    publish,
    version_of,
)

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
        (
            {"date": date(9999, 12, 31)},
            ["Datum der Veröffentlichung: Das Jahr 9999 kann nicht stimmen."],
        ),
        (
            {"date": date(202, 9, 29)},
            ["Datum der Veröffentlichung: Das Jahr 202 kann nicht stimmen."],
        ),
        ({"slug": "archiv"}, ["Adresse: „archiv“ ist schon vergeben."]),
        ({"slug": "korrekturen"}, []),
        (
            {"slug": "korrekturen", "kind": "press-release", "date": date(2020, 1, 1)},
            ["Adresse: „korrekturen“ ist schon vergeben."],
        ),
    ],
)
def test_what_is_missing_or_taken_is_one_reason_each(values, expected):
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


MAKERS = [make_article, make_meeting, make_partner, make_initiative]
CAUSES = {
    "lead": lambda: {"lead": ""},
    "slug": lambda: {"slug": ""},
    "alt": lambda: {"hero": picture()},
    "credit": lambda: {"hero": picture(credit=""), "hero_alt": "Der Rhein"},
}
SAID = {
    "lead": "Anriss: fehlt. Schreiben Sie",
    "slug": "Adresse: fehlt. Tragen Sie",
    "alt": "{}: Der Alternativtext fehlt. Beschreiben Sie",
    "credit": "{}: Der Bildnachweis fehlt. Öffnen Sie das Bild",
}


def stored(content) -> list:
    """Return every row of the database that a publication could change."""
    owners = [type(content.identity), type(content), Version, Redirect]
    return [list(getattr(o, "_original_manager", o._base_manager).values()) for o in owners]


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("cause", CAUSES)
def test_each_cause_is_one_reason_with_its_remedy_and_nothing_changes(make, cause):
    published = make()
    draft = new_draft(published)
    for name, value in CAUSES[cause]().items():
        setattr(draft, name, value)
    draft.save()
    before = stored(draft)

    with pytest.raises(ConditionFailed) as refusal:
        publish(draft)

    picture_name = "Logo" if make is make_partner else "Titelbild"
    (problem,) = problems(draft)
    assert str(problem).startswith(SAID[cause].format(picture_name))
    assert str(problem) in str(refusal.value)
    assert stored(draft) == before
    assert list(type(draft).objects.all()) == [published]


def test_a_page_with_a_picture_without_words_is_refused_where_it_is_published(client):
    page = make_page("Seite", published=False)
    add_block(page, "FigurePlugin", image=picture(), caption="Ufer")
    client.force_login(editor())
    url = f"/admin/djangocms_versioning/pagecontentversion/{version_of(page).pk}/publish/"

    response = client.post(url, follow=True)

    messages = " ".join(str(message) for message in response.context["messages"])
    assert "Baustein „Ufer“: Der Alternativtext fehlt. Beschreiben Sie" in messages
    assert client.get("/seite/").status_code == 404


def test_pressing_publish_in_the_admin_names_the_reasons(client):
    draft = make_article(published=False, lead="")
    client.force_login(editor())
    url = f"/admin/djangocms_versioning/articlecontentversion/{version_of(draft).pk}/publish/"

    response = client.post(url, follow=True)

    messages = " ".join(str(message) for message in response.context["messages"])
    assert "Anriss: fehlt. Schreiben Sie ein bis drei Sätze" in messages
    assert list(type(draft).objects.all()) == []

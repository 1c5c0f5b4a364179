"""G12: a change of one field is exactly one row."""

import pytest

from news.models import ArticleImage, Topic
from publishing.comparison import Difference, differences
from tests.factories import add_text, make_article, new_draft, picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def old():
    content = make_article(title="Alt", lead="Gleich.")
    ArticleImage.objects.create(content=content, image=picture(), alt="Ein Fluss", position=1)
    content.topics.add(Topic.objects.create(name="Wasser", slug="wasser"))
    return content


def test_a_copy_differs_in_nothing(old):
    assert differences(old, new_draft(old)) == []


def test_a_changed_date_is_exactly_one_row(old):
    new = new_draft(old)
    new.date = new.date.replace(year=2022)

    assert differences(old, new) == [
        Difference("Datum der Veröffentlichung", "29.09.2021", "29.09.2022")
    ]


def test_a_changed_alternative_text_is_exactly_one_row(old):
    new = new_draft(old)
    new.images.update(alt="Der Rhein")

    (found,) = differences(old, new)
    assert (found.label, "Ein Fluss" in found.old, "Der Rhein" in found.new) == ("Bild", True, True)


def test_added_and_removed_topics_are_a_row_each(old):
    new = new_draft(old)
    new.topics.set([Topic.objects.create(name="Chemie", slug="chemie")])
    add_text(new, "<p>Ein <b>neuer</b> Absatz</p>")

    assert differences(old, new) == [
        Difference("Themen", "Wasser", "Chemie"),
        Difference("Baustein", "", "Text: Ein neuer Absatz"),
    ]

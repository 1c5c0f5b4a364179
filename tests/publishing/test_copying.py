"""G02: a new draft is a full copy, and changing it leaves the original alone."""

from datetime import date

import pytest
from django.forms.models import model_to_dict

from news.models import ArticleImage, ArticleSource, Topic
from partners.models import AnnualTheme, District, Edition
from tests.factories import (
    add_text,
    make_article,
    make_initiative,
    make_meeting,
    make_partner,
    make_person,
    new_draft,
    picture,
    publish,
    version_of,
)

pytestmark = pytest.mark.django_db


def everything_of(content) -> dict:
    """Return all values of a content, its rows, relations and plugins, without any key."""
    fields = model_to_dict(content, exclude=["id"])
    relations = {f.name: fields.pop(f.name) for f in content._meta.many_to_many}
    rows = [model_to_dict(row, exclude=["id", "content"]) for row in content.rows()]
    plugins = [
        (plugin.plugin_type, plugin.position, plugin.get_bound_plugin().body)
        for placeholder in content.placeholders.all()
        for plugin in placeholder.get_plugins()
    ]
    keys = {name: sorted(item.pk for item in items) for name, items in relations.items()}
    return {"fields": fields, "relations": keys, "rows": rows, "plugins": plugins}


@pytest.fixture
def article():
    """Return a published article with everything an article can have."""
    content = make_article(
        published=False, hero=picture(), hero_alt="Ein blaues Bild", meeting=make_meeting().meeting
    )
    content.topics.add(Topic.objects.create(name="Digitalisierung", slug="digitalisierung"))
    content.partners.add(make_partner().partner)
    content.initiatives.add(make_initiative().initiative)
    content.people.add(make_person())
    ArticleImage.objects.create(content=content, image=picture("b.png"), alt="Noch eines")
    ArticleSource.objects.create(content=content, title="Zeitung", url="https://example.org/")
    add_text(content, "<p>Erster Absatz.</p>")
    return publish(content)


def test_a_new_draft_of_an_article_equals_it_in_everything(article):
    draft = new_draft(article)

    assert draft.pk != article.pk
    assert everything_of(draft) == everything_of(article)
    assert [len(v) for k, v in everything_of(draft).items() if k != "fields"] == [4, 2, 1]


def test_a_new_draft_of_an_initiative_equals_it_in_everything():
    initiative = make_initiative(published=False)
    initiative.districts.add(District.objects.create(name="Straberg"))
    initiative.annual_themes.add(AnnualTheme.objects.create(year=2014, title="Bewegung"))
    Edition.objects.create(content=initiative, number=1, starts_on=date(2012, 6, 29))
    publish(initiative)

    assert everything_of(new_draft(initiative)) == everything_of(initiative)


def test_changing_the_draft_leaves_the_published_version_as_it_was(article):
    before = everything_of(article)
    draft = new_draft(article)

    draft.images.update(alt="Anders")
    draft.sources.all().delete()
    draft.topics.clear()
    draft.placeholders.get().get_plugins().get().get_bound_plugin().delete()

    assert everything_of(type(article).objects.get(pk=article.pk)) == before


def test_reverting_to_an_old_version_brings_all_of_it_back(article):
    before = everything_of(article)
    second = new_draft(article)
    second.sources.all().delete()
    second.title = "Zweite Fassung"
    second.save()
    publish(second)

    reverted = version_of(type(article)._original_manager.get(pk=article.pk)).copy(
        version_of(article).created_by
    )

    assert everything_of(reverted.content) == before

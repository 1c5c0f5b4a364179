"""G02: a new draft and a revert are full copies, and changing them leaves the original alone."""

import pytest
from cms.utils.plugins import downcast_plugins
from django.forms.models import model_to_dict

from publishing.content import row_relations
from tests.factories import editor, new_draft, publish, version_of
from tests.publishing.whole import KINDS, change_everything, whole

pytestmark = pytest.mark.django_db

PLACES_OF_PLUGINS = {"id", "placeholder", "parent", "cmsplugin_ptr", "position", "path"}


def everything_of(content) -> dict:
    """Return all values of a content, its rows, relations and blocks, without any key."""
    fields = model_to_dict(content, exclude=["id"])
    relations = {f.name: fields.pop(f.name) for f in content._meta.many_to_many}
    return {
        "fields": fields,
        "relations": {name: sorted(item.pk for item in items) for name, items in relations.items()},
        "rows": {
            relation.name: [
                model_to_dict(row, exclude=["id", "content"])
                for row in getattr(content, relation.get_accessor_name()).order_by("pk")
            ]
            for relation in row_relations(type(content))
        },
        "blocks": blocks_of(content),
    }


def blocks_of(content) -> list:
    """Return type, values and depth of each block in the order of the page."""
    plugins = content.placeholders.get().get_plugins().order_by("position")
    return [
        (
            plugin.plugin_type,
            bool(plugin.parent_id),
            model_to_dict(plugin, exclude=PLACES_OF_PLUGINS),
        )
        for plugin in downcast_plugins(plugins)
    ]


def stored(content):
    """Return a content as the database has it, whatever its state."""
    return type(content)._original_manager.get(pk=content.pk)


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_draft_equals_the_original_in_everything(kind):
    original = whole(kind)

    draft = new_draft(original)

    found = everything_of(original)
    empty = [
        name for part in ("relations", "rows") for name, have in found[part].items() if not have
    ]
    assert empty == []  # whoever adds a relation adds it to whole.py
    assert [nested for _, nested, _ in found["blocks"]] == [False, True, False]
    assert draft.pk != original.pk
    assert everything_of(draft) == found


@pytest.mark.parametrize("kind", KINDS)
def test_changing_the_draft_leaves_the_original_as_it_was(kind):
    original = whole(kind)
    before = everything_of(original)

    draft = new_draft(original)
    change_everything(draft)

    assert everything_of(stored(original)) == before
    assert everything_of(stored(draft)) != before


@pytest.mark.parametrize("kind", KINDS)
def test_reverting_to_an_old_version_brings_all_of_it_back(kind):
    original = whole(kind)
    before = everything_of(original)
    second = new_draft(original)
    for plugin in second.placeholders.get().get_plugins():
        plugin.delete()
    second.title = "Zweite Fassung"
    second.save()
    publish(second)

    reverted = version_of(stored(original)).copy(editor()).content

    assert everything_of(stored(second))["blocks"] == []
    assert everything_of(reverted) == before

import json

import pytest

from publishing.metadata import Crumb
from publishing.structured_data import breadcrumb_list, json_ld, pruned, reference


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ({"name": "Rhein", "text": "", "place": None, "people": []}, {"name": "Rhein"}),
        ({"location": {"@type": "Place", "name": ""}}, {}),
        (
            {"list": [{"@type": "Person"}, {"@type": "Person", "name": "Rosa"}]},
            {"list": [{"@type": "Person", "name": "Rosa"}]},
        ),
        ({"count": 0, "is_free": False}, {"count": 0, "is_free": False}),
    ],
)
def test_what_says_nothing_is_left_out_at_any_depth(value, kept):
    assert pruned(value) == kept


@pytest.mark.parametrize("name", ["</script>", "<!--", '„Kluge“ & "Co"', "\\", "\u2028"])
def test_no_text_can_end_the_script_and_every_text_comes_back(name):
    document = json_ld({"@type": "Thing", "name": name})

    assert json.loads(document)["@graph"] == [{"@type": "Thing", "name": name}]
    assert not set("<>&") & set(document)


def test_a_thing_without_a_page_has_no_address():
    assert reference("Person", "Rosa") == {"@type": "Person", "name": "Rosa", "url": ""}


def test_breadcrumbs_are_numbered_from_one():
    steps = breadcrumb_list((Crumb("Start", "/"), Crumb("Presse", "/presse/")))

    assert [step["position"] for step in steps["itemListElement"]] == [1, 2]

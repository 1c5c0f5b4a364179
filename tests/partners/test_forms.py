"""Forms of people."""

import pytest

from partners.models import Person
from tests.factories import editor

pytestmark = pytest.mark.django_db
ROWS = {f"memberships-{name}_FORMS": "0" for name in ("TOTAL", "INITIAL")}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"name": "Jobst Wierich"}, "Wierich, Jobst"),
        ({"name": "Hans-Jürgen van der Petrauschke"}, "Petrauschke, Hans-Jürgen van der"),
        ({"name": "Die Mobilés", "is_group": "on"}, "Die Mobilés"),
        ({"name": "Madonna"}, "Madonna"),
        ({"name": "Jo van Meer", "sort_name": "van Meer, Jo"}, "van Meer, Jo"),
    ],
)
def test_the_sort_name_follows_from_the_name_unless_it_is_typed(client, typed, kept):
    client.force_login(editor())

    client.post("/admin/partners/person/add/", {**ROWS, **typed})

    assert Person.objects.get().sort_name == kept

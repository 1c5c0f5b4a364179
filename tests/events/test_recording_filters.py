"""E22: the lists of recordings and lines cost the same whatever they hold."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from tests.events.recordings import add_captions, make_recording
from tests.factories import make_meeting, make_person

pytestmark = pytest.mark.django_db
RECORDINGS = "/admin/events/recording/"
LISTS = [RECORDINGS, f"{RECORDINGS}?untertitel=ueberfaellig", "/admin/events/cue/"]
QUERIES = 10


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("path", LISTS)
def test_a_list_costs_the_same_queries_whatever_it_holds(
    client, path, count, django_assert_num_queries
):
    user = get_user_model().objects.create_user("rita", is_staff=True)
    user.groups.add(Group.objects.get(name="Redaktion"))
    client.force_login(user)
    for number in range(count):
        person = make_person(f"Person {number}")
        recording = make_recording(content=make_meeting(), captions_due_on="2020-01-01")
        add_captions(recording, (0, 1, "Wort", person.name), (1, 2, "Wort", person.name))
    client.get(path)

    with django_assert_num_queries(QUERIES):
        page = client.get(path).content.decode()

    rows = count * (2 if "cue" in path else 1)
    assert page.count("<tr>") == rows + 1  # and the head

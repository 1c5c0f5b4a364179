"""Rule B, E4: facts are saved at once, logged, and seen at once."""

import pytest

from publishing.facts import changes_of, log_changes, values_of
from tests.factories import editor, make_meeting

pytestmark = pytest.mark.django_db


def test_a_changed_fact_is_logged_with_who_old_and_new():
    meeting = make_meeting().meeting
    before = values_of(meeting)
    meeting.attendance = "rund 200 Gäste"
    meeting.status = "EventMovedOnline"
    meeting.save()

    log_changes(meeting, before=before, user=editor())

    logged = changes_of(meeting).order_by("field")
    assert [(one.field, one.old, one.new, one.user_name) for one in logged] == [
        ("Status", "keine Angabe", "findet nur online statt", "redaktion"),
        ("Teilnehmende", "", "rund 200 Gäste", "redaktion"),
    ]


def test_a_changed_fact_stands_on_the_page_of_the_next_reader(
    client, django_capture_on_commit_callbacks
):
    content = make_meeting()
    url = content.get_absolute_url()
    client.get(url)
    before = values_of(content.meeting)
    content.meeting.attendance = "rund 200 Gäste"
    content.meeting.save()

    with django_capture_on_commit_callbacks(execute=True):
        log_changes(content.meeting, before=before, user=editor())

    assert "rund 200 Gäste" in client.get(url).content.decode()


def test_nothing_changed_leaves_nothing_in_the_log():
    meeting = make_meeting().meeting

    log_changes(meeting, before=values_of(meeting), user=editor())

    assert list(changes_of(meeting)) == []

"""E39: the paper that proves a consent goes with the last consent it stands for."""

import pytest
from django.core.files.base import ContentFile

from events.models.attachments import private_storage
from tests.events.programmes import add_item, release
from tests.events.recordings import make_recording

pytestmark = pytest.mark.django_db


def test_a_paper_is_deleted_with_the_last_consent_it_stands_for(django_capture_on_commit_callbacks):
    meeting = make_recording().meeting
    first = release(add_item(meeting, "Vortrag", person="Erika Eins"), "accepted")
    second = release(add_item(meeting, "Gruß", person="Otto Zwei"), "accepted")
    first.evidence.save("ja.pdf", ContentFile(b"ja"))
    name = second.evidence.name = first.evidence.name
    second.save()
    found = []
    for consent in (first, second):
        with django_capture_on_commit_callbacks(execute=True):
            consent.participation.item.delete()
        found.append(private_storage().exists(name))

    assert found == [True, False]


def test_a_consent_without_a_paper_is_deleted_as_before(django_capture_on_commit_callbacks):
    consent = release(add_item(make_recording().meeting, "Vortrag", person="Erika Eins"), "pending")

    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        consent.delete()

    assert callbacks == []

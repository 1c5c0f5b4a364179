"""One command takes the sample out for good and touches nothing else."""

import shutil
from pathlib import Path

import pytest
from cms.models import CMSPlugin, Placeholder
from django.core.management import call_command
from djangocms_versioning.models import Version
from filer.models import File

from events.models import Cue, Meeting, MeetingContent, Recording
from publishing.models import FactChange
from tests.allianz_portal.sample import NAME, PAGE, load_sample
from tests.events.recordings import add_file, make_recording
from tests.factories import new_draft, publish

pytestmark = pytest.mark.django_db
KINDS = (
    *(Meeting, Recording, Cue, File, FactChange),
    *(CMSPlugin, Placeholder, Version),
)


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    yield tmp_path
    shutil.rmtree(settings.RECORDINGS_ROOT, ignore_errors=True)


def counts() -> list[int]:
    return [kind._base_manager.count() for kind in KINDS]


def test_everything_of_the_sample_goes_and_the_rest_stays(
    folder, client, settings, django_capture_on_commit_callbacks
):
    row = add_file(make_recording())
    before = counts()
    load_sample(folder)
    publish(new_draft(MeetingContent.objects.get(slug=NAME)))

    with django_capture_on_commit_callbacks(execute=True):
        call_command("remove_sample")

    assert counts() == before
    assert client.get(PAGE).status_code == 404
    films = [path.name for path in Path(settings.RECORDINGS_ROOT).rglob("*") if path.is_file()]
    assert films == [Path(row.file.name).name]
    assert client.get("/jahrestreffen/2026/").status_code == 200


def test_it_does_not_come_back(folder, capsys):
    load_sample(folder)
    call_command("remove_sample")

    assert load_sample(folder).created == 0
    call_command("remove_sample")

    assert capsys.readouterr().out.splitlines() == [
        "Entfernt: Beispieltreffen",
        "Kein Beispiel mehr da.",
    ]
    assert not Meeting.objects.exists()

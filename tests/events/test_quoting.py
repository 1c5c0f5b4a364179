"""E43, E44: what stands below a quote."""

import pytest

from events.chapters import chapters
from events.models import Participation
from events.transcripts.paragraphs import transcript
from events.transcripts.quoting import proposal, source_of
from tests.events.recordings import add_captions, make_recording
from tests.factories import make_person, new_draft, publish

pytestmark = pytest.mark.django_db
HOST = "http://127.0.0.1:8000"


@pytest.fixture
def recording():
    return make_recording(licence="CC BY 4.0")


def text(source) -> tuple:
    return source.words.replace("\u00a0", " "), source.url, source.licence


def test_a_recording_is_named_with_day_stable_link_and_licence(recording):
    content = recording.meeting.contents.get()

    assert text(proposal(content, recording)) == (
        "Lokale Allianz Dormagen: Aufzeichnung „Treffen“, 12. November 2026",
        f"{HOST}{recording.meeting.get_short_url()}#aufzeichnung",
        "CC BY 4.0",
    )


def test_a_quote_names_who_as_what_where_when_and_the_moment(recording):
    content = recording.meeting.contents.get()
    item = recording.meeting.programme_items.create(kind="talk", title="Vortrag")
    erika = make_person("Erika Beispiel")
    Participation.objects.create(item=item, person=erika, job_title="Rednerin")
    track = add_captions(recording, (754.5, 756, "Wort", "Erika Beispiel"))
    (section,) = transcript(track, chapters(recording))

    assert text(source_of(section.paragraphs[0], content, recording)) == (
        "Erika Beispiel, Rednerin, „Treffen“, 12. November 2026, Minute 12:34",
        f"{HOST}{recording.meeting.get_short_url()}?t=754.5#aufzeichnung",
        "CC BY 4.0",
    )


def test_e44_the_link_of_a_quote_survives_another_address_and_keeps_its_moment(client, recording):
    draft = new_draft(recording.meeting.contents.get())
    draft.slug = "treffen-2026"
    draft.save()
    publish(draft)

    answer = client.get(f"{recording.meeting.get_short_url()}?t=754.5")

    assert (answer.status_code, answer.url) == (302, "/jahrestreffen/treffen-2026/?t=754.5")

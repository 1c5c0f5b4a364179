"""Files that come with an article."""

from datetime import UTC, datetime

import pytest
from django.core.files.storage import default_storage

from news.models import Article, ArticleAttachment, ArticleContact, PressContact
from publishing.gate import problems
from publishing.models import ChangeKind, ChangeNote
from tests.factories import make_article, make_file, new_draft, publish, version_of
from tests.media_library.test_documents import pdf
from tests.news.test_views import related_article

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12  # of a release with whom to call, what to take along, and a change


def attach(content, body=None, **values):
    """Give a draft a PDF."""
    values = {"title": "Zahlen & Größen", **values}
    file = make_file("zahlen.pdf", pdf(2, tagged=True) if body is None else body)
    return ArticleAttachment.objects.create(content=content, file=file, **values)


@pytest.mark.parametrize(("kind", "front"), [("news", "aktuelles"), ("press-release", "presse")])
def test_a_file_is_offered_with_all_that_is_to_be_known(client, kind, front):
    content = make_article(kind=kind, slug="rhein", published=False)
    row = attach(content, description="Alle Werte")
    publish(content)

    (file,) = client.get(f"/{front}/rhein/").context["files"]
    response = client.get(file.url)

    assert file.url == f"/{front}/rhein/anlagen/{row.file_id}/zahlen-groessen.pdf"
    assert (file.title, file.description, file.remark) == ("Zahlen & Größen", "Alle Werte", "")
    assert file.about.endswith(", 2 Seiten, mit Vorlesestruktur")
    assert b"".join(response.streaming_content) == pdf(2, tagged=True)
    assert (response["Content-Type"], response["Content-Disposition"]) == (
        "application/pdf",
        'attachment; filename="zahlen-groessen.pdf"',
    )


def test_the_address_outlives_a_new_version_and_a_new_title(client):
    content = make_article(slug="rhein", published=False)
    row = attach(content)
    publish(content)
    draft = new_draft(content)
    draft.attachments.update(title="Neu")
    publish(draft)

    response = client.get(f"/aktuelles/rhein/anlagen/{row.file_id}/zahlen-groessen.pdf")

    assert response["Location"] == f"/aktuelles/rhein/anlagen/{row.file_id}/neu.pdf"
    assert (content.attachments.get().title, draft.attachments.get().title) == (
        "Zahlen & Größen",
        "Neu",
    )


def test_files_of_drafts_and_lost_files_are_not_sent(client):
    hidden = attach(make_article(slug="entwurf", published=False))
    content = make_article(slug="rhein", published=False)
    lost = attach(content, body=pdf(7, tagged=True))
    publish(content)
    default_storage.delete(lost.file.file.name)
    lost.file.__class__.objects.update(sha1="")

    paths = [
        f"/aktuelles/entwurf/anlagen/{hidden.file_id}/a.pdf",
        f"/aktuelles/rhein/anlagen/{hidden.file_id}/a.pdf",
        f"/aktuelles/rhein/anlagen/{lost.file_id}/a.pdf",
    ]
    assert [client.get(path).status_code for path in paths] == [404, 404, 404]


def test_a_pdf_that_cannot_be_read_aloud_needs_another_way():
    content = make_article(published=False)
    row = attach(content, body=pdf())
    without = [str(problem) for problem in problems(content)]
    row.alternative = "Alle Zahlen stehen im Text."
    row.save()

    assert (without, problems(content)) == (
        [
            "Anlage „Zahlen & Größen“: Das PDF hat keine Vorlesestruktur (Tags). Speichern Sie es "
            "als „PDF mit Tags“ neu, oder sagen Sie unter „Barrierefreie Fassung“, wo dasselbe "
            "lesbar steht."
        ],
        [],
    )


@pytest.mark.parametrize("count", [1, 3])
def test_a_release_with_everything_needs_three_more(client, count, django_assert_num_queries):
    content = related_article(count, slug="rhein", kind="press-release")
    for number in range(count):
        contact = PressContact.objects.create(name=f"Person {number}", phone="02133 1")
        ArticleContact.objects.create(content=content, contact=contact)
        attach(content, title=f"Anlage {number}")
    Article.objects.update(first_published_at=datetime(2021, 1, 1, tzinfo=UTC))
    ChangeNote.objects.create(
        version=version_of(content),
        subject_type="news.article",
        subject_id=content.article_id,
        kind=ChangeKind.CORRECTION,
        text="Ein Name war falsch.",
        published_at=datetime(2021, 1, 2, tzinfo=UTC),
    )
    client.get("/presse/rhein/?warm")

    with django_assert_num_queries(MOST_QUERIES):
        client.get("/presse/rhein/?kalt")

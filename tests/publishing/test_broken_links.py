"""G17: a link to a draft has a name of its own and is mended by publishing, without any check."""

import pytest

from publishing.broken_links import asked_addresses, broken_links
from tests.factories import (
    add_text,
    editor,
    make_article,
    make_meeting,
    make_page,
    make_person,
    new_draft,
    picture,
    publish,
    version_of,
)

pytestmark = pytest.mark.django_db
ORIGIN = "http://127.0.0.1:8000"


def linking(target: str):
    """Return a draft that links to a target."""
    content = make_article(published=False, title="Mit Link")
    is_reference = ":" in target and "//" not in target
    attribute = "data-cms-href" if is_reference else "href"
    add_text(content, f'<p><a {attribute}="{target}">dorthin</a></p>')
    return content


def troubles(content=None) -> list:
    return [broken.trouble.value for broken in broken_links(content)]


@pytest.mark.parametrize("path", ["/aktuelles/ziel/", f"{ORIGIN}/aktuelles/ziel/?a=1#b", ""])
def test_a_link_to_a_draft_turns_fine_when_the_draft_is_published(path):
    target = make_article(published=False, slug="ziel")
    linking(path or f"news.article:{target.article_id}")
    before = troubles()
    publish(target)

    assert (before, troubles()) == (["draft"], [])


def test_the_same_holds_for_pages():
    target = make_page("Ziel", published=False)
    linking(f"cms.page:{target.page_id}")
    before = troubles()
    publish(target)
    linking("/ziel/")
    public = troubles()
    version_of(target).unpublish(editor())

    assert (before, public, troubles()) == (["draft"], [], ["withdrawn"])
    assert asked_addresses() == {f"{ORIGIN}/ziel/"}  # no page, no list: the site itself is asked


def test_a_link_to_what_was_taken_back_or_deleted_is_named_so():
    target = make_article()
    linking(f"news.article:{target.article_id}")
    public = troubles()
    version_of(target).unpublish(editor())
    taken_back = troubles()
    target.article.delete()

    assert (public, taken_back, troubles()) == ([], ["withdrawn"], ["missing"])


@pytest.mark.parametrize(
    "target",
    ["news.article:999", "news.unfug:1", "unfug", "www.example.org", "news.article:x", "a:b:c"],
)
def test_what_is_no_target_leads_nowhere(target):
    linking(target)

    assert troubles() == ["missing"]


def test_people_and_files_have_no_versions_and_are_fine():
    linking(f"partners.person:{make_person().pk}")
    linking(f"filer.file:{picture().pk}")

    assert troubles() == []


def test_a_new_draft_of_something_public_breaks_no_link():
    target = make_meeting()
    linking(f"events.meeting:{target.meeting_id}")
    new_draft(target)

    assert troubles() == []


def test_only_what_no_list_of_ours_knows_is_asked():
    make_article(slug="bekannt")
    for target in (
        "/aktuelles/bekannt/",
        "/aktuelles/fremd/",
        f"{ORIGIN}/presse/feed.atom",
        "https://a.example/x?y=1#z",
        "news.article:1",
    ):
        linking(target)

    assert asked_addresses() == {
        f"{ORIGIN}/aktuelles/fremd/",
        f"{ORIGIN}/presse/feed.atom",
        "https://a.example/x?y=1",
    }


def test_one_content_is_judged_by_itself():
    article = linking("unfug")
    other = linking("news.unfug:1")

    assert [broken.link.target for broken in broken_links(article)] == ["unfug"]
    assert troubles(other) == ["missing"]


@pytest.mark.parametrize("count", [1, 3])
def test_judging_needs_the_same_queries_for_any_number(count, django_assert_num_queries):
    for number in range(count):
        target = make_article(published=False, slug=f"z-{number}")
        linking(f"news.article:{target.article_id}")
        linking(f"/aktuelles/z-{number}/")
    troubles()

    # Each field with links, each type of item at an address, pages, states, answers.
    with django_assert_num_queries(20):
        assert troubles() == ["draft"] * 2 * count

"""G23: the release of 2021, from the file or the clipboard to the draft."""

import pytest
from django.core.management import call_command

from news.models import ArticleContent
from tests.news.documents import RELEASE, release_paragraphs, word
from tests.news.taking import PAGE, blocks, bring, columns, draft, relations, sent, upload

pytestmark = pytest.mark.django_db
KNOWN_BESIDES = {"dateline_place": "Dormagen", "date": "29.09.2021"}  # what only the editor knows


@pytest.mark.parametrize("source", ["word", "paste"])
def test_the_release_of_2021_becomes_the_article_that_the_first_content_holds(staff, source):
    call_command("load_content", verbosity=0)
    golden = ArticleContent.objects.get(slug="jahrestreffen-2021")
    given = {"file": upload(word(*release_paragraphs()))} if source == "word" else {"text": RELEASE}

    shown = bring(staff, **given)
    answer = staff.post(PAGE, sent(shown, _create="x", **KNOWN_BESIDES))

    content = draft()
    assert answer.url == f"/admin/news/article/{content.article_id}/change/"
    assert columns(content) == columns(golden)
    assert relations(content) == relations(golden)
    assert blocks(content) == blocks(golden)
    assert content.article.kind == golden.article.kind
    assert content.versions.get().state == "draft"

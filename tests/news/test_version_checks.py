"""N15: a text and its version in plain language are kept in step."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from news.plain_language import FIELD, begin
from news.version_checks import checks, settle
from publishing.change_notes import write_note
from publishing.facts import changes_of
from publishing.models import Manner
from publishing.withdrawal import withdraw
from tests.factories import editor, make_article, new_draft, publish, version_of
from tests.news.test_plain_language import RAIN, twin_of

pytestmark = pytest.mark.django_db
BEGIN = datetime(2027, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch):
    """Return a function that sets the day."""

    def at(day):
        monkeypatch.setattr(timezone, "now", lambda: BEGIN.replace(day=day))

    at(1)
    return at


@pytest.fixture
def pair(clock):
    """A text and its version, both published on the first day."""
    original = make_article(**RAIN)
    return original, twin_of(original, slug="regen-einfach")


def change(content, kind="update"):
    draft = new_draft(content)
    write_note(version_of(draft), kind=kind, text="Anders.")
    return publish(draft)


def asked() -> list[tuple[str, int]]:
    """Return the address of what is to be looked at, and since which day."""
    return [(check.article.published_content.slug, check.since.day) for check in checks()]


@pytest.mark.parametrize("kind", ["update", "correction"])
def test_a_change_that_readers_are_told_asks_for_the_other_version(clock, pair, kind):
    original = pair[0]
    clock(2)
    change(original, "minor")
    quiet = asked()
    clock(3)
    changed = change(original, kind)
    clock(4)
    change(changed, kind)

    assert (quiet, asked()) == ([], [("regen-einfach", 3)])
    assert [check.hint for check in checks()] == [
        "Fassung in Einfacher Sprache prüfen: Seit 03.03.2027 10:00 ist der ausführliche Text "
        "geändert"
    ]


def test_a_new_version_in_answer_settles_it_and_asks_nothing_of_the_first(clock, pair):
    original, twin = pair
    clock(2)
    change(original)
    clock(3)
    answer = change(twin)
    settled = asked()
    clock(4)
    change(answer)

    assert (settled, asked()) == ([], [("regen", 4)])


def test_an_editor_may_say_that_both_still_fit_and_that_is_logged(clock, pair):
    original, twin = pair
    clock(2)
    original = change(original)
    clock(3)
    settle(twin.article, editor())
    settled = asked()
    clock(4)
    change(original)

    assert (settled, asked()) == ([], [("regen-einfach", 4)])
    entry = changes_of(twin.article).get()
    assert (entry.field, entry.old, entry.new) == (FIELD, "zu prüfen", "passt noch")


def test_a_withdrawal_asks_for_the_version_that_is_still_public(clock, pair):
    original, twin = pair
    clock(2)
    withdraw(version_of(original), editor(), manner=Manner.GONE, reason="Falsch.")

    assert asked() == [("regen-einfach", 2)]

    version_of(twin).unpublish(editor())
    assert asked() == []


def test_a_draft_and_an_article_without_a_version_ask_for_nothing(clock):
    original = make_article()
    begin(original.article, editor())
    alone = make_article()
    clock(2)
    change(original)
    change(alone)

    assert checks() == []


@pytest.mark.parametrize("count", [1, 3])
def test_checks_need_the_same_queries_for_any_number(clock, count, django_assert_num_queries):
    pairs = [(text := make_article(), twin_of(text)) for _ in range(count)]
    clock(2)
    for original, _ in pairs:
        change(original)
    checks()

    # The pairs, their notes, withdrawals and what of them is public.
    with django_assert_num_queries(4):
        assert len(checks()) == count

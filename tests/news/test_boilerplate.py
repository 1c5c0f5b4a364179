"""Who the alliance is: chosen in a draft, kept by the release."""

import pytest

from news.models import Boilerplate
from tests.factories import make_article, new_draft, publish

pytestmark = pytest.mark.django_db


def text(words="Das Bündnis heute."):
    return Boilerplate.objects.create(name="kurz", text=words)


def test_a_draft_shows_the_text_of_today_and_a_release_keeps_it(client):
    source = text()
    content = make_article(
        kind="press-release", slug="rhein", boilerplate_source=source, published=False
    )
    before = content.background
    publish(content)
    Boilerplate.objects.update(text="Das Bündnis morgen.")

    html = client.get("/presse/rhein/").content.decode()

    assert before == "Das Bündnis heute."
    assert ("Das Bündnis heute." in html, "Das Bündnis morgen." in html) == (True, False)


def test_a_new_version_keeps_the_words_unless_they_are_taken_out():
    source = text()
    content = publish(make_article(boilerplate_source=source, published=False))
    Boilerplate.objects.update(text="Das Bündnis morgen.")
    kept = publish(new_draft(content))
    draft = new_draft(kept)
    type(draft).admin_manager.filter(pk=draft.pk).update(boilerplate="")
    renewed = publish(type(draft).admin_manager.get(pk=draft.pk))

    kept, renewed = (type(one).admin_manager.get(pk=one.pk) for one in (kept, renewed))
    assert (kept.boilerplate, renewed.boilerplate) == ("Das Bündnis heute.", "Das Bündnis morgen.")


def test_own_words_win():
    content = publish(
        make_article(boilerplate_source=text(), boilerplate="Eigene Worte.", published=False)
    )

    assert content.background == "Eigene Worte."

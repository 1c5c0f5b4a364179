"""N04: whatever begins or ends the use of a file under a Sperrfrist is followed at once."""

import pytest
from django.test import Client

from media_library.renditions import all_renditions
from publishing.page_actions import act, change_url
from tests.factories import add_text, editor, make_article, version_of
from tests.media_library.test_held_files import HELD, OPEN, places, secret, shown
from tests.publishing.test_admin import filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_work(client, django_capture_on_commit_callbacks):
    """Return a function that posts something as an editor, with all that follows the commit."""
    client.force_login(editor())

    def post(url, data):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(url, data)

    return post


def test_saving_a_form_holds_the_picture_of_the_text(client, at_work):
    image = shown()
    url = change_url(make_article(published=False, hero=image).article)
    until = {"content__embargo_until_0": "01.03.2099", "content__embargo_until_1": "10:00"}

    at_work(url, filled(client.get(url), **until))

    assert places(image, all_renditions(image)) == HELD


def test_a_new_block_holds_its_picture_and_lifting_lets_everything_go(client, at_work):
    image = shown()
    draft = secret()
    add_text(draft, "<p>Text.</p>")
    body = draft.placeholders.get(slot="body")
    add = f"/admin/cms/placeholder/add-plugin/?placeholder_id={body.pk}&plugin_type=FigurePlugin"
    block = {"image": image.pk, "alt": "Ein Fund", "caption": "", "size": "text"}

    added = at_work(f"{add}&cms_path=%2F&plugin_language=de&plugin_position=2", block)
    before = places(image, all_renditions(image))
    at_work(act(version_of(draft), "lift"), {})

    assert (added.status_code, before) == (200, HELD)
    assert Client().get(draft.get_absolute_url()).status_code == 200
    assert places(image, all_renditions(image)) == OPEN

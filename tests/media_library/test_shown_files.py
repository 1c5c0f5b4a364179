"""N04: files of shared blocks, and files that texts name by their address, are held as well."""

import pytest
from cms.api import add_plugin
from djangocms_alias.models import Alias, AliasContent, Category
from djangocms_versioning.models import Version

from media_library.held_files import sync
from media_library.renditions import FOLDER, all_renditions
from media_library.shown_files import named_in
from tests.factories import add_block, add_text, editor, make_article, new_draft, publish
from tests.media_library.test_held_files import HELD, OPEN, places, secret, shown

pytestmark = pytest.mark.django_db


def shared_block(**blocks):
    """Return the draft of a shared block, which shows the picture or uses the block given."""
    category = Category.objects.create(name=f"Kästen {Category.objects.count()}")
    alias = Alias.objects.create(category=category)
    content = AliasContent.objects.create(alias=alias, name=f"Kasten {alias.pk}", language="de")
    Version.objects.create(content=content, created_by=editor())
    fill_block(content, **blocks)
    return content


def fill_block(content, *, image=None, block=None):
    """Put a picture, or another shared block, into one."""
    plugin, values = ("Alias", {"alias": block.alias}) if block else ("FigurePlugin", {})
    values |= {"image": image, "alt": "Fund"} if image else {}
    add_plugin(content.placeholder, plugin, "de", **values)


def use_shared(content, block):
    add_block(content, "Alias", alias=block.alias)


@pytest.mark.parametrize("depth", [1, 2])
def test_the_draft_of_a_shared_block_in_it_is_held(depth):
    image = shown()
    block = shared_block(image=image)
    use_shared(secret(), block if depth == 1 else shared_block(block=block))

    sync()

    assert places(image, all_renditions(image)) == HELD


def test_only_what_is_new_in_the_draft_of_a_block_that_readers_see_is_held():
    old, new = shown(), shown((150, 90))
    block = publish(shared_block(image=old))
    fill_block(new_draft(block), image=new)
    use_shared(secret(), block)

    sync()

    assert (places(old, all_renditions(old)), places(new, all_renditions(new))) == (OPEN, HELD)


def test_what_a_public_text_shows_too_stays_open_in_the_draft_of_a_shared_block():
    image = shown()
    make_article(hero=image, hero_alt="Fund")
    use_shared(secret(), shared_block(image=image))

    sync()

    assert places(image, all_renditions(image)) == OPEN


def test_a_shared_block_that_no_secret_text_uses_holds_nothing():
    image = shown()
    use_shared(make_article(published=False), shared_block(image=image))
    secret()

    sync()

    assert places(image, all_renditions(image)) == OPEN


def test_published_the_shared_block_is_open():
    image = shown()
    block = shared_block(image=image)
    use_shared(secret(), block)
    sync()
    publish(block)

    sync()

    assert places(image, all_renditions(image)) == OPEN


def test_blocks_that_use_each_other_come_to_an_end():
    image = shown()
    one = shared_block(image=image)
    other = shared_block(block=one)
    fill_block(one, block=other)
    use_shared(secret(), one)

    sync()

    assert places(image, all_renditions(image)) == HELD


# --- Addresses that somebody has typed ---

WAYS = [
    '<p><a href="{0.url}">Bild</a></p>',
    '<p><a href="https://portal.example{0.url}?x=1">Bild</a></p>',
    '<p><a data-cms-href="filer.file:{0.pk}">Bild</a></p>',
]


@pytest.mark.parametrize("way", WAYS)
def test_a_file_whose_address_stands_in_the_text_is_held(way):
    image, other = shown(), shown((150, 90))
    add_text(secret(), way.format(image))

    sync()

    assert (places(image, all_renditions(image)), places(other)) == (HELD, OPEN)


def test_so_is_one_whose_address_was_typed_into_a_button():
    image = shown()
    link = {"external_link": image.url}
    add_block(secret(), "CallToActionPlugin", link=link, text="Mehr")

    sync()

    assert places(image) == HELD


@pytest.mark.parametrize("published", [True, False])
def test_it_stays_open_where_a_public_text_names_it_too(published):
    image = shown()
    public = make_article(published=False)
    for content in (public, secret()):
        add_text(content, WAYS[0].format(image))
    if published:
        publish(public)

    sync()

    assert places(image, all_renditions(image)) == (OPEN if published else HELD)


def test_a_picture_of_the_text_stays_open_where_a_public_text_names_its_address():
    image = shown()
    public = make_article(published=False)
    add_text(public, WAYS[0].format(image))
    publish(public), secret(hero=image)

    sync()

    assert places(image, all_renditions(image)) == OPEN


def test_addresses_of_sizes_name_the_picture_and_other_addresses_nothing():
    image = shown()
    folder = image.file.name.partition("/")[0]
    thumbnail = f"/media/filer_public_thumbnails/{image.file.name}__48x48_q85.png"
    paths = [f"/media/{all_renditions(image)[0].name}", thumbnail]
    strange = [f"/media/{folder}/x.png", "/media/", "/media/../x", "/aktuelles/", "/media/%00"]
    strange += [f"/media/{FOLDER}/%00-1/a.jpg", "/media/filer_public_thumbnails/%00__a"]

    assert named_in(f'<img src="{image.url}">') == {image.pk}
    assert [named_in(f'<a href="{path}">') for path in paths] == [{image.pk}, {image.pk}]
    assert [named_in(f'<a href="{path}">') for path in strange] == [set()] * 7

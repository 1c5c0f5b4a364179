"""N04: files of a text under a Sperrfrist lie where no address leads, until something is public."""

from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.storage import default_storage
from django.test import Client

from media_library.darkroom import make_missing
from media_library.held_files import sync
from media_library.renditions import all_renditions
from news.models import ArticleAttachment, ArticleImage
from publishing.embargo import end
from publishing.models import Manner
from publishing.withdrawal import withdraw
from tests.factories import (
    add_block,
    editor,
    make_article,
    make_file,
    make_person,
    new_draft,
    picture,
    publish,
    version_of,
)
from tests.publishing.planning import T

pytestmark = pytest.mark.django_db


def secret(**values):
    """Return a draft with a Sperrfrist."""
    return make_article(published=False, embargo_until=T, **values)


def shown(size=(160, 90), **values):
    """Return a picture with all its sizes; another size is another picture."""
    image = picture(size=size, **values)
    make_missing(image)
    return image


def status(path: str, client=None) -> int:
    return (client or Client()).get(f"/media/{path}").status_code


def lies_in_public(name: str) -> bool:
    """Tell whether a web server that asks nobody would find a file."""
    return (Path(settings.MEDIA_ROOT) / name).exists()


def places(file, sizes=()) -> set:
    """Return for a file and its sizes what a stranger gets and whether it lies in public."""
    names = [file.file.name, *(one.name for one in sizes)]
    return {(status(name), lies_in_public(name)) for name in names}


OPEN, HELD = {(200, True)}, {(404, False)}


def test_a_picture_of_such_a_text_is_out_of_reach_with_all_its_sizes():
    image = shown()
    sizes = all_renditions(image)
    before = places(image, sizes)
    secret(hero=image)

    sync()

    assert len(sizes) > 10
    assert (before, places(image, sizes)) == (OPEN, HELD)


def use_as_row(content, image):
    ArticleImage.objects.create(content=content, image=image, alt="Fund")


def use_as_file(content, file):
    ArticleAttachment.objects.create(content=content, file=file, title="Fund")


def use_in_block(content, image):
    add_block(content, "FigurePlugin", image=image, alt="Fund")


def use_as_download(content, file):
    add_block(content, "DownloadPlugin", file=file, title="Fund")


@pytest.mark.parametrize("use", [use_as_row, use_as_file, use_in_block, use_as_download])
def test_so_is_whatever_else_it_shows_or_offers(use):
    is_picture = use in {use_as_row, use_in_block}
    file = shown() if is_picture else make_file("fund.csv", b"a;b")
    use(secret(), file)

    sync()

    assert places(file, all_renditions(file) if is_picture else ()) == HELD


def test_sizes_that_are_made_later_are_held_too():
    image = picture(size=(160, 90))
    secret(hero=image)
    sync()

    assert make_missing(image) == len(all_renditions(image)) > 0
    assert places(image, all_renditions(image)) == HELD


def test_a_new_focal_point_makes_no_open_sizes():
    image = shown()
    secret(hero=image)
    sync()
    image.subject_location = "10,10"
    image.save()

    sync()
    make_missing(image)

    assert places(image, all_renditions(image)) == HELD


@pytest.mark.parametrize("how", ["published", "noticed", "twin", "fact"])
def test_what_everybody_may_see_already_stays_open(how):
    image = shown()
    twin = shown() if how == "twin" else image  # the same bytes, uploaded twice
    public = make_article(hero=twin if how != "fact" else None, hero_alt="Fund")
    if how == "noticed":
        withdraw(version_of(public), editor(), manner=Manner.NOTICE, reason="Falsch.")
    if how == "fact":
        make_person(portrait=image)
    secret(hero=image)

    sync()

    original = HELD if how == "twin" else OPEN
    sizes = all_renditions(image)
    assert places(image) == original
    assert {(status(one.name), lies_in_public(one.name)) for one in sizes} == OPEN


def test_published_it_is_open_at_once():
    image = shown()
    draft = secret(hero=image, hero_alt="Fund")
    sync()
    end(draft)
    publish(draft)

    status_before_sync = status(image.file.name)
    sync()

    assert status_before_sync == 200
    assert places(image, all_renditions(image)) == OPEN
    assert default_storage.held_folders() == set()


@pytest.mark.parametrize("step", ["archived", "discarded", "no-longer-used", "emptied"])
def test_held_stays_held_until_something_public_uses_it(step):
    image = shown()
    draft = secret(hero=image)
    sync()
    {
        "archived": lambda: version_of(draft).archive(editor()),
        "discarded": lambda: version_of(draft).delete(),
        "no-longer-used": lambda: type(draft).admin_manager.filter(pk=draft.pk).update(hero=None),
        "emptied": lambda: end(draft),
    }[step]()

    sync()

    assert places(image, all_renditions(image)) == HELD


def test_a_new_version_holds_what_is_new_in_it_only():
    old, new = shown(), shown((150, 90))
    draft = new_draft(make_article(hero=old, hero_alt="Alt"))
    draft.hero, draft.embargo_until = new, T
    draft.save()

    sync()

    assert (places(old, all_renditions(old)), places(new, all_renditions(new))) == (OPEN, HELD)


@pytest.mark.parametrize(
    ("group", "answer"),
    [("Redaktion", 200), ("Presse", 200), ("Mitarbeit", 404), ("Partner-Redaktion", 404)],
)
def test_staff_see_what_they_may_know(client, group, answer):
    image = shown()
    secret(hero=image)
    sync()
    user = get_user_model().objects.create_user("rita", is_staff=True)
    user.groups.set(Group.objects.filter(name=group))
    client.force_login(user)

    response = client.get(f"/media/{image.file.name}")
    form = client.get(f"/admin/media_library/image/{image.pk}/change/")

    assert (response.status_code, form.status_code) == (answer, 200 if answer == 200 else 403)
    assert answer == 404 or response["Cache-Control"].startswith("no-store")


def test_the_writer_sees_the_picture_of_the_own_text(client):
    image = shown()
    draft = secret(hero=image)
    user = get_user_model().objects.create_user("rita", is_staff=True)
    type(version_of(draft)).objects.update(created_by=user)
    sync()
    client.force_login(user)

    assert status(image.file.name, client) == 200


@pytest.mark.parametrize(
    "path", ["sperrfrist/x", "../private/sperrfrist/x", ".held", "renditions/.held", "x/../.held"]
)
def test_no_address_leads_to_the_folder_itself(client, path):
    secret(hero=shown())
    sync()

    assert status(path, client) == 404


def test_twice_is_as_good_as_once():
    image = shown()
    secret(hero=image)

    sync(), sync()
    folders = default_storage.held_folders()

    assert len(folders) == 3  # the original, filer's previews, the sizes
    assert places(image, all_renditions(image)) == HELD

"""G19: where pictures are used, and that nothing in use is deleted."""

import re
from datetime import UTC, datetime

import pytest
from cms.api import add_plugin, create_page
from django.contrib.auth import get_user_model
from django.contrib.messages import get_messages
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from filer.models import File, Folder

from media_library.models import Image
from media_library.uses import Use, uses_of
from news.models import ArticleImage
from tests.factories import editor, make_article, make_person, new_draft, picture
from tests.media_library import files
from tests.media_library.addresses import change_url, delete_url

pytestmark = pytest.mark.django_db


def said(response) -> list[str]:
    """Return the messages of a response."""
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_a_text_under_a_sperrfrist_is_not_named():
    image = picture()
    until = datetime(2027, 3, 1, 9, tzinfo=UTC)
    make_article(title="Geheim", published=False, hero=image, embargo_until=until)

    assert [str(use) for use in uses_of(image)] == [
        "Nachricht oder Pressemitteilung „Text mit Sperrfrist bis 01.03.2027 10:00“ (Entwurf)"
    ]


def places(image) -> list[str]:
    """Use an image in an article's head and gallery, twice, and as a portrait."""
    article = make_article(title="Nebel", hero=image, hero_alt="Brücke")
    ArticleImage.objects.create(content=article, image=image, alt="Brücke")
    new_draft(article)
    make_person("Jobst Wierich", portrait=image)
    return [
        "Nachricht oder Pressemitteilung „Nebel“ (Veröffentlicht)",
        "Nachricht oder Pressemitteilung „Nebel“ (Entwurf)",
        "Person oder Gruppe „Jobst Wierich“",
    ]


def test_every_place_of_a_picture_is_found_once():
    image = picture()
    expected = places(image)
    make_article(hero=picture("anderes.png"), hero_alt="Anderes")

    uses = uses_of(image)
    assert sorted(str(use) for use in uses) == sorted(expected)
    assert all(use.url.startswith("/admin/") for use in uses)


def test_a_file_behind_a_link_is_in_use():
    file = File.objects.create(original_filename="a.pdf", file=ContentFile(files.PDF, name="a.pdf"))
    page = create_page("Kontakt", "cms/standard.html", "de", created_by=editor())
    content = page.pagecontent_set(manager="admin_manager").get()
    placeholder = content.get_placeholders()[0]
    add_link(placeholder, file)

    assert [(use.kind, use.title, use.state) for use in uses_of(file)] == [
        ("Seite", "Kontakt", "Entwurf")
    ]


def add_link(placeholder, file) -> None:
    """Put a call to action that leads to a file into a placeholder."""

    add_plugin(
        placeholder, "CallToActionPlugin", "de", label="Lesen", link={"file_link": str(file.pk)}
    )


def test_a_picture_in_use_is_not_deleted_and_the_editor_sees_where(editors_client):
    image = picture("bruecke.png")
    places(image)

    response = editors_client.post(delete_url(image), {"post": "yes"})

    listed = re.findall(r"<a href=\"[^\"]+\">(Nebel|Jobst Wierich)</a>", response.content.decode())
    assert sorted(listed) == ["Jobst Wierich", "Nebel", "Nebel"]
    assert said(response) == ["Nichts gelöscht, denn noch verwendet: „bruecke.png“."]
    assert Image.objects.count() == 1


def test_where_a_picture_is_used_is_nothing_for_staff_without_the_right(client):
    image = picture("bruecke.png")
    places(image)
    client.force_login(get_user_model().objects.create(username="neu", is_staff=True))

    answers = [client.get(url) for url in (delete_url(image), delete_url(Image(pk="x")))]

    assert [answer.status_code for answer in answers] == [403, 404]


def test_a_picture_in_no_use_is_deleted_with_its_file(editors_client):
    image = picture()

    response = editors_client.post(delete_url(image), {"post": "yes"})

    assert (response.status_code, Image.objects.count()) == (302, 0)
    assert not default_storage.exists(image.file.name)


@pytest.mark.parametrize("count", [1, 3])
def test_deleting_a_selection_or_folder_stops_at_what_is_in_use(editors_client, count):
    folder = Folder.objects.create(name="Fotos")
    images = [picture(f"{number}.png", folder=folder) for number in range(count)]
    make_person("Jobst Wierich", portrait=images[0])
    listing = reverse("admin:filer-directory_listing", args=(folder.pk,))
    root = reverse("admin:filer-directory_listing-root")
    action = {"action": "delete_files_or_folders", "post": "yes"}

    chosen = [f"file-{image.pk}" for image in images]
    by_file = editors_client.post(listing, {**action, "_selected_action": chosen})
    by_folder = editors_client.post(root, {**action, "_selected_action": [f"folder-{folder.pk}"]})

    assert said(by_file) == said(by_folder) == ["Nichts gelöscht, denn noch verwendet: „0.png“."]
    assert (Image.objects.count(), Folder.objects.count()) == (count, 1)


def test_the_form_of_a_picture_shows_its_places(editors_client):
    image = picture()
    places(image)

    html = editors_client.get(change_url(image)).content.decode()

    assert html.count(">Nebel</a>") == 2


def test_uses_read_as_a_sentence():
    assert str(Use("Person", "Jobst Wierich")) == "Person „Jobst Wierich“"

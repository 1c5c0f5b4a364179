"""N04: lists of the library name no file that only a text under a Sperrfrist uses."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.urls import reverse
from filer.models import File, Folder

from media_library.known_files import hidden_from, known_files
from news.models import ArticleAttachment, ArticleImage
from tests.factories import add_block, make_article, make_file, picture, version_of
from tests.publishing.planning import T

pytestmark = pytest.mark.django_db
ROOT = "/admin/filer/folder/"


def member(group: str):
    """Return a member of staff in a group."""
    user = get_user_model().objects.create_user("rita", is_staff=True)
    user.groups.set(Group.objects.filter(name=group))
    return user


def secret(**values):
    return make_article(published=False, embargo_until=T, **values)


def names(user) -> list[str]:
    known = known_files(File.objects.order_by("original_filename"), user)
    return [file.original_filename for file in known]


def everything_secret(n=0):
    """Make a secret text that uses a file in each way there is."""
    text = secret(hero=picture(f"geheim-kopf-{n}.png"))
    row = picture(f"geheim-zeile-{n}.png")
    ArticleImage.objects.create(content=text, image=row, alt="Fund")
    file = make_file(f"geheim-{n}.csv", b"a;b")
    ArticleAttachment.objects.create(content=text, file=file, title="Fund")
    add_block(text, "FigurePlugin", image=picture(f"geheim-block-{n}.png"), alt="Fund")
    return text


@pytest.mark.parametrize("group", ["Mitarbeit", "Partner-Redaktion"])
def test_what_only_such_a_text_uses_is_left_out(group):
    picture("frei.png"), make_article(hero=picture("bekannt.png"), hero_alt="Fund")
    everything_secret()

    assert names(member(group)) == ["bekannt.png", "frei.png"]


@pytest.mark.parametrize("group", ["Redaktion", "Presse"])
def test_who_publishes_sees_all(group):
    secret(hero=picture("geheim.png"))

    assert names(member(group)) == ["geheim.png"]


@pytest.mark.parametrize("how", ["began", "owner"])
def test_who_knows_the_text_sees_its_files(how):
    text, user = secret(hero=picture("geheim.png")), member("Mitarbeit")
    if how == "began":
        type(version_of(text)).objects.update(created_by=user)
    else:
        type(text.article).objects.update(owner=user)

    assert names(user) == ["geheim.png"]


@pytest.mark.parametrize("published", [True, False])
def test_what_another_text_shows_too_is_no_secret(published):
    image = picture("bekannt.png")
    secret(hero=image), make_article(published=published, hero=image, hero_alt="Fund")

    assert names(member("Mitarbeit")) == ["bekannt.png"]


@pytest.mark.parametrize("count", [1, 3])
def test_it_needs_the_same_queries_for_any_number_of_texts(count, django_assert_num_queries):
    user = member("Mitarbeit")
    for n in range(count):
        everything_secret(n)
    user.has_perm("publishing.publish_content"), hidden_from(user)

    with django_assert_num_queries(26):
        hidden_from(user)


@pytest.fixture
def library(client):
    """A library with a public and a secret picture and document, and a browser of Mitarbeit."""
    folder = Folder.objects.create(name="Fotos")
    picture("frei.png", folder=folder), picture("offen.png")
    text = secret(hero=picture("geheim.png", folder=folder))
    loose = picture("geheim-lose.png")
    ArticleImage.objects.create(content=text, image=loose, alt="Fund")
    client.force_login(member("Mitarbeit"))
    return folder


def addresses(folder) -> list[str]:
    own = f"{ROOT}{folder.pk}/list/"
    unsorted = reverse("admin:filer-directory_listing-unfiled_images")
    return [
        *(own, f"{own}?_list_type=th", f"{own}?_popup=1&_pick=file", f"{own}?page=2"),
        *(f"{own}?q=geheim&limit_search_to_folder=on", f"{ROOT}?q=png", unsorted),
        *("/admin/media_library/image/", "/admin/media_library/image/?q=geheim"),
        *("/admin/filer/file/", "/admin/filer/file/?q=geheim"),
        "/admin/autocomplete/?app_label=partners&model_name=person&field_name=portrait&term=png",
    ]


def test_no_list_no_search_and_no_picker_names_it(client, library):
    pages = {path: client.get(path, follow=True) for path in addresses(library)}

    found = {path for path, page in pages.items() if b"geheim" in bare(page)}
    assert found == set()
    assert b"frei.png" in pages[f"{ROOT}{library.pk}/list/"].content
    assert b"offen.png" in pages[f"{ROOT}?q=png"].content


def bare(page) -> bytes:
    """Return a page without the word that was looked for."""
    return page.content.replace(b'value="geheim"', b"").replace(b"q=geheim", b"")


def test_numbers_count_only_what_is_shown(client, library):
    context = client.get(f"{ROOT}{library.pk}/list/").context

    assert (context["paginator"].count, len(context["folder_files"])) == (1, 1)


def test_no_action_reaches_it(client, library):
    hidden = File.objects.get(original_filename="geheim.png")
    data = {"action": "delete_files_or_folders", "_selected_action": f"file-{hidden.pk}"}

    page = client.post(f"{ROOT}{library.pk}/list/", {**data, "index": 0})

    said = [str(message) for message in get_messages(page.wsgi_request)]
    assert b"geheim" not in page.content
    assert (said, File.objects.filter(pk=hidden.pk).exists()) == ([], True)

"""Pictures for sharing: of what is published, as it is published, and of nothing else."""

from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command

from media_library import darkroom
from media_library.renditions import social_image
from media_library.social import published
from media_library.social.cards import Card
from media_library.storage import WholeFileStorage
from tests.factories import (
    editor,
    make_article,
    make_initiative,
    make_meeting,
    make_partner,
    new_draft,
    picture,
    publish,
    version_of,
)

pytestmark = pytest.mark.django_db


def address(content) -> str:
    """Return the address that a content's picture has, or would have."""
    return content.social_card().social_image.url


def hero(**values) -> dict:
    """Return the fields of a content with a picture."""
    return {"hero": picture(**values), "hero_alt": "Der Rhein"}


def drawn() -> set[str]:
    """Return the addresses of all pictures for sharing in the storage."""
    return {f"/media/{name}" for name in darkroom.stored_names("renditions/social")}


def test_every_kind_says_what_it_is_and_when():
    shown = hero()
    article = make_article(title="Neues", date_precision="month", **shown)
    release = make_article(title="Presse", kicker="Digitales", kind="press-release")
    meeting = make_meeting(title="Treffen 2021", motto="Gemeinsam")
    off = make_meeting(title="Treffen 2020", facts={"status": "EventCancelled"})
    initiative = make_initiative(title="Lauf", facts={"kind": "accompanied"})
    partner = make_partner(title="Stadt", roles="Gründungspartner.", **hero())

    assert list(published.cards()) == [
        Card(f"partner-{partner.partner.pk}", "Unternehmen", "Stadt", "Gründungspartner."),
        Card(
            f"initiative-{initiative.initiative.pk}",
            "Begleitetes Partnerprojekt",
            "Lauf",
            when="2012–2018",
        ),
        Card(
            f"meeting-{meeting.meeting.pk}",
            "Jahrestreffen",
            "Treffen 2021",
            "Gemeinsam",
            "28.\N{NO-BREAK SPACE}September 2021, 18:00\N{NO-BREAK SPACE}Uhr",
        ),
        Card(f"meeting-{off.meeting.pk}", "Jahrestreffen", "Treffen 2020", when="Abgesagt"),
        Card(
            f"article-{article.article.pk}",
            "Nachricht",
            "Neues",
            when="September 2021",
            image=shown["hero"],
            image_alt="Der Rhein",
        ),
        Card(
            f"article-{release.article.pk}",
            "Digitales",
            "Presse",
            when="29.\N{NO-BREAK SPACE}September 2021",
        ),
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_all_cards_need_a_query_for_each_kind(count, django_assert_num_queries):
    for _ in range(count):
        make_article(**hero())
        make_meeting(**hero())
    list(published.cards())  # content types are asked for once in a process

    with django_assert_num_queries(4):
        assert len({card.name for card in published.cards()}) == 2 * count


def test_publishing_draws_ahead_of_readers_and_a_draft_draws_nothing(
    client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        first = make_article(title="Alt", slug="rhein", **hero())
    darkroom.darkroom.orders.join()
    assert drawn() == {address(first)}

    draft = new_draft(first)
    draft.title = "Geheim"
    draft.save()
    assert client.get(address(draft)).status_code == 404
    assert address(draft) not in client.get("/aktuelles/rhein/").content.decode()
    assert drawn() == {address(first)}

    with django_capture_on_commit_callbacks(execute=True):
        publish(draft)
    darkroom.darkroom.orders.join()
    assert address(draft) in client.get("/aktuelles/rhein/").content.decode()
    assert drawn() == {address(first), address(draft)}


def test_a_new_edition_that_shows_the_same_keeps_its_address():
    first = make_article(lead="Alt.")
    second = new_draft(first)
    second.lead = "Neu."
    second.save()
    publish(second)

    assert (second.pk == first.pk, address(second) == address(first)) == (False, True)


def test_a_missing_picture_is_drawn_when_it_is_asked_for_and_then_stays(client):
    content = make_meeting(**hero())

    first, second = (client.get(address(content)) for _ in range(2))

    assert (first.status_code, first["Content-Type"]) == (200, "image/jpeg")
    assert first["Cache-Control"] == "public, max-age=31536000, immutable"
    assert b"".join(first.streaming_content) == b"".join(second.streaming_content)
    assert drawn() == {address(content)}


def test_only_the_present_name_of_something_published_is_drawn(client):
    content = make_article(title="Alt")
    draft = make_article(title="Geheim", published=False)
    gone = make_article(title="Weg")
    version_of(gone).unpublish(editor())
    former = address(content)
    type(content).objects.filter(pk=content.pk).update(title="Neu")
    number = content.article.pk
    asked = [
        former,
        address(draft),
        address(gone),
        former.replace("article", "meeting"),
        former.replace("article", "person"),
        former.replace(f"-{number}-", "-999999999999999999-"),
    ]

    assert [client.get(url).status_code for url in asked] == [404] * 6
    assert drawn() == set()


def test_where_the_original_is_lost_todays_crop_stands_in(client):
    content = make_article(**hero())
    default_storage.delete(content.hero.file.name)

    response = client.get(address(content))

    assert (response.status_code, response["Location"], response["Cache-Control"]) == (
        302,
        social_image(content.hero).url,
        "no-store",
    )


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_names_its_picture_without_touching_the_storage(client, count, monkeypatch):
    contents = [make_article(slug=f"a-{number}", **hero()) for number in range(count)]
    for name in ("_open", "exists", "get_modified_time"):
        monkeypatch.setattr(WholeFileStorage, name, None, raising=False)  # a call would fail

    pages = [client.get(content.get_absolute_url()).content.decode() for content in contents]

    assert [address(content) in page for content, page in zip(contents, pages, strict=True)] == [
        True
    ] * count


def test_the_page_describes_its_picture_in_words(client):
    content = make_article(title="Größe", slug="a", **hero())
    page = client.get("/aktuelles/a/").content.decode()
    tags = [line.strip() for line in page.splitlines() if "og:image" in line or "twitter" in line]

    assert tags == [
        f'<meta property="og:image" content="http://127.0.0.1:8000{address(content)}">',
        '<meta property="og:image:width" content="1200">',
        '<meta property="og:image:height" content="630">',
        '<meta property="og:image:alt" content="Nachricht: Größe – 29.\N{NO-BREAK SPACE}September '
        '2021 – Der Rhein – Foto: Erika Beispiel">',
        '<meta name="twitter:card" content="summary_large_image">',
    ]


def test_the_command_draws_what_is_missing_and_clears_what_is_old():
    kept, lost = make_article(title="Da"), make_article(title="Weg", **hero(name="weg.png"))
    make_article(title="Entwurf", published=False)
    default_storage.delete(lost.hero.file.name)
    default_storage.save("renditions/social/article-1-0.jpg", ContentFile(b"x"))
    out, again, err = StringIO(), StringIO(), StringIO()

    call_command("make_renditions", "--prune", stdout=out, stderr=err)
    call_command("make_renditions", stdout=again, stderr=StringIO())

    assert out.getvalue().splitlines()[-2:] == [
        "1 Vorschaubilder für 2 Seiten gezeichnet.",
        "1 überzählige Dateien entfernt.",
    ]
    assert again.getvalue().splitlines()[-1] == "0 Vorschaubilder für 2 Seiten gezeichnet."
    assert err.getvalue().splitlines()[-1] == (
        "Vorschaubild „Weg“: Das Titelbild ist nicht lesbar."
    )
    assert drawn() == {address(kept)}

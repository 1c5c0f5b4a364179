"""The one cache: whole public pages, dropped as a whole, never for staff."""

import pytest
from django.conf import settings
from django.core.cache import cache as backend
from django.http import HttpResponse
from django.test import RequestFactory

from publishing import response_cache
from publishing.response_cache import GENERATION, ResponseCache, drop_pages, start_generation
from tests.factories import editor, make_article, make_meeting, make_page, new_draft, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def counted():
    """Return the cache before a view that counts its calls, and the list of calls."""
    calls = []

    def view(request):
        calls.append(request.get_full_path())
        return HttpResponse(f"Nummer {len(calls)}")

    return ResponseCache(view), calls


def get(cache, path, **options):
    return cache(RequestFactory().get(path, **options))


def test_the_second_reader_gets_the_same_bytes_and_headers(counted):
    cache, calls = counted

    first, second = get(cache, "/a/"), get(cache, "/a/")

    assert (first.content, dict(first.headers)) == (second.content, dict(second.headers))
    assert calls == ["/a/"]


def test_a_reader_who_has_the_page_gets_304(counted):
    cache, _ = counted
    etag = get(cache, "/a/")["ETag"]

    assert get(cache, "/a/", headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize("path", ["/a/?x=1", "/a/?seite=abc", "/a/?seite=0", "/admin/", "/media/x"])
def test_these_are_never_kept(counted, path):
    cache, calls = counted

    get(cache, path)
    get(cache, path)

    assert len(calls) == 2


def test_every_host_of_ours_gets_the_same_page_and_no_other_host_any(counted):
    cache, calls = counted

    hosts = ["testserver", "testserver:1", "testserver:2", "localhost"]
    pages = {get(cache, "/a/", headers={"Host": host}).content for host in hosts}
    get(cache, "/a/", headers={"Host": "other.example"})

    assert pages == {b"Nummer 1"}
    assert calls == ["/a/", "/a/"]


def test_only_a_list_that_is_that_long_is_kept_by_number():
    calls = []

    def view(request):
        calls.append(request.get_full_path())
        address = f"{settings.PUBLIC_ORIGIN}/a/?seite=2"
        return HttpResponse(f'<link rel="canonical" href="{address}">')

    cache = ResponseCache(view)
    for number in (2, 3, 2, 3):
        get(cache, f"/a/?seite={number}")

    assert calls == ["/a/?seite=2", "/a/?seite=3", "/a/?seite=3"]


@pytest.mark.parametrize("broken", ["get", "set"])
def test_a_cache_that_fails_costs_readers_nothing(counted, monkeypatch, broken):
    cache, calls = counted

    def fail(*args, **kwargs):
        raise OSError("No space left on device")

    monkeypatch.setattr(response_cache.cache, broken, fail)
    pages = [get(cache, "/a/").content for _ in range(2)]
    start_generation()

    assert pages == [b"Nummer 1", b"Nummer 2"]
    assert calls == ["/a/", "/a/"]


def test_staff_and_posts_pass_by(counted):
    cache, calls = counted
    request = RequestFactory().get("/a/")
    request.COOKIES["sessionid"] = "x"

    get(cache, "/a/")
    cache(request)
    cache(RequestFactory().post("/a/"))

    assert len(calls) == 3


@pytest.mark.parametrize(
    "spoil",
    [
        lambda response: response.set_cookie("a", "b"),
        lambda response: response.headers.__setitem__("Cache-Control", "no-store"),
        lambda response: response.headers.__setitem__("Cache-Control", "private"),
        lambda response: setattr(response, "status_code", 404),
    ],
)
def test_an_answer_that_is_not_for_everybody_is_not_kept(spoil):
    calls = []

    def view(request):
        calls.append(1)
        response = HttpResponse("nur für dich")
        spoil(response)
        return response

    cache = ResponseCache(view)
    get(cache, "/a/")
    get(cache, "/a/")

    assert len(calls) == 2


def test_a_new_generation_drops_every_page(counted):
    cache, calls = counted
    get(cache, "/a/")

    start_generation()
    get(cache, "/a/")

    assert calls == ["/a/", "/a/"]


def test_a_page_made_while_something_is_published_is_not_kept_for_later():
    calls = []

    def view(request):
        calls.append(1)
        start_generation()
        return HttpResponse("alt")

    cache = ResponseCache(view)
    get(cache, "/a/")
    get(cache, "/a/")

    assert len(calls) == 2


def test_publishing_shows_at_once(client, django_capture_on_commit_callbacks):
    content = make_article(title="Vorher")
    client.get(content.get_absolute_url())
    draft = new_draft(content)
    draft.title = "Nachher"
    draft.save()

    with django_capture_on_commit_callbacks(execute=True):
        publish(draft)

    assert "Nachher" in client.get(content.get_absolute_url()).content.decode()


def test_whoever_dies_while_publishing_leaves_no_old_page(
    client, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(response_cache, "PAUSE", 60)
    content = make_article(title="Vorher")
    start_generation()
    draft = new_draft(content)
    draft.title = "Nachher"
    draft.save()
    url = content.get_absolute_url()

    with django_capture_on_commit_callbacks(execute=False):  # killed before it could be done
        drop_pages()
        before = client.get(url).content.decode()
        publish(draft)
        after = client.get(url).content.decode()

    assert ("Vorher" in before, "Nachher" in after) == (True, True)


def test_a_kept_page_needs_no_query(client, django_assert_num_queries):
    url = make_meeting().get_absolute_url()
    client.get(url)

    with django_assert_num_queries(0):
        client.get(url)


def test_staff_never_get_a_kept_page(client):
    url = make_article().get_absolute_url()
    client.get(url)
    client.force_login(editor())

    assert "no-store" in client.get(url)["Cache-Control"]


@pytest.mark.parametrize(
    ("path", "drops"),
    [
        ("/admin/cms/page/{page}/delete/", True),
        ("/admin/cms/page/{page}/set-home/", True),
        ("/admin/cms/placeholder/1/2/", False),
    ],
)
def test_what_staff_send_drops_every_page_but_for_drafts(client, path, drops):
    client.force_login(editor())
    page = make_page("Seite").page
    before = start_generation()

    client.post(path.format(page=page.pk), {"post": "yes"})

    assert (backend.get(GENERATION) != before) is drops


def test_strangers_drop_nothing(client):
    before = start_generation()

    client.post("/admin/login/", {"username": "x", "password": "x"})

    assert backend.get(GENERATION) == before

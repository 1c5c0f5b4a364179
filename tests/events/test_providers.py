"""E33, E34: which addresses have a player that we know, and which host it comes from."""

import pytest

from events.models.providers import elsewhere

NOCOOKIE = "https://www.youtube-nocookie.com"


@pytest.mark.parametrize(
    ("provider", "url", "player", "origin"),
    [
        (
            "youtube",
            "https://www.youtube.com/watch?v=abcdefghijk&t=5",
            f"{NOCOOKIE}/embed/abcdefghijk",
            NOCOOKIE,
        ),
        ("youtube", "https://youtu.be/a_b-efghijk", f"{NOCOOKIE}/embed/a_b-efghijk", NOCOOKIE),
        (
            "youtube",
            "https://www.youtube.com/live/abcdefghijk",
            f"{NOCOOKIE}/embed/abcdefghijk",
            NOCOOKIE,
        ),
        ("youtube", "https://www.youtube.com/@kanal", "", ""),
        ("youtube", "https://youtube.com.example.org/watch?v=abcdefghijk", "", ""),
        ("youtube", "https://www.youtube.com/watch?v=abc'; script-src *", "", ""),
        (
            "peertube",
            "https://video.example.org/videos/watch/2b1f5f3e-0000-4000-8000-000000000000",
            "https://video.example.org/videos/embed/2b1f5f3e-0000-4000-8000-000000000000",
            "https://video.example.org",
        ),
        ("peertube", "http://video.example.org/w/abcdefghijklmnop", "", ""),
        ("peertube", "https://a;script-src/w/abcdefghijklmnop", "", ""),
        ("peertube", "https://x@video.example.org/w/abcdefghijklmnop", "", ""),
        ("other", "https://film.example/treffen", "", ""),
        ("own", "https://film.example/treffen", "", ""),
    ],
)
def test_only_known_players_are_let_in(provider, url, player, origin):
    found = elsewhere(provider, url)

    assert (found.player_url, found.frame_origin, found.url) == (player, origin, url)


def test_a_player_starts_at_a_second_and_nothing_lies_elsewhere_without_an_address():
    found = elsewhere("youtube", "https://youtu.be/abcdefghijk")

    assert found.player_from(510) == f"{NOCOOKIE}/embed/abcdefghijk?start=510"
    assert found.player_from(0) == f"{NOCOOKIE}/embed/abcdefghijk"
    assert elsewhere("youtube", "") is None

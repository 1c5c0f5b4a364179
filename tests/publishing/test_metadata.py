from django.test import override_settings

from media_library.renditions import SocialImage
from publishing.metadata import Crumb, PageMeta, absolute, crumbs_below


@override_settings(PUBLIC_ORIGIN="https://portal.example")
def test_addresses_are_made_absolute_once():
    meta = PageMeta("Titel", "/presse/", query="?seite=2", image=SocialImage("/m/a.jpg", 1, 1, ""))

    assert (meta.canonical, meta.image_url) == (
        "https://portal.example/presse/?seite=2",
        "https://portal.example/m/a.jpg",
    )
    assert absolute("https://other.example/x") == "https://other.example/x"
    assert PageMeta("Titel", "/").image_url == ""


def test_the_way_starts_at_the_home_page():
    assert crumbs_below(Crumb("Presse", "/presse/"), title="Frei", url="/presse/frei/") == (
        Crumb("Startseite", "/"),
        Crumb("Presse", "/presse/"),
        Crumb("Frei", "/presse/frei/"),
    )


def test_the_title_ends_with_the_name_but_never_says_it_twice():
    titles = [PageMeta(title, "/") for title in ("Presse", "Lokale Allianz Dormagen")]

    assert [meta.title + meta.title_end for meta in titles] == [
        "Presse – Lokale Allianz Dormagen",
        "Lokale Allianz Dormagen",
    ]

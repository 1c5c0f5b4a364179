"""What the picture tags write."""

import re

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.template import Context, Template, TemplateSyntaxError

from media_library.models import Image
from media_library.renditions import stem_of
from tests.factories import picture
from tests.media_library import files

pytestmark = pytest.mark.django_db


def rendered(source: str, **context) -> str:
    """Return what a template with the picture tags writes, without indentation."""
    html = Template("{% load pictures %}" + source).render(Context(context))
    return " ".join(html.split()).replace("> <", "><").replace(" >", ">")


def test_a_picture_offers_every_format_and_size():
    image = picture(size=(600, 400))
    folder = f"/media/renditions/{stem_of(image)}/card"
    sizes = "(min-width: 64rem) 24rem, (min-width: 40rem) 48vw, 100vw"

    def srcset(suffix):
        return ", ".join(f"{folder}-{width}.{suffix} {width}w" for width in (320, 480, 600))

    assert rendered('{% picture image "card" alt="Brücke" class="card__image" %}', image=image) == (
        f'<picture><source type="image/avif" srcset="{srcset("avif")}" sizes="{sizes}">'
        f'<source type="image/webp" srcset="{srcset("webp")}" sizes="{sizes}">'
        f'<img class="card__image" src="{folder}-600.jpg" srcset="{srcset("jpg")}" '
        f'sizes="{sizes}" width="600" height="400" alt="Brücke" '
        'loading="lazy" decoding="async"></picture>'
    )


def test_the_first_picture_of_a_page_does_not_wait():
    image = picture(size=(100, 100))
    html = rendered('{% picture image "logo" eager=True %}', image=image)

    assert html.split("<img", 1)[1].split("sizes=", 1)[1] == (
        '"10rem" width="100" height="100" alt="" fetchpriority="high"></picture>'
    )


def test_a_drawing_is_shown_as_it_is():
    image = Image.objects.create(
        original_filename="logo.svg", file=ContentFile(files.SVG, name="logo.svg")
    )

    assert rendered('{% picture image "logo" alt="Logo" %}', image=image) == (
        f'<picture><img src="{image.url}" width="40" height="20" alt="Logo" '
        'loading="lazy" decoding="async"></picture>'
    )


@pytest.mark.parametrize("image", [None, Image(original_filename="weg.jpg")])
def test_without_a_file_there_is_nothing_to_see(image):
    assert rendered('{% picture image "hero" alt="Brücke" %}', image=image) == ""


def test_alternative_texts_are_escaped():
    html = rendered('{% picture image "logo" alt=alt %}', image=picture(), alt='"><script>')

    assert 'alt="&quot;&gt;&lt;script&gt;"' in html


def test_unknown_attributes_are_refused():
    with pytest.raises((TypeError, TemplateSyntaxError)):
        rendered('{% picture image "logo" style="x" %}', image=picture())


def test_pictures_need_no_query_and_no_file(django_assert_num_queries):
    image = Image.objects.get(pk=picture().pk)
    default_storage.delete(image.file.name)

    with django_assert_num_queries(0):
        html = rendered('{% picture image "hero" %}', image=image)

    assert html.startswith("<picture>")


@pytest.mark.parametrize(
    ("values", "caption", "expected"),
    [
        ({}, "Im Nebel", ["Im Nebel", "Foto: Erika Beispiel"]),
        ({}, "", ["Foto: Erika Beispiel"]),
        ({"is_illustration": True}, "", ["Illustration: Erika Beispiel"]),
        ({"is_illustration": True, "credit": ""}, "", ["Illustration"]),
        ({"credit": ""}, "", []),
    ],
)
def test_a_figure_names_its_maker(values, caption, expected):
    html = rendered(
        "{% figure image=image caption=caption %}", image=picture(**values), caption=caption
    )

    assert [part.split("<")[0] for part in re.split("<span[^>]*>", html)[1:]] == expected
    assert ("figcaption" in html) == bool(expected)


def test_a_linked_figure_leads_to_the_whole_picture():
    image = picture(size=(2000, 900))
    whole = f"/media/renditions/{stem_of(image)}/figure-1600.jpg"

    html = rendered('{% figure image=image role="card" alt="Brücke" is_linked=True %}', image=image)

    assert html.startswith(
        f'<figure class="figure"><a class="figure__link" href="{whole}"><picture>'
    )


def test_a_picture_without_words_or_file_is_no_link():
    unnamed = rendered('{% figure image=image role="card" is_linked=True %}', image=picture())
    lost = Image(original_filename="weg.jpg")
    missing = rendered('{% figure image=image alt="Brücke" is_linked=True %}', image=lost)

    assert [html for html in (unnamed, missing) if "href" in html] == []

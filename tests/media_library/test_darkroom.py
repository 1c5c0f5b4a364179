"""Two who want the same sizes at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from media_library import darkroom
from media_library.renditions import ROLES, renditions_of
from tests.factories import picture


@pytest.mark.django_db
def test_no_size_is_made_twice(monkeypatch):
    image = picture(size=(1000, 800))
    wanted = renditions_of(image, ROLES["card"])
    made = []
    encoded = darkroom.encoded

    def counted(cut, suffix, exif):
        made.append((cut.width, suffix))
        return encoded(cut, suffix, exif)

    monkeypatch.setattr(darkroom, "encoded", counted)

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(darkroom.make, [image] * 2, [wanted] * 2))

    assert sorted(made) == sorted((file.width, file.suffix) for file in wanted)

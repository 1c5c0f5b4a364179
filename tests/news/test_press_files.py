"""Photos in print size, one by one."""

from io import BytesIO

import pytest
from PIL import Image as PILImage

from media_library.embedded import from_xmp
from tests.news.test_press_kit import photo_name, release

pytestmark = pytest.mark.django_db


def test_a_photo_is_sent_with_its_credit_under_a_name_that_says_it(client):
    content = release()
    image = content.images.first().image

    wrong = client.get(f"/presse/rhein/fotos/{image.pk}/x.jpg")
    response = client.get(wrong["Location"])

    assert wrong["Location"] == f"/presse/rhein/fotos/{image.pk}/{photo_name(content)}"
    assert response["Content-Disposition"] == f'attachment; filename="{photo_name(content)}"'
    assert response["Cache-Control"] == "no-store"
    with PILImage.open(BytesIO(b"".join(response.streaming_content))) as made:
        assert from_xmp(made).artist == "Erika Beispiel"


def test_photos_that_may_not_be_passed_on_are_not_sent(client):
    content = release()
    agency = content.images.last().image

    assert client.get(f"/presse/rhein/fotos/{agency.pk}/x.jpg").status_code == 404

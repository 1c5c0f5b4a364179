"""Rights that end: warnings, and pictures that leave."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone

from media_library.darkroom import make_missing, stored_names
from media_library.expiry import warn, withdraw
from media_library.models import Consent, Licence
from media_library.renditions import all_renditions, social_image
from tests.factories import editor, picture
from tests.media_library.test_pictures import rendered

pytestmark = pytest.mark.django_db
TODAY = date(2021, 9, 1)


def test_the_owner_is_warned_thirty_seven_and_one_day_before():
    image = picture(owner=editor(email="erika@example.org"), valid_until=TODAY + timedelta(days=40))
    days = [TODAY + timedelta(days=day) for day in range(42)]

    sent = [(image.valid_until - day).days for day in days if warn(day)]

    assert sent == [30, 7, 1]
    assert {tuple(message.to) for message in mail.outbox} == {("erika@example.org",)}
    assert mail.outbox[0].subject == "Bildrecht endet am 11.10.2021: bild.png"


def test_a_night_left_out_is_made_up_for_and_a_new_day_starts_anew():
    editor(email="alle@example.org")
    image = picture(valid_until=TODAY + timedelta(days=5))

    first, again = warn(TODAY), warn(TODAY)
    type(image).objects.filter(pk=image.pk).update(valid_until=TODAY + timedelta(days=6))

    assert (first, again, warn(TODAY)) == (1, 0, 1)
    assert mail.outbox[0].to == ["alle@example.org"]


def test_without_anybody_to_warn_nothing_breaks():
    picture(valid_until=TODAY)

    assert (warn(TODAY), mail.outbox) == (0, [])


def expired(**values):
    yesterday = timezone.localdate() - timedelta(days=1)
    return picture(valid_until=yesterday, **values)


def test_an_expired_picture_leaves_pages_previews_and_the_storage():
    image = picture()
    make_missing(image)
    kept = picture("anders.png", (70, 70))
    make_missing(kept)
    type(image).objects.filter(pk=image.pk).update(
        valid_until=timezone.localdate() - timedelta(days=1)
    )
    image.refresh_from_db()

    count = len(all_renditions(kept))
    withdraw(timezone.localdate())

    assert (
        rendered('{% figure image=image role="hero" alt="Ein Bild" caption="Text" %}', image=image)
        == ""
    )
    assert (all_renditions(image), social_image(image)) == ([], None)
    assert set(stored_names()) == {one.name for one in all_renditions(kept)}
    assert count > 0


def test_an_address_of_an_expired_picture_is_not_found(client):
    image = picture()
    url = all_renditions(image)[0].url
    shown = client.get(url).status_code
    image.valid_until = timezone.localdate() - timedelta(days=1)
    image.save()

    withdraw(timezone.localdate())

    assert (shown, client.get(url).status_code) == (200, 404)


def test_a_picture_may_stay_on_pages_but_is_not_passed_on():
    image = expired(after_expiry="keep", licence=Licence.PRESS_FREE)
    make_missing(image)

    withdraw(timezone.localdate())

    assert (image.is_shown, image.may_be_passed_on) == (True, False)
    assert default_storage.exists(all_renditions(image)[0].name)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"licence": Licence.PRESS_FREE}, True),
        ({"licence": Licence.CC_BY}, True),
        ({"licence": Licence.OWN}, False),
        ({"licence": Licence.AGENCY}, False),
        ({"licence": Licence.PRESS_FREE, "credit": ""}, False),
        ({"licence": Licence.PRESS_FREE, "consent": Consent.MISSING}, False),
    ],
)
def test_only_what_is_clear_is_passed_on(values, expected):
    assert picture(**values).may_be_passed_on is expected


def test_the_command_says_what_it_did(capsys):
    call_command("watch_rights")

    assert capsys.readouterr().out.splitlines() == [
        "0 Warnungen verschickt.",
        "0 Bildgrößen abgelaufener Bilder entfernt.",
    ]

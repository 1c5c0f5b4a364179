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
from media_library.social.making import make
from tests.factories import editor, make_article, picture
from tests.media_library.test_pictures import rendered

pytestmark = pytest.mark.django_db
TODAY = date(2021, 9, 1)


def test_the_owner_is_warned_thirty_seven_and_one_day_before(django_capture_on_commit_callbacks):
    image = picture(owner=editor(email="erika@example.org"), valid_until=TODAY + timedelta(days=40))
    days = [TODAY + timedelta(days=day) for day in range(42)]

    with django_capture_on_commit_callbacks(execute=True):
        sent = [(image.valid_until - day).days for day in days if warn(day)]

    assert sent == [30, 7, 1]
    assert {tuple(message.to) for message in mail.outbox} == {("erika@example.org",)}
    assert mail.outbox[0].subject == "Bildrecht endet am 11.10.2021: bild.png"


def test_a_night_left_out_is_made_up_for_and_a_new_day_starts_anew(
    django_capture_on_commit_callbacks,
):
    editor(email="alle@example.org")
    image = picture(valid_until=TODAY + timedelta(days=5))

    with django_capture_on_commit_callbacks(execute=True):
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
    withdraw()

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

    withdraw()

    assert (shown, client.get(url).status_code) == (200, 404)


def test_a_picture_may_stay_on_pages_but_is_not_passed_on():
    image = expired(after_expiry="keep", licence=Licence.PRESS_FREE)
    make_missing(image)

    withdraw()

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


def test_a_consent_that_is_withdrawn_takes_every_file_away_at_once(
    client, django_capture_on_commit_callbacks
):
    image = picture("fund.png")
    make_missing(image)
    content = make_article(hero=image, hero_alt="Ein Fund")
    card = content.social_card()
    make(card)
    paths = [f"/media/{image.file.name}", all_renditions(image)[0].url, f"/media/{card.name}"]
    before = [client.get(path).status_code for path in paths]

    with django_capture_on_commit_callbacks(execute=True):
        image.consent = Consent.WITHDRAWN
        image.save()
    after = [client.get(path).status_code for path in paths]
    client.force_login(editor())

    assert (before, after) == ([200, 200, 200], [404, 404, 404])
    assert [default_storage.exists(path.removeprefix("/media/")) for path in paths[1:]] == [
        False,
        False,
    ]
    assert client.get(paths[0]).status_code == 200
    assert image.file.url not in client.get(content.get_absolute_url()).text


def test_a_right_that_is_given_again_lets_the_picture_back(
    client, django_capture_on_commit_callbacks
):
    image = picture()
    make_article(hero=image, hero_alt="Ein Fund")
    path = f"/media/{image.file.name}"
    statuses = []

    for day in (timezone.localdate() - timedelta(days=1), None):
        with django_capture_on_commit_callbacks(execute=True):
            image.valid_until = day
            image.save()
        statuses.append(client.get(path).status_code)

    assert statuses == [404, 200]

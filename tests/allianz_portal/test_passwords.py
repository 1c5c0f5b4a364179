import pytest
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from allianz_portal.first_login import new_password


@pytest.mark.parametrize(
    "password",
    [
        "kurzundgut",  # shorter than 15
        "DormagenAllianz2021",  # hardly more than local words
        "swd-swd-swd-swd-2026",
        "erika.beispiel1",  # the name itself
        "passwordpassword",  # on the list of the most used
        "123456789012345",
        "qwertzuiopasdfghjkl",
        "aaaaaaaaaaaaaaaaaaaa",
    ],
)
def test_a_password_that_others_would_guess_is_refused(password):
    with pytest.raises(ValidationError):
        validate_password(password, User(username="erika.beispiel"))


@pytest.mark.parametrize(
    "password",
    [
        "drei Pferde essen Kohl",
        "Dormagen liegt am schoenen Rhein",
        "ä" * 40 + " und mehr als vierundsechzig Zeichen lang",
    ],
)
def test_a_long_sentence_is_enough(password):
    assert validate_password(password, User(username="erika.beispiel")) is None


def test_the_first_password_passes_our_own_rules_and_is_new_each_time():
    passwords = {new_password() for _ in range(100)}

    assert len(passwords) == 100
    assert [validate_password(password) for password in passwords] == [None] * 100

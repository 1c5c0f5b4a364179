"""The very first sign-in: one administrator with a random password that is shown once."""

import secrets

from django.contrib.auth import get_user_model
from django.db import transaction

FIRST_NAME = "verwaltung"
# Read from a screen and typed: no 0/O, 1/l, no signs that keyboards hide.
ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"


@transaction.atomic
def create_first_login() -> str | None:
    """Make the first administrator and return the password; None if there is one already."""
    users = get_user_model()
    if users.objects.filter(is_superuser=True).exists():
        return None
    password = new_password()
    users.objects.create_superuser(FIRST_NAME, password=password)
    return password


def new_password() -> str:
    """Return five groups of four letters: 100 bits, readable on the phone."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(5))
    return "-".join(groups)

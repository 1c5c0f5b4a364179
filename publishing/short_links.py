"""Short codes: an address that survives every rename and withdrawal (`/n/7K3Q9`)."""

import secrets

from django.apps import apps

# Without 0/O, 1/I/L: the codes are read out on the phone and typed from paper.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 5


def new_short_code() -> str:
    """Return a random short code; 28 million are possible, the database keeps them unique."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def find_identity(code: str):
    """Return the identity with this short code, of whatever type, or None."""
    for model in identity_models():
        identity = model._base_manager.filter(short_code=code.upper()).first()
        if identity is not None:
            return identity
    return None


def identity_models() -> list:
    """Return every concrete model that has a short code."""
    return [model for model in apps.get_models() if hasattr(model, "get_short_url")]

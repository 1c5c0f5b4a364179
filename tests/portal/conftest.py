"""The portal with its first content, read once as a stranger; tests look at what came back."""

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client

from tests.portal.site import Site

RENDITIONS = ("/media/renditions/",)


@pytest.fixture(scope="session")
def site(django_db_setup, django_db_blocker):
    """Load the first content, fetch every public page and take the database back.

    Drawing all pictures takes half a minute and asks no database: SQLite's run does it for both.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        call_command("load_content", verbosity=0)
        without = () if connection.vendor == "sqlite" else RENDITIONS
        site = Site.read(Client(), without=without)
        transaction.set_rollback(True)
    cache.clear()
    return site

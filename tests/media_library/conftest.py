"""A library and an editor for each test."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from allianz_portal.groups import sync_groups
from media_library.darkroom import darkroom


@pytest.fixture(autouse=True)
def empty_library(settings, tmp_path):
    """Keep each test's files apart, also those that are made behind a request."""
    settings.MEDIA_ROOT = tmp_path
    yield
    darkroom.orders.join()


@pytest.fixture
def editors_client(client, db):
    """A browser in which an editor of the group Redaktion is signed in."""
    sync_groups()
    user = get_user_model().objects.create(username="erika", is_staff=True)
    user.groups.add(Group.objects.get(name="Redaktion"))
    client.force_login(user)
    return client

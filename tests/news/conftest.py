"""Who takes over texts in tests, and an archive to look through."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from tests.news.shelves import fill_shelf


@pytest.fixture
def staff(client):
    """A member of the group Presse."""
    user = get_user_model().objects.create_user("petra", is_staff=True)
    user.groups.add(Group.objects.get(name="Presse"))
    client.force_login(user)
    return client


@pytest.fixture
def shelf():
    """Articles of two years with overlapping subjects, and some that no reader may see."""
    fill_shelf()

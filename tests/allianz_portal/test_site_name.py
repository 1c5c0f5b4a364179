"""The CMS calls the website by its name."""

import pytest
from django.contrib.sites.models import Site

pytestmark = pytest.mark.django_db


def test_the_site_is_named_when_the_database_is_made():
    assert list(Site.objects.values_list("name", "domain")) == [
        ("Lokale Allianz Dormagen", "127.0.0.1:8000")
    ]

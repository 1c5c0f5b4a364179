"""An editor finds the website named and can make a shared block at once."""

import pytest
from django.contrib.sites.models import Site
from djangocms_alias.models import Category

from allianz_portal.site_defaults import set_defaults

pytestmark = pytest.mark.django_db


def test_the_site_is_named_when_the_database_is_made():
    assert list(Site.objects.values_list("name", "domain")) == [
        ("Lokale Allianz Dormagen", "127.0.0.1:8000")
    ]


def test_shared_blocks_have_a_category_but_editors_may_rename_it():
    category = Category.objects.get()
    before = category.name
    category.name = "Kästen"
    category.save()

    set_defaults()

    assert before == "Allgemein"
    assert [one.name for one in Category.objects.all()] == ["Kästen"]

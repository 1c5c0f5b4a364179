"""What the operator still has to fill in, said before the portal goes on line."""

import pytest
from django.core.checks import run_checks

from ui.models import REQUIRED, SiteSettings

pytestmark = pytest.mark.django_db


def test_the_deployment_check_names_each_gap_by_its_field():
    SiteSettings.objects.create(**{name: "2026-01-01" for name in REQUIRED if name != "phone"})

    found = run_checks(include_deployment_checks=True, databases=["default"])
    ours = [(warning.id, warning.msg) for warning in found if warning.id.startswith("portal.W1")]

    assert ours == [("portal.W107", "Betreiberangabe fehlt: Telefon.")]


def test_the_deployment_check_asks_no_database_unless_told():
    found = run_checks(include_deployment_checks=True)

    assert [warning for warning in found if warning.id.startswith("portal.W1")] == []

"""Who signed in is forgotten after the promised time."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessLog
from django.core.management import call_command
from django.utils import timezone

from allianz_portal.sign_ins import KEPT_DAYS


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "values"), [(AccessLog, {}), (AccessAttempt, {"failures_since_start": 1})]
)
def test_old_sign_ins_are_deleted_as_promised(model, values):
    old = model.objects.create(username="alt", user_agent="a", **values)
    model.objects.create(username="neu", user_agent="b", **values)
    before = timezone.now() - timedelta(days=KEPT_DAYS, minutes=1)
    model.objects.filter(pk=old.pk).update(attempt_time=before)

    call_command("delete_old_sign_ins", verbosity=0)

    assert list(model.objects.values_list("username", flat=True)) == ["neu"]

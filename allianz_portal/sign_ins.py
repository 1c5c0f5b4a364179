"""The record of who signed in, and from where, is forgotten as the privacy page promises."""

from datetime import datetime, timedelta

from axes.models import AccessAttempt, AccessLog

KEPT_DAYS = 90


def delete_old(now: datetime) -> int:
    """Delete sign-ins and failed attempts older than `KEPT_DAYS`; return how many."""
    before = now - timedelta(days=KEPT_DAYS)
    found = [model.objects.filter(attempt_time__lt=before) for model in (AccessLog, AccessAttempt)]
    return sum(records.delete()[0] for records in found)

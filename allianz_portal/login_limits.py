"""Wrong passwords count against a name from an address, and against the address alone."""

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Sum


class AddressLimit(AxesDatabaseHandler):
    """Stops also whoever tries one password on many names.

    axes has one limit for all its counts. An office shares one address, so that
    may fail more often than a name: its failures are scaled to the limit of a name.
    """

    def get_failures(self, request, credentials=None) -> int:
        by_address = failures_from(request)
        scaled = by_address * settings.AXES_FAILURE_LIMIT // settings.LOGIN_FAILURES_PER_ADDRESS
        return max(super().get_failures(request, credentials), scaled)


def failures_from(request) -> int:
    """Return how many wrong passwords came from the request's address lately."""
    attempts = AccessAttempt.objects.filter(
        ip_address=request.axes_ip_address, attempt_time__gte=get_cool_off_threshold(request)
    )
    return attempts.aggregate(sum=Sum("failures_since_start"))["sum"] or 0

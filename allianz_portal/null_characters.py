"""NUL never belongs into an address; PostgreSQL cannot store it, so it stops at the door."""

from django.core.exceptions import SuspiciousOperation
from django.utils.deprecation import MiddlewareMixin


class RefuseNullCharacters(MiddlewareMixin):
    """Answer 400 to an address with a NUL in its path or query."""

    def process_request(self, request):
        query = request.META.get("QUERY_STRING", "")
        if "\0" in request.path_info or "\0" in query or "%00" in query:
            raise SuspiciousOperation("NUL in the address")

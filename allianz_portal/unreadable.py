"""What nobody can read stops at the door, before a view or an error page stumbles over it."""

from django.core.exceptions import SuspiciousOperation
from django.utils.deprecation import MiddlewareMixin


class RefuseUnreadable(MiddlewareMixin):
    """Answer 400 to an address with a NUL (PostgreSQL cannot store it) and to a broken form."""

    def process_request(self, request):
        query = request.META.get("QUERY_STRING", "")
        if "\0" in request.path_info or "\0" in query or "%00" in query:
            raise SuspiciousOperation("NUL in the address")
        if request.method == "POST":
            request.POST  # noqa: B018 - reading it raises what a broken body deserves

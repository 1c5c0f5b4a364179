"""Public pages are for reading: whoever sends something there is told so.

Without this the check for forged requests would answer first, with a 403 that
suggests a missing permission.
"""

from django.http import HttpResponseNotAllowed
from django.utils.deprecation import MiddlewareMixin

from allianz_portal.headers import EDITOR_PATHS

READING = ["GET", "HEAD"]


class RefuseWriting(MiddlewareMixin):
    """Answer 405 to every other method, except for editors and for views with their own check."""

    def process_view(self, request, view, args, kwargs):
        if request.method in READING or request.path_info.startswith(EDITOR_PATHS):
            return None
        return None if getattr(view, "csrf_exempt", False) else HttpResponseNotAllowed(READING)

"""Shortcuts that belong to every published thing."""

from django.http import Http404, HttpResponseRedirect
from django.views.decorators.http import require_safe

from publishing.redirects import gone
from publishing.short_links import find_identity
from publishing.withdrawal import present_address


@require_safe
def short_link(request, code):
    """Lead from `/n/<code>` to wherever the item lives today; 410 once it was taken back."""
    identity = find_identity(code)
    if identity is None:
        raise Http404
    url = present_address(identity)
    if url:
        return HttpResponseRedirect(url)
    if not identity.was_public:
        raise Http404
    return gone(request, identity)

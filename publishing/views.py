"""Shortcuts that belong to every published thing."""

from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from publishing.short_links import find_identity


@require_safe
def short_link(request, code):
    """Lead from `/n/<code>` to wherever the item lives today; 410 once it was taken back."""
    identity = find_identity(code)
    if identity is None:
        raise Http404
    url = identity.get_absolute_url()
    if url:
        return HttpResponseRedirect(url)
    if not identity.was_public:
        raise Http404
    return TemplateResponse(request, "410.html", status=410)

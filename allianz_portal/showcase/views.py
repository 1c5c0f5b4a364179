"""/bausteine/: what readers would see, for editors only."""

from django.contrib.admin.views.decorators import staff_member_required
from django.http import Http404
from django.template.response import TemplateResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from allianz_portal.showcase import forms, meetings, specimens
from publishing.metadata import PageMeta, crumbs_below

TITLE = "Bausteine"
ERRORS = {400, 403, 404, 410, 500, 503}


def for_editors(view):
    """Send strangers to the sign-in; let nobody keep the page; show it without the toolbar."""

    def shown(request, **arguments):
        request.toolbar.show_toolbar = False
        return view(request, **arguments)

    return require_safe(cache_control(no_store=True)(staff_member_required(shown)))


@for_editors
def showcase(request):
    """Show every component with its variants."""
    crumbs = crumbs_below(title=TITLE, url=request.path)
    meta = PageMeta(title=TITLE, path=request.path, crumbs=crumbs, is_indexed=False)
    context = {"meta": meta, **specimens.shown(), **meetings.shown(), **forms.shown()}
    return TemplateResponse(request, "showcase/page.html", context)


@for_editors
def error_page(request, status):
    """Show what readers get to see when something goes wrong."""
    if status not in ERRORS:
        raise Http404
    return TemplateResponse(request, f"{status}.html", status=status)

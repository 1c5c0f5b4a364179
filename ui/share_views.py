"""The step between a page and the reader's own Mastodon server."""

from django.http import Http404
from django.template.response import TemplateResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from publishing.metadata import PageMeta, absolute
from publishing.short_links import find_identity
from ui.sharing import MastodonForm, mastodon_url


@require_safe
@cache_control(no_store=True)
def share(request):
    """Show the link to the server that the reader named, or ask again.

    A link and no redirect: nobody is led away by an address of ours, and browsers would
    stop a form that ends on another host (Content-Security-Policy, form-action).
    """
    identity = shared(request.GET.get("code", ""))
    title = identity.published_content.title
    form = MastodonForm(request.GET)
    context = {
        "form": form,
        "title": title,
        "page_url": identity.get_absolute_url(),
        "meta": PageMeta(title="Auf Mastodon teilen", path=request.path, is_indexed=False),
    }
    if not form.is_valid():
        return TemplateResponse(request, "ui/share.html", context, status=400)
    server = form.cleaned_data["instanz"]
    text = f"{title} {absolute(identity.get_short_url())}"
    context |= {"instance": server, "text": text, "share_url": mastodon_url(server, text)}
    return TemplateResponse(request, "ui/share.html", context)


def shared(code: str):
    """Return the published thing with this short code, or answer 404."""
    identity = find_identity(code)
    if getattr(identity, "published_content", None) is None:
        raise Http404
    return identity

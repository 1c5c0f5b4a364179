"""A changed address leads on: kept when something is renamed, followed when nothing is found."""

from itertools import accumulate

from cms.models import Page, PageUrl
from django.contrib.contenttypes.models import ContentType
from django.http import HttpResponsePermanentRedirect
from django.template.response import TemplateResponse
from django.utils.deprecation import MiddlewareMixin

from publishing.models import Redirect
from publishing.withdrawal import present_address, present_withdrawal

DEEPEST = 8  # steps of a path that are looked at


def keep_redirect(target, *, old_path: str, new_path: str) -> None:
    """Remember that `old_path` was an address of `target`, and free `new_path`."""
    if old_path == new_path:
        return
    free_addresses([new_path])
    keep_addresses({old_path: target})


def keep_addresses(targets: dict) -> None:
    """Remember what each path leads to; what was known of it before is forgotten."""
    rows = [
        Redirect(
            old_path=path,
            content_type=ContentType.objects.get_for_model(target),
            object_id=target.pk,
        )
        for path, target in targets.items()
    ]
    Redirect.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["old_path"],
        update_fields=["content_type", "object_id"],
    )


def free_addresses(paths) -> None:
    """Forget the redirects of addresses that are live again."""
    Redirect.objects.filter(old_path__in=paths).delete()


# --- CMS pages ---


def keep_page_addresses(page: Page) -> None:
    """Before a page changes: remember its address and those of all pages below it."""
    keep_addresses({f"/{url.path}/": url.page for url in live_urls(page)})


def free_page_addresses(page: Page) -> None:
    """After a page changed: forget the redirects of addresses that are live."""
    free_addresses([f"/{url.path}/" for url in live_urls(page)])


def live_urls(page: Page):
    """Return the addresses of a page and of all pages below it."""
    urls = PageUrl.objects.filter(page__path__startswith=page.path, page__site_id=page.site_id)
    return urls.exclude(path=None).exclude(path="").select_related("page")


# --- Readers ---


class RedirectRenamedPages(MiddlewareMixin):
    """Answer 301 instead of 404 where a former address is known, 410 where it was taken back."""

    def process_response(self, request, response):
        if response.status_code != 404 or request.method not in {"GET", "HEAD"}:
            return response
        redirect = find_redirect(request.path)
        if redirect is None:
            return response
        url = present_address(redirect.target) if redirect.target else ""
        rest = request.path[len(redirect.old_path) :]
        if url:
            is_circle = url + rest == request.path
            return response if is_circle else HttpResponsePermanentRedirect(url + rest)
        return response if rest else gone(request, redirect.target)


def find_redirect(path: str) -> Redirect | None:
    """Return the redirect of a path, or else of the nearest path above it."""
    steps = [f"{step}/" for step in path.removesuffix("/").split("/")]
    above = list(accumulate(steps))[1 : DEEPEST + 1]
    found = Redirect.objects.filter(old_path__in=above)
    return max(found, key=lambda redirect: len(redirect.old_path), default=None)


def gone(request, subject=None):
    """Answer that something was taken back, when and why as far as that was said."""
    context = {"withdrawal": present_withdrawal(subject) if subject else None}
    return TemplateResponse(request, "410.html", context, status=410).render()

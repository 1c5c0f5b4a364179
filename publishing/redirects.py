"""A changed address leads on: kept when something is renamed, followed when nothing is found."""

from cms.models import PageUrl
from django.contrib.contenttypes.models import ContentType
from django.http import HttpResponsePermanentRedirect
from django.utils.deprecation import MiddlewareMixin

from publishing.models import Redirect


def keep_redirect(target, *, old_path: str, new_path: str) -> None:
    """Remember that `old_path` was an address of `target`, and free `new_path`."""
    if old_path == new_path:
        return
    Redirect.objects.filter(old_path=new_path).delete()
    Redirect.objects.update_or_create(
        old_path=old_path,
        defaults={
            "content_type": ContentType.objects.get_for_model(target),
            "object_id": target.pk,
        },
    )


def find_redirect(path: str) -> str:
    """Return where a former address leads today, or "" if nowhere."""
    redirect = Redirect.objects.filter(old_path=path).first()
    if redirect is None or redirect.target is None:
        return ""
    return redirect.target.get_absolute_url() or ""


def keep_page_address(instance: PageUrl, **kwargs) -> None:
    """Before a CMS page's address is saved: keep a redirect from the one before."""
    before = PageUrl.objects.filter(pk=instance.pk).first()
    if before and before.path is not None and instance.path is not None:
        keep_redirect(instance.page, old_path=f"/{before.path}/", new_path=f"/{instance.path}/")


class RedirectRenamedPages(MiddlewareMixin):
    """Answer 301 instead of 404 where a former address is known."""

    def process_response(self, request, response):
        if response.status_code != 404 or request.method not in {"GET", "HEAD"}:
            return response
        path = request.path if request.path.endswith("/") else f"{request.path}/"
        target = find_redirect(path)
        return HttpResponsePermanentRedirect(target) if target and target != path else response

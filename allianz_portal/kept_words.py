"""Nobody loses a word by being signed out: what was sent goes along through the sign-in.

A form that comes from somebody who is signed in no longer is answered with the sign-in page,
which carries its fields; after that one button sends them as if nothing had been. Nothing is
stored on the way. Passwords are not carried, nor are files: these are named.
"""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.shortcuts import render
from django.urls import reverse
from django.utils.deprecation import MiddlewareMixin
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from allianz_portal.headers import EDITOR_PATHS
from ui.views import csrf_failure as refusal

PREFIX = "kept."
PATH, FILES = "kept-path", "kept-files"


@dataclass(frozen=True)
class Words:
    """What a form has sent: where to, the fields in their order, the names of files."""

    path: str
    fields: list = field(default_factory=list)
    files: list = field(default_factory=list)

    def carried(self) -> list:
        """Return names and values of the fields in which the sign-in page carries it."""
        fields = [(f"{PREFIX}{name}", value) for name, value in self.fields]
        return [(PATH, self.path), *fields, *((FILES, name) for name in self.files)]


class KeepWords(MiddlewareMixin):
    """Answers a form that came too late with the sign-in, and a sign-in with the form's words."""

    def process_template_response(self, request, response):
        """Carry on what a sign-in that failed has carried."""
        words = words_in_sign_in(request)
        if words and response.context_data is not None:
            response.context_data["kept"] = words
        return response

    def process_response(self, request, response):
        page = PAGES.get(response.status_code)
        if page is None or not is_form(request):
            return response
        if words := words_in_sign_in(request):
            return page(request, words)
        words = words_of(request) if is_late(request, response) else None
        return sign_in_page(request, words) if words else response


def csrf_failure(request, reason=""):
    """Offer to send again what a page of ours sent with a token from before a sign-in.

    Pages of other sites are refused: the browser names them, and one that names nothing is
    taken for one of them.
    """
    if not (is_form(request) and comes_from_here(request)):
        return refusal(request, reason)
    is_sign_in = request.path == reverse("admin:login")
    words = words_in_sign_in(request) if is_sign_in else words_of(request)
    if words is None:
        return refusal(request, reason)
    page = send_page if request.user.is_authenticated else sign_in_page
    return page(request, words)


def is_late(request, response) -> bool:
    """Tell whether the answer leads somebody to the sign-in who is not signed in."""
    is_sign_in = urlsplit(response.headers.get("Location", "")).path == reverse("admin:login")
    return is_sign_in and not request.user.is_authenticated


def is_form(request) -> bool:
    """Tell whether an editor's form was sent, and not by a script."""
    is_page = request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
    return request.method == "POST" and is_page and request.path.startswith(EDITOR_PATHS)


def comes_from_here(request) -> bool:
    """Tell whether the browser says that a page of ours has sent this."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def words_of(request) -> Words | None:
    """Return what a form has sent, without passwords and the token; None if that is nothing."""
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken" and "password" not in name
        for value in values
    ]
    files = [file.name for name in request.FILES for file in request.FILES.getlist(name)]
    return Words(request.get_full_path(), fields, files) if fields or files else None


def words_in_sign_in(request) -> Words | None:
    """Return what a sign-in carries, or None."""
    if request.method != "POST" or request.path != reverse("admin:login"):
        return None
    path = request.POST.get(PATH, "")
    if not (path.startswith(EDITOR_PATHS) and url_has_allowed_host_and_scheme(path, None)):
        return None
    fields = [
        (name.removeprefix(PREFIX), value)
        for name, values in request.POST.lists()
        if name.startswith(PREFIX)
        for value in values
    ]
    return Words(path, fields, request.POST.getlist(FILES))


@never_cache
def sign_in_page(request, words: Words):
    """Return the sign-in with the words."""
    context = {
        **admin.site.each_context(request),
        "title": "Anmelden",
        "app_path": reverse("admin:login"),
        "next": words.path,
        "form": AdminAuthenticationForm(request),
        "kept": words,
    }
    return render(request, "admin/login.html", context, status=403)


@never_cache
def send_page(request, words: Words):
    """Return the page with the button that sends the words."""
    context = {**admin.site.each_context(request), "title": "Noch nicht gesichert", "kept": words}
    return render(request, "admin/kept_words.html", context)


@never_cache
def locked_page(request, words: Words):
    """Return the page that says that nobody signs in now, and how the words outlast it."""
    return render(request, "admin/locked_out.html", {"kept": words}, status=429)


# What answers a sign-in that carries words: it was good, or there were too many wrong ones.
PAGES = {302: send_page, 429: locked_page}

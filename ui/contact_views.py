"""The contact form's address: takes a message without cookie, token or JavaScript."""

from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from publishing.metadata import Crumb, PageMeta, crumbs_below
from ui import contact
from ui.contact import WINDOW, is_from_this_site, is_too_many
from ui.forms import ContactForm

FRONT = Crumb("Kontakt", "/kontakt/")


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def send(request):
    """Keep and mail a message, or show the form again with what is missing."""
    if request.method != "POST":
        return redirect(FRONT.url)
    if not is_from_this_site(request):
        return stranger_page(request)
    form = ContactForm(request.POST)
    return waiting_page(request, form) if is_too_many(request) else take(request, form)


def take(request, form: ContactForm):
    """Keep what a reader sent; drop what a machine sent, but thank both."""
    if not form.is_trapped:
        if not form.is_valid():
            return form_page(request, form, title="Fehler im Kontaktformular", status=400)
        contact.take(form)
    return redirect("ui:contact_sent")


@require_safe
def sent(request):
    """Say thank you; reloading sends nothing again."""
    context = {"meta": contact_meta("Ihre Nachricht ist angekommen", request.path)}
    return TemplateResponse(request, "ui/contact_sent.html", context)


def waiting_page(request, form: ContactForm):
    """Ask for patience; nothing that was typed is lost."""
    response = form_page(request, form, title="Noch nicht gesendet", status=429)
    response.headers["Retry-After"] = str(WINDOW)
    return response


def form_page(request, form: ContactForm, *, title: str, status: int):
    """Return the form with everything that was typed."""
    context = {"form": form, "status": status, "meta": contact_meta(title, request.path)}
    return TemplateResponse(request, "ui/contact_form.html", context, status=status)


def stranger_page(request):
    """Say that another site sent this, and where our form is."""
    context = {"meta": contact_meta("Nicht gesendet", request.path)}
    return TemplateResponse(request, "ui/contact_refused.html", context, status=403)


def contact_meta(title: str, path: str) -> PageMeta:
    """Return the meta of a step of the form; search engines do not list it."""
    crumbs = crumbs_below(FRONT, title=title, url=path)
    return PageMeta(title=title, path=path, crumbs=crumbs, is_indexed=False)

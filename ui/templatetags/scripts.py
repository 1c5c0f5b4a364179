"""Our own scripts, with the hash that tells the browser they are the ones we shipped."""

import base64
import hashlib

from django import template
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.templatetags.static import static
from django.utils.html import format_html

register = template.Library()


@register.simple_tag
def script(name: str, *, is_module: bool = True) -> str:
    """Return the element that loads a script: `{% script "js/copy.js" %}`.

    A module runs when the page is there; any other script stops the page until it has run.
    """
    kind = format_html(' type="{}"', "module") if is_module else ""
    markup = '<script{} src="{}" integrity="{}"></script>'
    return format_html(markup, kind, static(name), integrity(name))


def integrity(name: str) -> str:
    """Return a script's hash as the `integrity` attribute wants it."""
    return f"sha384-{base64.b64encode(hashlib.sha384(content(name)).digest()).decode()}"


def content(name: str) -> bytes:
    """Return a script as it is served: the collected file, before that our own."""
    served = staticfiles_storage.url(name).removeprefix(staticfiles_storage.base_url)
    if staticfiles_storage.exists(served):
        with staticfiles_storage.open(served) as file:
            return file.read()
    with open(finders.find(name), "rb") as file:  # noqa: PTH123 - a path of whatever finder
        return file.read()

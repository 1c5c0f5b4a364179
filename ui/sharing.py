"""Handing a page on: the words that go along, the reader's own Mastodon server.

Nothing is stored and nobody else is asked: the addresses are made here, and the reader
follows them.
"""

import re
from urllib.parse import quote, urlencode

from django import forms
from django.utils.encoding import punycode

SERVER = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
NO_SERVER = "Das ist kein Name eines Servers. Er sieht so aus: mastodon.social."


class MastodonForm(forms.Form):
    """The reader's server; `code` says which page goes along."""

    code = forms.CharField(widget=forms.HiddenInput)
    instanz = forms.CharField(
        label="Ihr Mastodon-Server",
        max_length=200,
        help_text="Der hintere Teil Ihres Namens dort, zum Beispiel mastodon.social.",
        error_messages={"required": NO_SERVER, "max_length": NO_SERVER},
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="teilen_%s", use_required_attribute=False, **kwargs)

    def clean_instanz(self) -> str:
        """Return the host name in what readers paste: a profile, an address, a name."""
        server = server_in(self.cleaned_data["instanz"])
        if not SERVER.fullmatch(server):
            raise forms.ValidationError(NO_SERVER)
        return server


def server_in(text: str) -> str:
    """Return the host name of `@name@server`, `https://server/@name` or `server`; "" for none."""
    address = text.strip().split("://")[-1].lower()
    host = address.split("/")[0].split("@")[-1]
    try:
        return punycode(host)
    except UnicodeError:
        return ""


def mail_url(title: str, address: str) -> str:
    """Return the link that opens a mail with title and address in it."""
    body = f"{title}\r\n{address}"
    return f"mailto:?subject={quote(title)}&body={quote(body)}"


def mastodon_url(server: str, text: str) -> str:
    """Return the page of a server that writes a post with this text."""
    return f"https://{server}/share?{urlencode({'text': text})}"

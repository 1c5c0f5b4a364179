"""What the text editor may store: structure and links, nothing that shapes or leaves the page.

djangocms-text sends every rich text through one shared parser. As shipped it keeps `style`,
`role` and `class` on everything, `<h1>` (each page has one already), `<img>` (a request to
anywhere), `//host` and addresses of any scheme (spec/trust.md 3.5).
"""

import re

from djangocms_text import html

# Without b, i, u, font and span: looks belong to the style sheets.
TAGS = {
    *("p", "br", "hr", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "blockquote"),
    *("a", "strong", "em", "sub", "sup", "abbr", "cite", "q"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
}
ATTRIBUTES = {
    "*": {"lang"},
    "a": {"href", "hreflang", "title", "data-cms-href"},  # the last follows a page that moves
    "abbr": {"title"},
    "ol": {"start"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}
SCHEMES = {"http", "https", "mailto", "tel"}
# Browsers drop these from an address, and read "\" as "/".
DROPPED_BY_BROWSERS = re.compile(r"[\x00-\x20]")


class PortalParser(html.NH3Parser):
    """The one set of rules for every rich text of the portal."""

    def __init__(self):
        super().__init__(additional_attributes={}, generic_attribute_prefixes=set())
        self.ALLOWED_TAGS = TAGS
        self.ALLOWED_ATTRIBUTES = ATTRIBUTES
        self.ALLOWED_URL_SCHEMES = SCHEMES

    def __call__(self) -> dict:
        return {**super().__call__(), "url_relative": own_address}


def own_address(url: str) -> str | None:
    """Return an address without a scheme if it stays on this host, else None."""
    plain = DROPPED_BY_BROWSERS.sub("", url).replace("\\", "/")
    return None if plain.startswith("//") else url


def narrow() -> None:
    """Put the portal's rules in the place of the package's."""
    html.cms_parser = PortalParser()

"""Rendering of components, comparable as a whole."""

import re

from django.template import Context, Template


def render(source: str, **context) -> str:
    """Return the HTML of a piece of template without the whitespace that means nothing.

    A no-break space counts as a space here: publishing.dates proves where they stand.
    """
    html = Template("{% load ui dated_facts detail page %}" + source).render(Context(context))
    html = re.sub(r"\s+", " ", html).replace(" >", ">")
    html = re.sub(r" ?(</?(?!a\b|span|time)[a-z0-9]+(?: [^>]*)?>) ?", r"\1", html)
    return html.strip()

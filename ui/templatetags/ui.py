"""The portal's components: one name for tag, template (templates/ui) and style sheet.

The signature is the interface; an unknown attribute is a `TemplateSyntaxError`. What is
left out leaves no empty element behind. Lists of cards stand in
`<ul class="grid" role="list">`, one card to a `<li>`; text of editors stands in
`<div class="flow">`.
"""

from django import template
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.utils.html import format_html

from publishing.dates import day_and_year, for_machines, in_words

register = template.Library()


# --- A page's frame ---


@register.inclusion_tag("ui/page_header.html")
def page_header(*, title, kicker="", subtitle="", lead=""):
    """Head of a page with its one h1."""
    return {"title": title, "kicker": kicker, "subtitle": subtitle, "lead": lead}


@register.simple_block_tag
def section(content, *, title="", url="", url_label=""):
    """A part of a page with an h2, and a link to more."""
    context = {"title": title, "url": url, "url_label": url_label, "body": content}
    return render_to_string("ui/section.html", context)


@register.inclusion_tag("ui/section_head.html")
def section_head(*, title, url="", url_label=""):
    """Heading of a part of a page, with a link to more."""
    return {"title": title, "url": url, "url_label": url_label}


@register.inclusion_tag("ui/pagination.html")
def pagination(*, page, base_url):
    """Links to the pages of a list (`?seite=2`); nothing where there is one page only.

    What `base_url` asks for already stays with every page.
    """
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    mark = "&" if "?" in base_url else "?"
    return {"page": page, "base_url": base_url, "mark": mark, "numbers": list(numbers)}


@register.inclusion_tag("ui/facets.html")
def facets(*, facets, chosen, whole_url):
    """What a list can be narrowed by, and what was chosen; see ui/facets.py."""
    return {"facets": facets, "chosen": chosen, "whole_url": whole_url}


# --- Teasers ---


@register.inclusion_tag("ui/card.html")
def card(
    *, title, url, eyebrow="", text="", image=None, image_alt="", date="", precision="", level=3
):
    """A linked teaser. An h3 in a section with an h2; `level=2` right below the h1."""
    return {
        "title": title,
        "url": url,
        "eyebrow": eyebrow,
        "text": text,
        "image": image,
        "image_alt": image_alt,
        "date": date,
        "precision": precision,
        "level": level,
    }


@register.inclusion_tag("ui/teaser.html")
def teaser(*, title, url, text="", date="", precision="", kind="", level=3):
    """A linked line of a list: date, title, what it is about. No picture."""
    return {
        "title": title,
        "url": url,
        "text": text,
        "date": date,
        "precision": precision,
        "kind": kind,
        "level": level,
    }


@register.inclusion_tag("ui/meeting_card.html")
def meeting_card(*, content, level=3):
    """An annual meeting in a list: date board, title, motto, place and state."""
    return {"content": content, "meeting": content.meeting, "level": level}


@register.inclusion_tag("ui/person_card.html")
def person_card(*, person, text=""):
    """A person or group in a list; `text` says since when or what for."""
    return {"person": person, "text": text}


@register.inclusion_tag("ui/partner_tile.html")
def partner_tile(*, content):
    """A partner as logo or name."""
    return {"content": content, "partner": content.partner}


@register.inclusion_tag("ui/call_to_action.html")
def call_to_action(*, title, label, url, text=""):
    """One thing to do."""
    return {"title": title, "text": text, "label": label, "url": url}


@register.inclusion_tag("ui/button.html")
def button(*, label, url):
    """A link that asks for one thing."""
    return {"label": label, "url": url}


@register.inclusion_tag("ui/related_links.html")
def related_links(*, links, title="Mehr dazu"):
    """What belongs to this page: links with `kind`, `title` and `url`."""
    return {"links": links, "title": title}


# --- In the text ---


@register.inclusion_tag("ui/quote.html")
def quote(*, text, name="", url="", role=""):
    """What somebody said, with the function of that day."""
    return {"text": text, "name": name, "url": url, "role": role}


@register.simple_block_tag
def fact_box(content, *, title=""):
    """Background or figures beside the text."""
    return render_to_string("ui/fact_box.html", {"title": title, "body": content})


@register.simple_block_tag
def accordion(content):
    """A list of `accordion_item`."""
    return render_to_string("ui/accordion.html", {"body": content})


@register.simple_block_tag
def accordion_item(content, *, title, is_open=False):
    """A question that opens its answer."""
    context = {"title": title, "body": content, "is_open": is_open}
    return render_to_string("ui/accordion_item.html", context)


@register.simple_block_tag
def notice(content, *, kind="info", title=""):
    """Something to know first. Kinds: info, warning, success, error."""
    return render_to_string("ui/notice.html", {"kind": kind, "title": title, "body": content})


@register.inclusion_tag("ui/form_field.html")
def form_field(*, field):
    """A field with label, hint, errors and input."""
    return {"field": field}


@register.inclusion_tag("ui/empty_state.html")
def empty_state(*, text):
    """An honest sentence where a list is empty."""
    return {"text": text}


@register.inclusion_tag("ui/download.html")
def download(*, title, url, kind="", size="", description=""):
    """A file with its kind and size; `size` in bytes or words."""
    words = filesizeformat(size) if isinstance(size, int) else size
    about = ", ".join(part for part in (kind, words) if part)
    return {"title": title, "url": url, "about": about, "description": description}


# --- Facts ---


@register.simple_tag
def date_time(moment, precision):
    """A moment in words and for machines."""
    return format_html(
        '<time datetime="{}">{}</time>',
        for_machines(moment, precision),
        in_words(moment, precision),
    )


@register.inclusion_tag("ui/date_block.html")
def date_block(*, moment, precision):
    """A date as a board: the year large, the day above it as far as it is known."""
    day, year = day_and_year(moment, precision)
    return {"day": day, "year": year, "machine": for_machines(moment, precision)}


@register.inclusion_tag("ui/date_line.html")
def date_line(*, moment, precision, place=""):
    """Place and date above a text."""
    return {"moment": moment, "precision": precision, "place": place}


@register.simple_block_tag
def facts(content):
    """A list of `fact`; nothing if none is known."""
    return render_to_string("ui/facts.html", {"body": content if content.strip() else ""})


@register.simple_block_tag
def fact(content, *, term):
    """One fact; nothing while it is unknown."""
    return render_to_string(
        "ui/fact.html", {"term": term, "body": content if content.strip() else ""}
    )


@register.inclusion_tag("ui/programme.html")
def programme(*, items, slug="", is_part=False):
    """The items of a meeting in their order, with who took part; `slug` is the meeting's.

    An item may have `shown_parts`, which stand indented below it, and `shown_papers`.
    """
    return {"items": items, "slug": slug, "is_part": is_part}


@register.filter
def job(thing):
    """Function and organisation of a person or participation in one line, as far as known."""
    return ", ".join(part for part in (thing.job_title, thing.organisation) if part)


@register.inclusion_tag("ui/participants.html")
def participants(*, participations):
    """Who took part in a programme item, with the function of that day."""
    return {"participations": participations}


@register.inclusion_tag("ui/timeline.html")
def timeline(*, entries):
    """Years with `title`, and `motto` or `description` where there is one."""
    return {"entries": entries}

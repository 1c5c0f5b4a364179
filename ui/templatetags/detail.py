"""Parts of a detail page: what stands around and below the text of one thing."""

from django import template
from django.template.loader import render_to_string

from publishing.citation import citation_of
from publishing.metadata import absolute
from ui.sharing import MastodonForm, mail_url

register = template.Library()


@register.inclusion_tag("ui/prev_next.html")
def prev_next(*, previous=None, next=None, label):  # noqa: A002 - the word readers see
    """To the item before and after; `label` names the landmark."""
    return {"previous": previous, "next": next, "label": label}


@register.inclusion_tag("ui/other_version.html")
def other_version(*, is_plain, plain=None, full=None):
    """Above a text: the way to the same in plain language, or what this one is and the way back."""
    return {"is_plain": is_plain, "plain": plain, "full": full}


@register.inclusion_tag("ui/figures.html")
def figures(*, images):
    """Further pictures (`ImageUse` rows) with captions and credits."""
    return {"images": images}


@register.inclusion_tag("ui/sources.html")
def sources(*, sources):
    """Where the facts come from."""
    return {"sources": sources}


@register.inclusion_tag("ui/citation.html")
def citation(*, short_url):
    """The address that survives every rename, to copy and to print."""
    return {"address": absolute(short_url)}


@register.inclusion_tag("ui/cite.html")
def cite(*, content):
    """How a published content is cited, to copy and as files; nothing for a draft.

    A former version has no files of its own.
    """
    address = "" if content.former else content.identity.get_short_url()
    return {"citation": citation_of(content), "address": address}


@register.inclusion_tag("ui/share_line.html")
def share_line(*, title, short_url):
    """Short link, mail and Mastodon: plain links and a form of ours, nothing that watches."""
    address = absolute(short_url)
    form = MastodonForm(initial={"code": short_url.rpartition("/")[-1]})
    return {"address": address, "mail_url": mail_url(title, address), "form": form}


@register.inclusion_tag("ui/contributions.html")
def contributions(*, participations):
    """What somebody did at the meetings; each participation knows its `meeting_content`."""
    return {"participations": participations}


@register.simple_block_tag
def player(content, *, playback, label, poster=None):
    """A recording with its chapters; the body holds `<track>`s. Why native: docs/decisions/0010.

    `playback` has `sources`, `chapters`, `start`, `current` and `is_audio`.
    """
    context = {"tracks": content, "playback": playback, "label": label, "poster": poster}
    return render_to_string("ui/player.html", context)


@register.simple_block_tag
def broadcast(content, *, title, state):
    """How a meeting's livestream stands; `state` as in events.choices.BroadcastState."""
    context = {"body": content, "title": title, "state": state}
    return render_to_string("ui/broadcast.html", context)


@register.inclusion_tag("ui/file_list.html")
def file_list(*, files):
    """Files to take along, each with `url`, `name`, `title` and `about`: format, size, language."""
    return {"files": files}


@register.inclusion_tag("ui/press_contact.html")
def press_contact(*, contact, former=None, name=""):
    """Whom journalists call today; `former` answered when the release came out.

    `contact` is None where nobody was named to follow; `name` stands for its own.
    """
    return {"contact": contact, "former": former, "name": name}


@register.inclusion_tag("ui/press_offer.html")
def press_offer(*, offer):
    """What newsrooms may take along from a press release; nothing for other things."""
    return {"offer": offer}


@register.inclusion_tag("ui/embed.html")
def embed(*, url, title):
    """Another provider's player, for a page whose policy lets its host in."""
    return {"url": url, "title": title}

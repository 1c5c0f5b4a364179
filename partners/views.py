"""Pages of partners, initiatives and people."""

from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from partners import metadata
from partners.models import InitiativeContent, PartnerContent, Person
from publishing.former_versions import changes_of
from publishing.metadata import absolute
from publishing.pages import preview, show
from publishing.related import arm, linked, neighbours

SHOWN_ARTICLES = 12


@require_safe
def partner_detail(request, slug):
    return show(request, PartnerContent.objects, slug, partner_page)


def partner_page(request, content):
    """Render a partner; also the toolbar's preview and edit endpoint."""
    partner = content.partner
    near = neighbours(PartnerContent.objects.all(), content, by="slug", url_name="partners:partner")
    context = {
        "content": content,
        "partner": partner,
        "initiatives": partner.initiative_contents.for_listing().newest_first(),
        **articles_of(partner, query=f"?partner={content.slug}"),
        "contacts": partner.press_contacts.answering(),
        "people": partner.people.shown().for_listing().by_name(),
        "changes": changes_of(content),
        "meta": metadata.partner(content),
        **linked(*near),
    }
    return TemplateResponse(request, "partners/partner_detail.html", context)


def articles_of(identity, *, query: str) -> dict:
    """Return the newest articles about something; if there may be more, what finds them all."""
    articles = list(identity.article_contents.for_listing().newest_first()[:SHOWN_ARTICLES])
    is_cut = len(articles) == SHOWN_ARTICLES
    return {"articles": articles, "archive_query": query if is_cut else ""}


@require_safe
def initiative_detail(request, slug):
    return show(request, InitiativeContent.objects, slug, initiative_page)


def initiative_page(request, content):
    """Render an initiative; also the toolbar's preview and edit endpoint."""
    initiative = content.initiative
    partners = PartnerContent.objects.filter(partner__initiative_contents=content)
    near = neighbours(
        InitiativeContent.objects.all(), content, by="slug", url_name="partners:initiative"
    )
    context = {
        "content": content,
        "initiative": initiative,
        "partners": partners.for_listing().in_order(),
        **articles_of(initiative, query=f"?initiative={content.slug}"),
        "changes": changes_of(content),
        "meta": metadata.initiative(content),
        **linked(*near),
    }
    return TemplateResponse(request, "partners/initiative_detail.html", context)


@require_safe
def person_detail(request, slug):
    """Render a person or group with every contribution the portal knows."""
    person = get_object_or_404(Person.objects.for_page(), slug=slug)
    if not person.is_shown:
        return TemplateResponse(request, "410.html", status=410)
    participations = person.participations.for_person()
    meetings = person.meeting_contents.all()
    context = {
        "person": person,
        "memberships": person.memberships.order_by("body", "from_year", "pk"),
        "participations": [one for one in participations if one.meeting_content],
        "articles": person.article_contents.for_listing().newest_first()[:SHOWN_ARTICLES],
        "meta": metadata.person(person),
        **linked(arm(meetings, kind="Jahrestreffen", url_name="events:meeting")),
    }
    link = f'<{absolute(person.get_short_url())}>; rel="cite-as"'
    return TemplateResponse(request, "partners/person_detail.html", context, headers={"Link": link})


partner_preview = preview(partner_page)
initiative_preview = preview(initiative_page)

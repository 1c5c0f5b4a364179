"""Pages of partners, initiatives and people."""

from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from partners import metadata
from partners.models import InitiativeContent, PartnerContent, Person
from publishing.pages import preview, show


def partner_detail(request, slug):
    return show(request, PartnerContent.objects, slug, partner_page)


def partner_page(request, content):
    """Render a partner; also the toolbar's preview and edit endpoint."""
    context = {"content": content, "partner": content.partner, "meta": metadata.partner(content)}
    return TemplateResponse(request, "partners/partner_detail.html", context)


def initiative_detail(request, slug):
    return show(request, InitiativeContent.objects, slug, initiative_page)


def initiative_page(request, content):
    """Render an initiative; also the toolbar's preview and edit endpoint."""
    context = {
        "content": content,
        "initiative": content.initiative,
        "meta": metadata.initiative(content),
    }
    return TemplateResponse(request, "partners/initiative_detail.html", context)


def person_detail(request, slug):
    """Render a person or group with every contribution the portal knows."""
    person = get_object_or_404(Person.objects.shown().for_listing(), slug=slug)
    context = {"person": person, "meta": metadata.person(person)}
    return TemplateResponse(request, "partners/person_detail.html", context)


partner_preview = preview(partner_page)
initiative_preview = preview(initiative_page)

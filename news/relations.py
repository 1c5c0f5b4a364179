"""What an article belongs to, as arms of the one query behind its links."""

from events.models import MeetingContent
from partners.models import InitiativeContent, PartnerContent, Person
from publishing.related import arm


def related_arms(content) -> list:
    """Return the union's arms for the meeting, initiatives, partners and people of an article."""
    meetings = MeetingContent.objects.filter(meeting__article_contents=content)
    initiatives = InitiativeContent.objects.filter(initiative__article_contents=content)
    partners = PartnerContent.objects.filter(partner__article_contents=content)
    people = Person.objects.shown().filter(article_contents=content)
    return [
        arm(meetings, kind="Jahrestreffen", url_name="events:meeting"),
        arm(initiatives, kind="Initiative", url_name="partners:initiative"),
        arm(partners, kind="Partner", url_name="partners:partner"),
        *people.arms(),
    ]

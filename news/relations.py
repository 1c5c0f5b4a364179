"""What an article belongs to, as arms of the one query behind its links."""

from events.models import MeetingContent
from news.models import Topic
from partners.models import InitiativeContent, PartnerContent, Person
from publishing.related import Link, arm, linked

TOPIC = "Thema"


def links_of(content, *further_arms) -> dict:
    """Return all links of an article in one query: `topics`, `related`, `previous`, `next`."""
    topics = arm(
        Topic.objects.filter(contents=content), kind=TOPIC, url_name="news:topic", title="name"
    )
    found = linked(topics, *further_arms, *related_arms(content))
    return {
        **found,
        "topics": [link for link in found["related"] if is_topic(link)],
        "related": [link for link in found["related"] if not is_topic(link)],
    }


def is_topic(link: Link) -> bool:
    """Tell whether a link leads to a topic."""
    return link.kind == TOPIC


def related_arms(content) -> list:
    """Return the union's arms for the meeting, initiatives, partners and people of an article."""
    meetings = MeetingContent.objects.filter(meeting__article_contents=content)
    initiatives = InitiativeContent.objects.filter(initiative__article_contents=content)
    partners = PartnerContent.objects.filter(partner__article_contents=content)
    people = Person.objects.shown().filter(article_contents=content)
    return [
        arm(meetings, kind="Jahrestreffen", url_name="events:meeting"),
        arm(initiatives, kind="Initiative", url_name="partners:initiative"),
        *partners.arms(),
        *people.arms(),
    ]

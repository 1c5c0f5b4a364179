"""What an article belongs to, as arms of the one query behind its links."""

from django.db.models import Case, Value, When

from events.models import MeetingContent
from news.choices import ArticleKind
from news.models import ArticleContent, Topic
from partners.models import InitiativeContent, PartnerContent, Person
from publishing.related import arm, linked

TOPIC = "Thema"
PLAIN = "In Einfacher Sprache"
FULL = "Ausführliche Fassung"
APART = (TOPIC, PLAIN, FULL)  # they do not stand with what belongs to the article
ADDRESS = Case(
    When(article__kind=ArticleKind.PRESS_RELEASE, then=Value("news:press_release")),
    default=Value("news:article"),
)


def links_of(content, *further_arms) -> dict:
    """Return all links of an article in one query.

    `topics`, `related`, `previous`, `next`; `plain_version` or `full_version`, where the same is
    said in other words.
    """
    topics = arm(
        Topic.objects.filter(contents=content), kind=TOPIC, url_name="news:topic", title="name"
    )
    found = linked(topics, other_version(content), *further_arms, *related_arms(content))
    kinds = {kind: [link for link in found["related"] if link.kind == kind] for kind in APART}
    return {
        **found,
        "topics": kinds[TOPIC],
        "plain_version": next(iter(kinds[PLAIN]), None),
        "full_version": next(iter(kinds[FULL]), None),
        "related": [link for link in found["related"] if link.kind not in APART],
    }


def other_version(content):
    """Return the union's arm for the same text in plain language, or in full."""
    article = content.article
    if article.is_plain_language:
        found, kind = ArticleContent.objects.filter(article=article.plain_language_of_id), FULL
    else:
        found, kind = ArticleContent.objects.filter(article__plain_language_of=article), PLAIN
    return arm(found, kind=kind, url_name=ADDRESS)


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

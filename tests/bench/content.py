"""Much content in little time: rows made in bulk, as publishing would have made them."""

from datetime import UTC, date, datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from djangocms_versioning.constants import PUBLISHED
from djangocms_versioning.models import Version

from events.models import Meeting, MeetingContent
from news.models import Article, ArticleContent
from partners.models import Initiative, InitiativeContent, Partner, PartnerContent
from publishing.short_links import ALPHABET
from tests.factories import editor

LEAD = "Vertreterinnen und Vertreter der Partner sprachen über die nächsten Schritte. " * 3
CENTURY = 100  # meetings; nobody will have more partners or initiatives either
START = datetime(2000, 1, 1, 16, tzinfo=UTC)
FACTS = {
    Article: lambda number: {"kind": "press-release" if number % 5 == 0 else "news"},
    Meeting: lambda number: {"starts_at": START + timedelta(days=number % 8000)},
    Partner: lambda number: {"kind": "company"},
    Initiative: lambda number: {"kind": "series"},
}
TEXTS = {
    ArticleContent: lambda number: {"date": date(2005, 1, 1) + timedelta(days=number % 7000)},
    InitiativeContent: lambda number: {"first_year": 2000 + number % 20, "last_year": 2021},
}


@transaction.atomic
def fill(count: int) -> None:
    """Bring articles to `count`, the others to a tenth of it, within a century's worth."""
    for identity, content in (
        (Article, ArticleContent),
        (Meeting, MeetingContent),
        (Partner, PartnerContent),
        (Initiative, InitiativeContent),
    ):
        wanted = count if identity is Article else min(count // 10, CENTURY)
        add(identity, content, range(identity.objects.count(), wanted))


def add(identity, content, numbers: range) -> None:
    """Make and publish one item for each number."""
    facts = FACTS[identity]
    groupers = identity.objects.bulk_create(
        [identity(short_code=short_code(identity, number), **facts(number)) for number in numbers],
        batch_size=500,
    )
    texts = content._base_manager.bulk_create(
        [text(content, item, number) for item, number in zip(groupers, numbers, strict=True)],
        batch_size=500,
    )
    publish(content, texts)


def text(content, grouper, number: int):
    """Return the unsaved text of one item."""
    values = TEXTS.get(content, lambda number: {})(number)
    values |= {"title": f"Eintrag mit der Nummer {number}", "slug": f"eintrag-{number}"}
    return content(**{content.grouper_field_name: grouper}, lead=LEAD, **values)


def publish(content, texts: list) -> None:
    """Give each text its published version."""
    kind = ContentType.objects.get_for_model(content)
    user = editor()
    Version.objects.bulk_create(
        [
            Version(
                content_type=kind, object_id=item.pk, state=PUBLISHED, number="1", created_by=user
            )
            for item in texts
        ],
        batch_size=500,
    )


def short_code(identity, number: int) -> str:
    """Return a code of eight letters that no other item has."""
    letters = []
    for _ in range(6):
        number, rest = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[rest])
    return identity.__name__[0] + "Z" + "".join(letters)

"""Loads the first content: what is new is created and published, everything else left alone."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth import get_user_model
from django.db import models, transaction
from djangocms_versioning.models import Version

from allianz_portal.content_loading.bodies import fill_body
from allianz_portal.content_loading.building import Builder
from allianz_portal.content_loading.ledger import Ledger
from allianz_portal.content_loading.pages import create_draft_page, draft_of
from allianz_portal.content_loading.pictures import load_picture
from allianz_portal.content_loading.recordings import load_recording
from allianz_portal.content_loading.records import Record, naming, read_records
from allianz_portal.content_loading.report import Report
from events.models import Meeting, MeetingContent, Venue
from news.models import Article, ArticleContent, Topic
from partners.models import (
    AnnualTheme,
    District,
    Initiative,
    InitiativeContent,
    Partner,
    PartnerContent,
    Person,
)
from publishing.approval import needs_second_person, settle

FOLDER = Path(__file__).resolve().parent.parent / "first_content"
AUTHOR = "erstinhalt"


@dataclass(frozen=True)
class Kind:
    """A kind of record: its file, its German label, how it is created and where its text is."""

    name: str
    label: str
    create: Callable[[Record, Builder], models.Model]
    draft: Callable[[models.Model], models.Model] | None = None


@transaction.atomic
def load_content(folder: Path = FOLDER) -> Report:
    """Load every record that was never loaded before, publish it, and report."""
    builder = Builder(Ledger(), author())
    report = Report()
    new = []
    for kind in KINDS:
        for record in in_order(read_records(folder, kind.name)):
            if record.key in builder.ledger:
                report.of(kind.label).kept += 1
                continue
            with naming(record):
                target = kind.create(record, builder)
            builder.ledger.add(record.key, target)
            report.of(kind.label).created.append(record.name)
            new.append((kind, record, target))
    for kind, record, target in new:
        if kind.draft:
            with naming(record):
                finish(kind.draft(target), record, builder)
    return report


def in_order(records: list[Record]) -> list[Record]:
    """Return records by their `position`, if they have one; the order of the file else."""
    return sorted(records, key=lambda record: record.values.get("position", 0))


def finish(draft, record: Record, builder: Builder) -> None:
    """Fill the body of a draft and publish it, through the same gate as everyone."""
    fill_body(draft, record.values.get("body", []), builder)
    version = Version.objects.get_for_content(draft)
    if needs_second_person(version):
        # It was read by others before it came into the portal.
        settle(version, builder.author)
    version.publish(builder.author)


def author():
    """Return the technical user that the first content is by; nobody can sign in as it."""
    users = get_user_model().objects
    user, created = users.get_or_create(username=AUTHOR, defaults={"is_active": False})
    if created:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user


def create_plain(model):
    """Return how an object without versions is created."""
    return lambda record, builder: builder.build(model, record.values)


def create_versioned(identity_model, content_model):
    """Return how an identity with the first draft of its text is created."""

    def create(record: Record, builder: Builder):
        own = {field.name for field in identity_model._meta.get_fields()}
        values = {name: record.values[name] for name in record.values if name != "body"}
        facts = {name: values.pop(name) for name in list(values) if name in own}
        identity = builder.build(identity_model, facts)
        builder.build(content_model, values, **{content_model.grouper_field_name: identity})
        return identity

    return create


def latest(identity):
    """Return the draft of an identity's text."""
    return identity.latest_content


# In this order, because later kinds refer to earlier ones.
KINDS = [
    Kind("images", "Bilder", load_picture),
    Kind("topics", "Themen", create_plain(Topic)),
    Kind("districts", "Stadtteile", create_plain(District)),
    Kind("venues", "Veranstaltungsorte", create_plain(Venue)),
    Kind("themes", "Jahresthemen", create_plain(AnnualTheme)),
    Kind("partners", "Partner", create_versioned(Partner, PartnerContent), latest),
    Kind("people", "Personen und Gruppen", create_plain(Person)),
    Kind("initiatives", "Initiativen", create_versioned(Initiative, InitiativeContent), latest),
    Kind("meetings", "Jahrestreffen", create_versioned(Meeting, MeetingContent), latest),
    Kind("recordings", "Aufzeichnungen", load_recording),
    Kind("articles", "Nachrichten und Presse", create_versioned(Article, ArticleContent), latest),
    Kind("pages", "Seiten", create_draft_page, draft_of),
]

"""Objects for tests: made as an editor makes them, published when asked."""

from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO

from cms.api import add_plugin, create_page
from cms.utils.placeholder import rescan_placeholders_for_obj
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from djangocms_versioning.models import Version
from filer.models import File
from PIL import Image as PILImage

from events.models import Broadcast, Meeting, MeetingContent
from media_library.models import Image
from news.models import Article, ArticleContent, PressContact
from partners.models import Initiative, InitiativeContent, Partner, PartnerContent, Person
from publishing.approval import needs_second_person


def editor(username="redaktion", **values):
    """Return a superuser to write with; the same one for the same name."""
    user, _ = get_user_model().objects.get_or_create(
        username=username, defaults={"is_staff": True, "is_superuser": True, **values}
    )
    return user


def version_of(content) -> Version:
    """Return the version of a content."""
    return Version.objects.get_for_content(content)


def publish(content):
    """Publish a content and return it."""
    version = version_of(content)
    version.publish(editor("freigabe") if needs_second_person(version) else editor())
    return content


def new_draft(content):
    """Return the content of a new draft copied from a content."""
    return version_of(content).copy(editor()).content


def add_text(content, body: str, slot="body"):
    """Add a text plugin to a content's placeholder and return it."""
    return add_block(content, "TextPlugin", slot=slot, body=body)


def add_block(content, plugin: str, *, slot="body", parent=None, **values):
    """Add a building block to a content's placeholder, or below another block; return it."""
    rescan_placeholders_for_obj(content)
    placeholder = content.placeholders.get(slot=slot)
    return add_plugin(placeholder, plugin, "de", target=parent, **values)


def make_page(title="Seite", *, blocks=(), template="cms/standard.html", published=True):
    """Return the content of a CMS page with blocks, each a plugin's name and its values."""
    user = editor()
    page = create_page(title, template, "de", created_by=user)
    content = page.pagecontent_set(manager="admin_manager").get()
    for plugin, values in blocks:
        add_block(content, plugin, **values)
    return publish(content) if published else content


def picture(name="bild.png", size=(1600, 900), **values) -> Image:
    """Return an image in the library with a real file behind it."""
    values = {"credit": "Erika Beispiel", **values}
    return Image.objects.create(
        original_filename=name, file=ContentFile(blue(size), name=name), **values
    )


@cache
def blue(size: tuple[int, int]) -> bytes:
    """Return a PNG of one colour; drawn once, because most tests want the same size."""
    stream = BytesIO()
    PILImage.new("RGB", size, "#2a6f97").save(stream, "PNG")
    return stream.getvalue()


def make_file(name: str, content: bytes) -> File:
    """Return a file in the library."""
    return File.objects.create(original_filename=name, file=ContentFile(content, name=name))


def make(content_model, identity, *, published=True, **values):
    """Return a content of an identity, published unless told otherwise."""
    manager = content_model.objects.with_user(editor())
    number = content_model.admin_manager.count() + 1
    values = {
        "title": f"Titel {number}",
        "slug": f"titel-{number}",
        "lead": f"Anriss {number}.",
        **values,
    }
    content = manager.create(**{content_model.grouper_field_name: identity, **values})
    return publish(content) if published else content


def make_article(*, kind="news", published=True, **values) -> ArticleContent:
    """Return a news item or press release."""
    values = {"date": date(2021, 9, 29), **values}
    return make(ArticleContent, Article.objects.create(kind=kind), published=published, **values)


def press_contact(name="Erika Beispiel", **values) -> PressContact:
    """Return somebody whom journalists can call."""
    values = {"phone": "02133 257-0", "email": "presse@example.org", **values}
    return PressContact.objects.create(name=name, **values)


def make_meeting(*, published=True, facts=None, broadcast=None, **values) -> MeetingContent:
    """Return the text of a meeting; `facts` are its own fields, `broadcast` those of its stream."""
    facts = {"starts_at": datetime(2021, 9, 28, 16, tzinfo=UTC), **(facts or {})}
    meeting = Meeting.objects.create(**facts)
    if broadcast is not None:
        Broadcast.objects.create(meeting=meeting, **broadcast)
    return make(MeetingContent, meeting, published=published, **values)


def make_partner(*, published=True, facts=None, **values) -> PartnerContent:
    """Return the text of a partner."""
    facts = {"kind": "company", **(facts or {})}
    return make(PartnerContent, Partner.objects.create(**facts), published=published, **values)


def make_initiative(*, published=True, facts=None, **values) -> InitiativeContent:
    """Return the text of an initiative."""
    facts = {"kind": "series", **(facts or {})}
    values = {"first_year": 2012, "last_year": 2018, **values}
    identity = Initiative.objects.create(**facts)
    return make(InitiativeContent, identity, published=published, **values)


def make_person(name="Jobst Wierich", **values) -> Person:
    """Return a person."""
    slug = name.lower().replace(" ", "-")
    first, _, last = name.partition(" ")
    values = {"sort_name": f"{last}, {first}", "slug": slug, **values}
    return Person.objects.create(name=name, **values)

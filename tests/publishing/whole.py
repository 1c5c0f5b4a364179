"""A content of each type with everything it can have, and a draft in which all of it is changed."""

from datetime import date

from django.db import models
from filer.fields.image import FilerImageField

from events.models import MeetingImage
from news.models import (
    ArticleAttachment,
    ArticleContact,
    ArticleImage,
    ArticleSource,
    RelatedArticle,
    Topic,
)
from partners.models import AnnualTheme, District, Edition, InitiativeImage
from publishing.content import row_relations
from tests.factories import (
    add_block,
    add_text,
    make_article,
    make_file,
    make_initiative,
    make_meeting,
    make_page,
    make_partner,
    make_person,
    picture,
    press_contact,
    publish,
)

HIDDEN = "Geheim"
# The first kind of field that fits counts.
OTHERS = {
    models.URLField: "https://geheim.example/",
    models.SlugField: "geheim",
    models.CharField: HIDDEN,
    models.TextField: HIDDEN,
    models.DateField: date(1999, 9, 9),
    models.IntegerField: 1999,
}
KINDS = ("article", "meeting", "partner", "initiative", "page")


def whole(kind: str):
    """Return a published content of this type with every relation, row and nested block."""
    content = globals()[f"whole_{kind}"]()
    section = add_block(content, "SectionPlugin", heading="Abschnitt")
    add_block(content, "TextPlugin", parent=section, body="<p>Im Abschnitt.</p>")
    add_block(content, "FigurePlugin", image=picture("ufer.png"), alt="Ein Ufer")
    return publish(content)


def whole_article():
    content = make_article(published=False, meeting=make_meeting().meeting, **pictured())
    content.topics.add(Topic.objects.create(name="Wasser", slug="wasser"))
    content.partners.add(make_partner().partner)
    content.initiatives.add(make_initiative().initiative)
    content.people.add(make_person())
    ArticleImage.objects.create(content=content, image=picture("b.png"), alt="Noch eines")
    ArticleSource.objects.create(content=content, title="Zeitung", url="https://example.org/")
    ArticleContact.objects.create(content=content, contact=press_contact(role="Pressestelle"))
    file = make_file("zahlen.csv", b"a;b")
    ArticleAttachment.objects.create(content=content, file=file, title="Zahlen")
    RelatedArticle.objects.create(content=content, article=make_article(title="Danach").article)
    return content


def whole_meeting():
    content = make_meeting(published=False, motto="Gemeinsam", **pictured())
    content.people.add(make_person())
    MeetingImage.objects.create(content=content, image=picture("b.png"), alt="Noch eines")
    return content


def whole_partner():
    return make_partner(published=False, roles="Gründungspartner", **pictured())


def whole_initiative():
    content = make_initiative(published=False, **pictured())
    content.districts.add(District.objects.create(name="Straberg"))
    content.annual_themes.add(AnnualTheme.objects.create(year=2014, title="Bewegung"))
    content.partners.add(make_partner().partner)
    Edition.objects.create(content=content, number=1, starts_on=date(2012, 6, 29), text="Erste")
    InitiativeImage.objects.create(content=content, image=picture("b.png"), alt="Noch eines")
    return content


def whole_page():
    return make_page("Seite", published=False)


def pictured() -> dict:
    return {"hero": picture("a.png"), "hero_alt": "Ein blaues Bild", "hero_caption": "Am Rhein"}


def change_everything(draft) -> None:
    """Give each field, row and relation of a draft another value, and replace its blocks."""
    change_fields(draft)
    for field in draft._meta.many_to_many:
        getattr(draft, field.name).clear()
    for relation in row_relations(type(draft)):
        for row in getattr(draft, relation.get_accessor_name()).all():
            change_fields(row)
    for plugin in draft.placeholders.get().get_plugins():
        plugin.delete()
    add_text(draft, f"<p>{HIDDEN}</p>")


def change_fields(row) -> None:
    """Give each field of a row that an editor can change another value."""
    for field in row._meta.concrete_fields:
        if field.editable and not field.primary_key and not field.choices:
            change_field(row, field)
    row.save()


def change_field(row, field) -> None:
    """Give one field another value of its kind; keys of what it belongs to stay."""
    if isinstance(field, FilerImageField):
        setattr(row, field.name, picture("geheim.png", size=(800, 600)))
        return
    values = [value for kind, value in OTHERS.items() if isinstance(field, kind)]
    if values:
        setattr(row, field.name, values[0])

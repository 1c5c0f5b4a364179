"""Things to fill the components with: plain objects, neutral words, no query."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

from django.core.paginator import Paginator
from django.templatetags.static import static

from partners.choices import PartnerKind
from partners.models import Partner, PartnerContent, Person
from publishing.related import Link
from publishing.text_changes import TextChange, runs
from ui.facets import Choice, Chosen, Facet
from ui.fact_models import FactLine

DAY = date(2030, 3, 1)
WORDS = {
    "lead": "Ein oder zwei Sätze, die ohne den übrigen Text verständlich sind und sagen, was "
    "geschehen ist, wo und für wen.",
    "long_title": "Überschrift mit einem langen Wort: Nachbarschaftsveranstaltungsprogramm",
    "quote": "Ein Zitat steht wörtlich da, so wie es gesagt wurde, und ist nicht länger als "
    "zwei oder drei Sätze.",
}
NOTICES = [
    ("info", "Gut zu wissen"),
    ("success", "Das hat geklappt"),
    ("warning", "Bitte beachten"),
    ("error", "Das hat nicht geklappt"),
]


def shown() -> dict:
    """Return what the templates of /bausteine/ need, but meetings and forms."""
    image = picture()
    return {
        "day": DAY,
        "words": WORDS,
        "notices": NOTICES,
        "picture": image,
        "two_pictures": uses(image, 2),
        "four_pictures": uses(image, 4),
        "intro": SimpleNamespace(text=WORDS["lead"], image=image, alt="Muster"),
        "people": [person(), person(portrait=picture(800, 1000))],
        "partners": [
            partner("Name des Partners"),
            partner("Partner mit Logo", logo=picture(600, 200)),
        ],
        "links": links(),
        "press_offer": press_offer(),
        "change_notes": [
            SimpleNamespace(
                lead_in="Korrektur",
                published_at=datetime(2030, 3, 1, 9, tzinfo=UTC),
                text="Ein Satz, der sagt, was vorher falsch war und was nun stimmt.",
            )
        ],
        "citable": citable(),
        "text_changes": [
            TextChange("Anriss", list(runs("Beginn ist um 17 Uhr.", "Beginn ist um 18 Uhr.")))
        ],
        "sources": [
            SimpleNamespace(title="Quelle mit Adresse", url="https://example.org/"),
            SimpleNamespace(title="Quelle ohne Adresse, Seite 7", url=""),
        ],
        "dated_facts": dated_facts(),
        "page": Paginator(range(200), 10).page(7),
        "year": 2031,
        "facets": facets(),
        "chosen": [
            Chosen("2031", "#baustein-facets"),
            Chosen("Thema: Name des Themas", "#baustein-facets"),
        ],
        "years": [(year, 12, f"#baustein-{year}") for year in (2032, 2031, 2030)],
    }


def dated_facts() -> list[FactLine]:
    """Return a number with its source's address, one without, and a fact that is no number."""
    return [
        FactLine(
            label="Was gezählt wurde",
            value="rund 1.200",
            as_of=DAY,
            as_of_precision="month",
            source="Name der Quelle",
            source_url="https://example.org/",
        ),
        FactLine(label="Was gemessen wurde", value="86 km²", as_of=DAY, source="Quelle, Seite 7"),
        FactLine(label="Was keine Zahl ist", value="Ein Wort"),
    ]


def citable() -> SimpleNamespace:
    """Return a press release that was corrected once."""
    return SimpleNamespace(
        identity=SimpleNamespace(short_code="MUSTER", get_short_url=lambda: "/n/MUSTER"),
        former=None,
        title="Überschrift der Seite",
        genre="Pressemitteilung",
        issued=(DAY, "day"),
        changed_at=datetime(2030, 3, 2, 9, tzinfo=UTC),
        is_changed=True,
    )


def facets() -> list[Facet]:
    """Return a short and a long facet, one choice of each made."""
    years = [
        Choice(str(year), 12, f"#jahr-{year}", is_chosen=year == 2031) for year in (2031, 2030)
    ]
    topics = [Choice(f"Name des Themas {one}", 12 - one, f"#thema-{one}") for one in range(2, 12)]
    first = Choice("Name des Themas", 12, "#thema-1", is_chosen=True)
    return [Facet("Jahr", years), Facet("Thema", [first, *topics])]


def press_offer() -> SimpleNamespace:
    """Return what a press release offers newsrooms."""
    photo = SimpleNamespace(
        url="#baustein-press_offer",
        name="ort-motiv_nachweis_code-1.jpg",
        title="Bildunterschrift eines Fotos",
        about="JPEG, 6000 × 4000 Pixel, 4,2 MB",
    )
    contact = SimpleNamespace(
        name="Vorname Nachname",
        role="Funktion",
        organisation="Einrichtung",
        phone="02133 00-0",
        phone_url="tel:02133000",
        email="presse@example.org",
        hours="Mo–Fr 9–16 Uhr",
    )
    return SimpleNamespace(
        contacts=[SimpleNamespace(contact=contact, name=contact.name, is_today=True)],
        is_public=True,
        kit_url="#baustein-press_offer",
        kit_about="ZIP, etwa 4,2 MB: Text als Word, HTML und Text, Fotos in Druckgröße, "
        "Bildnachweise, Fakten.",
        photos=[photo],
    )


def picture(width: int = 1200, height: int = 800) -> SimpleNamespace:
    """Return a drawing of this shape; the file fills whatever frame it gets."""
    return SimpleNamespace(
        mime_type="image/svg+xml",
        url=static("img/specimen.svg"),
        width=width,
        height=height,
        sha1="",
        credit_line="Illustration: Muster",
        is_shown=True,
    )


def uses(image, count: int) -> list[SimpleNamespace]:
    """Return further pictures of a page."""
    caption = "Bildunterschrift, ein Satz."
    return [SimpleNamespace(image=image, alt="Muster", caption=caption) for _ in range(count)]


def links() -> list[Link]:
    """Return links of two kinds."""
    titles = (("Jahrestreffen", "Titel des Treffens"), ("Partner", "Name des Partners"))
    return [Link(kind, title, "#baustein-related_links") for kind, title in titles]


def person(portrait=None) -> Person:
    """Return somebody who is in no database."""
    someone = Person(
        name="Vorname Nachname", job_title="Funktion", organisation="Einrichtung", as_of="2030"
    )
    someone.get_absolute_url = lambda: "#baustein-person_card"
    return with_picture(someone, "portrait", portrait)


def partner(name: str, logo=None) -> PartnerContent:
    """Return the text of a partner that is in no database."""
    content = PartnerContent(partner=Partner(kind=PartnerKind.COMPANY), title=name)
    content.get_absolute_url = lambda: "#baustein-partner_tile"
    return with_picture(content, "hero", logo)


def with_picture(thing, field: str, image):
    """Give an unsaved thing a drawing where its field wants a picture of the library."""
    thing._meta.get_field(field).set_cached_value(thing, image)
    return thing

"""The real content is complete, true to its sources and loaded once only."""

import re
from html import unescape
from pathlib import Path

import pytest
from cms.models import Page, PageUrl
from cms.utils.plugins import downcast_plugins
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import transaction

from allianz_portal.content_loading.loading import FOLDER, load_content
from allianz_portal.sign_ins import KEPT_DAYS
from events.models import Meeting, MeetingContent
from news.models import Article, ArticleContent
from partners.models import AnnualTheme, InitiativeContent, PartnerContent, Person
from publishing.models import LoadedRecord
from tests.factories import new_draft, publish, version_of
from ui.models import ContactMessage

pytestmark = pytest.mark.django_db
RELEASE = Path(__file__).with_name("press_release_2021.txt").read_text(encoding="utf-8")
COUNTS = {
    "Bilder": 13,
    "Themen": 9,
    "Stadtteile": 5,
    "Veranstaltungsorte": 3,
    "Jahresthemen": 10,
    "Partner": 15,
    "Personen und Gruppen": 24,
    "Initiativen": 19,
    "Jahrestreffen": 10,
    "Aufzeichnungen": 1,
    "Nachrichten und Presse": 20,
    "Seiten": 14,
}
INTERNAL_LINK = re.compile(r'href="(/[^"#]*)"')
# 2016 and 2021 are literal in the sources; every other number would be a conclusion.
INFERRED_NUMBER = re.compile(
    r"\b(erste|zweite|dritte|vierte|fünfte|siebte|achte|neunte|zehnte|zwölfte|dreizehnte)[nrs]?"
    r" Jahrestreffen"
)


@pytest.fixture(scope="module", autouse=True)
def report(django_db_setup, django_db_blocker):
    """Load the real content once for this file and take the database back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_content()
        transaction.set_rollback(True)


def release() -> ArticleContent:
    return ArticleContent.objects.get(article__kind="press-release")


def plugins_of(content) -> list:
    placeholder = content.placeholders.get(slot="body")
    return list(downcast_plugins(placeholder.get_plugins().order_by("position")))


def words(html: str) -> str:
    """Return the text of HTML with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html.replace("</p>", " "))).split())


def source_text() -> str:
    """Return everything that is written in the files of the first content."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.rglob("*.yaml")))


def test_the_first_run_loads_and_publishes_everything(report):
    public = [PartnerContent, InitiativeContent, MeetingContent, ArticleContent]

    assert {label: len(count.created) for label, count in report.counts.items()} == COUNTS
    assert [model.objects.count() for model in public] == [15, 19, 10, 20]
    assert LoadedRecord.objects.count() == sum(COUNTS.values())


def test_a_second_run_creates_nothing_and_says_so(capsys):
    call_command("load_content")

    lines = [f"{label}: 0 neu, {number} schon geladen" for label, number in COUNTS.items()]
    lines.append("Nichts Neues. Änderungen der Redaktion bleiben, wie sie sind.")
    assert capsys.readouterr().out.splitlines() == lines


def test_what_an_editor_changed_withdrew_or_deleted_stays_so():
    changed = new_draft(MeetingContent.objects.get(slug="2021"))
    changed.title = "Elftes Treffen"
    changed.save()
    publish(changed)
    version_of(PartnerContent.objects.get(slug="swd")).unpublish(get_user_model().objects.first())
    Article.objects.get(contents__slug="film-zum-jubilaeum").delete()
    Person.objects.get(slug="harald-schlimgen").delete()
    Page.objects.get(urls__slug="gebaerdensprache").delete()

    assert load_content().created == 0

    assert MeetingContent.objects.get(slug="2021").title == "Elftes Treffen"
    assert not PartnerContent.objects.filter(slug="swd").exists()
    assert not ArticleContent.objects.filter(slug="film-zum-jubilaeum").exists()
    assert not Person.objects.filter(slug="harald-schlimgen").exists()
    assert not PageUrl.objects.filter(slug="gebaerdensprache").exists()


def test_nobody_can_sign_in_as_the_author_of_the_first_content():
    author = get_user_model().objects.get(username="erstinhalt")

    assert (author.is_active, author.is_staff, author.has_usable_password()) == (False,) * 3


def test_the_release_stands_in_full_and_in_order():
    content = release()
    parts = [content.title, content.subtitle, content.lead]
    for plugin in plugins_of(content):
        if plugin.plugin_type == "QuotePlugin":
            parts.append(f"„{plugin.text}“")
        elif plugin.plugin_type == "FactBoxPlugin":
            parts += [f"Hintergrund: {content.boilerplate}", plugin.body]
        else:
            parts.append(plugin.body)

    assert words(" ".join(parts)) == words(RELEASE)


def test_whoever_is_quoted_in_the_release_is_linked_from_it():
    content = release()
    texts = "".join(getattr(plugin, "body", "") for plugin in plugins_of(content))
    quotes = [plugin for plugin in plugins_of(content) if plugin.plugin_type == "QuotePlugin"]

    assert [(q.person.name, q.role) for q in quotes] == [
        ("Hans-Jürgen Petrauschke", "Landrat"),
        ("Erik Lierenfeld", "Bürgermeister"),
    ]
    linked = {path for path in INTERNAL_LINK.findall(texts) if path.startswith("/personen/")}
    assert linked == {person.get_absolute_url() for person in content.people.all()}


def test_only_two_meetings_have_a_number():
    numbers = Meeting.objects.exclude(number=None).values_list("contents__slug", "number")

    assert dict(numbers) == {"2016": 6, "2021": 11}
    assert INFERRED_NUMBER.search(source_text()) is None


def test_dates_are_as_exact_as_the_sources():
    meetings = MeetingContent.objects.real().order_by("slug")
    vague = ArticleContent.objects.exclude(date_precision="day").order_by("date", "slug")

    assert {content.slug: content.meeting.when.replace("\xa0", " ") for content in meetings} == {
        "2014": "12. Februar 2014, 19:00 Uhr",
        "2015": "27. Mai 2015, 19:00 Uhr",
        "2016": "2016",
        "2017": "29. März 2017, 18:00 Uhr",
        "2018": "19. April 2018, 18:00 Uhr",
        "2019": "2019",
        "2021": "28. September 2021, 18:00 Uhr",
        "2022": "27. Oktober 2022",
        "2023": "November 2023",
    }
    assert [content.when for content in vague] == [
        "2013",
        "2016",
        "2018",
        "Juni 2020",
        "September 2021",
        "November 2023",
    ]


def test_years_without_a_known_theme_have_none():
    years = AnnualTheme.objects.order_by("year").values_list("year", flat=True)

    assert list(years) == [2012, *range(2014, 2022), 2023]


def test_the_eleventh_meeting_names_everybody_with_the_function_of_that_day():
    meeting = Meeting.objects.get(number=11)
    programme = [
        (item.kind, [person.person.name for person in item.participations.all()])
        for item in meeting.programme_items.all()
    ]

    assert programme == [
        ("greeting", ["Klemens Diekmann"]),
        ("keynote", ["Jörg Heynkes"]),
        ("panel", ["Jürgen Steinmetz", "Hans-Jürgen Petrauschke"]),
        ("presentation", ["André Heryschek", "Olaf Sakowski"]),
        ("panel", ["Erik Lierenfeld", "Lars Friedrich"]),
        ("art", ["Die Mobilés"]),
        ("summary", ["Jobst Wierich"]),
    ]
    assert not meeting.programme_items.filter(participations__job_title="").exists()
    assert (meeting.venue, meeting.list_label) == (None, "Aufzeichnung folgt")


def test_every_item_says_where_its_facts_come_from():
    kinds = [PartnerContent, InitiativeContent, MeetingContent, ArticleContent]

    assert [c.slug for kind in kinds for c in kind.objects.all() if not c.identity.origin] == []
    assert not Person.objects.filter(origin="").exists()


def test_every_link_within_the_content_leads_to_something_that_was_loaded():
    kinds = [PartnerContent, InitiativeContent, MeetingContent, ArticleContent]
    items = [c.get_absolute_url() for kind in kinds for c in kind.objects.all()]
    people = [person.get_absolute_url() for person in Person.objects.all()]
    pages = [f"/{path}/" for path in PageUrl.objects.values_list("path", flat=True)]
    fronts = ("aktuelles", "presse")
    feeds = [f"/{front}/feed.{kind}" for front in fronts for kind in ("atom", "rss", "json")]

    links = set(INTERNAL_LINK.findall(re.sub(r"\s+", " ", source_text())))
    assert links - {*items, *people, *pages, *feeds, "/presse/korrekturen/"} == set()


def test_the_privacy_page_names_the_times_that_the_software_keeps():
    text = words((FOLDER / "pages/datenschutz.yaml").read_text(encoding="utf-8"))

    assert re.findall(r"nach (\d+) Tagen gelöscht", text) == [
        "14",  # deploy/nginx with Debian's logrotate
        str(KEPT_DAYS),
        str(ContactMessage.KEPT_DAYS),
    ]


def test_no_text_ends_in_a_blank_that_a_form_would_cut_off():
    texts = [
        text
        for kind in (Article, Meeting, Person)
        for text in kind.objects.values_list("origin", flat=True)
    ]

    assert any("\n" in text for text in texts)
    assert [text for text in texts if text != text.strip()] == []


def test_meetings_claim_only_the_status_and_form_that_are_documented():
    found = Meeting.objects.exclude(status="unknown", attendance_mode="unknown")

    assert list(found.values_list("number", "status", "attendance_mode")) == [
        (11, "EventScheduled", "MixedEventAttendanceMode")
    ]

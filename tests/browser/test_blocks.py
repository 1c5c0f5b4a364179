"""Every building block: chosen from the picker, filled in, published, read by a stranger."""

import pytest
from cms.api import add_plugin
from django.core.files.base import ContentFile
from django.db import transaction
from djangocms_alias.models import Alias, AliasContent, Category
from filer.models import File

from partners.models import AnnualTheme, Membership
from tests.browser.blocks import Block, add_block
from tests.browser.board import open_board, open_picker
from tests.browser.forms import fill
from tests.factories import (
    editor,
    make_article,
    make_initiative,
    make_meeting,
    make_page,
    make_partner,
    make_person,
    picture,
    publish,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BUTTON = {
    "title": "Dabei sein",
    "label": "Mitmachen",
    "link_0": "external_link",
    "link_1": "https://dormagen.example/",
}
BLOCKS = [
    Block("Text", text="<h2>Zwischentitel</h2><p>Größe</p>", seen="Größe"),
    Block("Einstieg", {"text": "Worum es geht."}, seen="Worum es geht."),
    Block("Bild", {"alt": "Fluss", "caption": "Am Rhein"}, file="rhein.png", seen="Am Rhein"),
    Block("Zitat", {"text": "Das geht."}, found={"person": "Jobst Wierich"}, seen="Das geht."),
    Block("Infokasten", {"title": "Kasten"}, text="<p>Gut zu wissen.</p>", seen="Gut zu wissen."),
    Block("Datei zum Herunterladen", {"title": "Heft"}, file="heft.pdf", seen="Heft"),
    Block("Handlungsaufruf", BUTTON, seen="Mitmachen"),
    Block("Gemeinsamer Block (Alias)", found={"alias": "Unser Kasten"}, seen="Überall gleich."),
    Block("Nachrichten und Presse", {"heading": "Aktuelles"}, seen="Die Nachricht"),
    Block("Jahrestreffen", {"heading": "Treffen"}, seen="Das Treffen"),
    Block("Initiativen", {"heading": "Projekte"}, seen="Die Initiative"),
    Block("Partner", {"heading": "Bündnis"}, seen="Der Partner"),
    Block("Personen", {"heading": "Team", "body": "speakers"}, seen="Jobst Wierich"),
    Block("Jahresthemen", {"heading": "Themen"}, seen="Nachhaltigkeit"),
    Block("Pressefotos", {"heading": "Fotos"}, seen="noch keine Fotos zum Abdruck"),
    Block("Pressekontakt", {"heading": "Anruf"}, seen="Anruf"),
    Block("Angaben zum Betreiber", {"section": "press"}, seen="Ansprechperson für die Presse"),
    Block("Kontaktformular", has_form=False, seen="Nachricht senden"),
]
# Blocks that hold others.
SECTION = Block("Abschnitt mit Überschrift", {"heading": "Ein Abschnitt"}, seen="Ein Abschnitt")
INSIDE = Block("Text", text="<p>Steht im Abschnitt.</p>", seen="Steht im Abschnitt.")
ACCORDION = Block("Aufklappliste", has_form=False)
ENTRY = Block(
    "Eintrag der Aufklappliste",
    {"title": "Was kostet es?"},
    text="Nichts.",
    is_only_choice=True,
    seen="Was kostet es?",
)
NUMBERS = Block("Zahlen und Fakten", {"heading": "In Zahlen"}, seen="In Zahlen")
NUMBER = Block(
    "Angabe mit Stand und Quelle",
    {"label": "Mitglieder", "value": "rund 130", "as_of": "01.11.2015", "source": "Zeitung"},
    is_only_choice=True,
    seen="rund 130",
)
HOLDERS = [(SECTION, INSIDE), (ACCORDION, ENTRY), (NUMBERS, NUMBER)]


@pytest.fixture
def content():
    """Something for every list, and a picture, a file and a shared block to choose."""
    with transaction.atomic():
        make_page("Startseite").page.set_as_homepage()
    make_article(title="Die Nachricht")
    make_meeting(title="Das Treffen")
    make_initiative(title="Die Initiative")
    make_partner(title="Der Partner")
    Membership.objects.create(person=make_person("Jobst Wierich"), body="speakers")
    AnnualTheme.objects.create(year=2023, title="Nachhaltigkeit")
    picture("rhein.png")
    pdf = ContentFile(b"%PDF-1.7 %%EOF", name="heft.pdf")
    File.objects.create(original_filename="heft.pdf", file=pdf)
    alias = Alias.objects.create(category=Category.objects.create(name="Kästen"))
    shared = AliasContent.objects.with_user(editor()).create(
        alias=alias, name="Unser Kasten", language="de"
    )
    placeholder = shared.alias.get_placeholder(language="de", show_draft_content=True)
    add_plugin(placeholder, "TextPlugin", "de", body="<p>Überall gleich.</p>")
    publish(shared)


def open_new_page(page, title):
    """Make a CMS page and open it on the structure board."""
    page.goto("/admin/")
    page.get_by_text("Neue Seite anlegen").click()
    fill(page, {"title": title, "slug": title.lower()})
    with page.expect_navigation():
        page.locator("[name=_save]").click()
    page.goto("/admin/")
    page.get_by_role("link", name=title).first.click()
    with page.expect_navigation():
        page.locator(".cms-toolbar").get_by_text("Bearbeiten", exact=True).click()
    open_board(page)


def test_every_block_is_chosen_filled_in_and_read(editor_page, read, content):
    page = editor_page
    open_new_page(page, "Musterseite")
    offered = open_picker(page).all_inner_texts()
    page.reload()
    open_board(page)

    for block in BLOCKS:
        add_block(page, block)
    for holder, inside in HOLDERS:
        add_block(page, inside, parent=add_block(page, holder))
    with page.expect_navigation():
        page.locator(".cms-toolbar").get_by_text("Veröffentlichen", exact=True).click()

    status, text = read("/musterseite/")
    holders = [holder for holder, _ in HOLDERS]
    chosen = [*BLOCKS, *holders, *(inside for _, inside in HOLDERS)]
    assert {name.strip() for name in offered} == {block.name for block in [*BLOCKS, *holders]}
    assert (status, [block.name for block in chosen if block.seen not in text]) == (200, [])
    assert page.problems == []

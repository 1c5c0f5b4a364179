"""Take the screenshots of docs/redaktion.md and docs/design.md.

`python -m tests.browser.make_pictures`, or with `redaktion` or `design` only those of one.
"""

import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.board import open_board, open_picker
from tests.browser.page_pictures import take_pages
from tests.browser.served import ServedPortal
from tests.chromium import launch_options

FOLDER = Path(__file__).resolve().parents[2] / "docs/pictures"
PUBLIC = "https://portal.example"  # what short links on the pictures begin with
COLOURS = 64  # few enough for small files, enough for legible screens
RELEASE = Path(__file__).parents[1] / "allianz_portal/press_release_2021.txt"
PASSWORD = "bilder-fuer-das-handbuch"  # noqa: S105
# What is taken as it opens.
FORMS = {
    "/admin/partners/initiative/add/": "initiative",
    "/admin/partners/person/add/": "person",
    "/admin/cms/pagecontent/": "seiten",
    "/admin/auth/user/add/": "konto",
    "/admin/ui/sitesettings/": "betreiber",
}
MAKE_EDITOR = f"""
from django.contrib.auth.models import Group, User
user = User.objects.create_user("redaktion", password="{PASSWORD}", is_staff=True)
user.groups.add(Group.objects.get(name="Administration"))
"""


def main(*which: str) -> None:
    """Serve a portal with the first content and take every picture, or those of one document."""
    with (
        tempfile.TemporaryDirectory() as folder,
        ServedPortal(Path(folder), public=PUBLIC) as portal,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(**launch_options())
        if "redaktion" in which or not which:
            take_handbook(browser, portal)
        # last: it adds meetings that the handbook does not know
        if "design" in which or not which:
            size = take_pages(browser, portal)
            sys.stdout.write(f"docs/pictures/design: {size / 1e6:.1f} MB\n")
        browser.close()


def take_handbook(browser: Browser, portal: ServedPortal) -> None:
    """Take the pictures of the editors' handbook."""
    FOLDER.mkdir(exist_ok=True)
    portal.manage("shell", "-v0", "-c", MAKE_EDITOR)
    context = browser.new_context(
        base_url=portal.origin,
        viewport={"width": 1280, "height": 900},
        locale="de-DE",
        timezone_id="Europe/Berlin",
    )
    take_all(context.new_page())
    context.close()


def take_all(page: Page) -> None:
    """Walk through an editor's tasks in the order of the handbook."""
    page.goto("/admin/")
    page.fill("[name=username]", "redaktion")
    page.fill("[name=password]", PASSWORD)
    page.click("[type=submit]")
    take(page, "uebersicht")
    write_article(page)
    look_at_form(page)
    take_over(page)
    narrow_archive(page)
    look_at_meeting(page)
    look_at_recording(page)
    plan(page)
    rebuild_home(page)
    look_at_library(page)
    compare_versions(page)
    for path, name in FORMS.items():
        page.goto(path)
        take(page, name)


def write_article(page: Page) -> None:
    page.goto("/admin/news/article/add/?kind=news")
    page.fill("[name=content__title]", "Frühlingstreffen im Bürgerhaus")
    take(page, "nachricht")
    page.locator("[name=_continue]").first.click()
    page.locator(".publish-problems").wait_for()
    take(page, "offen")
    page.fill("[name=content__lead]", "Am 12. April sprechen Partner über das neue Jahr.")
    page.locator("[name=_write]").first.click()
    blocks = open_picker(page)
    take(page, "bausteine")
    blocks.get_by_text("Text", exact=True).click()
    page.frame_locator(".cms-modal iframe").locator("[contenteditable=true]").click()
    page.keyboard.type("Alle sind eingeladen. Der Eintritt ist frei.")
    take(page, "text")


def look_at_form(page: Page) -> None:
    page.goto("/admin/news/article/?q=Frühlingstreffen")
    page.locator(".field-content__title a").first.click()
    for field, name in (("content__embargo_until_0", "sperrfrist"), ("note_text", "notizen")):
        page.locator(f"[name={field}]").scroll_into_view_if_needed()
        page.locator(f"[name={field}]").focus()
        take(page, name)
    page.locator("[name=_photos]").first.click()
    take(page, "fotos")


def narrow_archive(page: Page) -> None:
    page.goto("/aktuelles/archiv/?thema=natur-und-umwelt")
    take(page, "archiv")


def take_over(page: Page) -> None:
    page.goto("/admin/news/article/uebernehmen/")
    page.locator("textarea").fill(RELEASE.read_text())
    page.get_by_role("button", name="Lesen und zeigen").click()
    take(page, "uebernehmen")


def look_at_meeting(page: Page) -> None:
    page.goto("/admin/events/meeting/?q=2021")
    page.locator(".field-content__title a").first.click()
    take(page, "checkliste")
    for link, name in (("Regie am Tag", "regie"), ("Einwilligungen", "einwilligungen")):
        page.get_by_role("link", name=link).first.click()
        take(page, name)
        page.go_back()
    page.locator("#id_starts_at_0").scroll_into_view_if_needed()
    take(page, "jahrestreffen")
    page.get_by_role("link", name="Versionen", exact=True).click()
    take(page, "versionen")
    page.go_back()
    page.locator(".inlinechangelink").first.click()
    take(page, "programmpunkt")


def look_at_recording(page: Page) -> None:
    page.goto("/admin/events/recording/")
    page.locator("#result_list tbody th a").first.click()
    page.get_by_role("link", name="Untertitel hochladen").click()
    take(page, "untertitel")


def plan(page: Page) -> None:
    page.goto("/admin/partners/partner/")
    page.locator(".field-content__title a").first.click()
    page.locator(".object-tools").get_by_text("Neuer Entwurf").click()
    for link, name in (("Veröffentlichung planen", "planen"), ("Außenstehenden zeigen", "zeigen")):
        page.locator(".object-tools").get_by_text(link).click()
        take(page, name)
        page.go_back()


def rebuild_home(page: Page) -> None:
    page.goto("/")
    page.locator(".cms-toolbar .cms-btn").get_by_text("Neuer Entwurf").click()
    page.locator(".cms-edit-toggle.cms-btn-active").wait_for()
    open_board(page)
    take(page, "startseite")


def compare_versions(page: Page) -> None:
    page.goto("/admin/news/article/?q=Xcellence")
    page.locator(".field-content__title a").first.click()
    page.locator(".object-tools").get_by_text("Neuer Entwurf").click()
    page.fill("[name=content__title]", "Fünf Betriebe mit dem Preis „Xcellence“ geehrt")
    page.fill("[name=content__kicker]", "Unternehmenspreis")
    page.locator("[name=_continue]").first.click()
    page.locator(".object-tools").get_by_text("Was ist geändert?").click()
    take(page, "vergleich")


def look_at_library(page: Page) -> None:
    page.goto("/admin/media_library/image/")
    page.locator("#result_list th a").first.click()
    take(page, "bild")


def take(page: Page, name: str) -> None:
    """Save what the screen shows as a small PNG."""
    page.wait_for_load_state("networkidle")
    picture = Image.open(BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    path = FOLDER / f"redaktion-{name}.png"
    picture.quantize(COLOURS).save(path, optimize=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

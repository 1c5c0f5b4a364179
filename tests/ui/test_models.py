"""The operator's data: one row, its gaps, its place on the pages."""

import pytest
from bs4 import BeautifulSoup
from cms.toolbar.utils import get_object_edit_url

from tests.factories import make_page
from ui.models import SiteSettings

pytestmark = pytest.mark.django_db


def test_gaps_are_one_calm_sentence_for_readers_and_tasks_for_editors(client, admin_client):
    SiteSettings.objects.create(press_name="Erika Beispiel")
    content = make_page(blocks=[("OperatorDataPlugin", {"section": "press"})])

    reader = BeautifulSoup(client.get("/seite/").content, "html.parser").main
    task = admin_client.get(get_object_edit_url(content), follow=True).content.decode()

    assert [term.get_text() for term in reader("dt")] == ["Ansprechperson für die Presse"]
    assert " ".join(reader.find_all("p")[-1].get_text().split()) == (
        "Hier werden noch Angaben ergänzt: Telefon für die Presse, E-Mail für die Presse. "
        "Bis dahin erreichen Sie uns über das Kontaktformular."
    )
    assert [gap in task for gap in ("Fehlt: Telefon für die Presse.", "noch Angaben ergänzt")] == [
        True,
        False,
    ]
    assert 'href="/admin/ui/sitesettings/"' in task


def test_known_facts_are_shown_with_links_and_without_empty_rows(client):
    SiteSettings.objects.create(
        provider_name="SWD", street="Weg 1", postal_code="41539", locality="Dormagen",
        email="post@example.org", phone="02133 / 251-0",
    )  # fmt: skip

    make_page(blocks=[("OperatorDataPlugin", {"section": "contact"})])
    facts = BeautifulSoup(client.get("/seite/").content, "html.parser").main.dl

    assert " ".join(facts.get_text(" ").split()) == (
        "Anbieter SWD Anschrift Weg 1 41539 Dormagen E-Mail post@example.org Telefon 02133 / 251-0"
    )
    assert [a["href"] for a in facts("a")] == ["mailto:post@example.org", "tel:021332510"]


def test_settings_are_one_row_reached_from_the_list(admin_client):
    first = admin_client.get("/admin/ui/sitesettings/")["Location"]
    admin_client.post("/admin/ui/sitesettings/add/", {"provider_name": "SWD"})
    row = SiteSettings.load()

    assert first == "/admin/ui/sitesettings/add/"
    assert admin_client.get("/admin/ui/sitesettings/")["Location"] == (
        f"/admin/ui/sitesettings/{row.pk}/change/"
    )
    assert (row.provider_name, SiteSettings.objects.count()) == ("SWD", 1)
    assert admin_client.get("/admin/ui/sitesettings/add/").status_code == 403


def test_saved_settings_are_on_the_page_at_once(
    client, admin_client, django_capture_on_commit_callbacks
):
    make_page(blocks=[("OperatorDataPlugin", {"section": "press"})])
    before = client.get("/seite/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post("/admin/ui/sitesettings/add/", {"press_name": "Erika Beispiel"})

    after = client.get("/seite/").content.decode()

    assert ("Erika Beispiel" in before, "Erika Beispiel" in after) == (False, True)

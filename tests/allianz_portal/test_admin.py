"""Every address of the admin, opened by every role: who sees what, and nothing breaks."""

import re

import pytest
from bs4 import BeautifulSoup
from cms.models import Page, PageContent, Placeholder
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from djangocms_alias.models import Alias, AliasContent, Category
from filer.models import Folder

from events.models import ProgrammeItem, Recording, Venue
from news.models import Boilerplate, Topic
from partners.models import AnnualTheme, District
from publishing.models import AuditEntry, HouseWord
from tests.allianz_portal.admin_addresses import addresses
from tests.factories import (
    add_text,
    editor,
    make_article,
    make_initiative,
    make_meeting,
    make_page,
    make_partner,
    make_person,
    picture,
    press_contact,
    version_of,
)
from ui.models import ContactMessage, SiteSettings

pytestmark = pytest.mark.django_db

HIDDEN = "Geheimsache"
WORD = "ein langes Kennwort 7"
FILES = {"media_library.image", "filer.file", "filer.folder", "filer.clipboard"}
PRESS = FILES | {
    *("news.article", "news.topic", "news.presscontact", "news.boilerplate"),
    "djangocms_versioning.articlecontentversion",
}
EDITORS = PRESS | {
    *("events.meeting", "events.programmeitem", "events.venue"),
    *("events.recording", "events.cue"),
    *("partners.partner", "partners.initiative", "partners.person"),
    *("partners.annualtheme", "partners.district"),
    *("cms.page", "cms.pagecontent", "cms.placeholder"),
    *("djangocms_alias.alias", "djangocms_alias.aliascontent", "djangocms_alias.category"),
    *("ui.contactmessage", "publishing.auditentry", "publishing.houseword"),
    "djangocms_versioning.pagecontentversion",
    "djangocms_versioning.aliascontentversion",
    "djangocms_versioning.meetingcontentversion",
    "djangocms_versioning.partnercontentversion",
    "djangocms_versioning.initiativecontentversion",
}
ADMINISTRATION = EDITORS | {"auth.user", "auth.group", "ui.sitesettings", "axes.accessattempt"}
MAY_OPEN = {
    "Redaktion": EDITORS,
    "Presse": PRESS,
    "Administration": ADMINISTRATION,
    "Mitarbeit": PRESS - {"news.topic", "news.boilerplate"},
    "Partner-Redaktion": FILES | {"partners.partner"},
    "ohne Gruppe": set(),
}
# What the CMS answers to every member of staff: own settings, empty windows, suggestions of
# what the asker may see, one picture that is public anyway, and names of shared blocks.
OPEN_TO_STAFF = {
    *("usersettings/", "usersettings/session_store/", "link/link/urls", "text_plugin/urls/"),
    *("cms_wizard/create/", "dialog/copy/", "edit-field/", "image/expand/"),
    *("alias/select2/", "alias/category-select2/", "/usage/"),
}
BLOCK_NAMES = {"alias/select2/", "/usage/"}


@pytest.fixture
def things():
    """An object of each kind by label of its model; all texts are drafts and name it."""
    makers = (make_article, make_meeting, make_partner, make_initiative)
    contents = [make(title=HIDDEN, published=False) for make in makers]
    contents.append(make_page(HIDDEN, published=False))
    contents.append(make_shared_block())
    page = contents[4]
    add_text(page, f"<p>{HIDDEN}</p>")
    identities = [version_of(content).grouper for content in contents]
    found = [*contents[4:], *identities, page.placeholders.get(), *make_facts(identities[1])]
    found += [get_user_model().objects.get(username="redaktion"), Group.objects.first()]
    objects = {thing._meta.label_lower: thing for thing in found}
    for content in contents:
        version = version_of(content)
        objects[version.versionable.version_model_proxy._meta.label_lower] = version
    return objects


def make_shared_block():
    alias = Alias.objects.create(category=Category.objects.get())
    author = AliasContent.objects.with_user(editor())
    return author.create(alias=alias, name=HIDDEN, language="de")


def make_facts(meeting) -> list:
    """Return one of each thing that has no drafts."""
    return [
        make_person(),
        picture(),
        press_contact(),
        Boilerplate.objects.create(name="kurz", text=HIDDEN),
        Category.objects.get(),
        Folder.objects.create(name="Fotos"),
        Topic.objects.create(name="Rhein", slug="rhein"),
        Venue.objects.create(name="Nordhalle"),
        District.objects.create(name="Zons"),
        AnnualTheme.objects.create(year=2020, title="Wald"),
        ProgrammeItem.objects.create(meeting=meeting, kind="talk", title="Vortrag"),
        make_cue(Recording.objects.create(meeting=meeting)),
        Recording.objects.get(),
        ContactMessage.objects.create(subject="question", text=HIDDEN),
        SiteSettings.objects.create(),
        AuditEntry.objects.first(),
        HouseWord.objects.create(word="zeitnah"),
    ]


def make_cue(recording):
    return recording.tracks.create().cues.create(start=0, end=1000, text=HIDDEN)


def test_every_kind_of_thing_is_there(things):
    assert {Page, PageContent, Placeholder} <= {type(thing) for thing in things.values()}
    assert ADMINISTRATION - set(things) == {"axes.accessattempt", "filer.clipboard", "filer.file"}


@pytest.mark.parametrize("role", MAY_OPEN)
def test_each_role_opens_its_part_of_the_admin_and_no_other(client, things, role):
    user = get_user_model().objects.create_user(username=role, is_staff=True)
    user.groups.set(Group.objects.filter(name=role))
    client.force_login(user)
    client.raise_request_exception = False

    answers = {address: client.get(address.path) for address in addresses(things)}

    opened = {address for address, answer in answers.items() if answer.status_code == 200}
    strange = {one.path for one in opened if one.model not in MAY_OPEN[role]}
    broken = [one.path for one, answer in answers.items() if answer.status_code >= 500]
    assert {path for path in strange if not is_named(path, OPEN_TO_STAFF)} == set()
    assert {one.model for one in opened} >= MAY_OPEN[role]
    assert broken == []
    assert role != "ohne Gruppe" or telling(answers) == []


def is_named(path: str, names) -> bool:
    return any(name in path for name in names)


def telling(answers: dict) -> list[str]:
    """Return the addresses whose answers tell what is hidden, but for names of shared blocks."""
    return [
        one.path
        for one, answer in answers.items()
        if not answer.streaming
        and HIDDEN in answer.content.decode()
        and not is_named(one.path, BLOCK_NAMES)
    ]


@pytest.fixture
def chief(client):
    """A client of the group Administration."""
    user = get_user_model().objects.create_user(username="anna", password=WORD, is_staff=True)
    user.groups.add(Group.objects.get(name="Administration"))
    client.force_login(user)
    return client


def test_a_new_account_can_sign_in_and_write_at_once(chief):
    presse = Group.objects.get(name="Presse")
    values = {"username": "paul", "password1": WORD, "password2": WORD, "groups": [presse.pk]}
    chief.post("/admin/auth/user/add/", values)

    user = get_user_model().objects.get(username="paul")
    assert (user.is_staff, user.is_superuser, list(user.groups.all())) == (True, False, [presse])
    assert user.check_password(WORD)
    chief.force_login(user)
    assert chief.get("/admin/news/article/add/").status_code == 200


def test_a_colleague_gets_a_new_password(chief):
    colleague = get_user_model().objects.create_user(username="paul", is_staff=True)
    form = f"/admin/auth/user/{colleague.pk}/change/"
    assert 'href="../password/"' in chief.get(form).content.decode()

    values = {"password1": WORD, "password2": WORD, "set-password": "Passwort ändern"}
    chief.post(f"/admin/auth/user/{colleague.pk}/password/", values)

    colleague.refresh_from_db()
    assert colleague.check_password(WORD)


@pytest.mark.parametrize("page", ["add/", "{}/change/", "{}/password/"])
def test_the_forms_of_accounts_are_german(chief, page):
    user = get_user_model().objects.get(username="anna")

    answer = chief.get("/admin/auth/user/" + page.format(user.pk))

    words = BeautifulSoup(answer.content, "html.parser").select_one("#container").get_text(" ")
    assert re.findall(r"\b(?:password|user|the|Enabled|Choose|Remove)\b", words) == []

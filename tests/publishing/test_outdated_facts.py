"""N12: facts older than their limit, as far as readers see them."""

from datetime import date, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from djangocms_alias.models import Alias, AliasContent, Category

from publishing.gate import problems
from publishing.models import CheckAfter
from publishing.outdated_facts import outdated_facts
from tests.factories import (
    add_block,
    editor,
    make_article,
    make_page,
    make_partner,
    new_draft,
    publish,
    version_of,
)

pytestmark = pytest.mark.django_db
DUE = date(2022, 3, 1)
DAY = timedelta(days=1)
FACT = {"label": "Mitglieder", "value": "130", "as_of": date(2021, 3, 1), "source": "Zeitung"}


def with_fact(content, **values):
    """Return a draft's content, now published, with a fact."""
    sheet = add_block(content, "FactSheetPlugin")
    add_block(content, "FactLinePlugin", parent=sheet, **{**FACT, **values})
    return publish(content)


def listed(user=None, today=DUE) -> list:
    return [(one.place, one.fact.label) for one in outdated_facts(user, today)]


def test_a_fact_is_due_from_its_day_on_wherever_it_stands_the_oldest_first():
    article = with_fact(make_article(published=False))
    page = with_fact(make_page(published=False), label="Gäste", as_of=FACT["as_of"] - DAY)
    with_fact(make_partner(published=False), check_after=CheckAfter.NEVER)

    assert listed(today=DUE - DAY) == [(page, "Gäste")]
    assert listed() == [(page, "Gäste"), (article, "Mitglieder")]


def test_only_what_readers_see_is_due_and_only_once():
    sheet = add_block(make_article(published=False), "FactSheetPlugin")
    add_block(sheet.placeholder.source, "FactLinePlugin", parent=sheet, **FACT)
    version_of(with_fact(make_article(published=False))).unpublish(editor())
    public = with_fact(make_article(published=False))
    new_draft(public)

    assert listed() == [(public, "Mitglieder")]


def test_a_new_version_with_a_newer_number_settles_it():
    draft = new_draft(with_fact(make_article(published=False)))
    fact = draft.placeholders.get().get_plugins().get(plugin_type="FactLinePlugin")
    newer = fact.get_bound_plugin()
    newer.as_of = DUE
    newer.save()
    still = listed()
    publish(draft)

    assert ([label for _, label in still], listed()) == (["Mitglieder"], [])


def test_who_may_change_only_their_own_has_only_those():
    article = with_fact(make_article(published=False))
    own, foreign = (with_fact(make_partner(published=False)) for _ in range(2))
    page = with_fact(make_page(published=False))
    users = get_user_model().objects
    anna, press = (users.create_user(name, is_staff=True) for name in ("anna", "presse"))
    anna.user_permissions.add(Permission.objects.get(codename="change_own_partner"))
    press.groups.set(Group.objects.filter(name="Presse"))
    own.partner.owner = anna
    own.partner.save()

    assert [place for place, _ in listed(anna)] == [own]
    assert [place for place, _ in listed(press)] == [article]
    assert [place for place, _ in listed(editor())] == [article, own, foreign, page]


def test_a_shared_block_is_one_place_however_many_pages_show_it():
    alias = Alias.objects.create(category=Category.objects.get())
    content = AliasContent.objects.with_user(editor()).create(
        alias=alias, name="Unsere Zahlen", language="de"
    )
    alias.get_placeholder(language="de", show_draft_content=True)
    sheet = add_block(content, "FactSheetPlugin", slot=content.placeholder_slotname)
    number = {**FACT, "source": ""}
    fact = add_block(
        content, "FactLinePlugin", slot=content.placeholder_slotname, parent=sheet, **number
    )
    refused = [problem.field for problem in problems(content)]
    fact.source = "Zeitung"
    fact.save()
    publish(content)
    for title in ("Eins", "Zwei"):
        make_page(title, blocks=[("Alias", {"alias": alias})])

    found = outdated_facts(editor(), DUE)

    assert refused == ["Angabe „Mitglieder: 130“, Quelle"]
    assert [(one.title, one.owner) for one in found] == [("Unsere Zahlen", None)]
    assert found[0].url
    assert found[0].kind


@pytest.mark.parametrize("count", [1, 3])
def test_facts_are_fetched_with_their_places_at_once(count, django_assert_num_queries):
    for _ in range(count):
        with_fact(make_article(published=False))
    user = editor()
    outdated_facts(user, DUE)

    # The facts with their places in the page, the texts with their owners.
    with django_assert_num_queries(2):
        found = [(one.kind, one.hint, one.owner) for one in outdated_facts(user, DUE)]

    hint = "„Mitglieder: 130“, Stand 1.\u00a0März 2021: zu prüfen seit 01.03.2022"
    assert found == [("Nachricht oder Pressemitteilung", hint, None)] * count

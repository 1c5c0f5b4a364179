"""G20: many items at once get a topic, in their drafts, or somebody else who looks after them."""

import pytest
from bs4 import BeautifulSoup
from djangocms_versioning.models import Version

from news.models import ArticleContent, Topic
from partners.models import AnnualTheme
from publishing.approval import approval_of, approve, request_approval
from publishing.bulk_changes import HAS_ALREADY, HAS_NOT, NO_RIGHT, NO_TEXT
from publishing.facts import changes_of
from publishing.models import AuditEntry
from publishing.owners import SAME
from tests.factories import (
    editor,
    make_article,
    make_initiative,
    make_meeting,
    make_partner,
    new_draft,
    version_of,
)
from tests.publishing.colleagues import person
from tests.publishing.test_bulk import shown, tick

pytestmark = pytest.mark.django_db
LIST = "/admin/news/article/"


@pytest.fixture
def rita(client):
    rita = person("rita")
    client.force_login(rita)
    return rita


@pytest.fixture
def nature():
    return Topic.objects.create(name="Natur", slug="natur")


def tag(client, contents, topic, step="add", **values):
    values = {"topic": topic.pk, "step": step, **values}
    return tick(client, "tag_ticked", contents, **values)


def contents_of(identity) -> list[tuple]:
    """Return state and topics of every version of an article."""
    contents = ArticleContent.admin_manager.filter(article=identity).order_by("pk")
    return [
        (Version.objects.get_for_content(one).state, [topic.name for topic in one.topics.all()])
        for one in contents
    ]


def test_a_topic_changes_drafts_and_begins_them_and_never_the_live_page(client, rita, nature):
    live, draft, both = make_article(), make_article(published=False), make_article()
    new_draft(both)
    has_it = make_article(published=False, title="Hat es")
    has_it.topics.add(nature)
    gone = make_article(title="Zurück")
    version_of(gone).unpublish(editor())

    asked = tick(client, "tag_ticked", [live, draft])
    count, blocked = shown(tag(client, [live, draft, both, has_it, gone], nature))

    page = asked.content.decode()
    assert "Leser sehen es erst, wenn Sie die Entwürfe veröffentlichen." in page
    assert sorted(asked.context["ticked"]) == [live.article_id, draft.article_id]
    assert (count, blocked) == (
        3,
        {"Hat es": HAS_ALREADY.format(name="Natur"), "Zurück": NO_TEXT},
    )
    assert contents_of(live.article) == [("published", []), ("draft", ["Natur"])]
    assert contents_of(draft.article) == [("draft", ["Natur"])]
    assert contents_of(both.article) == [("published", []), ("draft", ["Natur"])]
    drafted = AuditEntry.objects.filter(action="drafted", user=rita)
    assert [entry.subject_id for entry in drafted] == [str(live.article_id)]


def test_a_topic_is_taken_away_in_drafts(client, rita, nature):
    live, without = make_article(published=False), make_article(title="Ohne")
    live.topics.add(nature)
    version_of(live).publish(editor())

    count, blocked = shown(tag(client, [live, without], nature, "remove"))

    assert (count, blocked) == (1, {"Ohne": HAS_NOT.format(name="Natur")})
    assert contents_of(live.article) == [("published", ["Natur"]), ("draft", [])]
    assert contents_of(without.article) == [("published", [])]


def test_a_released_draft_must_be_released_again(client, rita, nature):
    draft = make_article(kind="press-release", published=False)
    request_approval(version_of(draft), editor())
    approve(version_of(draft), person("anna"))

    tag(client, [draft], nature)

    approval = approval_of(version_of(draft))
    assert (approval.written_by, approval.approved_by) == (rita, None)


def test_no_topic_or_a_strange_one_is_asked_for_again(client, rita, nature):
    draft = make_article(published=False)

    bad = ({"topic": "", "step": "add"}, {"topic": nature.pk, "step": "x"})
    answers = [tick(client, "tag_ticked", [draft], **values) for values in bad]

    assert [list(one.context["form"].errors) for one in answers] == [["topic"], ["step"]]
    assert contents_of(draft.article) == [("draft", [])]


def test_initiatives_get_annual_themes_and_other_lists_offer_none(client, rita):
    theme = AnnualTheme.objects.create(year=2020, title="Wasser")
    content = make_initiative(published=False)
    make_partner(), make_meeting()
    path = "/admin/partners/initiative/"

    response = tick(client, "tag_ticked", [content], path, topic=theme.pk, step="add")

    assert shown(response) == (1, {})
    assert list(content.annual_themes.all()) == [theme]
    words = "Jahresthema hinzufügen oder entfernen …"
    pages = {
        url: words in client.get(url).content.decode()
        for url in (path, "/admin/partners/partner/", "/admin/events/meeting/")
    }
    assert list(pages.values()) == [True, False, False]


def test_somebody_else_looks_after_many_at_once_is_logged_and_told_once(
    client, rita, mailoutbox, django_capture_on_commit_callbacks
):
    anna = person("anna")
    first, second, hers = (make_article(title=title) for title in ("Eins", "Zwei", "Ihres"))
    hers.article.owner = anna
    hers.article.save()

    asked = tick(client, "reassign_ticked", [first, second, hers])
    with django_capture_on_commit_callbacks(execute=True):
        response = tick(client, "reassign_ticked", [first, second, hers], owner=anna.pk)
    count, blocked = shown(response)

    assert "Das gilt sofort, ohne Veröffentlichen" in asked.content.decode()
    assert (count, blocked) == (2, {"Ihres": SAME.format(name="Anna")})
    assert [type(one.article).objects.get(pk=one.article_id).owner for one in (first, second)] == [
        anna,
        anna,
    ]
    entries = AuditEntry.objects.filter(action="reassigned").order_by("pk")
    assert [(one.subject, one.old, one.new, one.user) for one in entries] == [
        ("Eins", "niemand", "Anna", rita),
        ("Zwei", "niemand", "Anna", rita),
    ]
    assert [(one.field, one.old, one.new) for one in changes_of(first.article)] == [
        ("Zuständig", "", "anna")
    ]
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == (
        ["anna@example.org"],
        "Sie sind jetzt zuständig: 2 Einträge",
    )
    assert mail.body.startswith("Rita hat Sie eingetragen für:\n\nEins\nhttp")
    assert contents_of(first.article) == [("published", [])]


def test_nobody_looks_after_it_and_who_does_it_for_themselves_gets_no_mail(
    client, rita, mailoutbox
):
    content = make_article()

    mine = shown(tick(client, "reassign_ticked", [content], owner=rita.pk))
    nobodys = shown(tick(client, "reassign_ticked", [content], owner=""))
    again = shown(tick(client, "reassign_ticked", [content], owner=""))

    assert (mine, nobodys) == ((1, {}), (1, {}))
    assert again == (0, {str(content): SAME.format(name="niemand")})
    assert mailoutbox == []


@pytest.mark.parametrize("action", ["withdraw_ticked", "tag_ticked", "reassign_ticked"])
def test_the_page_that_asks_sends_what_was_ticked_back_to_the_list(client, rita, nature, action):
    contents = [make_article(), make_article()]

    page = tick(client, action, contents)

    form = BeautifulSoup(page.content, "html.parser").select_one("#content-main form")
    sent = [(one["name"], one["value"]) for one in form.select("[type=hidden]")]
    keys = sorted(str(content.article_id) for content in contents)
    assert form.get("action") is None
    assert sent[1] == ("action", action)  # after Django's own token
    assert sorted(value for name, value in sent if name == "_selected_action") == keys


def test_who_has_left_cannot_be_chosen(client, rita):
    gone = person("gone")
    gone.is_active = False
    gone.save()

    response = tick(client, "reassign_ticked", [make_article()], owner=gone.pk)

    assert list(response.context["form"].errors) == ["owner"]


def test_who_may_not_change_public_facts_reassigns_their_drafts_only(client):
    client.force_login(person("hilfe", "Mitarbeit"))
    public, draft = make_article(title="Draußen"), make_article(title="Neu", published=False)
    anna = person("anna")

    response = tick(client, "reassign_ticked", [public, draft], owner=anna.pk)

    assert shown(response) == (1, {"Draußen": NO_RIGHT})


def test_partner_editors_are_not_offered_to_give_their_items_away(client):
    user = person("paula", "Partner-Redaktion")
    client.force_login(user)
    content = make_partner(facts={"owner": user})
    path = "/admin/partners/partner/"

    page = client.get(path).content.decode()
    tick(client, "reassign_ticked", [content], path, owner="")

    assert "reassign_ticked" not in page
    assert type(content.partner).objects.get().owner == user


@pytest.mark.parametrize("action", ["tag_ticked", "reassign_ticked"])
def test_each_item_costs_the_same_and_asking_costs_nothing_more(
    client, rita, nature, django_assert_max_num_queries, action
):
    values = {"topic": nature.pk, "step": "add"} if action == "tag_ticked" else {"owner": rita.pk}
    tick(client, action, [make_article()], **values)
    asking, doing = [], []
    for count in (3, 20):
        contents = [make_article() for _ in range(count)]
        with django_assert_max_num_queries(40) as asked:
            tick(client, action, contents)
        with django_assert_max_num_queries(1500) as done:
            tick(client, action, contents, **values)
        asking.append(len(asked.captured_queries))
        doing.append(len(done.captured_queries) - asking[0])

    assert asking[0] == asking[1]
    assert doing[1] <= doing[0] / 3 * 20

"""The programme of a meeting, who took part, and the years of the alliance."""

from datetime import UTC, datetime
from types import SimpleNamespace

from events.choices import RecordingPolicy
from tests.ui.markup import render

ADA = SimpleNamespace(name="Ada", get_absolute_url="/p/ada/")


def programme_item(title, *, people=(), **values) -> SimpleNamespace:
    """Return an item of a programme."""
    return SimpleNamespace(
        title=title,
        slug=title.lower(),
        get_kind_display="Vortrag",
        participations=SimpleNamespace(all=people),
        **{"starts_at": None, "ends_at": None, **values},
    )


def test_programme_leads_to_its_items_and_people():
    part = SimpleNamespace(role="moderator", person=ADA, job_title="Rätin", organisation="")
    item = programme_item("Impuls", people=[part])

    assert render('{% programme items=items slug="2021" %}', items=[item]) == (
        '<ol class="programme" role="list"><li class="programme__item">'
        '<p class="programme__kind">Vortrag</p><h3 class="programme__title">'
        '<a href="/jahrestreffen/2021/programm/impuls/">Impuls</a></h3>'
        '<ul class="participants" role="list"><li class="participants__entry">Moderation: '
        '<a class="person-name" href="/p/ada/">Ada</a> '
        '<span class="participants__function">Rätin</span></li></ul></li></ol>'
    )


def test_e6_times_say_their_zone_to_machines_and_the_day_the_clocks_change_to_people():
    night = [
        programme_item("Eins", starts_at=datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        programme_item(
            "Zwei",
            starts_at=datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
            ends_at=datetime(2026, 10, 25, 3, 0, tzinfo=UTC),
        ),
    ]

    times = "{% for item in items %}{% item_time item=item %}{% endfor %}|{% time_zone items %}"
    assert render(f"{{% load programme %}}{times}", items=night) == (
        '<time datetime="2026-10-25T02:30:00+02:00">02:30</time> Uhr,'
        '<time datetime="2026-10-25T02:30:00+01:00">02:30–04:00</time> Uhr,'
        "|Ortszeit in Dormagen (MESZ, danach MEZ)."
    )
    assert render("{% load programme %}{% time_zone items %}", items=[programme_item("X")]) == ""


def test_e40_what_is_not_recorded_says_so_and_what_is_recorded_says_nothing():
    policies = [
        SimpleNamespace(recording_policy=one.value, get_recording_policy_display=one.label)
        for one in RecordingPolicy
    ]

    notes = [
        render("{% load programme %}{% item_notes item=item %}", item=item) for item in policies
    ]
    assert notes == [
        "",
        '<p class="item-notes item-notes--stream-only">'
        "Wird nur übertragen, nicht aufgezeichnet</p>",
        '<p class="item-notes item-notes--neither">Wird weder übertragen noch aufgezeichnet</p>',
    ]


def test_e6_the_parts_of_a_block_stand_below_it():
    part = programme_item("Teil", is_cancelled=True)
    block = programme_item("Block", outcome="Beschluss <b>", shown_parts=[part])

    assert render("{% programme items=items %}", items=[block]) == (
        '<ol class="programme" role="list"><li class="programme__item">'
        '<p class="programme__kind">Vortrag</p><h3 class="programme__title">Block</h3>'
        '<div class="outcome"><p class="outcome__label">Ergebnis</p>'
        "<p>Beschluss &lt;b&gt;</p></div>"
        '<ol class="programme" role="list"><li class="programme__item">'
        '<p class="programme__kind">Vortrag</p><h4 class="programme__title">Teil</h4>'
        '<p class="item-notes item-notes--cancelled">Entfällt</p></li></ol></li></ol>'
    )


def test_timeline_names_each_year_and_only_what_it_had():
    entries = [
        SimpleNamespace(year=2013, title="Bildung", motto="", description=""),
        SimpleNamespace(year=2014, title="Umwelt", motto="Weniger", description="Mehr <b>"),
    ]

    assert render("{% timeline entries=entries %}", entries=entries) == (
        '<ol class="timeline" role="list"><li class="timeline__entry">'
        '<p class="timeline__year">2013</p><div><h3 class="timeline__title">Bildung</h3></div></li>'
        '<li class="timeline__entry"><p class="timeline__year">2014</p>'
        '<div><h3 class="timeline__title">Umwelt</h3><p class="timeline__motto">„Weniger“</p>'
        '<p class="timeline__text">Mehr &lt;b&gt;</p></div></li></ol>'
    )

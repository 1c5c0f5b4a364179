"""The programme of a meeting, who took part, and the years of the alliance."""

from types import SimpleNamespace

from tests.ui.markup import render

ADA = SimpleNamespace(name="Ada", get_absolute_url="/p/ada/")


def test_programme_leads_to_its_items_and_people():
    part = SimpleNamespace(role="moderator", person=ADA, job_title="Rätin", organisation="")
    item = SimpleNamespace(
        slug="impuls",
        title="Impuls",
        starts_at=None,
        get_kind_display="Vortrag",
        participations=SimpleNamespace(all=[part]),
    )

    assert render('{% programme items=items slug="2021" %}', items=[item]) == (
        '<ol class="programme" role="list"><li class="programme__item">'
        '<p class="programme__kind">Vortrag</p><h3 class="programme__title">'
        '<a href="/jahrestreffen/2021/programm/impuls/">Impuls</a></h3>'
        '<ul class="participants" role="list"><li class="participants__entry">Moderation: '
        '<a class="person-name" href="/p/ada/">Ada</a> '
        '<span class="participants__function">Rätin</span></li></ul></li></ol>'
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

"""N12: a number says as of when it holds and who says so, or it is not published."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from publishing.gate import problems
from publishing.models import CheckAfter
from tests.factories import add_block, make_article, make_page, make_partner
from ui.fact_models import FactLine

DAY = date(2021, 2, 28)
NUMBER = {"label": "Mitglieder", "value": "rund 130"}
WHOLE = {**NUMBER, "as_of": DAY, "source": "Zeitung"}
UNDATED = "Tragen Sie ein, für wann die Zahl gilt. Weiß es niemand, nennen Sie keine."
UNSOURCED = "Sagen Sie, woher die Zahl stammt. Weiß es niemand, nennen Sie keine."


def refusals(**values) -> dict:
    """Return what the form says at each field."""
    try:
        FactLine(**values).clean()
    except ValidationError as error:
        return error.message_dict
    return {}


def test_a_number_without_day_and_source_is_refused_at_the_fields():
    assert refusals(**NUMBER) == {"as_of": [f"Fehlt. {UNDATED}"], "source": [f"Fehlt. {UNSOURCED}"]}
    assert refusals(**{**WHOLE, "source": "  "}) == {"source": [f"Fehlt. {UNSOURCED}"]}
    assert refusals(**WHOLE) == {}


def test_what_is_no_number_may_stand_alone():
    assert refusals(label="Sitz", value="Knechtsteden") == {}


def test_no_fact_holds_from_a_day_to_come():
    tomorrow = timezone.localdate() + timedelta(days=1)

    assert refusals(**{**WHOLE, "as_of": tomorrow}) == {
        "as_of": [
            "Liegt in der Zukunft. Gemeint ist der Tag, an dem die Angabe stimmte, "
            "nicht ein künftiger."
        ]
    }


@pytest.mark.django_db
@pytest.mark.parametrize("make", [make_article, make_partner, make_page])
def test_the_gate_names_the_fact_and_the_field_on_every_page(make):
    content = make(published=False)
    sheet = add_block(content, "FactSheetPlugin")
    add_block(content, "FactLinePlugin", parent=sheet, **NUMBER)
    add_block(content, "FactLinePlugin", parent=sheet, **WHOLE)

    assert [str(problem) for problem in problems(content)] == [
        f"Angabe „Mitglieder: rund 130“, Stand: fehlt. {UNDATED}",
        f"Angabe „Mitglieder: rund 130“, Quelle: fehlt. {UNSOURCED}",
    ]


@pytest.mark.parametrize(
    ("as_of", "precision", "months", "due_on"),
    [
        (DAY, "day", CheckAfter.YEAR, date(2022, 2, 28)),
        (date(2021, 8, 31), "day", CheckAfter.HALF_A_YEAR, date(2022, 2, 28)),
        (date(2021, 12, 31), "day", CheckAfter.TWO_YEARS, date(2023, 12, 31)),
        (date(2021, 2, 1), "month", CheckAfter.YEAR, date(2022, 2, 28)),
        (date(2021, 1, 1), "year", CheckAfter.YEAR, date(2022, 12, 31)),
        (DAY, "day", CheckAfter.NEVER, None),
        (None, "day", CheckAfter.YEAR, None),
    ],
)
def test_the_limit_counts_from_the_last_day_that_the_fact_may_mean(
    as_of, precision, months, due_on
):
    fact = FactLine(as_of=as_of, as_of_precision=precision, check_after=months)

    assert fact.due_on == due_on

"""N14: llms.txt."""

import pytest

from allianz_portal.llms import WHAT
from tests.factories import make_article, make_initiative, make_meeting, make_partner

pytestmark = pytest.mark.django_db
ORIGIN = "http://127.0.0.1:8000"


def test_llms_txt_leads_to_what_is_published(client):
    make_article(slug="rhein", title="Rhein [neu]", lead="Er fließt.")
    make_article(slug="mitteilung", title="Mitteilung", lead="Neu.", kind="press-release")
    make_article(published=False)
    make_meeting(slug="2021", title="Jahrestreffen 2021", lead="Abend.")
    make_partner(slug="stadt", title="Stadt", lead="Am Rhein.")
    make_initiative(slug="bienen", title="Bienen", lead="Summ.")

    response = client.get("/llms.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.text.replace("\u00a0", " ").split("\n\n") == [
        "# Lokale Allianz Dormagen",
        f"> {WHAT}",
        "## Pressemitteilungen",
        f"- [Mitteilung]({ORIGIN}/presse/mitteilung.md): 29. September 2021. Neu.",
        "## Nachrichten",
        rf"- [Rhein \[neu\]]({ORIGIN}/aktuelles/rhein.md): 29. September 2021. Er fließt.",
        "## Jahrestreffen",
        f"- [Jahrestreffen 2021]({ORIGIN}/jahrestreffen/2021/): 28. September 2021, 18:00 Uhr. "
        "Abend.",
        "## Partner",
        f"- [Stadt]({ORIGIN}/partner/stadt/): Am Rhein.",
        "## Initiativen",
        f"- [Bienen]({ORIGIN}/initiativen/bienen/): Summ.",
        "## Abonnieren und finden",
        f"- [Nachrichten (Atom)]({ORIGIN}/aktuelles/feed.atom)\n"
        f"- [Pressemitteilungen (Atom)]({ORIGIN}/presse/feed.atom)\n"
        f"- [Jahrestreffen (iCalendar)]({ORIGIN}/jahrestreffen/kalender.ics)\n"
        f"- [Alle Seiten (Sitemap)]({ORIGIN}/sitemap.xml)\n",
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_llms_txt_needs_the_same_queries_whatever_it_lists(
    client, count, django_assert_num_queries
):
    for number in range(count):
        make_article()
        make_meeting(slug=f"{2020 + number}")
        make_partner()
        make_initiative()

    with django_assert_num_queries(6):
        client.get("/llms.txt?kalt")

"""Handing a page on: addresses made here, nobody led away unasked, nothing said of drafts."""

import pytest
from bs4 import BeautifulSoup

from tests.factories import make_article, make_person, new_draft
from tests.ui.markup import render
from ui.sharing import mail_url, mastodon_url, server_in


def test_share_line_offers_link_mail_and_the_readers_own_server():
    html = render('{% share_line title="Rhein & Werk" short_url="/n/7K3Q9" %}')

    soup = BeautifulSoup(html, "html.parser")
    form = soup.form
    assert [link["href"] for link in soup.find_all("a")] == [
        "http://127.0.0.1:8000/n/7K3Q9",
        mail_url("Rhein & Werk", "http://127.0.0.1:8000/n/7K3Q9"),
    ]
    assert (form["method"], form["action"]) == ("get", "/teilen/")
    assert {field["name"]: field.get("value") for field in form.find_all("input")} == {
        "code": "7K3Q9",
        "instanz": None,
    }


def test_addresses_carry_whatever_a_title_holds():
    title = "Größe & „Maß“? 100 %"

    assert mail_url(title, "https://p.example/n/1") == (
        "mailto:?subject=Gr%C3%B6%C3%9Fe%20%26%20%E2%80%9EMa%C3%9F%E2%80%9C%3F%20100%20%25"
        "&body=Gr%C3%B6%C3%9Fe%20%26%20%E2%80%9EMa%C3%9F%E2%80%9C%3F%20100%20%25"
        "%0D%0Ahttps%3A//p.example/n/1"
    )
    assert mastodon_url("nrw.social", "Ä & B") == "https://nrw.social/share?text=%C3%84+%26+B"


@pytest.mark.parametrize(
    ("typed", "server"),
    [
        ("nrw.social", "nrw.social"),
        (" NRW.social ", "nrw.social"),
        ("@erika@nrw.social", "nrw.social"),
        ("https://nrw.social/@erika", "nrw.social"),
        ("köln.social", "xn--kln-sna.social"),
        ("..", ""),
    ],
)
def test_a_server_is_found_in_what_readers_paste(typed, server):
    assert server_in(typed) == server


@pytest.mark.django_db
def test_the_step_in_between_shows_the_text_and_a_link_but_leads_nobody_away(client):
    article = make_article(title="Rhein & Werk").article

    response = client.get(f"/teilen/?code={article.short_code}&instanz=@erika@nrw.social")

    soup = BeautifulSoup(response.content, "html.parser").main
    text = f"Rhein & Werk http://127.0.0.1:8000/n/{article.short_code}"
    assert (response.status_code, response["Cache-Control"]) == (200, "no-store")
    assert soup.blockquote.get_text(strip=True) == text
    assert soup.find("a", class_="button")["href"] == mastodon_url("nrw.social", text)
    assert 'content="noindex"' in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed",
    ["", "mastodon", "javascript:alert(1)", "127.0.0.1", "a b.de", "x" * 201, "a.de<b>", "a.de:80"],
)
def test_what_is_no_server_is_asked_for_again(client, typed):
    code = make_article().article.short_code

    response = client.get("/teilen/", {"code": code, "instanz": typed})

    soup = BeautifulSoup(response.content, "html.parser").main
    assert response.status_code == 400
    assert soup.find(class_="form-field__error").get_text() == (
        "Das ist kein Name eines Servers. Er sieht so aus: mastodon.social."
    )
    assert soup.find("a", class_="button") is None


@pytest.mark.django_db
def test_a_draft_says_nothing_and_a_changed_title_waits(client):
    draft = make_article(published=False, title="Geheim").article
    content = make_article(title="Alt")
    changed = new_draft(content)
    changed.title = "Neu"
    changed.save()
    codes = [draft.short_code, make_person().short_code, "", "\x00", "ZZZZZ"]

    answers = [client.get("/teilen/", {"code": c, "instanz": "nrw.social"}) for c in codes]
    shown = client.get(f"/teilen/?code={content.article.short_code}&instanz=nrw.social")

    assert [answer.status_code for answer in answers] == [404, 404, 404, 400, 404]
    assert "Geheim" not in "".join(answer.content.decode() for answer in answers)
    assert ("Alt http" in shown.content.decode(), "Neu" in shown.content.decode()) == (True, False)

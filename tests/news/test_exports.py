"""G23: RSS, Atom and WordPress exports."""

from datetime import date

import pytest

from news.intake.drafting import key_of
from news.intake.exports import (
    MOST,
    NOTHING,
    ONLY_CHANGED,
    TOO_MANY,
    UNKNOWN,
    ExportedText,
    day_of,
    read_export,
)
from news.intake.refusals import Unreadable
from news.intake.safe_xml import BROKEN, WITH_DTD

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Alt</title>
<item><title>Grüße &amp; mehr</title><link>https://alt.de/1</link><guid>urn:1</guid>
<pubDate>Tue, 28 Sep 2021 22:30:00 +0000</pubDate><category>Natur</category>
<description>Kurz.</description><content:encoded><![CDATA[<p>Lang.</p>]]></content:encoded></item>
<item><title>Ohne alles</title><description>Nur &lt;b&gt;kurz&lt;/b&gt;.</description></item>
<item><description>Ohne Überschrift</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Alt</title>
<entry><title>Eins</title><id>urn:uuid:1</id><published>2021-09-29T10:00:00+02:00</published>
<link rel="self" href="https://alt.de/self"/><link href="https://alt.de/1"/>
<category term="Natur"/><content type="html">&lt;p&gt;Text.&lt;/p&gt;</content></entry>
<entry><title type="html">Zwei</title><id>urn:uuid:2</id><updated>2021-09-30T10:00:00Z</updated>
<summary>Erster &lt;Absatz&gt;.

Zweiter.</summary></entry></feed>"""
WORDPRESS = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>{items}</channel></rss>"""
POST = """<item><title>Beitrag {number}</title><link>https://alt.de/{number}</link>
<guid isPermaLink="false">https://alt.de/?p={number}</guid>
<content:encoded><![CDATA[Erster [gallery ids="1"]Absatz.

Zweiter. [caption id="a"]<img src="https://alt.de/a.jpg"> Bild[/caption]]]></content:encoded>
<excerpt:encoded><![CDATA[Ein <em>Anriss</em>.]]></excerpt:encoded>
<wp:post_date>2014-05-06 23:30:00</wp:post_date><wp:post_type>{kind}</wp:post_type>
<wp:status>{status}</wp:status></item>"""


def post(number=1, kind="post", status="publish") -> str:
    return POST.format(number=number, kind=kind, status=status)


def wordpress(*items: str) -> bytes:
    return WORDPRESS.format(items="".join(items)).encode()


def test_rss_is_read_with_dates_of_the_portal_s_own_day():
    first, second = read_export(RSS.encode())

    assert first == ExportedText(
        key=key_of("feed", "urn:1"),
        title="Grüße & mehr",
        day=date(2021, 9, 29),
        body="<p>Lang.</p>",
        url="https://alt.de/1",
        tags=("Natur",),
    )
    assert (second.title, second.day, second.body) == (
        "Ohne alles",
        None,
        "<p>Nur <b>kurz</b>.</p>",
    )


def test_atom_is_read():
    first, second = read_export(ATOM.encode())

    assert first == ExportedText(
        key=key_of("feed", "urn:uuid:1"),
        title="Eins",
        day=date(2021, 9, 29),
        body="<p>Text.</p>",
        url="https://alt.de/1",
        tags=("Natur",),
    )
    assert (second.day, second.remark) == (date(2021, 9, 30), ONLY_CHANGED)
    assert second.body == "<p>Erster &lt;Absatz&gt;.</p>\n\n<p>Zweiter.</p>"


def test_wordpress_gives_articles_only_and_their_own_day():
    others = (post(2, kind="page"), post(3, kind="attachment"), post(4, status="trash"))

    (found,) = read_export(wordpress(post(), *others))

    assert found == ExportedText(
        key=key_of("feed", "https://alt.de/?p=1"),
        title="Beitrag 1",
        day=date(2014, 5, 6),
        body="<p>Erster Absatz.</p><p>Zweiter. </p>",
        lead="Ein Anriss.",
        url="https://alt.de/1",
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<rss><channel><item><title>A</rss>", BROKEN.format(line=1)),
        (b"<html><body/></html>", UNKNOWN),
        (b"<rss><channel/></rss>", NOTHING),
        (b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>', WITH_DTD),
        (
            b'<!DOCTYPE r [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]><rss>&b;</rss>',
            WITH_DTD,
        ),
        (
            wordpress(*(post(number) for number in range(MOST + 1))),
            TOO_MANY.format(count=MOST + 1, most=MOST),
        ),
    ],
)
def test_what_is_no_export_is_refused(data, expected):
    with pytest.raises(Unreadable) as refused:
        read_export(data)

    assert str(refused.value) == expected


@pytest.mark.parametrize("text", ["", "0000-00-00 00:00:00", "gestern", "99999-01-01", "\ud800"])
def test_what_is_no_day_is_none(text):
    assert day_of(text) is None

"""Feeds of every kind, well made and badly made."""

import json
import time
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.errors import Rejected
from sholu.sources.web.feeds import MOST, read_feed
from sholu.sources.web.reference import Reference, day_in, day_of, plain, tidy

URL = "https://press.example/feeds/all.xml"

RSS = """<?xml version="1.0" encoding="windows-1251"?>
<rss version="2.0"><channel><title>Степная газета</title><language>ru</language>
<item><title>Мост &amp;laquo;Ак-Суу&amp;raquo; открыт</title><link>/news/1?utm_source=rss&amp;id=7</link>
<pubDate>Mon, 02 Mar 2026 01:30:00 +0500</pubDate></item>
<item><title>Без ссылки</title></item>
<item><title>Ссылка из guid</title><guid>https://press.example/news/2</guid></item>
<item><title>Не страница</title><link>javascript:alert(1)</link></item>
<item><title>Из будущего</title><link>https://press.example/news/3</link>
<pubDate>Fri, 01 Jan 2100 00:00:00 GMT</pubDate></item>
</channel></rss>""".encode("cp1251")

ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Steppe Wire</title>
<entry><title type="html">A &lt;b&gt;bridge&lt;/b&gt;</title><link rel="alternate" href="https://press.example/a"/>
<published>2026-03-02T23:30:00+06:00</published><updated>2026-03-04T08:00:00Z</updated></entry>
<entry><title>Only updated</title><link href="b"/><updated>2026-03-03T00:00:00Z</updated></entry></feed>"""

JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Steppe Wire",
        "items": [
            {
                "id": "1",
                "url": "https://press.example/a",
                "title": "A bridge",
                "date_published": "2026-03-02T10:00:00Z",
            },
            {"id": "2", "url": 7},
            "no entry",
        ],
    }
).encode()

RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Old</title></channel>
<item><title>A bridge</title><link>https://press.example/a</link><dc:date>2026-03-02</dc:date></item></rdf:RDF>"""


def test_rss_in_an_old_code_page():
    feed = read_feed(RSS, URL)
    assert (feed.title, feed.language) == ("Степная газета", "ru")
    assert feed.references == (
        Reference("https://press.example/news/1?id=7", "Мост «Ак-Суу» открыт", "2026-03-02"),
        Reference("https://press.example/news/2", "Ссылка из guid"),
        Reference("https://press.example/news/3", "Из будущего"),
    )


def test_atom_keeps_the_day_of_its_own_time_zone():
    assert read_feed(ATOM, URL).references == (
        Reference("https://press.example/a", "A bridge", "2026-03-02", "2026-03-04"),
        Reference("https://press.example/feeds/b", "Only updated", "2026-03-03", "2026-03-03"),
    )


def test_json_and_rdf():
    assert read_feed(JSON, URL).references == (Reference("https://press.example/a", "A bridge", "2026-03-02"),)
    day = "2026-03-02"
    assert read_feed(RDF, URL).references == (Reference("https://press.example/a", "A bridge", day, day),)


def test_a_feed_that_is_cut_off_is_read_as_far_as_it_goes():
    assert len(read_feed(RSS[:-150], URL).references) >= 2


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<!doctype html><html><body>No feed</body></html>",
        b"{}",
        b'{"items": 7}',
        b"[" * 100_000,
        b'{"items": ' + b"[" * 100_000,
        b"not found",
        bytes(1000),
        b'<!DOCTYPE r [<!ENTITY a "b">]><rss version="2.0"><channel><title>&a;</title></channel></rss>',
        b'<!DOCTYPE r [<!entity x SYSTEM "file:///etc/passwd">]><rss version="2.0"><title>&x;</title></rss>',
        '<!DOCTYPE r [<!ENTITY a "b">]><rss version="2.0"><channel/></rss>'.encode("utf-16"),
    ],
    ids=lambda body: repr(body[:30]),
)
def test_what_is_no_feed_is_rejected(body: bytes):
    with pytest.raises(Rejected) as caught:
        read_feed(body, URL)
    assert caught.value.code == "feed-broken"


@pytest.mark.parametrize(
    "body",
    [
        b"<rss><channel>" + b"<item><link>https://press.example/a</link></item>" * 5_000,
        b"<rss version='2.0'>" + b"<a>" * 20_000,
        b"<rss version='2.0'><channel>" + b"&" * 200_000,
        b"<rss version='2.0'><channel><item><title>" + b"<![CDATA[" * 20_000,
        b"<rss version='2.0' a='" + b"x<" * 20_000,
    ],
    ids=["many", "deep", "ampersands", "cdata", "attribute"],
)
def test_evil_feeds_end(body: bytes):
    started = time.process_time()
    with suppress(Rejected):
        assert len(read_feed(body, URL).references) <= MOST
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-03-02", "2026-03-02"),
        ("2026-03-02T23:59:59-08:00", "2026-03-02"),
        ("Mon, 2 Mar 2026 01:30:00 +0500", "2026-03-02"),
        ("2026-02-30", None),
        ("2026-03-021", None),
        ("1970-01-01T00:00:00Z", None),
        ("2026-03-13", None),
        ("soon", None),
        ("Mon, 99 Mar 2026 01:30:00 +0500", None),
        ("", None),
        (None, None),
    ],
)
def test_days(written: str | None, day: str | None):
    assert day_of(written, today=date(2026, 3, 10)) == day


def test_addresses_and_headlines_are_made_plain():
    assert day_in("https://press.example/2025/3/02/bridge") == "2025-03-02"
    assert day_in("https://press.example/2025/33/02/bridge") is None
    assert tidy("https://a.example/x?utm_source=a&id=1&fbclid=b") == "https://a.example/x?id=1"
    assert tidy("https://a.example/x?utm_source=a") == "https://a.example/x"
    assert plain("A&nbsp;<i>bridge</i>\x1b[31m\n &lt;3") == "A bridge [31m <3"
    assert plain(" <p> </p>") is None


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: f"<rss><item>{text}".encode())))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_a_feed_or_are_rejected(body: bytes):
    try:
        feed = read_feed(body, URL)
    except Rejected:
        return
    assert all(item.url.startswith("http") for item in feed.references)

"""Sitemaps: plain ones, those of news, those of sitemaps; honest and otherwise."""

import gzip
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.errors import Rejected
from sholu.sources.web.reference import Reference
from sholu.sources.web.sitemaps import MOST, newest, read_sitemap

URL = "https://press.example/sitemap.xml"
NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def urlset(inside: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset {NS}>{inside}</urlset>'.encode()


NEWS = urlset("""<url><loc>https://www.press.example/a</loc><news:news><news:publication><news:name>P</news:name>
</news:publication><news:publication_date>2026-03-02T09:00:00+05:00</news:publication_date><news:title>Мост</news:title>
</news:news></url>
<url><loc> /2026/03/01/b </loc><lastmod>2026-03-03</lastmod></url>
<url><loc>https://elsewhere.example/c</loc></url><url><loc>file:///etc/passwd</loc></url><url/>""")


def test_pages_with_titles_and_days_of_this_site_only():
    found = read_sitemap(NEWS, URL)
    assert found.children == ()
    assert found.references == (
        Reference("https://www.press.example/a", "Мост", "2026-03-02"),
        Reference("https://press.example/2026/03/01/b", None, "2026-03-01", "2026-03-03"),
    )
    assert read_sitemap(gzip.compress(NEWS), URL) == found


def test_sitemaps_of_sitemaps_and_plain_lists():
    index = (
        f"<sitemapindex {NS}><sitemap><loc>https://press.example/s1.xml.gz</loc><lastmod>2026-03-01</lastmod></sitemap>"
    )
    found = read_sitemap(index.encode(), URL)  # and it is cut off
    assert found.children == (Reference("https://press.example/s1.xml.gz", updated="2026-03-01"),)
    lines = b"https://press.example/a\nhttps://press.example/b\nnonsense\nhttps://other.example/\n"
    assert [item.url for item in read_sitemap(lines, URL).references][:2] == [
        "https://press.example/a",
        "https://press.example/b",
    ]
    assert read_sitemap(urlset(""), URL).references == ()


def test_half_a_character_spoils_one_entry_only():
    body = "<urlset><url><loc>/a</loc><lastmod>&#xD800;</lastmod></url><url><loc>/&#xD800;</loc></url></urlset>"
    assert [item.url for item in read_sitemap(body.encode(), URL).references] == ["https://press.example/a"]


LAUGHS = (
    "<!DOCTYPE u [<!ENTITY a '"
    + "ha" * 50
    + "'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9))
)


@pytest.mark.parametrize(
    "body",
    [
        f"{LAUGHS}]><urlset><url><loc>https://press.example/&j;</loc></url></urlset>".encode(),
        b'<!DOCTYPE u [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset><url><loc>https://press.example/&x;</loc></url></urlset>',
        b'<!DOCTYPE u SYSTEM "http://127.0.0.1/x.dtd"><urlset><url><loc>https://press.example/ok</loc></url></urlset>',
        b"<urlset>" + b"<url>" * 100_000,
        b"<urlset>" + b"<url><loc>https://press.example/a</loc></url>" * 70_000,
        b"<urlset><url><loc>" + b"a" * 9_000_000,
        b"<urlset " + b"a='b' " * 100_000,
        b"<urlset>" + b"<!--" * 100_000,
    ],
    ids=["laughs", "file", "dtd", "deep", "many", "long", "attributes", "comments"],
)
def test_evil_sitemaps_end_and_give_nothing_away(body: bytes):
    started = time.process_time()
    try:
        found = read_sitemap(body, URL)
    except Rejected:
        return
    finally:
        assert time.process_time() - started < 5
    assert len(found.references) <= MOST
    assert "root:" not in str(found.references)[:10_000]
    assert all(len(item.url) < 2_100 for item in found.references)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (gzip.compress(bytes(60_000_000)), "too-large"),
        (gzip.compress(NEWS)[:-20], "compression-broken"),
        (b"\x1f\x8bgarbage that is no gzip", "compression-broken"),
        (b"<html><body>404</body></html>", "sitemap-broken"),
        (b"404", "sitemap-broken"),
        (b"", "sitemap-broken"),
    ],
)
def test_what_is_no_sitemap_is_rejected(body: bytes, code: str):
    with pytest.raises(Rejected) as caught:
        read_sitemap(body, URL)
    assert caught.value.code == code


def test_the_newest_come_first_and_the_archive_not_at_all():
    old, new, newer, undated = (
        Reference("https://a.example/1", published="2026-01-01"),
        Reference("https://a.example/2", published="2026-03-01"),
        Reference("https://a.example/3", published="2025-01-01", updated="2026-03-02"),
        Reference("https://a.example/4"),
    )
    assert newest((old, new, undated, newer), 9, "2026-02-01") == (newer, new, undated)
    assert newest((old, new, undated, newer), 2, None) == (newer, new)


@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: f"<urlset><url><loc>{text}".encode())))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_a_sitemap_or_are_rejected(body: bytes):
    with suppress(Rejected):
        assert all(item.url.startswith("http") for item in read_sitemap(body, URL).references)

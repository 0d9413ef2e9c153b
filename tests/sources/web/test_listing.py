"""Sections of sites: which links are articles, and where the list goes on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.errors import Rejected
from sholu.sources.web.listing import read_listing

URL = "https://press.example/news/"

SECTION = """<?xml version="1.0" encoding="utf-8"?><html><head><title>News</title></head><body>
<nav><a href="/">Home</a> <a href="/about/">About our newspaper and the people who make it</a>
<a href="/tag/long-tag-name-of-things/">All that we ever wrote about long things</a> <a href="/news/">News</a></nav>
<a href="/2026/03/12/bridge-opened-in-ak-suu"><img src="x.jpg"></a>
<a href="/2026/03/12/bridge-opened-in-ak-suu">A bridge was opened in Ak-Suu</a>
<a href="/news/48213.html?utm_source=main">Мэр открыл мост через реку в Ак-Суу</a>
<a href="https://press.example/kz/ak-suuda-zhana-kopir-ashyldy">Ақ-Сууда жаңа көпір ашылды</a>
<a href="https://elsewhere.example/2026/03/12/what-others-write-today">What others write about the bridge today</a>
<a href="/files/2026/03/report-of-the-whole-year.pdf">Report of the whole year as a file to print</a>
<a href="javascript:void(0)">Run something that nobody should run</a>
<a href="mailto:a@press.example">Write a letter to the editor of the paper</a>
<a href="http://127.0.0.1/2026/03/12/admin-of-your-router-here">Reset the router of the reader of this</a>
<a href="?page=3">3</a> <a href="?page=2">2</a></body></html>"""


def test_articles_are_told_from_the_rest():
    found = read_listing(SECTION, URL)
    assert [(item.url, item.title, item.published) for item in found.references] == [
        ("https://press.example/2026/03/12/bridge-opened-in-ak-suu", "A bridge was opened in Ak-Suu", "2026-03-12"),
        ("https://press.example/news/48213.html", "Мэр открыл мост через реку в Ак-Суу", None),
        ("https://press.example/kz/ak-suuda-zhana-kopir-ashyldy", "Ақ-Сууда жаңа көпір ашылды", None),
    ]
    assert found.next == "https://press.example/news/?page=2"


@pytest.mark.parametrize(
    ("link", "here", "leads"),
    [
        ('<a rel="next" href="/archive/2">»</a>', URL, "https://press.example/archive/2"),
        ('<a href="/news/page/2/">Следующая</a>', URL, "https://press.example/news/page/2/"),
        ('<a href="/news/?PAGEN_1=2">Келесі бет</a>', URL, "https://press.example/news/?PAGEN_1=2"),
        ('<a href="/news/?page=1">1</a><a href="/news/?page=3">3</a>', URL + "?page=2", URL + "?page=3"),
        ('<a href="/news/">Next</a>', URL, None),
        ('<a href="https://elsewhere.example/?page=2">next</a>', URL, None),
    ],
)
def test_the_way_to_the_next_page(link: str, here: str, leads: str | None):
    assert read_listing(f'{link}<a href="/2026/03/12/bridge-opened-in-ak-suu">A bridge</a>', here).next == leads


def test_a_base_of_another_place_is_obeyed_but_leads_nowhere_else():
    found = read_listing(f'<base href="https://press.example/x/">{SECTION.replace("/news/48", "48")}', URL)
    assert "https://press.example/x/48213.html" in [item.url for item in found.references]
    with pytest.raises(Rejected):
        read_listing('<base href="http://10.0.0.1/"><a href="/2026/03/12/bridge-opened-in-ak">A bridge</a>', URL)


@pytest.mark.parametrize(
    "markup", ["", "   ", "<html></html>", "<p>" * 50_000, "plain", "\x00\x01", "<a href='" * 9_999]
)
def test_a_page_without_articles_is_rejected(markup: str):
    with pytest.raises(Rejected) as caught:
        read_listing(markup, URL)
    assert caught.value.code == "listing-empty"


@given(st.text(max_size=100), st.text(max_size=50))
@settings(max_examples=60, deadline=None)
def test_any_markup_is_read_or_rejected(markup: str, link: str):
    try:
        found = read_listing(f"<a href='/2026/03/12/bridge-opened-in-ak-suu'>x</a><a href='{link}'>{markup}</a>", URL)
    except Rejected:
        return
    assert all(item.url.startswith(("http://", "https://")) for item in found.references)

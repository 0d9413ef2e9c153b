"""The page set as a floor: what benchmarks/extraction.py measures on all of it, here on three pages a layout."""

import re
from collections import Counter, defaultdict
from statistics import mean

import pytest

from sholu.text.encoding import decode
from sholu.text.html import PageText, main_text
from tests.pages.press import Made
from tests.pages.sets import all_pages, lots

PAGES = [page for number, page in enumerate(all_pages()) if number % 4 == 1] + [
    page for pages in lots().values() for page in pages
]


@pytest.fixture(scope="module")
def read() -> list[tuple[Made, PageText]]:
    return [(page, main_text(decode(page.markup)[0], url=page.url)) for page in PAGES]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def test_the_set_has_what_it_should():
    assert len(all_pages()) >= 120
    layouts = defaultdict(set)
    for page in PAGES:
        layouts[page.layout].add(page.language)
    assert len(layouts) >= 12
    assert all(languages == {"en", "ru", "kk"} for languages in layouts.values())


def test_main_text(read: list[tuple[Made, PageText]]):
    scores = defaultdict(list)
    for page, found in read:
        wanted, got = words(page.text), words(found.text)
        scores[page.layout].append(2 * sum((wanted & got).values()) / (sum(wanted.values()) + sum(got.values())))
    assert {layout for layout, f1 in scores.items() if mean(f1) < 0.95} == set()


def test_facts(read: list[tuple[Made, PageText]]):
    wrong = [(page.layout, found.published) for page, found in read if found.published != page.published]
    assert len(wrong) <= 0.05 * len(read), wrong
    assert not [page.layout for page, found in read if (found.published or "").startswith("2026-11")], "never today"
    titles = [page.layout for page, found in read if found.title != page.title]
    assert len(titles) <= 0.05 * len(read), titles
    for page, found in read:
        assert found.language == page.language
        if page.canonical:
            assert (found.url, found.author) == (page.canonical, page.author), page.layout
        if page.updated:
            assert found.updated == page.updated, page.layout
        if page.author:
            assert found.author == page.author, page.layout


def test_most_outlets_are_known(read: list[tuple[Made, PageText]]):
    told = [
        page
        for page, _ in read
        if page.outlet and page.outlet in page.markup.decode("utf-8", "ignore").split("</title>")[0]
    ]
    right = [found for page, found in read if page in told and found.outlet == page.outlet]
    assert len(right) >= 0.9 * len(told), [
        (page.layout, found.outlet, page.outlet) for page, found in read if page in told and found.outlet != page.outlet
    ]

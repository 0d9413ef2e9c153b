"""Main text, dates, titles and authors of web pages: ours beside trafilatura alone, in one run, on tests/pages.

F1 of words: what the text holds in common with the article as multisets of words. A headline at the head of the text is
taken off on both sides before counting, so that a habit about headlines decides nothing. An author is right where a
page names none and none is given; the first lots do not say of every page whether it names one: those pages count as
right. `lots` for an argument measures the later lots only; `-v` shows what is wrong.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from statistics import mean
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.pages import fresh, last, later, unseen
from tests.pages.press import Made
from tests.pages.sets import all_pages, lots
from trafilatura import bare_extraction

from sholu.errors import Rejected
from sholu.text.encoding import decode
from sholu.text.html import PageText, main_text

UNSEEN = {
    layout.__name__.replace("_", "-") for layout in (*unseen.LAYOUTS, *later.LAYOUTS, *last.LAYOUTS, *fresh.LAYOUTS)
}
WORD = re.compile(r"\w+")


def main() -> int:
    rows: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    took = {"trafilatura": 0.0, "sholu": 0.0}
    later = {page: lot for lot, pages in lots().items() for page in pages}
    pages = [*(() if "lots" in sys.argv else all_pages()), *later]
    main_text(pages[0].markup.decode())
    for page in pages:
        markup, _ = decode(page.markup)
        started = time.perf_counter()
        theirs = by_trafilatura(markup, page)
        took["trafilatura"] += time.perf_counter() - started
        started = time.perf_counter()
        try:
            ours = main_text(markup, url=page.url)
        except Rejected:
            ours = None
        took["sholu"] += time.perf_counter() - started
        row = (
            f1((theirs.text if theirs else None) or "", page),
            f1(ours.text if ours else "", page),
            *facts(theirs, page),
            *facts(ours, page),
        )
        rows[" ".join(filter(None, (later.get(page), page.layout)))].append(row)
        rows[half(page, later.get(page))].append(row)
        if "-v" in sys.argv and (row[1] < 0.97 or not all(row[5:])):
            said = ours and (ours.published, ours.title, ours.author)
            print(page.layout, page.language, f"{row[1]:.2f}", said, (page.published, page.title, page.author))
    print("| layout | pages | F1 of trafilatura, Sholu | date, title, author of trafilatura | of Sholu |")
    print("|---|---|---|---|---|")
    for layout, scores in rows.items():
        shown = [f"{mean(float(row[place]) for row in scores):.3f}" for place in range(8)]
        cells = (layout, len(scores), ", ".join(shown[:2]), ", ".join(shown[2:5]), ", ".join(shown[5:]))
        print(f"| {' | '.join(map(str, cells))} |")
    print(", ".join(f"{name}: {1000 * seconds / len(pages):.1f} ms a page" for name, seconds in took.items()))
    return 0


def facts(found: Any, page: Made) -> tuple[bool, bool, bool]:
    """Whether the day, the title and the author are right."""
    if found is None:
        return (page.published is None, False, page.author is None)
    day = found.published if isinstance(found, PageText) else found.date
    author = found.author == page.author or (page.author is None and page.canonical is None)
    return (day == page.published, found.title == page.title, author)


def half(page: Made, lot: str | None) -> str:
    """Which rows of the table a page counts in together with others."""
    if lot:
        return f"**{lot}, {'region' if page.regional else 'plain'}**"
    if page.layout in UNSEEN:
        return "**unseen, all**"
    return "**regional, all**" if page.regional else "**plain, all**"


def by_trafilatura(markup: str, page: Made) -> Any:
    return bare_extraction(
        markup, url=page.url, include_comments=False, include_tables=True, with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )  # fmt: skip


def f1(text: str, page: Made) -> float:
    found, wanted = Counter(words(text, page.title)), Counter(words(page.text, page.title))
    common = sum((found & wanted).values())
    return 2 * common / (sum(found.values()) + sum(wanted.values())) if common else 0.0


def words(text: str, title: str) -> list[str]:
    text = text.strip()
    return WORD.findall(text.removeprefix(title).lower())


if __name__ == "__main__":
    raise SystemExit(main())

"""Main text and dates of web pages: ours beside trafilatura alone, on the pages of tests/pages, in one run.

F1 of words: what the text holds in common with the article as multisets of words. A headline at the head of the text is
taken off on both sides before counting, so that a habit about headlines decides nothing.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.pages import fresh, last, later, unseen
from tests.pages.press import Made
from tests.pages.sets import all_pages
from trafilatura import bare_extraction

from sholu.errors import Rejected
from sholu.text.encoding import decode
from sholu.text.html import main_text

UNSEEN = {
    layout.__name__.replace("_", "-") for layout in (*unseen.LAYOUTS, *later.LAYOUTS, *last.LAYOUTS, *fresh.LAYOUTS)
}
WORD = re.compile(r"\w+")


def main() -> int:
    rows: dict[str, list[tuple[float, float, bool, bool, bool]]] = defaultdict(list)
    took = {"trafilatura": 0.0, "sholu": 0.0}
    all_pages()
    main_text(all_pages()[0].markup.decode())
    for page in all_pages():
        markup, _ = decode(page.markup)
        started = time.perf_counter()
        theirs, their_date = by_trafilatura(markup, page)
        took["trafilatura"] += time.perf_counter() - started
        started = time.perf_counter()
        try:
            ours = main_text(markup, url=page.url)
        except Rejected:
            ours = None
        took["sholu"] += time.perf_counter() - started
        row = (
            f1(theirs, page),
            f1(ours.text if ours else "", page),
            their_date == page.published,
            bool(ours and ours.published == page.published),
            bool(ours and ours.title == page.title),
        )
        rows[page.layout].append(row)
        rows[half(page)].append(row)
        if "-v" in sys.argv and (row[1] < 0.97 or not row[3] or not row[4]):
            print(page.layout, page.language, f"{row[1]:.2f}", ours and (ours.published, ours.title), page.published)
    print("| layout | pages | F1 trafilatura | F1 Sholu | date trafilatura | date Sholu | title Sholu |")
    print("|---|---|---|---|---|---|---|")
    for layout, scores in rows.items():
        shown = " | ".join(f"{mean(float(row[place]) for row in scores):.3f}" for place in range(5))
        print(f"| {layout} | {len(scores)} | {shown} |")
    print(", ".join(f"{name}: {1000 * seconds / len(all_pages()):.1f} ms a page" for name, seconds in took.items()))
    return 0


def half(page: Made) -> str:
    """Which rows of the table a page counts in together with others."""
    if page.layout in UNSEEN:
        return "**unseen, all**"
    return "**regional, all**" if page.regional else "**plain, all**"


def by_trafilatura(markup: str, page: Made) -> tuple[str, str | None]:
    found = bare_extraction(
        markup, url=page.url, include_comments=False, include_tables=True, with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )  # fmt: skip
    return (found.text or "", found.date) if found else ("", None)


def f1(text: str, page: Made) -> float:
    found, wanted = Counter(words(text, page.title)), Counter(words(page.text, page.title))
    common = sum((found & wanted).values())
    return 2 * common / (sum(found.values()) + sum(wanted.values())) if common else 0.0


def words(text: str, title: str) -> list[str]:
    text = text.strip()
    return WORD.findall(text.removeprefix(title).lower())


if __name__ == "__main__":
    raise SystemExit(main())

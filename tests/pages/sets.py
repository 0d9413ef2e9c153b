"""All pages of the set."""

from functools import cache

from tests.pages import fresh, last, later, lot5, lot6, lot7, plain, regional, unseen
from tests.pages.press import Made, stories

PER_LAYOUT = 12


@cache
def all_pages() -> tuple[Made, ...]:
    """420 pages: thirty-five layouts, twelve articles each, four in each language."""
    layouts = (*plain.LAYOUTS, *regional.LAYOUTS, *unseen.LAYOUTS, *later.LAYOUTS, *last.LAYOUTS, *fresh.LAYOUTS)
    return tuple(layout(story) for number, layout in enumerate(layouts) for story in stories(PER_LAYOUT, number * 3))


@cache
def lots() -> dict[str, tuple[Made, ...]]:
    """The later lots, one page a language in each layout: 69 pages in 23 layouts, 33 in 11 and 30 in 10."""
    return {"lot 5": tuple(lot5.pages()), "lot 6": tuple(lot6.pages()), "lot 7": tuple(lot7.pages())}

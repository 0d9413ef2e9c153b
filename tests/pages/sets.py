"""All pages of the set."""

from functools import cache

from tests.pages import fresh, last, later, plain, regional, unseen
from tests.pages.press import Made, stories

PER_LAYOUT = 12


@cache
def all_pages() -> tuple[Made, ...]:
    """420 pages: thirty-five layouts, twelve articles each, four in each language."""
    layouts = (*plain.LAYOUTS, *regional.LAYOUTS, *unseen.LAYOUTS, *later.LAYOUTS, *last.LAYOUTS, *fresh.LAYOUTS)
    return tuple(layout(story) for number, layout in enumerate(layouts) for story in stories(PER_LAYOUT, number * 3))

"""Who and what an article speaks of: people, institutions, media, places, groups, and all that refers to them."""

from collections.abc import Callable, Sequence

from sholu.gazetteer import Gazetteer
from sholu.packs import Packs
from sholu.reading.credits import CreditNote
from sholu.reading.entities import EntityIndex
from sholu.reading.names.finder import find_all
from sholu.reading.names.second import Second
from sholu.reading.names.sheet import Sheet
from sholu.reading.page import Page

__all__ = ["find_entities"]


def find_entities(
    page: Page,
    packs: Packs,
    gazetteer: Gazetteer,
    credits: Sequence[CreditNote],
    advise: Callable[[Sheet], Second] | None = None,
) -> EntityIndex:
    """All entities of a page with their mentions, names, countries and looked-up ids.

    `credits` are the brackets that name outlets; `advise`, where there is one, gives a second opinion on the names.
    The index that is returned can still grow.
    """
    return find_all(page, packs, gazetteer, credits, advise)

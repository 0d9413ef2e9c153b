"""Who holds which office, by both halves."""

from collections.abc import Sequence

from sholu.model.reading import Tenure, TimeExpression
from sholu.packs import Packs
from sholu.reading.entities import EntityIndex
from sholu.reading.learned import Marks
from sholu.reading.offices import find_tenures
from sholu.reading.page import Page


def find_tenures_jointly(
    page: Page, marks: Marks, entities: EntityIndex, times: Sequence[TimeExpression], packs: Packs, *, alone: bool = False
) -> list[Tenure]:
    """The tenures of a page by both halves."""
    return find_tenures(page, entities, times, packs)

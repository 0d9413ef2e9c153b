"""What every joining step works with: the page, the marks, and which half may speak."""

from collections.abc import Sequence
from dataclasses import dataclass

from sholu.model.reading import TimeExpression
from sholu.packs import Packs
from sholu.reading.credits import CreditNote
from sholu.reading.entities import EntityIndex
from sholu.reading.learned import Marks
from sholu.reading.page import Page


@dataclass(frozen=True, slots=True)
class Joint:
    """One page between the two halves.

    `entities`, `times` and `credits` are settled already. With `alone`, items come from the marks only.
    """

    page: Page
    marks: Marks
    packs: Packs
    entities: EntityIndex
    times: Sequence[TimeExpression]
    credits: Sequence[CreditNote]
    alone: bool

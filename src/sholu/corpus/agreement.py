"""How far two annotations of one text agree, by kind, and what is left to settle."""

from dataclasses import dataclass, field
from typing import NamedTuple

from sholu.corpus.score import BEYOND, Miss, Score, score
from sholu.model.reading import Reading


class Share(NamedTuple):
    """Agreement on one kind: items on either side, and how many of both the other side has just so."""

    first: int
    second: int
    agreed: int

    @property
    def f1(self) -> float:
        """Share of all items of both sides that the other has, too; 1 when neither has any."""
        return self.agreed / (self.first + self.second) if self.first + self.second else 1.0


@dataclass
class Agreement:
    """Agreement of two annotations: shares by kind, and the differences seen from each side."""

    shares: dict[str, Share]
    only_first: list[Miss] = field(default_factory=list)
    only_second: list[Miss] = field(default_factory=list)


def agree(pairs: list[tuple[Reading, Reading]]) -> Agreement:
    """How far the annotations in each pair agree. Each is the other's gold once, so neither side is the judge."""
    forth, back = Score(), Score()
    for first, second in pairs:
        forth.add(score(first, second))
        back.add(score(second, first))
    shares = {
        kind: Share(tally.gold, tally.seen, tally.right + back.tallies[kind].right)
        for kind, tally in forth.tallies.items()
    }
    return Agreement(shares, _differences(forth), _differences(back))


def _differences(result: Score) -> list[Miss]:
    """What one side has otherwise; what it lacks shows up from the other side."""
    return [miss for miss in result.misses if miss.wrong[0][0] != BEYOND]

"""Whose figures are: each candidate weighed by the marks, by the grammar of the clause and by the figure before.

The whole policy is the table `[holders]` of `thresholds.toml`: what each sign adds to the odds that the marks give, and
from which sum somebody is the holder. So faint a mark as alone is more often wrong than right counts where grammar
agrees, and grammar where no mark denies it.
"""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sholu.model.reading import Attribution, Quantity, TimeExpression
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.thresholds import thresholds
from sholu.reading.page import Page
from sholu.reading.quantities.holders import Holders
from sholu.reading.quantities.items import LISTED
from sholu.reading.quantities.lexicon import unit_words

_UNSEEN = 0.0005
"""How sure of somebody the marks are counted to be where they were not asked, or said less."""
_TELLERS = frozenset({"person", "outlet"})
_OFFICIAL = frozenset({"GOV", "JUD", "COP"})


class _Told(NamedTuple):
    """The last figure told with a holder."""

    holder: str
    sentence: int
    measure: str | None


class JoinedHolders:
    """The holders of the figures of one page, asked for in the order of the text."""

    def __init__(
        self, page: Page, times: Sequence[TimeExpression], entities: EntityIndex, said: Sequence[Attribution]
    ) -> None:
        self.page, self.entities = page, entities
        self.said = [(span, item.source) for item in said for span in item.content if self._only_tells(item.source)]
        self.grammar = Holders(page, unit_words(page.language.tag), times, entities)
        self.weights = thresholds("holders", page.language.tag)
        self._told: _Told | None = None

    def of(self, item: Quantity, asked: Iterable[tuple[str, float]]) -> str | None:
        """Whose the figure is; `asked` are entities with how surely the marks see in them its holder."""
        odds: dict[str, float] = {}
        for id, share in asked:
            if self.grammar.is_sender(id):
                continue
            odds[id] = max(odds.get(id, _odds(share)), _odds(share))
        for id, weight in self._signs(item):
            odds[id] = odds.get(id, _odds(_UNSEEN)) + weight
        for id in self._tellers(item).intersection(odds):
            odds[id] += self.weights["teller"]
        for id in [id for id in odds if self._is_partner(item, id)]:
            del odds[id]
        best = max(odds, key=odds.__getitem__, default=None)
        if best is None or odds[best] < _odds(self.weights["holder"]):
            return None
        self._told = _Told(best, self._sentence(item), item.measure)
        return best

    def _signs(self, item: Quantity) -> Iterable[tuple[str, float]]:
        """Whom anything but the marks speaks for, and how much."""
        if item.holder is not None:
            listed = any(one.rule == LISTED for one in item.basis)
            yield item.holder, self.weights["listed" if listed else "phrase"]
            if listed:
                return
        found = self.grammar.of(item)
        if found is not None:
            yield found.id, self.weights[found.why]
        told = self._told
        if found is not None and found.why == "having":
            return
        if told is not None and told.sentence == self._sentence(item):
            same = item.measure is not None and told.measure == item.measure
            yield told.holder, self.weights["same_measure" if same else "same_sentence"]
        elif told is not None:
            yield told.holder, self.weights["before"]

    def _is_partner(self, item: Quantity, id: str) -> bool:
        """Whether the name of what is measured has somebody for a partner: "exports to Norland" are not Norland's."""
        measure, sets = (item.measure or "").split(), self.grammar.words.sets
        traded = next((i for i, word in enumerate(measure) if word.lower() in sets["traded"]), len(measure))
        behind = next((i for i in range(traded + 1, len(measure)) if measure[i].lower() in sets["partner"]), None)
        if behind is None:
            return False
        entity, told = self.entities.get(id), " ".join(measure[behind + 1 :])
        return any(told.startswith(name) for name in (entity.name, *entity.aliases))

    def _tellers(self, item: Quantity) -> set[str]:
        """Those in whose words the figure stands, unless it may well be their own."""
        return {source for span, source in self.said if source and span.covers(item.evidence)}

    def _only_tells(self, source: str | None) -> bool:
        """Whether somebody tells figures of others: people, outlets and offices do, firms mostly tell their own."""
        if source is None:
            return False
        entity = self.entities.get(source)
        return entity.kind in _TELLERS or not _OFFICIAL.isdisjoint(entity.sector)

    def _sentence(self, item: Quantity) -> int:
        return self.page.sentence_at(item.evidence.start).i


def _odds(share: float) -> float:
    """The logarithm of the odds of a probability."""
    share = min(max(share, _UNSEEN), 1 - _UNSEEN)
    return math.log(share / (1 - share))

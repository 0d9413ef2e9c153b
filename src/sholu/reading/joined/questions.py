"""Questions about the spans and pairs of a page, collected and asked at once: the linker is quickest in few calls."""

from sholu.model.span import Span
from sholu.reading.learned import Marks
from sholu.reading.learned.marks import Pair

_NONE = "none"


class Questions:
    """Collects questions, asks them when the first answer is wanted, and remembers the answers.

    Spans or pairs that come later are asked in a further call. A pair in no common window is answered with zeros.
    """

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self._spans: dict[Span, list[float]] = {}
        self._pairs: dict[Pair, tuple[list[float], list[float]]] = {}
        # Not asked yet, each once and in the order put down.
        self._new_spans: dict[Span, None] = {}
        self._new_pairs: dict[Pair, None] = {}

    def about(self, span: Span) -> None:
        """Will be asked about this span."""
        if span not in self._spans:
            self._new_spans[span] = None

    def between(self, head: Span, tail: Span) -> None:
        """Will be asked about this pair."""
        if head != tail and (head, tail) not in self._pairs:
            self._new_pairs[head, tail] = None

    def related(self, relation: str, head: Span, tail: Span) -> float:
        """The probability that head and tail stand in this relation."""
        if head == tail:
            return 0.0
        return self._pair(head, tail)[0][self.marks.weights.relations[relation].column]

    def dyad(self, head: Span, tail: Span) -> dict[str, float]:
        """How likely the head does each type of event to the tail, nothing ("none") left out."""
        if head == tail:
            return {}
        return {
            type: p
            for type, p in zip(self.marks.weights.dyads, self._pair(head, tail)[1], strict=True)
            if type != _NONE
        }

    def answer(self, attribute: str, span: Span) -> dict[str, float]:
        """The probability of each value of an attribute of the span."""
        if span not in self._spans:
            self.about(span)
            self._ask()
        asked = self.marks.weights.attributes[attribute]
        return dict(zip(asked.values, self._spans[span][asked.columns], strict=True))

    def _pair(self, head: Span, tail: Span) -> tuple[list[float], list[float]]:
        """The probabilities of all relations and of all types of event of a pair."""
        if (head, tail) not in self._pairs:
            self.between(head, tail)
            self._ask()
        return self._pairs[head, tail]

    def _ask(self) -> None:
        spans, pairs = list(self._new_spans), list(self._new_pairs)
        self._new_spans, self._new_pairs = {}, {}
        found = self.marks.ask(spans, pairs)
        self._pairs.update(zip(pairs, zip(found.relations.tolist(), found.dyads.tolist(), strict=True), strict=True))
        self._spans.update(zip(spans, found.answers.tolist(), strict=True))

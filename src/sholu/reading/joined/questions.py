"""Questions about the spans and pairs of a page, collected and asked at once: the linker is quickest in few calls."""

from sholu.model.span import Span
from sholu.reading.learned import Marks

_NONE = "none"


class Questions:
    """Collects questions, asks them when the first answer is wanted, and remembers the answers.

    Spans or pairs that come later are asked in a further call. A pair in no common window is answered with zeros.
    """

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self._spans: dict[Span, dict[str, dict[str, float]] | None] = {}
        self._pairs: dict[tuple[Span, Span], tuple[list[float], list[float]] | None] = {}

    def about(self, span: Span) -> None:
        """Will be asked about this span."""
        self._spans.setdefault(span, None)

    def between(self, head: Span, tail: Span) -> None:
        """Will be asked about this pair."""
        if head != tail:
            self._pairs.setdefault((head, tail), None)

    def related(self, relation: str, head: Span, tail: Span) -> float:
        """The probability that head and tail stand in this relation."""
        if head == tail:
            return 0.0
        row = self._pairs.get((head, tail))
        if row is None:
            self.between(head, tail)
            self._ask()
            row = self._pairs[head, tail] or ([], [])
        return row[0][self.marks.weights.relations[relation].column]

    def dyad(self, head: Span, tail: Span) -> dict[str, float]:
        """How likely the head does each type of event to the tail, nothing ("none") left out."""
        if head == tail:
            return {}
        row = self._pairs.get((head, tail))
        if row is None:
            self.between(head, tail)
            self._ask()
            row = self._pairs[head, tail] or ([], [])
        return {type: p for type, p in zip(self.marks.weights.dyads, row[1], strict=True) if type != _NONE}

    def answer(self, attribute: str, span: Span) -> dict[str, float]:
        """The probability of each value of an attribute of the span."""
        row = self._spans.get(span)
        if row is None:
            self.about(span)
            self._ask()
            row = self._spans[span] or {}
        return row[attribute]

    def _ask(self) -> None:
        spans = [span for span, row in self._spans.items() if row is None]
        pairs = [pair for pair, row in self._pairs.items() if row is None]
        found = self.marks.ask(spans, pairs)
        for pair, relations, dyads in zip(pairs, found.relations.tolist(), found.dyads.tolist(), strict=True):
            self._pairs[pair] = relations, dyads
        for span, row in zip(spans, found.answers.tolist(), strict=True):
            self._spans[span] = {
                name: dict(zip(attribute.values, row[attribute.columns], strict=True))
                for name, attribute in self.marks.weights.attributes.items()
            }

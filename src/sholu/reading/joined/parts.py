"""Assessments that are but a part of what is stated: "gross shortcomings" is one only where somebody speaks so."""

from collections.abc import Sequence

from sholu.model.reading import Attribution
from sholu.model.span import Span
from sholu.reading.joined.judging import Judging, overlap
from sholu.reading.joined.stretches import bare
from sholu.reading.languages import language
from sholu.reading.learned import Mark


class Parts:
    """The parts of statements among the marks of one page. Of English only: elsewhere a statement needs no verb."""

    def __init__(self, judging: Judging, said: Sequence[Attribution]) -> None:
        self.page, self.marks, self.chunks = judging.page, judging.marks, judging.chunks
        self.limits, self.short = judging.limits, judging.short
        self._said = [bare(self.page, span) for item in said for span in item.content]
        self._giving = frozenset(language(self.page.language.tag).table("judgements")["words"]["giving"].split())

    def completed(self, mark: Mark) -> Mark:
        """A mark with the clause of which it is a part, if that as a whole looks like a judgement as well."""
        if not self._is_part(mark):
            return mark
        first, stop = self.page.token_range(mark.span)
        opening, last = self.chunks.clause_at(first)
        clause = bare(self.page, self.page.span(opening, max(last, stop - 1)))
        whole = self.marks.share("judgement", clause) >= self.limits["part"]
        return Mark(clause, mark.label, mark.probability) if whole else mark

    def is_statement(self, mark: Mark) -> bool:
        """Whether a mark says something of something, or is sure enough without."""
        return mark.probability >= self.limits["alone_assessment"] or not self._is_part(mark)

    def _is_part(self, mark: Mark) -> bool:
        """Whether words have no predicate while their clause has one, and are no name or description given either."""
        if mark.label != "assessment" or self.short or self.page.language.tag != "en":
            return False
        first, stop = self.page.token_range(mark.span)
        opening, last = self.chunks.clause_at(min(first, len(self.page.tokens) - 1))
        if self.chunks.has_predicate(first, stop) or not self.chunks.has_predicate(opening, last + 1):
            return False
        given = first > 0 and self.page.tokens[first - 1].lower in self._giving
        return not given and not any(_is_description(mark.span, span) for span in self._said)


def _is_description(part: Span, said: Span) -> bool:
    """Whether somebody says little more than these words: he calls something so."""
    little = said.end - said.start < 2 * (part.end - part.start)
    return part.covers(said) or (little and overlap(said, part))

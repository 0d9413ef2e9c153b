"""Who tells what on a page: whoever only tells of a deed does not do it."""

from collections.abc import Sequence

from sholu.model.reading import Attribution
from sholu.model.span import Span
from sholu.reading.events.lexicon import words
from sholu.reading.joined.nearby import Nearby
from sholu.reading.page import Page


class Voices:
    """The sources of what is told on an English page, by the words that they tell."""

    def __init__(self, page: Page, said: Sequence[Attribution]) -> None:
        told = [
            (span, item.source_span)
            for item in said
            if item.source_span is not None and page.language.tag == "en" and not _speaks_of_self(page, item)
            for span in item.content
        ]
        self._told = Nearby(told, lambda pair: pair[0])

    def over(self, span: Span) -> list[Span]:
        """The words that name whoever tells what stands at a span."""
        return [source for _, (content, source) in self._told.within(span, 0) if content.covers(span)]


def _speaks_of_self(page: Page, item: Attribution) -> bool:
    """Whether somebody says "we" or "I", or what he himself will do: "pledged to rebuild"."""
    first = words("en", "grammar", "first_person")
    told = [token.lower for span in item.content for token in page.tokens_in(span)]
    return bool(first.intersection(told)) or told[:1] == ["to"]

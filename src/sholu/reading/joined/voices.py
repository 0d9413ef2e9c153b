"""Who tells what on a page: whoever only tells of a deed does not do it."""

from collections.abc import Iterator, Sequence

from sholu.model.reading import Attribution
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.events.lexicon import words
from sholu.reading.joined.nearby import Nearby
from sholu.reading.page import Page

_OPENING = 2
"""Words of what is told in which an owner is that of its subject."""


class Voices:
    """The sources of what is told on a page, and the outlets that pass it on, by the words that they tell.

    Not in Kazakh, where whoever tells of a deed by its participle did it: "ұстағанын хабарлады".
    """

    def __init__(self, page: Page, said: Sequence[Attribution], entities: EntityIndex) -> None:
        self.page = page
        self.entities = entities
        told = [
            (span, voice, item.cue)
            for item in (said if page.language.tag != "kk" else ())
            if not _speaks_of_self(page, item)
            for voice in self._voices(item)
            for span in item.content
        ]
        self._told = Nearby(told, lambda triple: triple[0])

    def _voices(self, item: Attribution) -> Iterator[Span]:
        if item.source_span is not None:
            yield item.source_span
        if item.outlet is not None and item.cue is not None:
            sentence = self.page.sentence_at(item.cue.start).span
            for mention, id in self.entities.within(sentence):
                if id == item.outlet:
                    yield mention.span

    def over(self, span: Span) -> list[tuple[Span, Span | None]]:
        """The words that name whoever tells what stands at a span, or passes it on, each with its cue."""
        return [(voice, cue) for _, (content, voice, cue) in self._told.within(span, 0) if content.covers(span)]


def _speaks_of_self(page: Page, item: Attribution) -> bool:
    """Whether somebody says "we" or "I", or what he himself will do: "pledged to rebuild"."""
    first = words(page.language.tag, "grammar", "first_person")
    told = [token.lower for span in item.content for token in page.tokens_in(span)]
    if page.language.tag == "en" and item.mode == "indirect":
        # "said the fund had paid its bank" tells nothing of whoever says it, "said its bank had paid" does
        owned = words("en", "grammar", "owners") | words("en", "grammar", "objects")
        told = [*told[:_OPENING], *(word for word in told[_OPENING:] if word not in owned)]
    return bool(first.intersection(told)) or (page.language.tag == "en" and told[:1] == ["to"])

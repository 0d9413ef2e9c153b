"""Which offices a text gives to whom: words of one office mean nobody who is told to hold another."""

from bisect import bisect_left
from collections.abc import Sequence

from sholu.model.reading import Tenure
from sholu.model.span import Span
from sholu.reading.offices.lexicon import office_words
from sholu.reading.page import Page

_LONGEST = 400
"""Code points in the longest evidence that is looked at."""


class Offices:
    """The offices of each person of one page."""

    def __init__(self, page: Page, tenures: Sequence[Tenure]) -> None:
        self.page = page
        self.words = office_words(page.language.tag)
        self._told = sorted(tenures, key=lambda tenure: tenure.evidence)
        self._held: dict[str, set[str]] = {}
        for tenure in tenures:
            self._held.setdefault(tenure.person, set()).add(tenure.office)

    def given(self, span: Span) -> str | None:
        """Whom a tenure gives the office that these words are: "X may be chosen as the foreign minister"."""
        if self.page.language.tag != "en":
            return None
        said = {token.lower for token in self.page.tokens_in(span)}
        first = bisect_left(self._told, span.start - _LONGEST, key=lambda one: one.evidence.start)
        people: set[str] = set()
        for tenure in self._told[first:]:
            if tenure.evidence.start > span.start:
                break
            head = tenure.office.partition(" of ")[0].rpartition(" ")[2]
            if tenure.evidence.covers(span) and head in said:
                people.add(tenure.person)
        return people.pop() if len(people) == 1 else None

    def denies(self, span: Span, person: str) -> bool:
        """Whether these words name an office by itself, "the president", and all that the person holds are others.

        A head or chief may be any of them.
        """
        held = self._held.get(person)
        said = self._office(span) if held else None
        if said is None or held is None:
            return False
        return all(self._is_plain(office) and not self._same(said, office) for office in held)

    def _office(self, span: Span) -> str | None:
        """The office that the words begin with, articles aside; a former one or a deputy's may be told nowhere else."""
        first, stop = self.page.token_range(span)
        while first < stop and self.page.tokens[first].lower in self.words.articles:
            first += 1
        found = self.words.titles.at(self.page.tokens, first, stop) if first < stop else None
        if found is None or not found.strong or found.prefix == "former" or found.base in self.words.under:
            return None
        return found.base

    def _is_plain(self, office: str) -> bool:
        """Whether an office is one by itself, as "president" is and "head" is not."""
        return office in self.words.equal or any(office.startswith(title) for title in self.words.strong)

    def _same(self, said: str, office: str) -> bool:
        return said in office or self.words.equal.get(said, said) == self.words.equal.get(office, office)

"""When people came into offices told elsewhere: "X was sworn in on Friday", «Петров приступит к работе 1 июня»."""

from collections.abc import Sequence
from dataclasses import replace

from sholu.model.reading import Tenure, TimeExpression
from sholu.reading.chunks import kinds as k
from sholu.reading.offices.verbs import Verbs
from sholu.reading.page import Page
from sholu.text.sentences import Sentence

_DATE = 6
"""Tokens between the words and their date."""
_CLOSES = frozenset(",;:()")


class Entering:
    """Knows on which dates people of one page came into office, where the words name no office."""

    def __init__(self, verbs: Verbs, times: Sequence[TimeExpression]) -> None:
        self.verbs = verbs
        self.page: Page = verbs.page
        self.tokens = verbs.tokens
        self._opening: dict[int, str] = {}
        self._closing: dict[int, str] = {}
        for time in times:
            if time.kind == "date" and time.value and "/" not in time.value:
                begin, end = self.page.token_range(time.span)
                self._opening[begin] = self._closing[end] = time.value
        self._told = self._found()

    def dated(self, found: Sequence[Tenure]) -> list[Tenure]:
        """The tenures; the only one that somebody holds or will hold has the date when the text says it began."""
        lone: dict[str, list[Tenure]] = {}
        for one in found:
            if one.person in self._told and one.status != "former":
                lone.setdefault(one.person, []).append(one)
        return [
            self._with_start(one, self._told[one.person]) if lone.get(one.person) == [one] and not one.start else one
            for one in found
        ]

    def _with_start(self, tenure: Tenure, start: str) -> Tenure:
        published = self.page.published
        coming = published is not None and start[: len(published)] > published[: len(start)]
        if tenure.end is not None and tenure.end < start:
            return tenure
        return replace(tenure, start=start, status="future" if coming else tenure.status)

    def _found(self) -> dict[str, str]:
        """The date of each person's coming, told once."""
        found: dict[str, str] = {}
        for sentence in self.page.sentences:
            for match in self.verbs.words.change["entered"].find(self.tokens, sentence.first, sentence.stop):
                date = self._date(match.first, match.last + 1, sentence)
                id = self._who(match.first, match.last, sentence) if date is not None else None
                if id is not None and date is not None:
                    found.setdefault(id, date)
        return found

    def _who(self, first: int, last: int, sentence: Sentence) -> str | None:
        """Whoever the words tell of: their subject, in Russian one that stands among them too."""
        people = self.verbs.posts.people
        inside = next((at for at in range(first + 1, last + 1) if at in people), None)
        if inside is not None:
            return people[inside][1]
        named = self.verbs.subject(first)
        if named is None and self.verbs.posts.tag == "en":
            age = self.verbs.near.person_ending(first - 4) if first - 4 > sentence.first else None
            commas = age is not None and self.tokens[first - 1].text == self.tokens[first - 3].text == ","
            named = age if commas else None  # "X, 75, was sworn in"
        return named.id if named is not None else None

    def _date(self, first: int, stop: int, sentence: Sentence) -> str | None:
        """The date behind the words in their clause, no verb or "as" between, else the one right before them."""
        roles = self.verbs.words.roles
        for at in range(stop, min(stop + _DATE, sentence.stop)):
            if at in self._opening:
                return self._opening[at]
            token = self.tokens[at]
            if token.text in _CLOSES or token.lower in roles or self.verbs.chunks.kind(at) in (k.VERB, k.PARTICIPLE):
                break
        if stop < sentence.stop and self.tokens[stop].lower in roles:
            return None
        return self._closing.get(first)

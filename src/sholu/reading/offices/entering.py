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
        self._dates = {
            self.page.token_range(time.span): time.value
            for time in times
            if time.kind == "date" and time.value and "/" not in time.value
        }
        self._told = self._found()

    def dated(self, found: Sequence[Tenure]) -> list[Tenure]:
        """The tenures; the only one that somebody holds or will hold has the date when the text says it began."""
        lone = {id: [one for one in found if one.person == id and one.status != "former"] for id in self._told}
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
        inside = [id for at, (_, id) in self.verbs.posts.people.items() if first < at <= last]
        if inside:
            return inside[0]
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
            value = next((value for (begin, _), value in self._dates.items() if begin == at), None)
            if value is not None:
                return value
            token = self.tokens[at]
            if token.text in _CLOSES or token.lower in roles or self.verbs.chunks.kind(at) in (k.VERB, k.PARTICIPLE):
                break
        if stop < sentence.stop and self.tokens[stop].lower in roles:
            return None
        return next((value for (_, end), value in self._dates.items() if end == first), None)

"""English: lists of parties in which only the last has an "and": "banned Ann Lee, Bo Day and the mayor of Osh"."""

from sholu.model.span import Span
from sholu.reading.chunks import Chunks, kinds
from sholu.reading.entities import EntityIndex
from sholu.reading.events.lexicon import words
from sholu.reading.number_words import number_words

Stretch = tuple[int, int]
_CLAUSAL = frozenset({kinds.VERB, kinds.AUXILIARY, kinds.INFINITIVE, kinds.RELATIVE, kinds.SUBORDINATOR})
_ARTICLES = frozenset({kinds.DETERMINER, kinds.POSSESSIVE})
_MOST = 8
"""Members of a list, at most."""
_NAME = 80  # code points that a name may reach beyond two of its words


class Series:
    """The lists of one English page."""

    def __init__(self, chunks: Chunks, entities: EntityIndex) -> None:
        self.chunks = chunks
        self.tokens = chunks.tokens
        self.entities = entities

    def end(self, first: int, last: int, stop: int) -> int:
        """The last token of the list that a phrase begins; of the phrase where there is none, or a clause follows."""
        end, closed = last, False
        for _ in range(_MOST):
            if not self._is_comma(end + 1, stop) or not self._is_named(first, end):
                return last
            begin = end + 2
            closed = self._joins(begin)
            member = self._last(begin + 1, stop) if closed else self._member(begin, stop)
            if member is None or (not closed and self._explains(first, end, member)):
                return last
            first, end = member
            closed = closed or any(self._joins(j) for j in range(first + 1, end))
            if not closed and self._joins(end + 1):
                member = self._last(end + 2, stop)
                if member is None:
                    return last
                end, closed = member[1], True
            if closed:
                return last if end + 1 < stop and self.chunks.kind(end + 1) in _CLAUSAL else end
        return last

    def parts(self, i: int, phrase: Stretch) -> bool:
        """Whether the comma at token `i` parts two members of a list that fills the phrase."""
        if self.tokens[i].text != "," or not phrase[0] < i < phrase[1] or self._joins(i + 1):
            return False
        if not any(self._joins(j) for j in range(i + 1, phrase[1])):
            return False
        begin = next((j + 1 for j in range(i - 1, phrase[0], -1) if self.tokens[j].text == ","), phrase[0])
        member = self._member(i + 1, phrase[1] + 1)
        if member is None or (self._hangs(begin, i - 1) and not self._hangs(*member)):
            return False  # "the leaders of Norland, Sudmark and Zamora"
        return self._is_named(begin, i - 1) and not self._explains(begin, i - 1, member)

    def _member(self, begin: int, stop: int) -> Stretch | None:
        """The member of a list that begins here: a phrase with a name."""
        if begin >= stop or self.chunks.kind(begin) == kinds.PRONOUN:
            return None
        found = self.chunks.phrase_starting(begin)
        return found if found and found[1] < stop and self._is_named(*found) else None

    def _last(self, begin: int, stop: int) -> Stretch | None:
        """The member behind "and", in whatever words: "two of her aides", "six other officials"."""
        found = self.chunks.phrase_starting(begin) if begin < stop else None
        if found is None or self.chunks.kind(begin) == kinds.PRONOUN:
            return None
        more = found[1] + 1
        counted = self.tokens[found[1]].lower in number_words("en").cardinals or found[1] == begin
        if counted and more < stop and self.tokens[more].lower in words("en", "grammar", "further"):
            rest = self.chunks.phrase_starting(more)
            found = (begin, rest[1]) if rest else found
        return found if found[1] < stop else None

    def _explains(self, first: int, last: int, member: Stretch) -> bool:
        """ "the mayor of Osh, Ann Lee": whether a name only says who is meant by the words before it, or they do."""
        common = self.chunks.kind(first) in _ARTICLES or not self.tokens[first].is_capitalised
        told = self._is_person(member[0]) and not self._is_person(first)
        describes = self.chunks.kind(member[0]) in _ARTICLES or self.tokens[member[0]].shape == "lower"
        return (common and told) or (describes and self._is_person(first))

    def _is_person(self, first: int) -> bool:
        start = self.tokens[first].start
        near = self.entities.within(Span(start, start + _NAME))
        return any(
            mention.start == start and mention.form == "name" and self.entities.get(id).kind == "person"
            for mention, id in near
        )

    def _hangs(self, first: int, last: int) -> bool:
        """Whether something hangs on a phrase by a preposition."""
        return any(self.chunks.kind(i) == kinds.PREPOSITION for i in range(first, last + 1))

    def _is_named(self, first: int, last: int) -> bool:
        return any(self.tokens[i].is_capitalised for i in range(first, last + 1))

    def _is_comma(self, i: int, stop: int) -> bool:
        return i + 1 < stop and self.tokens[i].text == ","

    def _joins(self, i: int) -> bool:
        return i < len(self.tokens) and self.tokens[i].lower in words("en", "grammar", "and")

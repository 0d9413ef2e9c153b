"""What may stand between words of office and a name: ranks, brackets, dates, ages, articles, unknown capitals."""

from typing import NamedTuple

from sholu.reading.chunks import kinds as k
from sholu.reading.offices.posts import Post, Posts

_SEAT = 8
"""Tokens in whom a deputy stands for."""
_ENDS_SEAT = frozenset(",;:.!?()")
_ADJECTIVES = 3
"""Adjectives at most between a comma and a name."""
_BRACKET = 10  # tokens in the abbreviation or other name of what an office is of
_UNKNOWN = 4  # tokens of a name that nothing knows


class Named(NamedTuple):
    """A person's mention: entity id, first and last token."""

    id: str
    first: int
    last: int


class Passing:
    """Finds the people of one page behind and before what stands between them and their offices."""

    def __init__(self, posts: Posts) -> None:
        self.posts = posts
        self.tokens = posts.tokens
        self.words = posts.words
        self.chunks = posts.chunks

    def person_at(self, first: int) -> Named | None:
        """The person whose mention starts at token `first`."""
        entry = self.posts.people.get(first)
        return Named(entry[1], first, entry[0]) if entry else None

    def person_ending(self, last: int) -> Named | None:
        """The person whose mention ends at token `last`."""
        entry = self.posts.people_ends.get(last)
        return Named(entry[1], entry[0], last) if entry else None

    def is_pronoun(self, named: Named) -> bool:
        """Whether the mention is a pronoun, which no title stands beside."""
        return named.first == named.last and self.chunks.kind(named.first) in (k.PRONOUN, k.DETERMINER)

    def over_ranks(self, j: int) -> int:
        """The first token from `j` on that is no rank or form of address."""
        for _ in range(3):
            if j >= len(self.tokens) or j in self.posts.people:
                break
            rank = self.words.ranks.at(self.tokens, j, len(self.tokens))
            if rank is None:
                break
            j = rank.last + 1
            if j < len(self.tokens) and self.tokens[j].text == ".":
                j += 1
        return j

    def over_articles(self, i: int) -> int:
        """The last token up to `i` that is no article, possessive or "new"."""
        closed = self.words.articles | self.words.possessive
        skipped = closed | frozenset(self.words.status)
        while i >= 0 and self.tokens[i].lower in skipped:
            if self.posts.is_participle(i):
                break
            if self.tokens[i].lower in closed:
                skipped = closed  # "X, dismissed the minister": a verb, where "the dismissed minister" has none
            i -= 1
        return i

    def _over_adjectives(self, j: int) -> int:
        """The first token from `j` on that only describes nobody: "its first president, long-reigning X"."""
        start = j
        while j + 1 < len(self.tokens) and j - start < _ADJECTIVES and self.tokens[j].text[0].islower():
            if self.chunks.kind(j) != k.ADJECTIVE and "-" not in self.tokens[j].text:
                return start
            j += 1
        return j if j in self.posts.people else start

    def _over_seat(self, j: int) -> Named | None:
        """Russian: «депутат от партии «Рассвет» X»: the person behind whom a title stands for in a house."""
        if self.posts.tag != "ru" or j >= len(self.tokens) or self.tokens[j].lower not in self.words.stands_for:
            return None
        for at in range(j + 1, min(j + 1 + _SEAT, len(self.tokens))):
            if at in self.posts.people:
                return self.person_at(at)
            if self.tokens[at].text in _ENDS_SEAT or self.chunks.kind(at) in (k.VERB, k.PREPOSITION):
                return None
        return None

    def _over_colon(self, post: Post) -> Named | None:
        """English: "Prime minister: X" on a line of its own, as lists of governments have it."""
        sentence = self.posts.page.sentence_at(self.tokens[post.first].start)
        colon = post.last + 1
        lone = self.posts.tag == "en" and post.strong and post.first == sentence.first and colon + 1 < sentence.stop
        named = self.person_at(self.over_ranks(colon + 1)) if lone and self.tokens[colon].text == ":" else None
        return named if named is not None and named.last + 1 >= sentence.stop else None

    def _over_place(self, j: int) -> Named | None:
        """«глава администрации Энска (Амурская область) X»: the person behind brackets that say where it lies."""
        behind = self._over_bracket(j)
        place = self.posts.bodies.get(j + 1) if behind > j else None
        if place is None or place[0] + 2 != behind or self.posts.entities.get(place[1]).kind != "place":
            return None
        return self.person_at(self.over_ranks(behind))

    def _over_under(self, j: int) -> int:
        """The first token behind "under X", whose minister somebody was; `j` where nothing says so."""
        under = j + 1 < len(self.tokens) and self.tokens[j].lower in self.words.beneath
        at = self.over_ranks(j + 1) if under else j
        title = (
            self.words.titles.at(self.tokens, at, len(self.tokens)) if under and at not in self.posts.people else None
        )
        named = self.person_at(title.last + 1 if title is not None else at) if under else None
        return named.last + 1 if named is not None else j

    def _over_bracket(self, j: int) -> int:
        """The first token behind a short bracket that opens at token `j`; `j` where none does."""
        if j < len(self.tokens) and self.tokens[j].text == "(":
            for at in range(j + 1, min(j + _BRACKET, len(self.tokens))):
                if self.tokens[at].text == ")":
                    return at + 1
        return j

    def _over_since(self, j: int) -> int:
        """The first token behind a date that says since when: "its ambassador since 2020, X"."""
        at = j
        if (
            at + 1 < len(self.tokens)
            and self.tokens[at].lower in self.words.since_beside
            and at + 1 in self.posts.timed
        ):
            at += 1
            while at < len(self.tokens) and at in self.posts.timed:
                at += 1
            return at
        return j

    def _owns_nothing(self, post: Post) -> bool:
        """Whether nothing yet says what an office is of."""
        return post.organisation is None and post.body is None and post.country is None

    def _over_unknown(self, i: int) -> int:
        """ "X, Steppe Motors chairman and", "X, the carmaker's head": the comma before what is led; else `i`."""
        if self.posts.tag == "en" and i > 1 and self.tokens[i].shape == "possessive":
            phrase = self.chunks.phrase_ending(i - 1)
            comma = self.over_articles(phrase[0] - 1) if phrase is not None else i
            return comma if comma > 0 and self.tokens[comma].text == "," else i
        j = i
        while j > 0 and i - j < _UNKNOWN and self.tokens[j].is_word and self.tokens[j].is_capitalised:
            j -= 1
        named = self.person_ending(j - 1) if 0 < j < i and self.tokens[j].text == "," else None
        return j if self.posts.tag == "en" and named is not None and not self.is_pronoun(named) else i

    def _over_until(self, i: int) -> int:
        """The last token up to `i` before what says when an office was held: "X, until 2023 governor of Y"."""
        if self.words.before_title or i < 1:
            return i
        dated = (*self.words.until, *self.words.since)
        j = i
        while j > 0 and (j in self.posts.timed or (self.tokens[j].lower in dated and j + 1 in self.posts.timed)):
            j -= 1
        if j < i:
            return j
        then = self.words.status.get(self.tokens[i + 1].lower) == "former"  # "until then"
        return i - 1 if then and self.tokens[i].lower in self.words.until else i

    def _over_age(self, i: int) -> Named | None:
        """ "X, 45, head of Y"."""
        if i > 1 and self.tokens[i].shape == "number" and self.tokens[i - 1].text in ",(":
            return self.person_ending(i - 2)
        return None

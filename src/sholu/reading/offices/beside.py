"""The term told right beside words of office: "X, mayor from 2001 to 2009", "2019 жылдан бері әкім X"."""

from collections.abc import Sequence
from typing import NamedTuple

from sholu.model.reading import TimeExpression
from sholu.reading.chunks import kinds as k
from sholu.reading.offices.links import Link
from sholu.reading.offices.posts import Posts

_REST = 6
"""Tokens at most between the words of office and the date: what is left of the institution's name."""
_AGAIN = 25
"""Tokens behind an office among which words such as "a post he held" stand."""
_NEXT = 6
"""Tokens at the beginning of the next sentence that such words are among."""
_CLOSES = frozenset(",);.—–-:")
_YEAR = "2008"


class Bounds(NamedTuple):
    """Start and end as EDTF dates, and the tokens `first` .. `stop` - 1 that tell them."""

    start: str | None = None
    end: str | None = None
    first: int = 0
    stop: int = 0


class Beside:
    """Finds the dates beside the posts of one page."""

    def __init__(self, posts: Posts, dates: Sequence[TimeExpression]) -> None:
        self.posts = posts
        self.page = posts.page
        self.tokens = posts.tokens
        self.words = posts.words
        self._words = {*self.words.since, *self.words.until}
        ranges = [(self.page.token_range(time.span), time.value or "") for time in dates]
        self._opening = {first: (stop, value) for (first, stop), value in ranges}
        self._closing = {stop: (first, value) for (first, stop), value in ranges}

    def bounds(self, link: Link) -> Bounds:
        """Start and end of the term of a link without verb; both None where no date stands beside it."""
        return self._before(link) if self.words.before_title else self._behind(link)

    def between(self, link: Link) -> Bounds:
        """Those between a person and the verb: "X, who from 1992 to 1996 had run Y"."""
        verb = link.verb if link.verb is not None else link.person_last
        for j in range(link.person_last + 1, verb):
            found = self._listed(j, verb)
            if found is not None:
                return found
        return Bounds()

    def held(self, link: Link) -> Bounds:
        """Those of words that speak of the office again: "a post he held until 2002", «занимал этот пост до 2002»."""
        sentence = self.page.sentence_at(self.tokens[link.person_first].start)
        first = max(link.post.last, link.person_last, link.verb or 0) + 1
        stop = min(sentence.stop, first + _AGAIN)
        following = self.page.sentences[sentence.i + 1] if sentence.i + 1 < len(self.page.sentences) else None
        for match in self.words.held_again.find(self.tokens, first, stop):
            return self._listed(match.last + 1, sentence.stop) or Bounds()
        if following is None or stop < sentence.stop:
            return Bounds()
        for match in self.words.held_again.find(
            self.tokens, following.first, min(following.stop, following.first + _NEXT)
        ):
            if match.first <= following.first + 1:
                return self._listed(match.last + 1, following.stop) or Bounds()
        return Bounds()

    def is_over(self, at: int) -> bool:
        """English: "X, its nominee in 2008,": whether a year that is over closes words of office at token `at`."""
        if self.posts.tag != "en" or not self.page.published or at + 1 not in self._opening:
            return False
        word, (after, value) = self.tokens[at].lower, self._opening[at + 1]
        within = word in self.words.since and word not in self.words.since_beside
        closes = after < len(self.tokens) and self.tokens[after].text in _CLOSES
        return within and closes and len(value) == len(_YEAR) and value < self.page.published[: len(_YEAR)]

    def _ahead(self, first: int) -> Bounds:
        """A date before the words: "X, until 2023 governor of Y", «X, в 2003–2008 годах ректор»."""
        if first > 1 and self.tokens[first - 1].text == "," and first - 2 in self.posts.timed:
            first -= 1  # "its president and, until 2013, vice-mayor of the island"
        at = first
        while at > 0 and (at - 1 in self.posts.timed or self.tokens[at - 1].lower in self._words):
            at -= 1
        if at == first:
            return Bounds()
        opens = at if at in self._opening else at + 1  # a range has its preposition outside
        found = self._listed(opens if "/" in self._opening.get(opens, (0, ""))[1] else at, first)
        return found if found is not None and found.stop == first else Bounds()

    def _behind(self, link: Link) -> Bounds:
        sentence = self.page.sentence_at(self.tokens[link.person_first].start)
        told = self._listed(link.person_first, link.post.first)
        if told is not None and link.basis == "apposition":
            return told  # «в 2010–2012 годах — министр»: the dates stand for the person
        ahead = self._ahead(link.post.first)
        if ahead.stop and link.basis == "apposition":
            return ahead
        first = max(link.post.last, link.person_last) + 1
        if first < sentence.stop and self.tokens[first].text in ",(":
            held = self.words.held.at(self.tokens, first + 1, sentence.stop) if first + 1 < sentence.stop else None
            if held is None and self.tokens[first].text == ",":
                return Bounds()
            first = held.last + 1 if held is not None else first + 1
        for j in range(first, min(first + _REST, sentence.stop)):
            found = self._listed(j, sentence.stop)
            if found is not None:
                return found if self._is_of(link, found, sentence.stop) else Bounds()
            if not self.tokens[j].is_word or self.posts.chunks.kind(j) in (k.VERB, k.AUXILIARY):
                break
        return Bounds()

    def _listed(self, j: int, stop: int) -> Bounds | None:
        """The bounds that begin with token `j`; None where no date stands there with a word for start or end."""
        start = end = None
        begin = j
        while j < stop:
            word = self.tokens[j].lower
            at = j if j in self._opening else j + 1
            if at not in self._opening:
                break
            after, value = self._opening[at]
            low, mark, high = value.partition("/")
            if mark and not _is_term(low, high):
                break
            if mark and j == begin:
                start, end = low.strip(".") or None, high.strip(".") or None
            elif at > j and not mark and word in self.words.until:
                end = end or value
            elif at > j and not mark and word in self.words.since_beside and start is None:
                start = value
            else:
                break
            j = after
        return Bounds(start, end, begin, j) if start or end else None

    def _is_of(self, link: Link, found: Bounds, stop: int) -> bool:
        """Whether the dates are the office's and not those of what the sentence tells ("Governor X from Monday")."""
        if found.end is not None and found.start is not None:
            return True
        closed = found.stop >= stop or self.tokens[found.stop].text in _CLOSES
        return closed or (link.basis != "before" and bool(self.words.articles))

    def _before(self, link: Link) -> Bounds:
        """Kazakh: "2019 жылдан бері облыс әкімі", "2005-2010 жылдары министр"."""
        stop = min(link.post.first, link.post.head_first)
        word = self.tokens[stop - 1].lower if stop else ""
        told = word in self.words.since or word in self.words.until
        if stop - told not in self._closing:
            return Bounds()
        first, value = self._closing[stop - told]
        low, mark, high = value.partition("/")
        if mark and not _is_term(low, high):
            return Bounds()
        if mark:
            return Bounds(low.strip(".") or None, high.strip(".") or None, first, stop)
        if word in self.words.until:
            return Bounds(None, value, first, stop)
        return Bounds(value, None, first, stop) if word in self.words.since else Bounds()


def _is_term(low: str, high: str) -> bool:
    """Whether a range is of years or months, as terms are, and no week ("last week")."""
    return max(len(low), len(high)) <= len("2007-01")

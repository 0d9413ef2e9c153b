"""When an office is held: start, end and status as of the document's date."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from sholu.model.reading import TenureStatus, TimeExpression
from sholu.model.span import Span
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.morphology import features
from sholu.reading.offices.beside import Beside
from sholu.reading.offices.links import Link
from sholu.reading.offices.posts import Posts

_STATUS: dict[str, TenureStatus] = {
    "is": "current",
    "was": "former",
    "become": "current",
    "leave": "former",
    "will": "future",
    "former": "former",
    "future": "future",
    "new": "current",
    "now": "current",
}
_EFFECTIVE = 4
"""Tokens of words that make a date the start of an office."""
_BEFORE = 20
"""Tokens before a Kazakh verb or person among which dates of the office stand."""
_DOING = frozenset({k.VERB, k.PARTICIPLE, k.GERUND})
_BRACKETS = frozenset("()[]")
_DASHES = frozenset("–—-")
_CLOSES = frozenset(",;:)")
_OPENING = 6
"""Tokens among which a clause behind a person has the word that says that the office was taken."""
_PART = 100
"""Tokens on either side among which the date stands when an office was taken or left."""
_CLAUSE = 12
"""Tokens of that clause behind the word."""

# Up to this day of a month "recent" may as well mean the month before.
_EARLY = 10


class Term(NamedTuple):
    """Start and end of a tenure as EDTF dates, its status, and the tokens that tell the dates beside its words."""

    start: str | None
    end: str | None
    status: TenureStatus
    told: range = range(0)


_THEN = 4
"""Tokens in "at the time"."""


class Terms:
    """Dates the tenures of one page."""

    def __init__(self, posts: Posts, times: Sequence[TimeExpression]) -> None:
        self.posts = posts
        self.page = posts.page
        self.tokens = posts.tokens
        self.words = posts.words
        self.dates = sorted((time for time in times if time.kind == "date" and time.value), key=lambda time: time.span)
        self._starts = [time.span.start for time in self.dates]
        self.beside = Beside(posts, self.dates)

    def term(self, link: Link) -> Term:
        """The term of office that a link tells of."""
        term = self._term(link)
        if term.end is not None or term.status == "future":
            return term
        held = self.beside.held(link)
        if held.start is None and held.end is None:
            return term
        ended = held.end is not None and self._is_past(held.end)
        return term._replace(start=term.start or held.start, end=held.end, status="former" if ended else term.status)

    def _term(self, link: Link) -> Term:
        start: str | None
        end: str | None
        sense = link.sense
        status: TenureStatus = _STATUS[sense] if sense else "current"
        if link.post.status is not None and sense not in ("was", "leave"):
            told = _STATUS[link.post.status]
            status = status if sense == "will" and told == "current" else told  # "will be the new minister"
        if link.is_former or (link.verb is None and link.post.status is None and self._is_bygone(link)):
            status = "former"
        if link.verb is None:
            start, end, first, stop = self.beside.bounds(link)
            if end is not None and (link.is_former or self._is_past(end)):
                status = "former" if self._is_past(end) else "current"
            if start is None and end is None:
                start = self._clause(link) or self._before_dash(link)
            return Term(start, end, status, range(first, stop))
        start, end = self._bounds(link)
        if start is None and end is None and sense in ("is", "was"):
            start, end, *_ = self.beside.between(link)
        if start is None and sense in ("is", "was"):
            start, end = self._leading(link, end)
        if sense == "was" and end is None and self._goes_on(link, start):
            status = "current"
        if sense == "become":
            start = start or self._dated(link) or self._recent(link)
            end = None
            if start is not None and not self._has_begun(start):
                status = "future"  # "named X as head, effective January 1"
        elif sense == "leave":
            end = end or start or self._dated(link) or self._recent(link)
            start = None
            if end is not None and not self._has_begun(end):
                status = "current"  # "X will step down on Friday"
        elif sense == "is":
            end = None
        if sense in ("become", "will", "leave") and self._is_at_once(link):
            day = self.page.published
            return Term(None, end or day, "former") if sense == "leave" else Term(start or day, end, "current")
        return Term(start, end, status)

    def _is_at_once(self, link: Link) -> bool:
        """ "will become chairman, effective immediately": an office taken or left on the day of publication."""
        sentence = self.page.sentence_at(self.tokens[link.person_first].start)
        last = max(link.post.head_last, link.person_last, link.verb or 0)
        near = range(last + 1, min(sentence.stop, max(last, link.post.last) + _OPENING))
        return any(self.words.immediate.at(self.tokens, at, sentence.stop) is not None for at in near)

    def _goes_on(self, link: Link, start: str | None) -> bool:
        """ "has been mayor since 2003", "has been mayor for nine years": an office that is still held."""
        if link.is_former or link.verb is None or self.tokens[link.verb].lower not in self.words.perfect:
            return False
        last = max(link.post.last, link.verb) + 1
        return start is not None or (
            last + 1 < len(self.tokens)
            and self.tokens[last].lower == self.words.lasting
            and last + 1 in self.posts.timed
        )

    def _is_bygone(self, link: Link) -> bool:
        """ "X, regional president at the time", «тогдашний на тот момент министр X», «сол кездегі министр X»."""
        last = max(link.post.last, link.post.head_last) + 1
        if last < len(self.tokens) and self.words.bygone.at(self.tokens, last):
            return True
        if self.beside.is_over(last):
            return True
        first = self.page.sentence_at(self.tokens[link.post.first].start).first
        for start in range(max(first, link.post.first - _THEN), link.post.first + 1):
            match = self.words.bygone.at(self.tokens, start, link.post.head_first)
            if match is not None and (match.last + 1 == link.post.first or start >= link.post.first):
                return True
        return False

    def _clause(self, link: Link) -> str | None:
        """The date in the clause behind that says since when: "X, appointed in May", «X, сменивший в мае Y»."""
        at = max(link.person_last, link.post.last) + 1
        if at + 1 >= len(self.tokens) or self.tokens[at].text not in ",(":
            return None
        sentence = self.page.sentence_at(self.tokens[link.person_first].start)
        for match in self.words.taking.find(self.tokens, at + 1, min(sentence.stop, at + _OPENING)):
            if self.words.change["quit"].at(self.tokens, match.first - 1, sentence.stop) is not None:
                return None  # "X, was replaced in May"
            stop = match.last + 1
            while stop < sentence.stop and self.tokens[stop].text not in _CLOSES and stop - match.last < _CLAUSE:
                stop += 1
            span = Span(self.tokens[at + 1].start, self.tokens[stop - 1].end)
            for time in self._inside(span):
                first, _ = self.page.token_range(time.span)
                since = self.tokens[first - 1].lower in self.words.since_beside
                if "/" not in (time.value or "/") and (since or match.value == "begin"):
                    return time.value
            return None
        return None

    def _has_begun(self, date: str) -> bool:
        """Whether a date is no later than publication, as far as it is told."""
        published = self.page.published
        return published is None or not date[:1].isdigit() or date[: len(published)] <= published[: len(date)]

    def _before_dash(self, link: Link) -> str | None:
        """Russian: «С 2010 года X — министр»: since when."""
        after = link.person_last + 1
        if self.posts.tag != "ru" or link.post.first < after or self.tokens[after].text not in _DASHES:
            return None
        return self._leading(link, None)[0]

    def _is_past(self, date: str) -> bool:
        return self.page.published is None or date <= self.page.published

    def _stretch(self, link: Link) -> Span:
        """Where the dates of the term stand: from the verb to the end of its clause."""
        sentence = self.page.sentence_at(self.tokens[link.person_first].start)
        last = max(link.post.last, link.person_last, link.verb or 0)
        j = last + 1
        while j < sentence.stop and j - last < 12 and (self.tokens[j].text not in ",;()" or self._dates_on(j)):
            j += 1
        first = link.verb or link.person_first
        if self.words.before_title:
            first = min(first, link.post.first)
            while first > sentence.first and self.tokens[first - 1].text not in ",;()" and last - first < _BEFORE:
                first -= 1
        return Span(self.tokens[first].start, self.tokens[j - 1].end)

    def _dates_on(self, comma: int) -> bool:
        """ "head of Y, from May 2003 to June 2004", "from May 5, 2003": a comma before a date of the term."""
        if self.tokens[comma].text != "," or comma + 2 >= len(self.tokens):
            return False
        if comma in self.posts.timed or self.words.before_title:
            return comma in self.posts.timed
        bound = self.tokens[comma + 1].lower in self.words.since_beside | self.words.until
        effect = self.words.effective.at(self.tokens, comma + 1)
        return (bound and comma + 2 in self.posts.timed) or (effect is not None and effect.last + 1 in self.posts.timed)

    def _inside(self, span: Span) -> list[TimeExpression]:
        """The dates wholly inside a stretch, in order."""
        first, stop = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [time for time in self.dates[first:stop] if span.covers(time.span)]

    def _bounds(self, link: Link) -> tuple[str | None, str | None]:
        """ "from April 1999 to March 2005", "since 2003", "until 2005"."""
        span = self._stretch(link)
        start = end = None
        for time in self._of_conjunct(link, self._inside(span)):
            if time.value is None:
                continue
            if self._is_attribute(time.span):
                continue
            other = self._of_other_verb(link, time.span)
            if other is not None:
                end = end or (time.value if other == "until" else None)
                continue
            low, mark, high = time.value.partition("/")
            if mark:
                return (low if low != ".." else None), (high if high != ".." else None)
            first, stop = self.page.token_range(time.span)
            beside = (first - 1, first) if not self.words.before_title else (stop - 1, min(stop, len(self.tokens) - 1))
            words = {self.tokens[j].lower for j in beside}
            if words & self.words.until:
                end = end or time.value
            elif link.sense == "leave" and words & self.words.since_leading:
                continue  # "the resignation of X, its head since 1995"
            elif words & self.words.since or self._is_from(stop - 1) or self._is_effective(first):
                start = start or time.value
        return start, end

    def _is_from(self, last: int) -> bool:
        """Kazakh: "1997 жылғы наурыздан 2001 жылға дейін": whether a date ends in the case of since when."""
        return self.words.before_title and features("kk", self.tokens[last].lower).case == "abl"

    def _is_effective(self, date: int) -> bool:
        """ "named X as head, effective January 1": words before a date that make it the start."""
        near = range(max(0, date - _EFFECTIVE), date)
        found = (self.words.effective.at(self.tokens, at, date) for at in near)
        return any(match is not None and match.last == date - 1 for match in found)

    def _is_attribute(self, span: Span) -> bool:
        """English: "the 1995-2012 government": a date between an article and its noun."""
        first, stop = self.page.token_range(span)
        if self.posts.tag != "en" or not first or stop >= len(self.tokens):
            return False
        opened = self.tokens[first - 1].lower in self.words.articles
        return opened and self.posts.chunks.kind(stop) in (k.NOUN, k.ADJECTIVE)

    def _of_other_verb(self, link: Link, span: Span) -> str | None:
        """English: what a date behind "until" or another verb tells: "until Kim came on Monday", "when he left in May".

        "until" where it ends the office, "other" where it says nothing of it; None where it is the office's own.
        """
        if self.posts.tag != "en":
            return None
        last = max(link.post.last, link.person_last, link.verb or 0)
        between = range(last + 1, self.page.token_at(span.start))
        if any(self.tokens[j].lower in self.words.until_told for j in between):
            return "until"
        return "other" if any(self.posts.chunks.kind(j) in (k.VERB, k.AUXILIARY) for j in between) else None

    def _leading(self, link: Link, end: str | None) -> tuple[str | None, str | None]:
        """The dates before the person and the verb of when an office is held: "Since 2003 X has headed Y".

        Russian: «С 2003 по 2010 год», «В 2003–2010 годах», too.
        """
        sentence = self.page.sentence_at(self.tokens[link.person_first].start)
        until = min(link.person_first, link.verb or link.person_first)
        for time in self._inside(Span(sentence.span.start, max(sentence.span.start, self.tokens[until].start))):
            first, stop = self.page.token_range(time.span)
            before = self.tokens[first - 1].lower if first > sentence.first else ""
            low, mark, high = (time.value or "/").partition("/")
            if mark and self.posts.tag == "ru" and before in self.words.since and _is_years(low, high):
                return low, high
            if sentence.first < first and stop <= until and before in self.words.since_leading:
                return (time.value, end or self._until(stop, until)) if not mark else (None, end)
        return None, end

    def _until(self, first: int, stop: int) -> str | None:
        """«С 2010 по 2014 год»: the end right behind the start, where one is told."""
        if first + 1 >= stop or self.tokens[first].lower not in self.words.until:
            return None
        span = Span(self.tokens[first + 1].start, self.tokens[stop].start)
        time = next(iter(self._inside(span)), None)
        told = time is not None and self.page.token_range(time.span)[0] == first + 1
        return time.value if time is not None and told and "/" not in (time.value or "/") else None

    def _dated(self, link: Link) -> str | None:
        """The one date in the sentence outside brackets, for an office taken or left."""
        found = [
            time
            for time in self._inside(self._around(link))
            if not self._in_brackets(time.span)
            and not self._in_relative(link, time.span)
            and not self._is_of_start(link, time.span)
            and not self._is_behind_clause(link, time.span)
            and not self._is_aside(link, time.span)
        ]
        found = self._of_conjunct(link, found)
        values = {time.value for time in found}
        return found[0].value if len(values) == 1 and "/" not in (found[0].value or "/") else None

    def _around(self, link: Link) -> Span:
        """The sentence, or the part of it between semicolons, in which a link stands."""
        sentence = self.page.sentence_at(self.tokens[link.person_first].start)
        tokens = [link.person_first, link.person_last, link.post.first, link.post.last]
        if link.verb is not None:
            tokens = [link.person_first, link.person_last, link.verb]
        first, last = max(sentence.first, min(tokens)), min(sentence.stop - 1, max(tokens))
        opening, closing = max(sentence.first, first - _PART), min(sentence.stop, last + _PART)
        while first > opening and self.tokens[first - 1].text != ";":
            first -= 1
        while last + 1 < closing and self.tokens[last + 1].text != ";":
            last += 1
        return Span(self.tokens[first].start, self.tokens[last].end)

    def _in_relative(self, link: Link, span: Span) -> bool:
        """Whether a relative clause that opens behind the office and its holder tells the date: ", who since 2020"."""
        last = max(link.post.last, link.person_last, link.verb or 0)
        between = range(last + 1, self.page.token_at(span.start))
        kinds = self.posts.chunks.kind
        return any(
            kinds(j) == k.RELATIVE or (kinds(j) == k.PARTICIPLE and self.tokens[j - 1].text == ",") for j in between
        )

    def _is_of_start(self, link: Link, span: Span) -> bool:
        """Whether a date says since when an office was held that is left now: "X, mayor since 2011, was dismissed"."""
        first = self.page.token_at(span.start)
        since = first > 0 and self.tokens[first - 1].lower in self.words.since_leading
        behind = link.person_last < first < (link.verb or 0) or link.post.last < first
        return since and link.sense == "leave" and behind

    def _is_behind_clause(self, link: Link, span: Span) -> bool:
        """ "X, who resigned after the coup, an official said yesterday": a date behind the clause of who left."""
        if self.posts.tag != "en" or link.verb is None:
            return False
        if link.sense == "become":  # "was made mayor after the war but was fired in May"
            kind = self.posts.chunks.kind
            behind = range(max(link.post.last, link.verb) + 1, self.page.token_at(span.start) - 1)
            return any(kind(j) == k.CONJUNCTION and kind(j + 1) in (k.VERB, k.AUXILIARY) for j in behind)
        if link.sense != "leave":
            return False
        relative = self.posts.chunks.kind(link.verb - 1) == k.RELATIVE
        between = range(link.verb + 1, self.page.token_at(span.start))
        return relative and any(self.tokens[j].text == "," for j in between)

    def _is_aside(self, link: Link, span: Span) -> bool:
        """English: "X, shown in parliament in May, was replaced": a date of what is said of somebody on the way."""
        date, first = self.page.token_at(span.start), link.person_last + 1
        if self.posts.tag != "en" or link.verb is None or not first < date < link.verb:
            return False
        kinds = (self.posts.chunks.kind(j) for j in range(first + 1, date))
        closed = any(self.tokens[j].text == "," for j in range(date, link.verb))
        return self.tokens[first].text == "," and closed and any(kind in _DOING for kind in kinds)

    def _of_conjunct(self, link: Link, found: list[TimeExpression]) -> list[TimeExpression]:
        """English: those on this side of an "and on Monday appointed": what another verb behind "and" does is then."""
        for time in found if self.posts.tag == "en" and link.verb is not None else ():
            first, stop = self.page.token_range(time.span)
            joint = first - 1 if self.tokens[first - 1].lower in self.words.joins else first - 2
            joined = joint > 0 and self.tokens[joint].lower in self.words.joins
            if joined and stop < len(self.tokens) and self.posts.chunks.kind(stop) == k.VERB:
                own, start = (link.verb or 0) > joint, self.tokens[joint].start
                return [one for one in found if (one.span.start > start) == own]
        return found

    def _in_brackets(self, span: Span) -> bool:
        sentence = self.page.sentence_at(span.start)
        for j in range(self.page.token_at(span.start) - 1, sentence.first - 1, -1):
            if self.tokens[j].text in _BRACKETS:
                return self.tokens[j].text in "(["
        return False

    def _recent(self, link: Link) -> str | None:
        """The month of publication, where a change is called recent and the month was well under way."""
        published = self.page.published
        if published is None or len(published) != len("2007-01-30") or int(published[8:]) <= _EARLY:
            return None
        sentence = self.page.sentence_at(self.tokens[link.person_first].start)
        recent = any(True for _ in self.words.recent.find(self.tokens, sentence.first, link.verb or sentence.stop))
        return published[:7] if recent or link.post.status == "new" else None


def _is_years(low: str, high: str) -> bool:
    """Whether a range is one of years or months, as terms of office are."""
    return all(len("2003") <= len(date) <= len("2003-01") and date[0].isdigit() for date in (low, high))

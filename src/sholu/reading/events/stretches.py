"""Stretches of tokens that may be parties: noun phrases with what hangs on them, by place or by case.

A stretch is a pair of token indices, both included.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from sholu.model.reading import TimeExpression
from sholu.model.span import Span
from sholu.reading.chunks import Chunks, chunks_of, kinds
from sholu.reading.entities import EntityIndex
from sholu.reading.events.kazakh_clauses import KazakhClauses, around
from sholu.reading.events.lexicon import listed, words
from sholu.reading.events.series import Series
from sholu.reading.languages import language
from sholu.reading.languages.declension import cases_of_name
from sholu.reading.languages.morphology import readings
from sholu.reading.number_words import number_words
from sholu.reading.page import Page
from sholu.text.phrases import Phrases

Stretch = tuple[int, int]
CASES = frozenset({"nom", "gen", "dat", "acc", "ins", "loc", "abl"})
_TAILS = frozenset({kinds.MARK, kinds.PREPOSITION, kinds.INFINITIVE})  # what no phrase ends with
NOMINAL = frozenset({kinds.NOUN, kinds.ADJECTIVE, kinds.NUMBER, kinds.DETERMINER, kinds.POSSESSIVE, kinds.PARTICIPLE})
_WAITING = frozenset({kinds.NUMBER, kinds.DETERMINER, kinds.ADJECTIVE})  # what waits for its noun
_PARTICIPIAL = frozenset({kinds.GERUND, kinds.PARTICIPLE})
FAR = 14  # tokens after a trigger within which a preposition or case still belongs to it
_CLAUSAL = frozenset({kinds.VERB, kinds.AUXILIARY, kinds.INFINITIVE, kinds.RELATIVE, kinds.SUBORDINATOR})
_NOMINATIVE = frozenset({"nom"})
_LONGEST = 30  # tokens of one party
_PARTIES = frozenset({"person", "organisation", "outlet", "group"})
_SHORT_VERB = 4  # letters in a noun that ends as verbs do
_ROUNDING = 4  # tokens of the words that round a number, at most
_NAME = 80  # code points that a name may reach beyond two of its words


class Stretches:
    """The phrases of one page; what tells a time is no part of them."""

    def __init__(self, page: Page, entities: EntityIndex, times: Sequence[TimeExpression]) -> None:
        self.page = page
        self.entities = entities
        self.tokens = page.tokens
        self.tag = page.language.tag
        self.chunks: Chunks = chunks_of(page)
        self.dated = {token.i for time in times for token in page.tokens_in(time.span)}
        self.kazakh = KazakhClauses(self)
        self.series = Series(self.chunks, entities) if self.tag == "en" else None

    def phrase(self, i: int, but: frozenset[str] = frozenset()) -> Stretch | None:
        """The noun phrase from token `i` on with what hangs on it by any preposition but these."""
        if i >= len(self.tokens):
            return None
        first = self.rounded(i)
        if self.chunks.kind(first) == kinds.PREPOSITION:
            first += 1
        phrase = self.to_noun(self.chunks.phrase_starting(first))
        if phrase is None:
            return None
        if first > i and self._is_measured(first):
            phrase = i, phrase[1]
        for j in range(phrase[0] + 1, phrase[1]):
            if self.tokens[j].lower in but:
                return self.tidy((phrase[0], j - 1))
        return self.tidy(self._grown(phrase, but))

    def to_noun(self, phrase: Stretch | None) -> Stretch | None:
        """English: a phrase that a participle parts from its noun, "eleven moulding plants", with that noun."""
        if phrase is None or self.tag != "en" or not self._waits(phrase[1]):
            return phrase
        i = phrase[1] + 1
        if i + 1 >= self.page.sentence_of(phrase[0]).stop or not self._describes(i):
            return phrase
        if self.chunks.kind(i + 1) != kinds.NOUN or i + 1 in self.dated:
            return phrase
        more = self.chunks.phrase_starting(i + 1)
        return (phrase[0], more[1]) if more else phrase

    def counts(self, i: int) -> bool:
        """Whether a word is a number."""
        number = self.chunks.kind(i) == kinds.NUMBER or self.tokens[i].shape == "number"
        return number or self.tokens[i].lower in number_words(self.tag).cardinals

    def leads_to_name(self, i: int) -> bool:
        """Whether a token stands before a name: "the capital | Osh", in English "the village of | Osh"."""
        if self.chunks.kind(i) in (kinds.DETERMINER, kinds.ADJECTIVE):
            return True
        of = self.tokens[i].lower in words("en", "grammar", "attaching_name")
        return self.tag == "en" and (of or self.chunks.kind(i) == kinds.NOUN)

    def _waits(self, i: int) -> bool:
        """Whether a noun is still to come behind this word."""
        return self.chunks.kind(i) in _WAITING or self.tokens[i].lower in number_words(self.tag).cardinals

    def _describes(self, i: int) -> bool:
        """Whether this word may stand before a noun though it is formed from a verb."""
        return self.chunks.kind(i) in _PARTICIPIAL or self.tokens[i].lower in words(self.tag, "grammar", "adjectives")

    def rounded(self, i: int) -> int:
        """The token after words that round a number, "at least eight"; `i` itself where there are none."""
        rounding = _rounding(self.tag)
        found = rounding.at(self.tokens, i, min(len(self.tokens), i + _ROUNDING)) if rounding else None
        return found.last + 1 if found and self._is_measured(found.last + 1) else i

    def rounding_from(self, i: int) -> int:
        """The first token of the words that round the number at a token, "[more] than 30"; `i` where there are none."""
        return next((j for j in range(max(0, i - _ROUNDING), i) if self.rounded(j) == i), i)

    def _is_measured(self, i: int) -> bool:
        if i >= len(self.tokens):
            return False
        return self.chunks.kind(i) == kinds.NUMBER or self.tokens[i].lower in number_words(self.tag).cardinals

    def _grown(self, phrase: Stretch, but: frozenset[str]) -> Stretch:
        """The phrase with further phrases that hang on it by a preposition of place, origin or part."""
        if self.tag != "en":
            return self._with_name(phrase)
        first, last = phrase
        stop = self.page.sentence_at(self.tokens[first].start).stop
        while last + 2 < stop and last - first < _LONGEST:
            following = self.tokens[last + 1].lower
            name = self.tokens[last].is_capitalised
            allowed = words(self.tag, "grammar", "attaching_name" if name else "attaching")
            if following not in allowed or following in but or last + 2 in self.dated:
                break
            if self.tokens[last + 2].lower in words("en", "grammar", "set_phrases"):
                break
            more = self.chunks.phrase_starting(last + 2)
            if more is None or self.chunks.kind(last + 2) == kinds.GERUND:
                break
            last = more[1]
        joined = self._joined(last, stop)
        if joined == last and self.series is not None and last + 2 not in self.dated:
            joined = self.series.end(first, last, stop)
        return first, joined

    def _joined(self, last: int, stop: int) -> int:
        """The end of what "and" joins to a phrase, "the minister and two guards", unless a new clause begins there."""
        i = last + 1
        if i + 1 >= stop or self.tokens[i].lower not in words(self.tag, "grammar", "and") or i + 1 in self.dated:
            return last
        more = self.chunks.phrase_starting(i + 1)
        if more is None or self.chunks.kind(i + 1) == kinds.PRONOUN:
            return last
        following = self.chunks.kind(more[1] + 1) if more[1] + 1 < stop else kinds.MARK
        return last if following in _CLAUSAL else more[1]

    def _with_name(self, phrase: Stretch) -> Stretch:
        """ "с премьер-министром Садыковым": the name that stands in the same case beside its title."""
        first, last = phrase
        stop = self.page.sentence_at(self.tokens[first].start).stop
        while self.tag == "ru" and last + 1 < stop and self.tokens[last + 1].is_capitalised:
            if not self.tokens[last + 1].is_word or last + 1 in self.dated:
                break
            if not _cases_of(self.tag, self.tokens[last + 1].text) & self.cases(phrase):
                break
            last += 1
        return first, last

    def tidy(self, phrase: Stretch) -> Stretch | None:
        """Without expressions of time at either end and without marks; of "at least five" not only "least five"."""
        first, last = phrase
        if first > last:
            return None
        if self.tag == "en" and first and self.tokens[first].lower in ("least", "most"):
            first -= self.rounded(first - 1) > first
        while first <= last and (first in self.dated or self.chunks.kind(first) in (kinds.MARK, kinds.CONJUNCTION)):
            if self._opens_name(first, last):
                break
            first += 1
        if first > phrase[0] and first <= last and self.chunks.kind(first) == kinds.POSSESSIVE:
            first += 1
        while last >= first and (last in self.dated or self.chunks.kind(last) in _TAILS):
            last -= 1
        while last >= first and self.chunks.kind(last) in (kinds.POSSESSIVE, kinds.DETERMINER) and last > first:
            last -= 1
        return (first, last) if first <= last else None

    def _opens_name(self, first: int, last: int) -> bool:
        """Kazakh: whether a phrase begins with a name in quotation marks: «Болат» зауытының жұмысшылары."""
        if self.tag != "kk" or self.tokens[first].text != "«":
            return False
        return any(self.tokens[i].text == "»" for i in range(first + 1, last))

    def parts(self, phrase: Stretch) -> Iterator[Stretch]:
        """The members of a phrase joined by "and": whole, where it is not a list of like things."""
        joins = words(self.tag, "grammar", "and")
        start = phrase[0]
        commas = {i for i in range(phrase[0] + 1, phrase[1]) if self._parts_people(i) or self._parts_list(i, phrase)}
        cuts = [i for i in range(phrase[0] + 1, phrase[1]) if self.tokens[i].lower in joins or i in commas]
        both = self._two(phrase)
        closing = both if both is not None else next((i for i in cuts if commas and i > max(commas)), None)
        for cut in cuts:
            if self.tag == "kk" and self.kazakh.share_head((start, cut - 1), (cut + 1, phrase[1])):
                continue
            if cut in commas or (
                (cut == closing or self._alike((start, cut - 1), (cut + 1, phrase[1]))) and not self._in_name(cut)
            ):
                tidy = self.tidy((start, cut - 1))
                if tidy:
                    yield tidy
                start = cut + 1
        yield start, phrase[1]

    def _two(self, phrase: Stretch) -> int | None:
        """The "and" of two sides: "fighting between | rebels and soldiers", «бой между | армией и повстанцами»."""
        before = self.tokens[phrase[0] - 1].lower if phrase[0] else ""
        if self.tag == "kk" or before not in words(self.tag, "grammar", "two_sides"):
            return None
        joins = words(self.tag, "grammar", "and")
        found = [i for i in range(phrase[0] + 1, phrase[1]) if self.tokens[i].lower in joins]
        return found[0] if len(found) == 1 else None

    def _parts_list(self, i: int, phrase: Stretch) -> bool:
        """English: whether a comma stands between two members of a list."""
        return self.series is not None and self.series.parts(i, phrase)

    def _parts_people(self, i: int) -> bool:
        """English: whether a comma stands between the names of two people."""
        if self.tag != "en" or self.tokens[i].text != ",":
            return False
        if i == 0 or i + 1 >= len(self.tokens):
            return False
        near = self.entities.within(Span(max(0, self.tokens[i].start - _NAME), self.tokens[i].end + _NAME))
        people = [mention for mention, id in near if self.entities.get(id).kind == "person" and mention.form == "name"]
        before = any(mention.end == self.tokens[i - 1].end for mention in people)
        return before and any(mention.start == self.tokens[i + 1].start for mention in people)

    def _in_name(self, i: int) -> bool:
        """Whether an "and" stands inside a name: «Орман мен өзен», "Jammu and Kashmir"; not looked for in Russian."""
        token = self.tokens[i]
        return self.tag != "ru" and any(
            mention.form == "name" and mention.start < token.start and token.end < mention.end
            for mention, _ in self.entities.within(around(self.page, token.span))
        )

    def _alike(self, left: Stretch, right: Stretch) -> bool:
        """Whether both sides of an "and" are parties, rather than a head with what hangs on it and a mere name."""
        if self.tag == "kk":
            return True
        if not all(any(self.tokens[i].is_capitalised for i in range(side[0], side[1] + 1)) for side in (left, right)):
            return False
        if self.tag == "ru":
            return left[0] == left[1] or right[0] < right[1]
        hangs = [
            any(self.chunks.kind(i) == kinds.PREPOSITION for i in range(side[0], side[1] + 1)) for side in (left, right)
        ]
        return not hangs[0] or hangs[1] or self.chunks.kind(right[0]) == kinds.DETERMINER

    def named(self, phrase: Stretch) -> bool:
        """Whether somebody's name stands in the phrase."""
        inside = self.entities.within(self.page.span(*phrase))
        return any(mention.form == "name" and self.entities.get(id).kind == "person" for mention, id in inside)

    def span(self, phrase: Stretch) -> Span:
        """The stretch of text of a phrase."""
        return self.page.span(*phrase)

    def after(self, i: int, case: str) -> Stretch | None:
        """The first phrase after token `i` in this case, within the clause."""
        if not 0 < i < len(self.tokens):
            return None
        stop = min(self.chunks.clause_at(i - 1)[1] + 1, i + FAR)
        while i < stop:
            kind = self.chunks.kind(i)
            if kind == kinds.PREPOSITION:
                phrase = self.chunks.phrase_starting(i + 1)
                i = self._before_number(phrase) + 1 if phrase else i + 1
            elif kind in NOMINAL or kind == kinds.PRONOUN:
                phrase = self.phrase(i)
                if phrase is None:
                    return None
                phrase = phrase[0], self._before_number(phrase)
                counted = case == "nom" and self.tokens[i].shape == "number"
                if case in self.cases(phrase) and i not in self.dated and not counted:
                    return phrase
                if case == "gen":
                    return None
                i = phrase[1] + 1
            elif kind in (kinds.SUBORDINATOR, kinds.RELATIVE, kinds.VERB):
                return None
            else:
                i += 1
        return None

    def _before_number(self, phrase: Stretch) -> int:
        """The end of a phrase, before the number with which another begins: «из автоматов | двоих гвардейцев»."""
        for i in range(phrase[0] + 1, phrase[1]):
            if self.tag == "ru" and self.chunks.kind(i) == kinds.NUMBER and self.chunks.kind(i - 1) == kinds.NOUN:
                return i - 1
        return phrase[1]

    def first_nominative(self, stop: int) -> Stretch | None:
        """The first phrase of the clause before token `stop` that can be its subject by case."""
        j = self.chunks.clause_at(stop)[0]
        while j < stop:
            kind = self.chunks.kind(j)
            if kind == kinds.PREPOSITION:
                phrase = self.chunks.phrase_starting(j + 1)
                j = phrase[1] + 1 if phrase else j + 1
            elif kind in NOMINAL:
                phrase = self.phrase(j) or (j, j)
                if phrase[1] < stop and "nom" in self.cases(phrase) and phrase[0] not in self.dated:
                    return phrase
                j = max(phrase[1], j) + 1
            else:
                j += 1
        return None

    def before(self, i: int, case: str) -> Stretch | None:
        """The last phrase before token `i` in this case, within the clause; for the nominative the first."""
        if i < 0:
            return None
        first = self.chunks.clause_at(i + 1)[0]
        if self.tag == "kk":
            return self.kazakh.before(first, i, case)
        best = None
        j = first
        while j <= i:
            kind = self.chunks.kind(j)
            if kind == kinds.PREPOSITION:
                phrase = self.chunks.phrase_starting(j + 1)
                pointing = self.tag == "ru" and self.chunks.kind(j + 1) == kinds.DETERMINER  # «до этого»
                j = phrase[1] + 1 if phrase else j + 1 + pointing
            elif kind in NOMINAL or kind == kinds.PRONOUN:
                found = self.chunks.phrase_starting(j)
                phrase = (j, min(found[1], i)) if found else (j, j)
                cases = self.cases(phrase)
                if case in cases and phrase[0] not in self.dated and "nom" not in cases:
                    best = phrase
                j = phrase[1] + 1
            else:
                j += 1
        return best

    def cases(self, phrase: Stretch) -> frozenset[str]:
        """The cases that the head of a phrase may stand in: its first noun in Russian, its last word in Kazakh."""
        head = phrase[0]
        if head == phrase[1] and self.tag == "ru" and self.tokens[head].shape == "number":
            return frozenset()
        if head == phrase[1] and self.chunks.kind(head) == kinds.DETERMINER:
            return frozenset(
                reading.case for reading in readings(self.tag, self.tokens[head].text) if reading.part != "noun"
            )
        if self.chunks.kind(head) == kinds.NUMBER and self.tokens[head].is_word:
            return _cases_of(self.tag, self.tokens[head].text)
        owned = self.tag == "ru" and self.tokens[head].lower in words(self.tag, "grammar", "owners")
        head += owned and head < phrase[1]  # «их колонну»
        while head < phrase[1] and self.chunks.kind(head) not in (kinds.NOUN, kinds.PRONOUN):
            head += 1
        surely = self.surely_nominative(head)
        found = _NOMINATIVE if surely else _cases_of(self.tag, self.tokens[head].text)
        for i in range(phrase[0], head):
            if self.chunks.kind(i) in (kinds.ADJECTIVE, kinds.PARTICIPLE):
                shared = found & _cases_of(self.tag, self.tokens[i].text)
                found = shared or found
        return found

    def surely_nominative(self, first: int) -> bool:
        """Russian: whether a name that is surely in the nominative begins here: «Темиров» is no genitive."""
        token = self.tokens[first]
        if self.tag != "ru" or not token.is_capitalised:
            return False
        for mention, id in self.entities.within(Span(token.start, token.start + _NAME)):
            if mention.start > token.start:
                break
            if mention.form == "name" and self.entities.get(id).kind == "person":
                inside = self.page.tokens_in(mention.span)
                words = tuple(one.text for one in inside if one.is_word and one.text[-1] != ".")
                return cases_of_name(words) == _NOMINATIVE
        return False


@cache
def _rounding(tag: str) -> Phrases[None]:
    """The words that round a number."""
    return Phrases((pattern, None) for pattern in listed(language(tag).table("events")["grammar"]["rounding"]))


@cache
def _cases_of(tag: str, word: str) -> frozenset[str]:
    found = readings(tag, word)
    cases = frozenset(reading.case for reading in found if reading.case)
    if not cases:
        return CASES if tag == "ru" else frozenset({"nom"})
    return cases

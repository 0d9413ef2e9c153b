"""What stands before a figure: "a budget of $5 million", «бюджет в 5 млрд», "әскери бюджеті 5 млрд теңге"."""

from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.morphology import features
from sholu.reading.page import Page
from sholu.reading.quantities.counted import Counter
from sholu.reading.quantities.figure import Figure
from sholu.reading.quantities.kazakh import KazakhNouns
from sholu.reading.quantities.lexicon import SURE, UnitWords
from sholu.reading.quantities.subjects import Subject, Subjects

_NOMINAL = frozenset({k.NOUN, k.ADJECTIVE, k.PARTICIPLE})
_OBJECT = 9  # tokens from a verb of change over its object
_OBJECT_KINDS = frozenset({*_NOMINAL, k.DETERMINER, k.POSSESSIVE, k.GERUND, k.PRONOUN, k.PREPOSITION})
_CLAUSE = 25  # tokens back from a colon


class Heads:
    """The nouns before the figures of one page."""

    def __init__(self, page: Page, words: UnitWords, counter: Counter, subjects: Subjects, kazakh: KazakhNouns) -> None:
        self.page, self.tokens, self.words = page, page.tokens, words
        self.counter, self.subjects, self.kazakh = counter, subjects, kazakh
        self.chunks = chunks_of(page)

    def noun_before(self, figure: Figure, first: int) -> Subject | None:
        """ "a budget of $5 million", "a fine of 100 dollars", "бюджет в 5 млрд", "әскери бюджеті 5 млрд теңге"."""
        at = self.left_of(figure, first) - 1
        if at < first:
            return None
        if self.tokens[at].lower in self.words.sets["put_at"] and self.counter.is_put(figure, first):
            return self.subjects.ending(at - 1, first)
        if self.words.numbers.of:
            worth = self.tokens[at].lower in self.words.sets["worth_before"]
            if self.tokens[at].lower not in self.words.numbers.of and not worth:
                return self._changed(at, first)
            at -= 1
            if worth and self.chunks.kind(at) not in _NOMINAL:
                return None
        elif self.page.language.tag == "kk":
            if at > first and self.tokens[at].start == self.tokens[at - 1].end:
                return None  # «30-дан 11-і»
            known = features("kk", self.tokens[at].lower)
            if known.case == "gen" and known.score >= SURE:
                return Subject(self.subjects.counted(at, at), None)  # «30 адамның 11-і»
            is_verb = self.tokens[at].lower.endswith(self.words.measures.verb_endings)
            if is_verb or (known.case == "abl" and known.score >= SURE):
                return None
            return self.kazakh.before(figure, at, first)
        elif self.page.language.tag == "ru" and (self.chunks.kind(at) == k.PREPOSITION or self.tokens[at].text in "—–"):
            at -= 1
            bound = self.words.bound_before(self.tokens, first, at + 1)
            at = self.before_time(bound[1] - 1 if bound else at, first)  # «увеличилась больше чем на 50 %»
        elif self.page.language.tag == "ru" and self.tokens[at].lower in self.words.sets["dimensions"]:
            at -= 1
        elif self.page.language.tag == "ru" and (self._is_given(at, first) or self._is_scene(figure, at)):
            return None
        return self.subjects.ending(at, first)

    def head(self, figure: Figure, first: int, stop: int) -> Subject | None:
        """«заём в 5 млн евро на ремонт»: the noun before a sum, which what the sum is meant for does not go before."""
        if figure.unit not in self.words.currencies or self.page.language.tag != "ru":
            return None
        at = self.left_of(figure, first) - 1
        of = self.tokens[figure.next].lower in self.words.measures.of
        if not of and (at < first or self.tokens[at].lower not in self.words.sets["put_at"]):
            return None  # «штраф в 5 млн рублей министру»
        linked = at > first and self.chunks.kind(at) == k.PREPOSITION and self.chunks.kind(at - 1) == k.NOUN
        return self.noun_before(figure, first) if linked and at - 1 not in self.subjects.passed else None

    def before_colon(self, figure: Figure, first: int) -> Subject | None:
        """«ужесточил наказание за кражу: от пяти лет»: the last thing told before a colon that hangs on nothing."""
        colon = self.left_of(figure, first) - 1
        while colon > first and (colon in self.subjects.passed or self.chunks.kind(colon) == k.PREPOSITION):
            colon -= 1
        if self.page.language.tag != "ru" or colon <= first or self.tokens[colon].text != ":":
            return None
        for at in range(colon - 1, max(first, colon - _CLAUSE) - 1, -1):
            bare = (
                self.chunks.kind(at) == k.NOUN and self.tokens[at].shape == "lower" and at not in self.subjects.passed
            )
            if self.tokens[at].text in ";:" or not bare:
                continue
            start = at
            while start > first and self.chunks.kind(start - 1) == k.ADJECTIVE:
                start -= 1
            free = start == first or self.chunks.kind(start - 1) != k.PREPOSITION
            if free and features("ru", self.tokens[at].lower).case in ("nom", "acc"):
                return self.subjects.phrase(at, at)
        return None

    def _before_level(self, start: int, first: int) -> int | None:
        """ "touched a new record of | 5 million", "an annual | 7 percent": where words for a level begin."""
        at = start - 1
        if at > first and self.tokens[at].lower in self.words.numbers.of and self._is_level(at - 1):
            at -= 1
        elif not self._is_level(at) and self.chunks.kind(at) not in (k.ADJECTIVE, k.PARTICIPLE):
            return None
        while at > first and (self._is_level(at) or self.chunks.kind(at) == k.ADJECTIVE):
            at -= 1
        if self.chunks.kind(at) == k.PARTICIPLE and at > first:
            at -= 1
        return at if self.tokens[at].lower in self.words.sets["articles"] else None

    def _is_level(self, at: int) -> bool:
        return self.tokens[at].lower in self.words.sets["levels"]

    def _changed(self, at: int, first: int) -> Subject | None:
        """ "raised military outlays to $5 million", "cut the fee by 12 percent": the object of who changes it."""
        if self.tokens[at].lower not in self.words.sets["changed_to"] or at - 1 < first:
            return None
        for start in range(at - 1, max(first, at - _OBJECT) - 1, -1):
            if self.tokens[start].lower in self.words.sets["changers"] and (start < at - 1 or self._is_bare(start)):
                whole = start < at - 1 and self.chunks.kind(start + 1) != k.PREPOSITION  # not "cut by a fifth, to"
                whole = whole and not self._only_counts(start + 1, at - 1)
                return self.subjects.phrase(start + 1, at - 1) if whole else None
            if self.chunks.kind(start) not in _OBJECT_KINDS:
                return None
        return None

    def _only_counts(self, first: int, last: int) -> bool:
        """ "brought the total since May to 60": whether a phrase names nothing that is counted."""
        first += self.chunks.kind(first) == k.DETERMINER
        dated = first + 2 <= last and first + 2 in self.subjects.passed
        return dated and self.words.changes.figure.at(self.tokens, first) is not None

    def _is_bare(self, at: int) -> bool:
        """Whether a word that may be a verb is one: in "raised its estimate to" the last is none."""
        return self.chunks.kind(at) != k.NOUN

    def _is_scene(self, figure: Figure, at: int) -> bool:
        """«держали в кабинете шесть часов»: where it went on for so long, and no measure of it."""
        return figure.unit in self.words.durations and features("ru", self.tokens[at].lower).case == "loc"

    def _is_given(self, at: int, first: int) -> bool:
        """«выделила вернувшимся 400 тысяч», «получил от подрядчика 5 млн»: to whom or from whom, and no measure."""
        if self.chunks.kind(at) == k.PARTICIPLE or features("ru", self.tokens[at].lower).case == "dat":
            return True
        while at > first and self.chunks.kind(at) in _NOMINAL:
            at -= 1
        return self.tokens[at].lower in self.words.measures.givers

    def before_time(self, at: int, first: int) -> int:
        """«бюджет в 2023 году — 5 млрд»: the token before a time and its preposition."""
        if at not in self.subjects.passed:
            return at
        while at > first and (at in self.subjects.passed or self.chunks.kind(at) == k.PREPOSITION):
            at -= 1
        return at

    def left_of(self, figure: Figure, first: int) -> int:
        """The first token of the figure with every word of bound and degree before it."""
        start = figure.start
        while start > first:
            found = self.words.bound_before(self.tokens, first, start)
            level = self._before_level(start, first)
            if found is not None:
                start = found[1]
            elif level is not None:
                start = level
            elif start - 1 in self.subjects.passed or self.chunks.kind(start - 1) in (k.DETERMINER, k.ADVERB):
                start -= 1
            else:
                break
        return start

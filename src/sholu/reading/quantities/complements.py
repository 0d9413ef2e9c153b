"""The subject of the verb whose complement a figure is: "the budget will reach $5 million"."""

from sholu.model.span import Span
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.chunks.verbs import PARTICIPLE
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.morphology import features
from sholu.reading.page import Page
from sholu.reading.quantities.figure import Figure
from sholu.reading.quantities.growth import Growth
from sholu.reading.quantities.heads import Heads
from sholu.reading.quantities.lexicon import UnitWords
from sholu.reading.quantities.subjects import HOLDERS, Subject, Subjects

_QUOTES = frozenset('«"“„')
_FAR = 12
_RELATIVE = 25  # tokens in a relative clause


class Complements:
    """The subjects of the verbs before the figures of one page."""

    def __init__(
        self,
        page: Page,
        words: UnitWords,
        entities: EntityIndex,
        subjects: Subjects,
        heads: Heads,
        growth: Growth,
    ) -> None:
        self.page, self.tokens, self.words, self.entities = page, page.tokens, words, entities
        self.subjects, self.heads, self.growth = subjects, heads, growth
        self.chunks = chunks_of(page)

    def subject(self, figure: Figure, first: int) -> Subject | None:
        """The subject of the verb whose complement the figure is; of other verbs ("paid") only whose figure it is."""
        verb = self._verb_before(figure, first)
        if verb is None:
            return None
        linking = self._links(verb, figure)
        described = self._described(verb, first) if linking else None
        if described is not None:
            return described
        over = self._over_relative(verb, first) if linking else None
        if over is not None:
            full = self.chunks.phrase_ending(over)
            return self.subjects.phrase(*full) if full is not None else self.subjects.ending(over, first)
        phrase = self.chunks.noun_phrase_before(verb)
        if phrase is None:
            return self._first_noun(verb) if linking else None
        if linking and all(at in self.subjects.passed for at in range(phrase[0], phrase[1] + 1)):
            return self.subjects.ending(
                self.heads.before_time(phrase[1], first), first
            )  # "profit for the first half fell"
        if linking:
            return self.subjects.phrase(self._with_head(self._joined(phrase[0], first), first), phrase[1])
        whole = all(self.chunks.kind(at) != k.PREPOSITION for at in range(phrase[0], phrase[1] + 1))
        owner = self.entities.at(self.page.span(*phrase), HOLDERS) if whole else None
        return Subject("", self._apposed(verb, first) or owner)

    def _described(self, verb: int, first: int) -> Subject | None:
        """English: "its foreign debt, currently estimated at": the noun before the comma of a participle."""
        comma = verb - 1
        while comma > first and self.chunks.kind(comma) == k.ADVERB:
            comma -= 1
        form = self.chunks.grammar.verbs.get(self.tokens[verb].lower)
        told = comma > first and self.tokens[comma].text == "," and form is not None and PARTICIPLE in form.forms
        if self.page.language.tag != "en" or not told or self.chunks.kind(comma - 1) != k.NOUN:
            return None
        return self.subjects.ending(comma - 1, first) if self.tokens[comma - 1].shape == "lower" else None

    def _first_noun(self, verb: int) -> Subject | None:
        """Russian: «Поставки «Сырдарьи» на рынок выросли»: the noun that opens the clause in the nominative."""
        if self.page.language.tag != "ru":
            return None
        begin = self.chunks.clause_at(verb)[0]
        while begin < verb and self.chunks.kind(begin) in (k.CONJUNCTION, k.ADVERB):
            begin += 1
        first = begin
        while first < verb and self.chunks.kind(first) == k.ADJECTIVE:
            first += 1
        head = self.tokens[first]
        if self.chunks.kind(first) != k.NOUN or features("ru", head.lower).case not in ("nom", "acc"):
            return None
        last = first
        while last + 1 < verb and self._is_genitive(last + 1):
            last += 1
        if last > first and last + 2 < verb and self.tokens[last + 1].text in _QUOTES:
            owner = self.entities.at(self.tokens[last + 2].span, HOLDERS)
            return Subject(self.subjects.words(begin, last - 1), owner)  # «прибыль компании «Степь»»
        return self.subjects.phrase(begin, last)

    def _is_genitive(self, at: int) -> bool:
        token = self.tokens[at]
        return token.shape == "lower" and self.chunks.kind(at) == k.NOUN and features("ru", token.lower).case == "gen"

    def _joined(self, at: int, first: int) -> int:
        """English: "output of the Tengiz and | Kashagan fields": the start of a phrase that goes on behind "and"."""
        joined = self.page.language.tag == "en" and at - 1 > first and self.chunks.kind(at - 1) == k.CONJUNCTION
        before = self.chunks.phrase_ending(at - 2) if joined and self.tokens[at - 2].is_capitalised else None
        if before is None or not any(self.chunks.kind(j) == k.PREPOSITION for j in range(*before)):
            return at
        return before[0]

    def _with_head(self, at: int, first: int) -> int:
        """«цены на хлеб выросли»: the noun before a preposition, without which its phrase would be no subject."""
        linked = at - 2 >= first and self.chunks.kind(at - 1) in (k.PREPOSITION, k.INFINITIVE)
        if self.page.language.tag == "kk" or not linked or at - 2 in self.subjects.passed:
            return at
        if self.chunks.kind(at - 2) != k.NOUN:
            return at
        at -= 2
        while self.page.language.tag == "en" and at > first and self.chunks.kind(at - 1) in (k.NOUN, k.ADJECTIVE):
            at -= 1
        return at

    def _apposed(self, verb: int, first: int) -> str | None:
        """ "Her rival, X, won 5 percent": the name between commas right before the verb."""
        if verb - 2 <= first or self.tokens[verb - 1].text != ",":
            return None
        for at in range(verb - 2, max(first, verb - _FAR), -1):
            if self.tokens[at].text == ",":
                return self._named(at + 1, verb - 2)
        return None

    def _named(self, first: int, last: int) -> str | None:
        span = self.page.span(first, last)
        exact = (id for mention, id in self.entities.within(span) if Span(mention.start, mention.end) == span)
        return next((id for id in exact if self.entities.get(id).kind in HOLDERS), None)

    def _over_relative(self, verb: int, first: int) -> int | None:
        """The last token of the subject of a verb that stands after a relative clause between commas."""
        if self.tokens[verb - 1].text != ",":
            return None
        for at in range(verb - 2, max(first + 1, verb - _RELATIVE), -1):
            if self.chunks.kind(at) == k.RELATIVE and self.tokens[at - 1].text == ",":
                return at - 2
        return None

    def _links(self, verb: int, figure: Figure) -> bool:
        linking = self.words.measures.linking
        if self.tokens[verb].lower in self.words.sets["changers"] and self.chunks.is_passive(verb):
            return True  # "the forecast has been raised to"
        return any(
            linking.at(self.tokens, at)
            or (self.words.changes.direction(self.tokens, at) and not self.growth.is_loss(at, figure))
            for at in range(verb, figure.first)
        )

    def _verb_before(self, figure: Figure, first: int) -> int | None:
        at = self.heads.left_of(figure, first) - 1
        lowest = max(first, at - _FAR)
        while at >= lowest:
            kind = self.chunks.kind(at)
            rising = kind == k.GERUND and self.words.changes.direction(self.tokens, at)  # ", advancing to"
            if kind in (k.VERB, k.AUXILIARY) or rising or self.words.measures.linking.at(self.tokens, at):
                return at
            if kind == k.PARTICIPLE and self.words.changes.direction(self.tokens, at) and at > first:
                return at if self.chunks.kind(at - 1) in (k.NOUN, k.DETERMINER) else None  # "profits shrank to"
            passed = (
                kind in (k.PREPOSITION, k.ADVERB, k.DETERMINER, k.NUMBER, k.INFINITIVE) or at in self.subjects.passed
            )
            bound = self.words.bound_before(self.tokens, first, at + 1) if kind == k.SUBORDINATOR else None
            if bound is not None:  # «увеличилась больше чем на 50 %»
                at = bound[1]
            elif not passed and not self.growth.is_degree(at):
                return None
            at -= 1
        return None

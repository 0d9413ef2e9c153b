"""Where the parties to an event stand: slots of the data ("subject", "object", "against", ...) to stretches of tokens.

English goes by order and prepositions, Russian by order, prepositions and case, Kazakh by case. A stretch is a pair of
token indices, both included.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from sholu.model.reading import TimeExpression
from sholu.model.span import Span
from sholu.reading.chunks import Chunks, chunks_of, kinds
from sholu.reading.chunks.verbs import PARTICIPLE
from sholu.reading.entities import EntityIndex
from sholu.reading.events.lexicon import Hit, Rule, triggers, words
from sholu.reading.events.lexicon import phrases as section
from sholu.reading.kazakh_groups import Group, groups_of
from sholu.reading.languages.morphology import readings
from sholu.reading.page import Page

Stretch = tuple[int, int]
_NOMINAL = frozenset({kinds.NOUN, kinds.ADJECTIVE, kinds.NUMBER, kinds.DETERMINER, kinds.POSSESSIVE, kinds.PARTICIPLE})
_VERBAL = frozenset({kinds.VERB, kinds.GERUND, kinds.PARTICIPLE})
_CASES = {"acc": "acc", "dat": "dat", "gen": "gen", "ins": "ins", "loc": "loc", "abl": "abl", "nom": "nom"}
_NEAR = 12  # tokens between a pronoun and the verb whose subject it repeats
_FAR = 14  # tokens after a trigger within which a preposition still belongs to it
_LONGEST = 30
_NAME = 80  # code points that a name may reach beyond two of its words


class Slots:
    """The parties around the triggers of one page."""

    def __init__(self, page: Page, entities: EntityIndex, times: Sequence[TimeExpression]) -> None:
        self.page = page
        self.entities = entities
        self.tokens = page.tokens
        self.tag = page.language.tag
        self.chunks: Chunks = chunks_of(page)
        self._dated = {token.i for time in times for token in page.tokens_in(time.span)}
        self._fillers: dict[str, Callable[[Hit[Rule]], Stretch | None]] = {
            "subject": self.subject,
            "object": self._object,
            "to_object": self._infinitive_object,
            "that_subject": self._that_subject,
            "possessive": self._possessive,
            "governor": self._governor,
            "modifier": self._modifier,
            "inside": self._inside,
            "none": lambda hit: None,
        }

    def fill(self, slots: Sequence[str], hit: Hit[Rule], *, passive: bool) -> Stretch | None:
        """The first slot that is filled; a passive verb has its object before it and its subject as agent."""
        for slot in slots:
            if passive and not hit.value.noun and slot in ("subject", "object", "acc", "dat"):
                found = self._agent(hit) if slot == "subject" else self._suffering(hit)
            elif slot in _CASES:
                found = self._by_case(slot, hit)
            elif slot in self._fillers:
                found = self._fillers[slot](hit)
            else:
                found = self._after_preposition(slot, hit)
            if found is not None:
                return found
        return None

    def passive(self, hit: Hit[Rule]) -> bool:
        """Whether the verb of a hit is passive: its subject suffers."""
        if hit.value.noun:
            return False
        for i in range(hit.first, hit.last + 1):
            if self.chunks.kind(i) in _VERBAL:
                return self.chunks.is_passive(i) or self._reduced(i) or (i == hit.last and self._objectless(hit))
        return False

    def _reduced(self, i: int) -> bool:
        """A participle before its noun, "the arrested man"."""
        if self.tag != "en" or self.chunks.kind(i) != kinds.PARTICIPLE:
            return False
        return i > 0 and self.chunks.kind(i - 1) in (kinds.DETERMINER, kinds.ADJECTIVE, kinds.NUMBER)

    def _objectless(self, hit: Hit[Rule]) -> bool:
        """A past form of a verb that wants an object and has none, "three activists detained in Minsk"."""
        if self.tag != "en" or "object" not in (*hit.value.recipient[:1], *hit.value.actor[:1]):
            return False
        lower = self.tokens[hit.first].lower
        form = self.chunks.grammar.verbs.get(lower)
        base = form.base if form else lower
        if base in words(self.tag, "grammar", "alone") or not (form is None or PARTICIPLE in form.forms):
            return False
        if form is None and not lower.endswith("ed"):
            return False
        before = self.chunks.kind(hit.first - 1) if hit.first else kinds.MARK
        if before not in (kinds.NOUN, kinds.PRONOUN, kinds.ADVERB, kinds.NUMBER):
            return False
        return self._object(hit) is None

    # Slots of order

    def subject(self, hit: Hit[Rule]) -> Stretch | None:
        """Who the verb of the hit is said of; a pronoun gives way to the subject before it in the sentence."""
        if self.tag == "kk":
            return self._before(hit.first - 1, "nom")
        phrase = self.chunks.noun_phrase_before(hit.first)
        if phrase is None:
            return self._after(hit.last + 1, "nom") if self.tag == "ru" else None
        if phrase[1] >= hit.first:
            return None
        if self.tag == "ru" and "nom" not in self._cases(phrase):
            return self._after(hit.last + 1, "nom") or phrase
        if self.chunks.kind(phrase[0]) == kinds.PRONOUN:
            return self._meant(phrase) or phrase
        tidy = self._tidy(self._listed(phrase))
        if tidy is None and self.tag == "en" and phrase[0] > 0:
            return self._tidy_before(phrase)
        return tidy

    def _tidy_before(self, phrase: Stretch) -> Stretch | None:
        """The subject before a day that stands between it and its verb, "the court Monday acquitted"."""
        sentence = self.page.sentence_at(self.tokens[phrase[0]].start)
        if phrase[0] <= sentence.first:
            return None
        found = self.chunks.noun_phrase_before(phrase[0])
        return self._tidy(found) if found else None

    def _meant(self, pronoun: Stretch) -> Stretch | None:
        """The subject of the verb before a pronoun in the same sentence: "the army says it has ..."."""
        sentence = self.page.sentence_at(self.tokens[pronoun[0]].start)
        for i in range(pronoun[0] - 1, max(sentence.first, pronoun[0] - _NEAR) - 1, -1):
            if self.chunks.kind(i) == kinds.VERB:
                found = self.chunks.noun_phrase_before(i)
                if found is None or found[1] >= i or self.chunks.kind(found[0]) == kinds.PRONOUN:
                    return None
                return self._tidy(self._listed(found))
        return None

    def _listed(self, phrase: Stretch) -> Stretch:
        """A subject with what is joined to it before, "Kuwait and its allies", where that opens the clause."""
        joins = words(self.tag, "grammar", "and")
        sentence = self.page.sentence_at(self.tokens[phrase[0]].start)
        first = phrase[0]
        while first - 2 >= sentence.first:
            mark = self.tokens[first - 1].lower
            if mark not in joins and not (mark == "," and first < phrase[0]):
                break
            before = first - 2
            if self.tokens[before].text == ",":
                before -= 1
            start = before
            while start >= sentence.first and self.chunks.kind(start) in _NOMINAL | {kinds.PREPOSITION}:
                start -= 1
            start += 1
            while start <= before and self.chunks.kind(start) == kinds.PREPOSITION:
                start += 1
            if start > before or not self._may_open(start, sentence.first):
                break
            first = start
        return first, phrase[1]

    def _may_open(self, i: int, first: int) -> bool:
        if i == first:
            return True
        before = self.tokens[i - 1]
        return before.text in (",", ":", "—", "–", '"', "“") or self.chunks.kind(i - 1) == kinds.SUBORDINATOR

    def _agent(self, hit: Hit[Rule]) -> Stretch | None:
        if self.tag == "en":
            return self._after_preposition("by", hit)
        if self.tag == "ru":
            return self._after(hit.last + 1, "ins") or self._before(hit.first - 1, "ins")
        return None

    def _suffering(self, hit: Hit[Rule]) -> Stretch | None:
        return self._phrase(hit.last + 1) if self._reduced(hit.first) else self.subject(hit)

    def _inside(self, hit: Hit[Rule]) -> Stretch | None:
        """The object that the trigger itself ends with, "accepted 40 refugees"."""
        first = hit.first + 1
        while first < hit.last and self.chunks.kind(first) not in _NOMINAL:
            first += 1
        return self._tidy((first, hit.last))

    def _object(self, hit: Hit[Rule]) -> Stretch | None:
        if self.tag == "kk":
            return self._by_case("acc", hit)
        if self.tag == "ru":
            return self._by_case("acc", hit)
        i = hit.last + 1
        if hit.last > hit.first and self.chunks.kind(hit.last) in (kinds.NOUN, kinds.POSSESSIVE):
            return None
        while i < len(self.tokens) and self._stop(hit) > i and self.chunks.kind(i) == kinds.ADVERB:
            i += 1
        if i >= self._stop(hit) or self.chunks.kind(i) in (kinds.PREPOSITION, kinds.INFINITIVE, kinds.SUBORDINATOR):
            return None
        return self._phrase(i)

    def _infinitive_object(self, hit: Hit[Rule]) -> Stretch | None:
        """ "agreed to release two guards": the guards; by the slots of the inner verb where it is a trigger itself."""
        stop = self._stop(hit)
        for i in range(hit.last + 1, min(stop, hit.last + 5)):
            if self.chunks.kind(i) == kinds.VERB or (i == hit.last + 1 and self.chunks.kind(i) == kinds.NOUN):
                inner = triggers(self.tag)[0].at(self.tokens, i, stop)
                if inner is not None and "to_object" not in inner.value.recipient:
                    found = self.fill(inner.value.recipient, inner, passive=False)
                    if found is not None:
                        return found
                j = i + 1
                while j < stop and self.chunks.kind(j) in (kinds.ADVERB, kinds.PREPOSITION, kinds.INFINITIVE):
                    j += 1
                return self._phrase(j) if j < stop else None
        return None

    def _that_subject(self, hit: Hit[Rule]) -> Stretch | None:
        that = words(self.tag, "grammar", "that")
        i = hit.last + 1
        if self.tokens[hit.last].lower in that:
            return self._phrase(i)
        for j in range(i, min(self._stop(hit), i + 4)):
            if self.tokens[j].lower in that:
                return self._phrase(j + 1)
        return None

    def _possessive(self, hit: Hit[Rule]) -> Stretch | None:
        """ "the president's visit": the president; an adjective of nationality before the noun also tells."""
        if self.tag == "kk":
            return self._before(hit.first - 1, "gen")
        i = hit.first - 1
        first = self.page.sentence_at(self.tokens[hit.first].start).first
        while i >= first and self.chunks.kind(i) in (kinds.ADJECTIVE, kinds.NOUN, kinds.PARTICIPLE, kinds.NUMBER):
            i -= 1
        if i > first and self.chunks.kind(i) == kinds.POSSESSIVE:
            end = i - 1
            start = end
            while start > first and self.chunks.kind(start - 1) in _NOMINAL:
                start -= 1
            return self._tidy((start, end))
        if i >= first and self.chunks.kind(i) == kinds.DETERMINER and self.tokens[i].lower in _owners(self.tag):
            return self._meant((i, i))
        return None

    def _modifier(self, hit: Hit[Rule]) -> Stretch | None:
        """ "police firing", "the Israeli air strike": the word for a party that stands before the noun."""
        first = self.page.sentence_at(self.tokens[hit.first].start).first
        sectors = section(self.tag, "sectors")
        if hit.last > hit.first and sectors.at(self.tokens, hit.first, hit.first + 1):
            return hit.first, hit.first
        i = hit.first - 1
        while i >= first and self.chunks.kind(i) in (kinds.ADJECTIVE, kinds.PARTICIPLE, kinds.NUMBER):
            if self.tokens[i].is_capitalised and i > first:
                break
            i -= 1
        if i < first or i in self._dated or self.chunks.kind(i) not in (kinds.NOUN, kinds.ADJECTIVE):
            return None
        if self.tokens[i].is_capitalised and (i > first or self.chunks.kind(i) == kinds.ADJECTIVE):
            start = i
            while start > first and self.tokens[start - 1].is_capitalised and self.chunks.kind(start - 1) == kinds.NOUN:
                start -= 1
            return start, i
        return (i, i) if i == hit.first - 1 and sectors.at(self.tokens, i, i + 1) else None

    def _governor(self, hit: Hit[Rule]) -> Stretch | None:
        """The subject of the light verb that carries the noun."""
        light = section(self.tag, "light_verbs")
        first = self.page.sentence_at(self.tokens[hit.first].start).first
        for i in range(hit.first - 1, max(first, hit.first - 8) - 1, -1):
            if self.chunks.kind(i) in _VERBAL:
                carried = light.at(self.tokens, i, hit.last + 1)
                if carried is None:
                    return None
                verb = Hit(i, hit.last, 0, hit.value._replace(noun=False))
                return self._agent(verb) if self.chunks.is_passive(i) else self.subject(verb)
            if self.chunks.kind(i) not in _NOMINAL and self.chunks.kind(i) not in (kinds.PREPOSITION, kinds.ADVERB):
                return None
        return self._carried_after(hit, light.find)

    def _carried_after(
        self, hit: Hit[Rule], find: Callable[[Sequence[object], int, int], list[Hit[str]]]
    ) -> Stretch | None:
        """ "An attack was carried out by X": the agent of the light verb after the noun."""
        for i in range(hit.last + 1, min(self._stop(hit), hit.last + 8)):
            if self.chunks.kind(i) == kinds.VERB:
                return self._agent(Hit(i, i, 0, hit.value)) if self.chunks.is_passive(i) else None
        return None

    def _after_preposition(self, slot: str, hit: Hit[Rule]) -> Stretch | None:
        """The phrase after this preposition, if it follows the trigger inside the clause or ends the trigger."""
        slot = slot.replace("_", " ")
        if self.tokens[hit.last].lower == slot and hit.first < hit.last:
            return self._phrase(hit.last + 1)
        if self.tag == "kk":
            return None
        stop = min(self._stop(hit), hit.last + 1 + _FAR)
        for i in range(hit.last + 1, stop):
            if self.tokens[i].lower == slot:
                if i + 1 < stop and i + 1 in self._dated:
                    continue
                return self._phrase(i + 1)
            if self.tokens[i].text == "," or (
                self.chunks.kind(i) in (kinds.VERB, kinds.SUBORDINATOR) and i > hit.last + 1
            ):
                return None
        return None

    # Slots of case

    def _by_case(self, case: str, hit: Hit[Rule]) -> Stretch | None:
        if self.tag == "kk":
            return self._before(hit.first - 1, case)
        if hit.value.noun and case == "acc":
            return None  # after a noun of action it would be somebody else's object
        found = self._after(hit.last + 1, case)
        if found is None and not hit.value.noun:
            found = self._before(hit.first - 1, case)
        return found

    def _after(self, i: int, case: str) -> Stretch | None:
        """The first phrase after token `i` in this case, within the clause."""
        if not 0 < i < len(self.tokens):
            return None
        stop = min(self.chunks.clause_at(i - 1)[1] + 1, i + _FAR)
        while i < stop:
            kind = self.chunks.kind(i)
            if kind == kinds.PREPOSITION:
                phrase = self.chunks.phrase_starting(i + 1)
                i = phrase[1] + 1 if phrase else i + 1
            elif kind in _NOMINAL or kind == kinds.PRONOUN:
                phrase = self._phrase(i)
                if phrase is None:
                    return None
                if case in self._cases(phrase) and i not in self._dated:
                    return phrase
                if case == "gen":
                    return None
                i = phrase[1] + 1
            elif kind in (kinds.SUBORDINATOR, kinds.RELATIVE, kinds.VERB):
                return None
            else:
                i += 1
        return None

    def _before(self, i: int, case: str) -> Stretch | None:
        """The last phrase before token `i` in this case, within the clause; for the nominative the first."""
        if i < 0:
            return None
        first = self.chunks.clause_at(i + 1)[0]
        if self.tag == "kk":
            groups = [group for group in self._groups(first, i) if group.case == case and group.first not in self._dated]
            chosen = groups[:1] if case == "nom" else groups[-1:]
            return self._tidy((chosen[0].first, chosen[0].last)) if chosen else None
        best = None
        j = first
        while j <= i:
            kind = self.chunks.kind(j)
            if kind == kinds.PREPOSITION:
                phrase = self.chunks.phrase_starting(j + 1)
                j = phrase[1] + 1 if phrase else j + 1
            elif kind in _NOMINAL or kind == kinds.PRONOUN:
                found = self.chunks.phrase_starting(j)
                phrase = (j, min(found[1], i)) if found else (j, j)
                cases = self._cases(phrase)
                if case in cases and phrase[0] not in self._dated and "nom" not in cases:
                    best = phrase
                j = phrase[1] + 1
            else:
                j += 1
        return best

    def _groups(self, first: int, last: int) -> list[Group]:
        return groups_of(self.chunks, first, last, parted=self._parted)

    def _parted(self, left: int, right: int) -> str | None:
        """The kind of the name that ends with the word on the left, unless a name goes on over both."""
        word, both = self.page.span(left, left), self.page.span(left, right)
        ends = None
        for mention, id in self.entities.within(self._around(both)):
            if mention.span.covers(both):
                return None
            if mention.end == word.end:
                ends = self.entities.get(id).kind
        return ends

    def _around(self, span: Span) -> Span:
        return Span(max(0, span.start - _NAME), min(len(self.page.text), span.end + _NAME))

    def _cases(self, phrase: Stretch) -> frozenset[str]:
        """The cases that the head of a phrase may stand in: its first noun in Russian, its last word in Kazakh."""
        head = phrase[0]
        if self.chunks.kind(head) == kinds.NUMBER and self.tokens[head].is_word:
            return _cases_of(self.tag, self.tokens[head].text)
        while head < phrase[1] and self.chunks.kind(head) not in (kinds.NOUN, kinds.PRONOUN):
            head += 1
        found = _cases_of(self.tag, self.tokens[head].text)
        for i in range(phrase[0], head):
            if self.chunks.kind(i) in (kinds.ADJECTIVE, kinds.PARTICIPLE):
                shared = found & _cases_of(self.tag, self.tokens[i].text)
                found = shared or found
        return found

    # Phrases

    def _phrase(self, i: int) -> Stretch | None:
        """The noun phrase from token `i` on with what hangs on it."""
        if i >= len(self.tokens):
            return None
        if self.chunks.kind(i) == kinds.PREPOSITION:
            i += 1
        phrase = self.chunks.phrase_starting(i)
        if phrase is None:
            return None
        return self._tidy(self._grown(phrase))

    def _grown(self, phrase: Stretch) -> Stretch:
        """The phrase with further phrases that hang on it by a preposition of place, origin or part."""
        if self.tag != "en":
            return self._with_name(phrase)
        first, last = phrase
        stop = self.page.sentence_at(self.tokens[first].start).stop
        while last + 2 < stop and last - first < _LONGEST:
            following = self.tokens[last + 1].lower
            name = self.tokens[last].is_capitalised
            allowed = words(self.tag, "grammar", "attaching_name" if name else "attaching")
            if following not in allowed or last + 2 in self._dated:
                break
            more = self.chunks.phrase_starting(last + 2)
            if more is None or self.chunks.kind(last + 2) == kinds.GERUND:
                break
            last = more[1]
        return first, last

    def _with_name(self, phrase: Stretch) -> Stretch:
        """ "с премьер-министром Садыковым": the name that stands in the same case beside its title."""
        first, last = phrase
        stop = self.page.sentence_at(self.tokens[first].start).stop
        while self.tag == "ru" and last + 1 < stop and self.tokens[last + 1].is_capitalised:
            if not self.tokens[last + 1].is_word or last + 1 in self._dated:
                break
            if not _cases_of(self.tag, self.tokens[last + 1].text) & self._cases(phrase):
                break
            last += 1
        return first, last

    def _tidy(self, phrase: Stretch) -> Stretch | None:
        """Without expressions of time at either end and without marks."""
        first, last = phrase
        while first <= last and (first in self._dated or self.chunks.kind(first) in (kinds.MARK, kinds.CONJUNCTION)):
            first += 1
        if first > phrase[0] and first <= last and self.chunks.kind(first) == kinds.POSSESSIVE:
            first += 1
        while last >= first and (last in self._dated or self.chunks.kind(last) in (kinds.MARK, kinds.PREPOSITION)):
            last -= 1
        while last >= first and self.chunks.kind(last) in (kinds.POSSESSIVE, kinds.DETERMINER) and last > first:
            last -= 1
        return (first, last) if first <= last else None

    def nearest(self, hit: Hit[Rule]) -> Stretch | None:
        """The first named phrase after the trigger in its clause, for want of a better recipient."""
        stop = min(self._stop(hit), hit.last + 1 + _FAR)
        for i in range(hit.last + 1, stop):
            if self.tokens[i].is_capitalised and i not in self._dated and self.chunks.kind(i) == kinds.NOUN:
                start = i
                while start > hit.last + 1 and self.chunks.kind(start - 1) in (kinds.DETERMINER, kinds.ADJECTIVE):
                    start -= 1
                return self._phrase(start)
        return None

    def _stop(self, hit: Hit[Rule]) -> int:
        """The token after the clause of the trigger."""
        return max(self.chunks.clause_at(hit.last)[1], hit.last) + 1

    def parts(self, phrase: Stretch) -> Iterator[Stretch]:
        """The members of a phrase joined by "and": whole, where it is not a list of like things."""
        joins = words(self.tag, "grammar", "and")
        start = phrase[0]
        cuts = [i for i in range(phrase[0] + 1, phrase[1]) if self.tokens[i].lower in joins]
        for cut in cuts:
            if self._named(start, cut - 1) and self._named(cut + 1, phrase[1]):
                tidy = self._tidy((start, cut - 1))
                if tidy:
                    yield tidy
                start = cut + 1
        yield start, phrase[1]

    def _named(self, first: int, last: int) -> bool:
        return any(self.tokens[i].is_capitalised for i in range(first, last + 1))

    def span(self, phrase: Stretch) -> Span:
        """The stretch of text of a phrase."""
        return self.page.span(*phrase)


@cache
def _owners(tag: str) -> frozenset[str]:
    return words(tag, "grammar", "owners")


@cache
def _cases_of(tag: str, word: str) -> frozenset[str]:
    found = readings(tag, word)
    cases = frozenset(reading.case for reading in found if reading.case)
    if not cases:
        return frozenset(_CASES) if tag == "ru" else frozenset({"nom"})
    return cases


__all__ = ["Slots", "Stretch", "triggers"]

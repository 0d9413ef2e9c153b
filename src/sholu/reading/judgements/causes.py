"""Causes and effects: what ties them, which words are the one and which the other, and how the effect fares."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sholu.model.reading import Sign
from sholu.reading.chunks import Chunks, chunks_of, kinds
from sholu.reading.events.lexicon import phrases
from sholu.reading.kazakh_groups import groups_of
from sholu.reading.languages import language
from sholu.reading.page import Page
from sholu.reading.patterns import Gapped, Hit, listed
from sholu.text.sentences import Sentence

Stretch = tuple[int, int]
_STOPS = frozenset(";|")
_NONE = "none"  # the form of words that look like a tie and are none, "as well as"
_DATELINE = 14  # tokens within which a dash ends the line of place and date that opens a report
_TAIL = 10  # tokens at the end of a sentence within which a verb of speech closes the causal part
_MOST = 3  # causal ties kept for one sentence, the surest first


class Connective(NamedTuple):
    """What ties a cause to an effect: which comes first, its grammar, how the effect fares, how sure it is."""

    order: str
    form: str
    sign: Sign
    weight: float
    needs: str | None


class Tie(NamedTuple):
    """A cause and an effect found: stretches of tokens, both ends included."""

    cause: Stretch
    effect: Stretch
    sign: Sign
    weight: float
    connective: Stretch


@cache
def _lexicon(tag: str) -> Gapped[Connective]:
    patterns: list[tuple[str, Connective]] = []
    for row in language(tag).table("causes")["connective"]:
        value = Connective(row["order"], row["form"], row["sign"], row["weight"], row.get("needs"))
        patterns.extend((pattern, value) for pattern in listed(row["patterns"]))
    return Gapped(patterns, tag)


@cache
def cause_words(tag: str, name: str) -> frozenset[str]:
    """A word list of `causes.toml`."""
    return frozenset(language(tag).table("causes")["words"].get(name, "").split())


def find_ties(page: Page, sentence: Sentence) -> list[Tie]:
    """The causal ties of one sentence, in order, no two about the same connective."""
    return _Causes(page, sentence).ties()


class _Causes:
    def __init__(self, page: Page, sentence: Sentence) -> None:
        self.page = page
        self.tokens = page.tokens
        self.tag = page.language.tag
        self.chunks: Chunks = chunks_of(page)
        self.sentence = sentence
        self.start = self._opening(sentence)
        self.stop = self._end(sentence)

    def ties(self) -> list[Tie]:
        hits = [hit for hit in self._hits() if self._holds(hit)]
        found: list[Tie] = []
        for number, hit in enumerate(hits):
            before = hits[number - 1] if number else None
            after = hits[number + 1] if number + 1 < len(hits) else None
            tie = self._tie(hit, before, after)
            if tie is not None:
                found.append(tie)
        found.sort(key=lambda tie: -tie.weight)
        return sorted(found[:_MOST], key=lambda tie: tie.connective)

    def _hits(self) -> Iterator[Hit[Connective]]:
        lexicon = _lexicon(self.tag)
        i = self.start
        while i < self.stop:
            hit = lexicon.at(self.tokens, i, self.stop)
            if hit is None:
                i += 1
            else:
                yield hit
                i = hit.last + 1

    # Which connectives hold

    def _holds(self, hit: Hit[Connective]) -> bool:
        form = hit.value.form
        if form == _NONE:
            return False
        kind = self.chunks.kind(hit.first)
        following = self.chunks.kind(hit.last + 1) if hit.last + 1 < self.stop else ""
        if not following and form not in ("verb", "passive", "final"):
            return False
        if form == "verb":
            return self._is_verb(hit)
        if form == "gerund":
            return following == kinds.GERUND
        if form == "clause":
            asked = (
                hit.first > self.start + 1 and self.chunks.kind(hit.first - 2) == kinds.INFINITIVE
            )  # "to decide when"
            reach = self._comma(hit.last + 1) or self.stop
            return hit.first > self.start and not asked and self._has_verb(hit.last + 1, reach)
        if form == "participle":
            return (
                hit.first > self.start and kind in (kinds.GERUND, kinds.VERB) and self._has_verb(self.start, hit.first)
            )
        if form == "infinitive":
            return self._is_purpose(hit)
        if (
            form == "link"
            and following == kinds.VERB
            and self.tokens[hit.last].lower in cause_words(self.tag, "purposive")
        ):
            return hit.value.order == "purpose"  # "due to resume", but "in order to resume"
        if hit.value.needs == "event":
            return self._tells_event(hit)
        return True

    def _is_verb(self, hit: Hit[Connective]) -> bool:
        if self.tag != "en":
            endings = tuple(cause_words(self.tag, "reflexive"))
            return hit.last > hit.first or not endings or not self.tokens[hit.first].lower.endswith(endings)
        kind = self.chunks.kind(hit.first)
        if kind not in (kinds.VERB, kinds.AUXILIARY, kinds.GERUND) or self.chunks.is_passive(hit.first):
            return False
        if hit.first == self.start or hit.last + 1 >= self.stop:
            return False
        if hit.first == hit.last and self.chunks.kind(hit.last + 1) in (kinds.PREPOSITION, kinds.MARK, kinds.ADVERB):
            return False
        subject = self.chunks.noun_phrase_before(hit.first)
        return subject is not None and not self._acts(subject, hit.value.sign)

    def _acts(self, subject: Stretch, sign: Sign) -> bool:
        """Whether a person is the subject: people do things on purpose, what they do is an event and no cause."""
        first, last = subject
        if first == last and self.tokens[first].lower in cause_words(self.tag, "persons"):
            return True
        if sign == "-" and phrases(self.tag, "sectors").at(self.tokens, last, last + 1):
            return True
        return self.tokens[last].is_capitalised and last > self.start

    def _is_purpose(self, hit: Hit[Connective]) -> bool:
        """ "to" and a verb that says what something was done for, not what somebody wants, is able or is told to do."""
        i = hit.first
        following = next((j for j in range(i + 1, self.stop) if self.chunks.kind(j) != kinds.ADVERB), i)
        if self.chunks.kind(i) != kinds.INFINITIVE or self.chunks.kind(following) != kinds.VERB:
            return False
        if i == self.start:
            return self._comma(i) is not None
        complement = cause_words(self.tag, "complement")
        before = self.tokens[i - 1]
        if self._base(i - 1) in complement or before.lower in complement:
            return False
        if self.chunks.kind(i - 1) in (kinds.ADJECTIVE, kinds.AUXILIARY, kinds.VERB, kinds.CONJUNCTION, kinds.RELATIVE):
            return self.chunks.kind(i - 1) == kinds.VERB and self._base(i - 1) not in complement and i - 2 > self.start
        for j in range(i - 1, max(self.start, i - 12) - 1, -1):
            if self.chunks.kind(j) in (kinds.VERB, kinds.GERUND):
                return self._base(j) not in complement
            if self.tokens[j].text in ",;":
                break
        return self._has_verb(self.start, i)

    def _base(self, i: int) -> str:
        return self.chunks.verb_base(i) or self.tokens[i].lower

    def _tells_event(self, hit: Hit[Connective]) -> bool:
        """Whether what follows is something that happened, rather than a time or a number."""
        i = hit.last + 1
        if self.chunks.kind(i) == kinds.NUMBER:
            return False
        events = cause_words(self.tag, "event_like")
        reach = min(self._comma(i) or self.stop, i + 14)
        return any(self.tokens[j].lower in events or self.chunks.kind(j) == kinds.VERB for j in range(i, reach))

    def _has_verb(self, first: int, stop: int) -> bool:
        return any(self.chunks.kind(j) in (kinds.VERB, kinds.AUXILIARY) for j in range(first, stop))

    # Where cause and effect stand

    def _tie(self, hit: Hit[Connective], before: Hit[Connective] | None, after: Hit[Connective] | None) -> Tie | None:
        value = hit.value
        inclusive = value.form in ("participle", "infinitive")
        right_first = hit.first if inclusive else hit.last + 1
        right_stop = self.stop
        left_stop = hit.first
        if value.form in ("link", "infinitive", "gerund") and self._opens(hit.first):
            comma = self._comma(right_first)
            if comma is None:
                return self._phrase_first(hit, right_first)
            return self._made(value, hit, (right_first, comma - 1), (comma + 1, self.stop - 1), swap=True)
        if value.form == "verb":
            return self._verb(hit)
        if value.form == "final":
            return self._final(hit)
        if (
            after is not None
            and after.value.form in ("infinitive", "participle", "link")
            and after.first > right_first + 2
        ):
            right_stop = after.first
        left = self._left(left_stop, before)
        if self.tag == "kk" and value.form == "sentence":
            groups = groups_of(self.chunks, left[0], left[1])
            left = (groups[-1].first, groups[-1].last) if groups and groups[-1].last == left[1] else left
        return self._made(value, hit, left, (right_first, right_stop - 1), swap=False)

    def _verb(self, hit: Hit[Connective]) -> Tie | None:
        """The subject of a causal verb and what stands after it."""
        subject = self.chunks.noun_phrase_before(hit.first)
        if subject is None or subject[1] >= hit.first:
            return None
        return self._made(hit.value, hit, subject, (hit.last + 1, self.stop - 1), swap=False)

    def _phrase_first(self, hit: Hit[Connective], first: int) -> Tie | None:
        """ "Из-за засухи цены выросли": without a comma the cause is the phrase after the connective."""
        phrase = self.chunks.phrase_starting(first) if self.tag != "en" and first < self.stop else None
        if phrase is None or phrase[1] + 1 >= self.stop:
            return None
        return self._made(hit.value, hit, phrase, (phrase[1] + 1, self.stop - 1), swap=True)

    def _final(self, hit: Hit[Connective]) -> Tie | None:
        """A causal verb at the end of its clause: what it is said of, and the group in the dative before it."""
        first = max(self.start, self.chunks.clause_at(hit.first)[0])
        groups = groups_of(self.chunks, first, hit.first - 1)
        if len(groups) < 2:
            return None
        cause, effect = (groups[0].first, groups[-2].last), groups[-1]
        return self._made(hit.value, hit, cause, (effect.first, effect.last), swap=False)

    def _made(
        self, value: Connective, hit: Hit[Connective], left: Stretch, right: Stretch, *, swap: bool
    ) -> Tie | None:
        left, right = self._trim(left), self._trim(right)
        if left[0] > left[1] or right[0] > right[1]:
            return None
        effect_first = value.order in ("effect_cause", "purpose")
        cause, effect = (right, left) if effect_first else (left, right)
        if swap:
            cause, effect = (left, right) if effect_first else (right, left)
        return Tie(cause, effect, self._sign(value, effect), value.weight, (hit.first, hit.last))

    def _sign(self, value: Connective, effect: Stretch) -> Sign:
        """ "led to a deterioration of relations": what came about is that something got worse."""
        if value.sign == "+" and self._lessened(effect):
            return "-"
        return value.sign

    def _lessened(self, effect: Stretch) -> bool:
        words = cause_words(self.tag, "decrease")
        for i in range(effect[0], min(effect[1], effect[0] + 4) + 1):
            if self.tokens[i].lower in words:
                return True
            if self.chunks.kind(i) not in (kinds.DETERMINER, kinds.ADJECTIVE, kinds.ADVERB, kinds.PARTICIPLE):
                return False
        return False

    def _opens(self, i: int) -> bool:
        """Whether the connective begins its sentence, marks and "and" aside."""
        for j in range(i - 1, self.start - 1, -1):
            if self.tokens[j].text in ":;":
                return True
            if self.chunks.kind(j) not in (kinds.MARK, kinds.CONJUNCTION, kinds.ADVERB) or self.tokens[j].text == ",":
                return False
        return True

    def _comma(self, i: int) -> int | None:
        """The comma that ends a clause put first: the first one after which a subject and a verb still follow."""
        for j in range(i, self.stop):
            if self.tokens[j].text == "," and self._has_verb(j + 1, self.stop):
                return j
        return None

    def _left(self, stop: int, before: Hit[Connective] | None) -> Stretch:
        """What stands before a connective, from where its statement begins."""
        first = self.start
        reporting = cause_words(self.tag, "reporting")
        for j in range(self.start, stop):
            token = self.tokens[j]
            opens = token.text in _STOPS or (
                token.text == ":" and j + 1 < stop and token.end != self.tokens[j + 1].start
            )
            said = self.chunks.kind(j) == kinds.SUBORDINATOR and j > first and self._said(j - 1, reporting)
            if opens or (said and self._has_verb(j + 1, stop)):
                first = j + 1
        if before is not None and before.value.form in ("infinitive", "participle") and before.first > first + 3:
            return before.first, stop - 1
        return first, stop - 1

    def _said(self, i: int, reporting: frozenset[str]) -> bool:
        return any(self.tokens[j].lower in reporting for j in range(max(self.start, i - 3), i + 1))

    def _opening(self, sentence: Sentence) -> int:
        """The token after a dateline, "ASTANA, March 4 (Steppe Wire) - "."""
        if self.tokens[sentence.first].shape != "upper":
            return sentence.first
        for j in range(sentence.first + 1, min(sentence.first + _DATELINE, sentence.stop - 1)):
            apart = self.tokens[j].start > self.tokens[j - 1].end and self.tokens[j].end < self.tokens[j + 1].start
            if self.tokens[j].text in "-–—" and apart:
                return j + 1
        return sentence.first

    def _end(self, sentence: Sentence) -> int:
        """The token after the statement: without the closing mark and a closing "he said"."""
        stop = sentence.stop
        while stop > sentence.first and self.tokens[stop - 1].shape == "mark":
            stop -= 1
        reporting = cause_words(self.tag, "reporting")
        for j in range(max(sentence.first + 3, stop - _TAIL), stop):
            if self.tokens[j].lower in reporting and self.chunks.kind(j) == kinds.VERB:
                for back in range(j, max(sentence.first + 2, j - _TAIL), -1):
                    if self.tokens[back].text == ",":
                        return back
        return stop

    def _trim(self, stretch: Stretch) -> Stretch:
        first, last = stretch
        while first <= last and self.chunks.kind(first) in (kinds.MARK, kinds.CONJUNCTION):
            first += 1
        while last >= first and self.chunks.kind(last) in (
            kinds.MARK,
            kinds.CONJUNCTION,
            kinds.AUXILIARY,
            kinds.RELATIVE,
        ):
            last -= 1
        return first, last

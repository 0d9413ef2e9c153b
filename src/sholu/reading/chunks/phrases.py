"""Noun phrases and clauses around a token, found by walking over the kinds of words."""

from collections.abc import Callable, Sequence

from sholu.reading.chunks import kinds as k
from sholu.reading.chunks.english import english
from sholu.reading.chunks.kazakh import kazakh
from sholu.reading.chunks.kinds import Grammar, grammar
from sholu.reading.chunks.russian import (
    can_be_genitive,
    can_be_nominative,
    can_be_subject,
    is_passive_form,
    russian,
    starts_new_name,
)
from sholu.reading.chunks.verbs import PARTICIPLE as PARTICIPLE_FORM
from sholu.reading.page import Page
from sholu.text.sentences import Sentence
from sholu.text.tokens import Token

Phrase = tuple[int, int]
_TAGGERS: dict[str, Callable[[Sequence[Token], int, int, Grammar], list[str]]] = {
    "en": english,
    "ru": russian,
    "kk": kazakh,
}
_CORE = frozenset({k.NOUN, k.ADJECTIVE, k.NUMBER, k.POSSESSIVE, k.PARTICIPLE})
_HEADS = frozenset({k.NOUN, k.ADJECTIVE, k.NUMBER, k.PRONOUN, k.DETERMINER})
_MODIFIED = frozenset({k.ADJECTIVE, k.NUMBER, k.PARTICIPLE})
# A phrase without any of these is no noun phrase ("not hard").
_BEARERS = frozenset({k.NOUN, k.NUMBER, k.DETERMINER, k.PARTICIPLE, k.PRONOUN})
_SKIPPED = frozenset({k.ADVERB, k.AUXILIARY, k.INFINITIVE})
_BREAKS = frozenset(";:—–")
_BRACKETS = {")": "(", "]": "["}
_QUOTES = frozenset('"“”«»„‘')
_FARTHEST = 60  # tokens that a subject may stand before its verb, appositions included
_DEPTH = 4


class Chunks:
    """The shallow grammar of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.tokens = page.tokens
        self.language = page.language.tag
        self.grammar = grammar(self.language)
        self._kinds: dict[int, list[str]] = {}
        self._clauses: dict[int, list[Phrase]] = {}

    def sentence(self, i: int) -> Sentence:
        """The sentence that token `i` stands in."""
        return self.page.sentence_at(self.tokens[i].start)

    def kind(self, i: int) -> str:
        """The kind of token `i`."""
        sentence = self.sentence(i)
        return self.kinds(sentence)[i - sentence.first]

    def kinds(self, sentence: Sentence) -> list[str]:
        """The kinds of all tokens of a sentence."""
        found = self._kinds.get(sentence.i)
        if found is None:
            tagger = _TAGGERS[self.language]
            found = self._kinds[sentence.i] = tagger(self.tokens, sentence.first, sentence.stop, self.grammar)
        return found

    def is_verb(self, i: int) -> bool:
        """Whether token `i` is a verb in a finite or infinitive form, auxiliaries aside."""
        return self.kind(i) == k.VERB

    def verb_base(self, i: int) -> str | None:
        """The base form of the English verb at token `i`; None if it is not a known verb form."""
        form = self.grammar.verbs.get(self.tokens[i].lower)
        return form.base if form else None

    def is_passive(self, i: int) -> bool:
        """Whether the verb or participle at token `i` is passive."""
        lower = self.tokens[i].lower
        if self.language == "en":
            return self._is_english_passive(i, lower)
        if self.language == "ru":
            return is_passive_form(lower, self.grammar)
        return lower.endswith(self.grammar.endings["passive"])

    def is_participle(self, i: int) -> bool:
        """Whether the verb at token `i` can be nothing but a past participle ("given")."""
        form = self.grammar.verbs.get(self.tokens[i].lower)
        return form is not None and form.forms == PARTICIPLE_FORM

    def _is_english_passive(self, i: int, lower: str) -> bool:
        form = self.grammar.verbs.get(lower)
        if form is None and not lower.endswith("ed"):
            return False
        if form is not None and PARTICIPLE_FORM not in form.forms:
            return False
        first = self.sentence(i).first
        j = i - 1
        while j >= first and self.kind(j) == k.ADVERB:
            j -= 1
        if j >= first and self.grammar.group.get(self.tokens[j].lower) == "be":
            return True
        by = i + 1 < len(self.tokens) and self.tokens[i + 1].lower == "by"
        return by and (j < first or self.grammar.group.get(self.tokens[j].lower) != "have")

    # Noun phrases

    def noun_phrase_before(self, i: int, *, antecedent: bool = True) -> Phrase | None:
        """The subject of the verb at token `i`.

        With `antecedent` a relative pronoun gives the phrase that it stands for, else the pronoun itself.
        """
        if not 0 < i < len(self.tokens):
            return None
        sentence = self.sentence(i)
        kinds = self.kinds(sentence)
        if self.language == "kk":
            return self._kazakh_subject(i, sentence, kinds)
        return self._subject(i, sentence, kinds, antecedent, _DEPTH)

    def _subject(self, i: int, s: Sentence, kinds: list[str], antecedent: bool, depth: int) -> Phrase | None:
        if depth == 0:
            return None
        j = i - 1
        while j >= s.first and kinds[j - s.first] in _SKIPPED:
            j -= 1
        if j < s.first or i - j > _FARTHEST:
            return None
        kind = kinds[j - s.first]
        text = self.tokens[j].text
        if kind == k.PRONOUN:
            return j, j
        if kind == k.RELATIVE and self.language == "ru" and j > s.first and kinds[j - 1 - s.first] == k.PREPOSITION:
            return self._subject_of_earlier_verb(j, s, kinds, antecedent, depth)  # «интервью, в котором сказал»
        if kind == k.RELATIVE:
            return self._antecedent(j, s, kinds, depth) if antecedent else (j, j)
        if kind == k.MARK and text in _BRACKETS:
            opening = self._opening(j, s)
            return self._phrase_ending(opening - 1, s, kinds) if opening is not None else None
        if kind == k.MARK and text == "," and kinds[i - s.first] != k.GERUND:
            return self._over_commas(i, j, s, kinds, antecedent, depth)
        if kind == k.MARK and text == ".":
            return self._phrase_ending(j - 1, s, kinds) if j - 1 >= s.first else None
        if kinds[i - s.first] == k.GERUND and (kind == k.PREPOSITION or text in _QUOTES or text == ","):
            return self._subject_of_main_verb(j, s, kinds, antecedent, depth)
        infinitive = i > s.first and kinds[i - 1 - s.first] == k.INFINITIVE
        if infinitive and kind == k.ADJECTIVE:  # "is likely to say"
            return self._subject(j, s, kinds, antecedent, depth - 1)
        if infinitive and kind == k.PREPOSITION:  # "went on to say"
            return self._subject_of_earlier_verb(j, s, kinds, antecedent, depth)
        if kind in (k.CONJUNCTION, k.VERB, k.GERUND) or (kind == k.MARK and text == ","):
            found = self._subject_of_earlier_verb(j, s, kinds, antecedent, depth)
            if found is not None and kind == k.VERB and kinds[found[0] - s.first] == k.RELATIVE:
                return self._antecedent(found[0], s, kinds, depth)  # "those who left said"
            return found
        if kind in _CORE or kind == k.DETERMINER or text in _QUOTES:
            found = self._nominative(self._phrase_ending(j, s, kinds), i, s, kinds, depth)
            comma = self._comma_before(j + 1, s) if found is None and self.language == "ru" else None
            return found if comma is None else self._over_commas(i, comma, s, kinds, antecedent, depth - 1)
        return None

    def antecedent(self, i: int) -> Phrase | None:
        """The phrase that the relative pronoun at token `i` stands for; the pronoun itself if none is found."""
        s = self.sentence(i)
        return self._antecedent(i, s, self.kinds(s), _DEPTH)

    def _antecedent(self, j: int, s: Sentence, kinds: list[str], depth: int) -> Phrase | None:
        end = j - 1
        if end >= s.first and self.tokens[end].text == ",":
            end -= 1
        if end < s.first:
            return None
        if kinds[end - s.first] == k.PREPOSITION and end > s.first:
            end -= 1
        return self._phrase_ending(end, s, kinds) or (j, j)

    def _over_commas(
        self, i: int, comma: int, s: Sentence, kinds: list[str], antecedent: bool, depth: int
    ) -> Phrase | None:
        """The verb stands after a comma: what the comma closes is an apposition, or the phrase itself an addition."""
        opening = self._comma_before(comma, s)
        while opening is not None and opening > s.first:
            if kinds[opening - 1 - s.first] == k.RELATIVE:  # "who, on Friday, said"
                relative = opening - 1
                return self._antecedent(relative, s, kinds, depth) if antecedent else (relative, relative)
            phrase = self._phrase_ending(opening - 1, s, kinds)
            if phrase is not None and self._opens_clause(phrase[0], s, kinds):
                if self.language != "ru" or self._has_nominative(phrase, i, kinds, s):
                    return phrase
            opening = self._comma_before(opening, s)
        return self._subject_of_earlier_verb(comma, s, kinds, antecedent, depth)

    def _opens_clause(self, first: int, s: Sentence, kinds: list[str]) -> bool:
        """Whether a phrase that begins here is in a place for subjects, no object and no part of a list."""
        if first == s.first:
            return True
        before = kinds[first - 1 - s.first]
        return before in (k.SUBORDINATOR, k.CONJUNCTION, k.MARK, k.ADVERB, k.RELATIVE)

    def _comma_before(self, j: int, s: Sentence) -> int | None:
        for index in range(j - 1, max(s.first, j - _FARTHEST) - 1, -1):
            text = self.tokens[index].text
            if text == ",":
                return index
            if text in _BREAKS:
                return None
        return None

    def _opening(self, j: int, s: Sentence) -> int | None:
        wanted = _BRACKETS[self.tokens[j].text]
        for index in range(j - 1, s.first, -1):
            if self.tokens[index].text == wanted:
                return index
        return None

    def _subject_of_earlier_verb(
        self, j: int, s: Sentence, kinds: list[str], antecedent: bool, depth: int
    ) -> Phrase | None:
        for index in range(j, max(s.first, j - _FARTHEST) - 1, -1):
            if kinds[index - s.first] == k.VERB:
                if index > s.first and kinds[index - 1 - s.first] == k.INFINITIVE:
                    continue
                return self._subject(index, s, kinds, antecedent, depth - 1)
        return None

    def _subject_of_main_verb(
        self, j: int, s: Sentence, kinds: list[str], antecedent: bool, depth: int
    ) -> Phrase | None:
        """The subject of the first verb of the sentence, past a clause like "When he came, ..." that opens it."""
        start = s.first
        if self.tokens[s.first].lower in self.grammar.words["openers"]:
            start = next((index + 1 for index in range(s.first, j) if self.tokens[index].text == ","), s.first)
        for index in range(start, j + 1):
            if kinds[index - s.first] == k.VERB or (kinds[index - s.first] == k.AUXILIARY and index > start):
                found = self._subject(index, s, kinds, antecedent, depth - 1)
                if found is not None:
                    return found
        return None

    def _nominative(self, phrase: Phrase | None, verb: int, s: Sentence, kinds: list[str], depth: int) -> Phrase | None:
        """In Russian what stands before a verb may be its object; then the subject is looked for further on."""
        if phrase is None or self.language != "ru" or self._has_nominative(phrase, verb, kinds, s):
            return phrase
        end = phrase[0] - 1
        while end >= s.first and kinds[end - s.first] in (k.PREPOSITION, k.ADVERB):
            end -= 1
        if depth and end >= s.first and kinds[end - s.first] in _HEADS:
            if kinds[end - s.first] == k.PRONOUN:
                return end, end
            return self._nominative(self._phrase_ending(end, s, kinds), verb, s, kinds, depth - 1)
        return None

    def _has_nominative(self, phrase: Phrase, verb: int, kinds: list[str], s: Sentence) -> bool:
        before = kinds[phrase[0] - 1 - s.first] if phrase[0] > s.first else ""
        if before == k.PREPOSITION:
            return False
        first = phrase[0]
        while first < phrase[1] and kinds[first - s.first] != k.NOUN:
            first += 1
        return kinds[phrase[0] - s.first] == k.NUMBER or can_be_subject(self.tokens[first], self.tokens[verb].lower)

    def _phrase_ending(self, last: int, s: Sentence, kinds: list[str]) -> Phrase | None:
        """The noun phrase whose last token is `last`, walked from right to left."""
        j = last
        while j >= s.first:
            kind = kinds[j - s.first]
            if kind in _CORE or self._inside_name(j, last, s, kinds):
                if (
                    j < last
                    and kind == k.NOUN
                    and kinds[j + 1 - s.first] in _CORE
                    and not self._goes_on(j + 1, kinds, s)
                ):
                    break
                j -= 1
            elif kind == k.DETERMINER:
                j -= 1
                if j >= s.first and kinds[j - s.first] == k.DETERMINER:
                    continue
                if not self._attached(j, s, kinds):
                    break
            elif self._attached(j, s, kinds) or self._modifies(j, last, s, kinds):
                j -= 1
            elif self.tokens[j].text in _BRACKETS:
                opening = self._opening(j, s)
                if opening is None or opening == s.first or kinds[opening - 1 - s.first] not in _CORE:
                    break
                j = opening - 1
            elif kind == k.PRONOUN and j == last:
                return j, j
            elif kind == k.CONJUNCTION and self._joins_subjects(j, last, s, kinds):
                j -= 1
            else:
                break
        first = j + 1
        while first <= last and (
            self.tokens[first].text in _QUOTES or kinds[first - s.first] in (k.MARK, k.POSSESSIVE)
        ):
            first += 1
        if first > last or not any(kinds[j - s.first] in _BEARERS for j in range(first, last + 1)):
            return None
        return first, last

    def _inside_name(self, j: int, last: int, s: Sentence, kinds: list[str]) -> bool:
        """Quotation marks around a name, and the full stop of an abbreviation."""
        token = self.tokens[j]
        if token.text == "." and j > s.first and j < last:
            return self.tokens[j - 1].end == token.start and self.tokens[j - 1].is_capitalised
        if token.text not in _QUOTES or token.text == ",":
            return False
        closing = j == last or (j > s.first and self.tokens[j - 1].end == token.start)
        inner = j > s.first and kinds[j - 1 - s.first] in _CORE
        if not closing:
            return inner
        for index in range(j - 1, max(s.first, j - 8) - 1, -1):  # a quoted name is short
            if self.tokens[index].text in _QUOTES:
                return True
            if kinds[index - s.first] not in _CORE:
                return False
        return False

    def _attached(self, j: int, s: Sentence, kinds: list[str]) -> bool:
        """Whether token `j` is a preposition that hangs on a noun before it."""
        return (
            j > s.first
            and kinds[j - s.first] == k.PREPOSITION
            and (kinds[j - 1 - s.first] in (k.NOUN, k.NUMBER) or self.tokens[j - 1].text in _BRACKETS)
        )

    def _modifies(self, j: int, last: int, s: Sentence, kinds: list[str]) -> bool:
        """Whether token `j` is an adverb before an adjective: "newly appointed"."""
        return kinds[j - s.first] == k.ADVERB and j < last and kinds[j + 1 - s.first] in _MODIFIED

    def _joins_subjects(self, j: int, last: int, s: Sentence, kinds: list[str]) -> bool:
        """Whether "and" joins two phrases that are alike, with a place for subjects before the first."""
        if j == s.first or j == last or kinds[j - 1 - s.first] not in (k.NOUN, k.POSSESSIVE, k.ADJECTIVE, k.PRONOUN):
            return False
        left = self._phrase_ending(j - 1, s, kinds)
        if left is None:
            return False
        alike = self.tokens[j - 1].is_capitalised == self.tokens[last].is_capitalised
        return alike and self._opens_clause(left[0], s, kinds)

    def phrase_ending(self, last: int) -> Phrase | None:
        """The noun phrase whose last token is `last`."""
        s = self.sentence(last)
        return self._phrase_ending(last, s, self.kinds(s))

    def noun_phrase_after(self, i: int) -> Phrase | None:
        """The noun phrase that begins right after token `i`, adverbs and one preposition aside."""
        if not 0 <= i < len(self.tokens) - 1:
            return None
        s = self.sentence(i)
        kinds = self.kinds(s)
        j = i + 1
        while j < s.stop and kinds[j - s.first] in (k.ADVERB, k.PREPOSITION):
            j += 1
        return self.phrase_starting(j)

    def phrase_starting(self, first: int, *, long: bool = False) -> Phrase | None:
        """The noun phrase whose first token is `first`, with what hangs on it by "of"; `long`: by any preposition."""
        if first >= len(self.tokens):
            return None
        s = self.sentence(first)
        kinds = self.kinds(s)
        owned = self.tokens[first].lower in self.grammar.words["owners"]
        owned = owned and first + 1 < s.stop and kinds[first + 1 - s.first] in _CORE
        if kinds[first - s.first] == k.PRONOUN and not owned:
            return first, first
        last = None
        j = first + 1 if owned else first
        while j < s.stop:
            kind = kinds[j - s.first]
            if kind in _CORE:
                if last == j - 1 and not self._goes_on(j, kinds, s):
                    break
                last = j
            elif kind == k.ADVERB and j + 1 < s.stop and kinds[j + 1 - s.first] in _MODIFIED:
                pass
            elif kind == k.DETERMINER:
                if last is not None and kinds[j - 1 - s.first] != k.PREPOSITION:
                    break
            elif kind == k.PREPOSITION:
                if last != j - 1 or not (long or self.tokens[j].lower in self.grammar.words["attaching"]):
                    break
            elif kind == k.CONJUNCTION:
                if last != j - 1 or j + 1 >= s.stop or not self._lists(j, s, kinds):
                    break
            elif not self._between_names(j, last, s):
                break
            j += 1
        if last is None:
            return None
        if self._open_name(first, last) and last + 1 < s.stop and self.tokens[last + 1].text in _QUOTES:
            last += 1
        return first, last

    def _open_name(self, first: int, last: int) -> bool:
        """Whether a quoted name is left open in the phrase."""
        return sum(self.tokens[j].text in _QUOTES for j in range(first, last + 1)) % 2 == 1

    def _goes_on(self, j: int, kinds: list[str], s: Sentence) -> bool:
        """Whether a nominal right after another belongs to the same phrase; in Russian its case tells."""
        if self.language != "ru" or kinds[j - 1 - s.first] != k.NOUN or kinds[j - s.first] == k.NUMBER:
            return True
        if starts_new_name(self.tokens[j - 1], self.tokens[j]) and self._is_circumstance(j - 1, s, kinds):
            return False
        both_names = self.tokens[j].is_capitalised and self.tokens[j - 1].is_capitalised
        return (
            both_names
            or can_be_genitive(self.tokens[j])
            or (
                self.tokens[j].is_capitalised
                and can_be_nominative(self.tokens[j]) == can_be_nominative(self.tokens[j - 1])
            )
        )

    def _is_circumstance(self, j: int, s: Sentence, kinds: list[str]) -> bool:
        """Whether the phrase that ends at token `j` hangs on a preposition."""
        while j >= s.first and kinds[j - s.first] in (*_CORE, k.DETERMINER):
            j -= 1
        return j >= s.first and kinds[j - s.first] == k.PREPOSITION

    def _lists(self, j: int, s: Sentence, kinds: list[str]) -> bool:
        following = kinds[j + 1 - s.first]
        return following in _CORE and self.tokens[j + 1].is_capitalised == self.tokens[j - 1].is_capitalised

    def _between_names(self, j: int, last: int | None, s: Sentence) -> bool:
        token = self.tokens[j]
        if token.text in _QUOTES:
            return True
        if token.text != "." or last != j - 1 or j + 1 >= s.stop:
            return False
        before, following = self.tokens[j - 1], self.tokens[j + 1]
        tight = before.end == token.start and following.start == token.end and following.is_word
        return tight or (before.is_capitalised and following.is_capitalised)  # "quill.example", "A. Petrov"

    def _kazakh_subject(self, i: int, s: Sentence, kinds: list[str]) -> Phrase | None:
        """The first nominal group of the clause that has no case ending (the last of its words tells)."""
        from sholu.reading.languages.morphology import features

        first, last = self.clause_at(i)
        j = first
        while j <= min(last, i - 1):
            kind = kinds[j - s.first]
            if kind == k.PRONOUN:
                return j, j
            if kind not in _CORE and kind != k.DETERMINER:
                j += 1
                continue
            start = j
            while j < i and (kinds[j - s.first] in _CORE or kinds[j - s.first] == k.DETERMINER):
                case = features("kk", self.tokens[j].text).case if self.tokens[j].is_word else "nom"
                if case not in ("nom", "gen", "attr", ""):
                    break
                j += 1
            if j > start and (j >= i or kinds[j - s.first] not in _CORE):
                return start, j - 1
            if j > start + 1:
                return start, j - 2 if self._name_before(j - 1) else j - 1
            j += 1
        return None

    def _name_before(self, j: int) -> bool:
        return self.tokens[j - 1].is_capitalised and not self.tokens[j].is_capitalised

    # Clauses

    def clause_at(self, i: int) -> Phrase:
        """The clause around token `i`."""
        s = self.sentence(i)
        clauses = self._clauses.get(s.i)
        if clauses is None:
            clauses = self._clauses[s.i] = self._split(s)
        for clause in clauses:
            if clause[0] <= i <= clause[1]:
                return clause
        return i, i

    def _split(self, s: Sentence) -> list[Phrase]:
        """Cut at marks and clause openers; pieces without a predicate go with their neighbour."""
        kinds = self.kinds(s)
        starts = [s.first]
        for j in range(s.first + 1, s.stop):
            if self._opens(j, s, kinds):
                starts.append(j)
        pieces = [(a, b - 1) for a, b in zip(starts, [*starts[1:], s.stop], strict=True)]
        joined: list[Phrase] = []
        for piece in pieces:
            lonely = joined and (not self._predicates(piece, s, kinds) or not self._predicates(joined[-1], s, kinds))
            if joined and lonely and self.tokens[piece[0] - 1].text not in _BREAKS:
                joined[-1] = (joined[-1][0], piece[1])
            else:
                joined.append(piece)
        return joined

    def _opens(self, j: int, s: Sentence, kinds: list[str]) -> bool:
        before = self.tokens[j - 1].text
        if before in _BREAKS or before == ",":
            return True
        kind = kinds[j - s.first]
        if kind in (k.SUBORDINATOR, k.RELATIVE):
            return kinds[j - 1 - s.first] != k.PREPOSITION and self.language != "kk"
        if kind == k.CONJUNCTION and j + 1 < s.stop:
            return kinds[j + 1 - s.first] in (k.PRONOUN, k.SUBORDINATOR, k.VERB, k.AUXILIARY)
        return False

    def _predicates(self, piece: Phrase, s: Sentence, kinds: list[str]) -> bool:
        return any(kinds[j - s.first] in (k.VERB, k.AUXILIARY) for j in range(piece[0], piece[1] + 1))

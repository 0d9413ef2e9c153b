"""Whose doing it is: the subject of a verb, over additions, relative clauses and joined verbs."""

from sholu.reading.chunks import kinds as k
from sholu.reading.chunks.nouns import BRACKETS, CORE, FARTHEST, QUOTES, NounPhrases
from sholu.reading.chunks.russian import can_be_subject
from sholu.reading.chunks.tagged import Phrase
from sholu.reading.languages.morphology import features
from sholu.text.sentences import Sentence

_HEADS = frozenset({k.NOUN, k.ADJECTIVE, k.NUMBER, k.PRONOUN, k.DETERMINER})
_SKIPPED = frozenset({k.ADVERB, k.AUXILIARY, k.INFINITIVE})
_BREAKS = frozenset(";:—–")
_DEPTH = 4


class Chunks(NounPhrases):
    """The shallow grammar of one page: kinds of words, clauses, noun phrases, and the subjects of verbs."""

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
        if j < s.first or i - j > FARTHEST:
            return None
        kind = kinds[j - s.first]
        text = self.tokens[j].text
        if kind == k.PRONOUN:
            return j, j
        if kind == k.RELATIVE and self.language == "ru" and j > s.first and kinds[j - 1 - s.first] == k.PREPOSITION:
            return self._subject_of_earlier_verb(j, s, kinds, antecedent, depth)  # «интервью, в котором сказал»
        if kind == k.RELATIVE:
            return self._antecedent(j, s, kinds, depth) if antecedent else (j, j)
        if kind == k.MARK and text in BRACKETS:
            opening = self._opening(j, s)
            return self._phrase_ending(opening - 1, s, kinds) if opening is not None else None
        if kind == k.MARK and text == "," and kinds[i - s.first] != k.GERUND:
            return self._over_commas(i, j, s, kinds, antecedent, depth)
        if kind == k.MARK and text == ".":
            return self._phrase_ending(j - 1, s, kinds) if j - 1 >= s.first else None
        if kinds[i - s.first] == k.GERUND and (kind == k.PREPOSITION or text in QUOTES or text == ","):
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
        if kind in CORE or kind == k.DETERMINER or text in QUOTES:
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
            if phrase is not None and self._opens_clause(phrase[0], s, kinds) and self.can_be_subject(phrase, i):
                return self._named_before(phrase, s, kinds) or phrase
            opening = self._comma_before(opening, s)
        return self._subject_of_earlier_verb(comma, s, kinds, antecedent, depth)

    def _named_before(self, phrase: Phrase, s: Sentence, kinds: list[str]) -> Phrase | None:
        """The name to which a phrase is an addition: "Ivan Petrov, head of a house, which ..., said"."""
        comma = phrase[0] - 1
        if comma <= s.first or self.tokens[comma].text != "," or self.tokens[phrase[0]].is_capitalised:
            return None
        name = self._phrase_ending(comma - 1, s, kinds)
        named = name is not None and self.tokens[name[1]].is_capitalised and self._opens_clause(name[0], s, kinds)
        return name if named else None

    def _comma_before(self, j: int, s: Sentence) -> int | None:
        for index in range(j - 1, max(s.first, j - FARTHEST) - 1, -1):
            text = self.tokens[index].text
            if text == ",":
                return index
            if text in _BREAKS:
                return None
        return None

    def _subject_of_earlier_verb(
        self, j: int, s: Sentence, kinds: list[str], antecedent: bool, depth: int
    ) -> Phrase | None:
        for index in range(j, max(s.first, j - FARTHEST) - 1, -1):
            if kinds[index - s.first] == k.VERB:
                if index > s.first and kinds[index - 1 - s.first] == k.INFINITIVE:
                    continue
                return self._subject(index, s, kinds, antecedent, depth - 1)
        return None

    def _subject_of_main_verb(
        self, j: int, s: Sentence, kinds: list[str], antecedent: bool, depth: int
    ) -> Phrase | None:
        """The subject of the first verb of the sentence, past a clause like "When he came, ..." that opens it."""
        start = max(s.first, j - FARTHEST)
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

    def can_be_subject(self, phrase: Phrase, verb: int) -> bool:
        """Whether the phrase has a form for the subject of the verb at token `verb`; only Russian forms tell."""
        s = self.sentence(phrase[0])
        return self.language != "ru" or self._has_nominative(phrase, verb, self.kinds(s), s)

    def _has_nominative(self, phrase: Phrase, verb: int, kinds: list[str], s: Sentence) -> bool:
        before = kinds[phrase[0] - 1 - s.first] if phrase[0] > s.first else ""
        if before == k.PREPOSITION:
            return False
        first = phrase[0]
        while first < phrase[1] and kinds[first - s.first] != k.NOUN:
            first += 1
        return kinds[phrase[0] - s.first] == k.NUMBER or can_be_subject(self.tokens[first], self.tokens[verb].lower)

    def _kazakh_subject(self, i: int, s: Sentence, kinds: list[str]) -> Phrase | None:
        """The first nominal group of the clause that has no case ending (the last of its words tells)."""
        first, last = self.clause_at(i)
        j = first
        while j <= min(last, i - 1):
            kind = kinds[j - s.first]
            if kind == k.PRONOUN:
                return j, j
            if kind not in CORE and kind != k.DETERMINER:
                j += 1
                continue
            start = j
            while j < i and (kinds[j - s.first] in CORE or kinds[j - s.first] == k.DETERMINER):
                case = features("kk", self.tokens[j].text).case if self.tokens[j].is_word else "nom"
                if case not in ("nom", "gen", "attr", ""):
                    break
                j += 1
            if j > start and (j >= i or kinds[j - s.first] not in CORE):
                return start, j - 1
            if j > start + 1:
                return start, j - 2 if self._name_before(j - 1) else j - 1
            j += 1
        return None

    def _name_before(self, j: int) -> bool:
        return self.tokens[j - 1].is_capitalised and not self.tokens[j].is_capitalised

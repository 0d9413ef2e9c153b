"""The words of a page with their kinds, worked out one sentence at a time when first asked for."""

from collections.abc import Callable, Sequence

from sholu.reading.chunks import kinds as k
from sholu.reading.chunks.english import english
from sholu.reading.chunks.kazakh import is_kazakh_passive, kazakh
from sholu.reading.chunks.kinds import Grammar, grammar
from sholu.reading.chunks.russian import is_passive_form, russian
from sholu.reading.chunks.verbs import PARTICIPLE as PARTICIPLE_FORM
from sholu.reading.page import Page
from sholu.text.sentences import Sentence
from sholu.text.tokens import Token

Phrase = tuple[int, int]
"""First and last token of a phrase, both included."""

_BEHIND_JOINED = frozenset({k.PREPOSITION, k.MARK, k.ADVERB, k.INFINITIVE, k.CONJUNCTION})
"""What may stand behind a participle that shares the auxiliary of another."""
_JOINED = 10
"""Tokens between two participles that share an auxiliary."""
_TAGGERS: dict[str, Callable[[Sequence[Token], int, int, Grammar], list[str]]] = {
    "en": english,
    "ru": russian,
    "kk": kazakh,
}


class Tagged:
    """The words of one page by kind, and what their forms say of verbs."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.tokens = page.tokens
        self.language = page.language.tag
        self.grammar = grammar(self.language)
        self._kinds: dict[int, list[str]] = {}
        self._kind_of: list[str] = [""] * len(page.tokens)  # the same by token; "" where nobody has looked yet
        self._clauses: dict[int, list[Phrase]] = {}

    def sentence(self, i: int) -> Sentence:
        """The sentence that token `i` stands in."""
        return self.page.sentence_of(i)

    def kind(self, i: int) -> str:
        """The kind of token `i`."""
        found = self._kind_of[i]
        if not found:
            self.kinds(self.page.sentence_of(i))
            found = self._kind_of[i]
        return found

    def kinds(self, sentence: Sentence) -> list[str]:
        """The kinds of all tokens of a sentence."""
        found = self._kinds.get(sentence.i)
        if found is None:
            tagger = _TAGGERS[self.language]
            found = self._kinds[sentence.i] = tagger(self.tokens, sentence.first, sentence.stop, self.grammar)
            self._kind_of[sentence.first : sentence.stop] = found
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
        return is_kazakh_passive(lower, self.grammar)

    def is_participle(self, i: int) -> bool:
        """Whether the verb at token `i` can be nothing but a past participle ("given")."""
        form = self.grammar.verbs.get(self.tokens[i].lower)
        return form is not None and form.forms == PARTICIPLE_FORM

    def _shares_auxiliary(self, i: int, joint: int, first: int) -> bool:
        """ "was arrested, tried and sentenced to a year": a participle without an object, joined to a passive one."""
        if i + 1 < len(self.tokens) and self.kind(i + 1) not in _BEHIND_JOINED:
            return False
        for before in range(joint - 1, max(first, joint - _JOINED) - 1, -1):
            if self.kind(before) in (k.VERB, k.PARTICIPLE):
                return self.kind(before) == k.VERB and self._is_english_passive(before, self.tokens[before].lower)
        return False

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
        if j == i - 1 and j > first and self.tokens[j].lower in self.grammar.words["hearsay"]:
            return self._is_english_passive(j, self.tokens[j].lower)  # "were reported killed"
        joint = j > first and (self.kind(j) == k.CONJUNCTION or self.tokens[j].text == ",")
        if joint and self._shares_auxiliary(i, j, first):
            return True
        by = i + 1 < len(self.tokens) and self.tokens[i + 1].lower == "by"
        return by and (j < first or self.grammar.group.get(self.tokens[j].lower) != "have")

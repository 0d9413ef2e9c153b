"""Noun phrases, walked from their last token to the left or from their first to the right."""

from sholu.reading.chunks import kinds as k
from sholu.reading.chunks.clauses import Clauses
from sholu.reading.chunks.russian import can_be_genitive, can_be_nominative, starts_new_name
from sholu.reading.chunks.tagged import Phrase
from sholu.text.sentences import Sentence

CORE = frozenset({k.NOUN, k.ADJECTIVE, k.NUMBER, k.POSSESSIVE, k.PARTICIPLE})
_PHRASE = CORE | {k.DETERMINER}
BRACKETS = {")": "(", "]": "["}
QUOTES = frozenset('"“”«»„‘')
FARTHEST = 60  # tokens in a noun phrase, or between a subject and its verb, additions included
_MODIFIED = frozenset({k.ADJECTIVE, k.NUMBER, k.PARTICIPLE})
# A phrase without any of these is no noun phrase ("not hard").
_BEARERS = frozenset({k.NOUN, k.NUMBER, k.DETERMINER, k.PARTICIPLE, k.PRONOUN})
_JOINS = 6  # phrases that "and" may join into one


class NounPhrases(Clauses):
    """The noun phrases of one page."""

    def _phrase_ending(self, last: int, s: Sentence, kinds: list[str], joins: int = _JOINS) -> Phrase | None:
        """The noun phrase whose last token is `last`, walked from right to left."""
        j = last
        farthest = max(s.first, last - FARTHEST)
        while j >= farthest and not (j < last and self._breaks_line(j)):
            kind = kinds[j - s.first]
            if kind in CORE or self._inside_name(j, last, s, kinds):
                if (
                    j < last
                    and kind == k.NOUN
                    and kinds[j + 1 - s.first] in CORE
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
            elif self.tokens[j].text in BRACKETS:
                opening = self._opening(j, s)
                if opening is None or opening == s.first or kinds[opening - 1 - s.first] not in CORE:
                    break
                j = opening - 1
            elif kind == k.PRONOUN and j == last:
                return j, j
            else:
                left = self._joined(j, last, s, kinds, joins) if kind == k.CONJUNCTION and joins else None
                j = left[0] - 1 if left else j
                break
        first = j + 1
        while first <= last and (self.tokens[first].text in QUOTES or kinds[first - s.first] in (k.MARK, k.POSSESSIVE)):
            first += 1
        if first > last or not any(kinds[j - s.first] in _BEARERS for j in range(first, last + 1)):
            return None
        return first, last

    def _breaks_line(self, j: int) -> bool:
        """Whether a line ends behind token `j`."""
        return "\n" in self.page.text[self.tokens[j].end : self.tokens[j + 1].start]

    def _inside_name(self, j: int, last: int, s: Sentence, kinds: list[str]) -> bool:
        """Quotation marks around a name, and the full stop of an abbreviation."""
        token = self.tokens[j]
        if token.text == "-" and s.first < j < last:  # "36-летний"
            return self.tokens[j - 1].end == token.start and self.tokens[j + 1].start == token.end
        if token.text == "." and j > s.first and j < last:
            return self.tokens[j - 1].end == token.start and self.tokens[j - 1].is_capitalised
        if token.text not in QUOTES or token.text == ",":
            return False
        closing = j == last or (j > s.first and self.tokens[j - 1].end == token.start)
        inner = j > s.first and kinds[j - 1 - s.first] in CORE
        if not closing:
            return inner
        for index in range(j - 1, max(s.first, j - 8) - 1, -1):  # a quoted name is short
            if self.tokens[index].text in QUOTES:
                return True
            if kinds[index - s.first] not in CORE:
                return False
        return False

    def _attached(self, j: int, s: Sentence, kinds: list[str]) -> bool:
        """Whether token `j` is a preposition that hangs on a noun before it, or on an adjective behind one."""
        if j <= s.first or kinds[j - s.first] != k.PREPOSITION:
            return False
        if self.language == "en" and kinds[j - 1 - s.first] == k.ADJECTIVE:  # "a fighter formerly loyal to"
            i = j - 2
            while i > s.first and kinds[i - s.first] == k.ADVERB:
                i -= 1
            return i >= s.first and kinds[i - s.first] == k.NOUN
        return kinds[j - 1 - s.first] in (k.NOUN, k.NUMBER) or self.tokens[j - 1].text in BRACKETS

    def _modifies(self, j: int, last: int, s: Sentence, kinds: list[str]) -> bool:
        """Whether token `j` is an adverb before an adjective ("newly appointed") or an owner («его брат»)."""
        if kinds[j - s.first] == k.PRONOUN and j < last:
            return self.tokens[j].lower in self.grammar.words["owners"]
        return kinds[j - s.first] == k.ADVERB and j < last and kinds[j + 1 - s.first] in _MODIFIED

    def _joined(self, j: int, last: int, s: Sentence, kinds: list[str], joins: int) -> Phrase | None:
        """The phrase that "and" at token `j` joins to the one behind: alike, and in a place for subjects."""
        if j == s.first or j == last or kinds[j - 1 - s.first] not in (k.NOUN, k.POSSESSIVE, k.ADJECTIVE, k.PRONOUN):
            return None
        left = self._phrase_ending(j - 1, s, kinds, joins - 1)
        alike = self.tokens[j - 1].is_capitalised == self.tokens[last].is_capitalised
        return left if left is not None and alike and self._opens_clause(left[0], s, kinds) else None

    def _opens_clause(self, first: int, s: Sentence, kinds: list[str]) -> bool:
        """Whether a phrase that begins here is in a place for subjects, no object and no part of a list."""
        if first == s.first:
            return True
        before = kinds[first - 1 - s.first]
        return before in (k.SUBORDINATOR, k.CONJUNCTION, k.MARK, k.ADVERB, k.RELATIVE)

    def _opening(self, j: int, s: Sentence) -> int | None:
        wanted = BRACKETS[self.tokens[j].text]
        for index in range(j - 1, s.first, -1):
            if self.tokens[index].text == wanted:
                return index
        return None

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
        return self.phrase_starting(j) if j < s.stop else None

    def phrase_starting(self, first: int, *, long: bool = False) -> Phrase | None:
        """The noun phrase whose first token is `first`, with what hangs on it by "of"; `long`: by any preposition."""
        if first >= len(self.tokens):
            return None
        s = self.sentence(first)
        kinds = self.kinds(s)
        owned = self.tokens[first].lower in self.grammar.words["owners"]
        owned = owned and first + 1 < s.stop and kinds[first + 1 - s.first] in CORE
        if kinds[first - s.first] == k.PRONOUN and not owned:
            return first, first
        last = None
        j = first + 1 if owned else first
        stop = min(s.stop, first + FARTHEST)
        while j < stop:
            kind = kinds[j - s.first]
            if kind in CORE:
                if last == j - 1 and not self._goes_on(j, kinds, s) and not self._names_head(first, j, kinds, s):
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
        if self._open_name(first, last) and last + 1 < s.stop and self.tokens[last + 1].text in QUOTES:
            last += 1
        return first, last

    def _open_name(self, first: int, last: int) -> bool:
        """Whether a quoted name is left open in the phrase."""
        return sum(self.tokens[j].text in QUOTES for j in range(first, last + 1)) % 2 == 1

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

    def _names_head(self, first: int, j: int, kinds: list[str], s: Sentence) -> bool:
        """ "министр иностранных дел Иван Петров": the name stands in the nominative as the head of the phrase does."""
        token, before = self.tokens[j], self.tokens[j - 1]
        if self.language != "ru" or token.shape != "title" or before.is_capitalised or self._breaks_line(j - 1):
            return False
        head = next((i for i in range(first, j) if kinds[i - s.first] == k.NOUN), first)
        return can_be_nominative(self.tokens[head]) and can_be_nominative(token) and not can_be_nominative(before)

    def _is_circumstance(self, j: int, s: Sentence, kinds: list[str]) -> bool:
        """Whether the phrase that ends at token `j` hangs on a preposition."""
        while j >= s.first and kinds[j - s.first] in _PHRASE:
            j -= 1
        return j >= s.first and kinds[j - s.first] == k.PREPOSITION

    def _lists(self, j: int, s: Sentence, kinds: list[str]) -> bool:
        following = kinds[j + 1 - s.first]
        return following in CORE and self.tokens[j + 1].is_capitalised == self.tokens[j - 1].is_capitalised

    def _between_names(self, j: int, last: int | None, s: Sentence) -> bool:
        token = self.tokens[j]
        if token.text in QUOTES:
            return True
        if token.text != "." or last != j - 1 or j + 1 >= s.stop:
            return False
        before, following = self.tokens[j - 1], self.tokens[j + 1]
        tight = before.end == token.start and following.start == token.end and following.is_word
        return tight or (before.is_capitalised and following.is_capitalised)  # "quill.example", "A. Petrov"

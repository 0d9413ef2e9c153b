"""Who stands how in a clause: each mention with the part that it plays there, by case, preposition and order."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from sholu.model.reading import Mention
from sholu.model.span import Span
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.entities import EntityIndex
from sholu.reading.kazakh_groups import Group, groups_of
from sholu.reading.languages.declension import cases_of_name
from sholu.reading.languages.morphology import features, readings
from sholu.reading.page import Page
from sholu.reading.quantities.kazakh import is_owned
from sholu.reading.quantities.lexicon import UnitWords
from sholu.reading.quantities.subjects import HOLDERS

Part = Literal["subject", "object", "to", "from", "by", "owner", "other"]
"""What somebody is to the verb; "owner" of the noun that stands beside."""
_CLOSING = frozenset('»”"')
_QUOTES = frozenset("«\"“„'‘")
_MODIFIERS = frozenset({k.ADJECTIVE, k.PARTICIPLE, k.NUMBER, k.DETERMINER, k.POSSESSIVE})
_NOUNS = frozenset({k.NOUN, k.ADJECTIVE})  # a Kazakh noun may look like an adjective
_OPENERS = frozenset({k.DETERMINER, k.POSSESSIVE})
_NAME = 100  # code points by which a name may reach over the clause
_KAZAKH: dict[str, Part] = {
    "nom": "subject",
    "acc": "object",
    "dat": "to",
    "abl": "from",
    "gen": "owner",
    "": "subject",
}


class Party(NamedTuple):
    """A mention in a clause: whose it is, its part, and its tokens with its title, `first` .. `last`."""

    id: str
    part: Part
    first: int
    last: int
    mention: Mention


class Parties:
    """The parties to the clauses of one page."""

    def __init__(self, page: Page, words: UnitWords, entities: EntityIndex, dated: frozenset[int]) -> None:
        """`dated` are the tokens of times."""
        self.page, self.tokens, self.words, self.entities = page, page.tokens, words, entities
        self.dated = dated
        self.tag = page.language.tag
        self.chunks = chunks_of(page)
        self._found: dict[tuple[int, int], list[Party]] = {}

    def of(self, clause: tuple[int, int]) -> list[Party]:
        """Everybody mentioned in a clause, in order; of nested mentions the outer one only where they end together."""
        found = self._found.get(clause)
        if found is None:
            found = self._found[clause] = list(self._parties(clause))
        return found

    def _parties(self, clause: tuple[int, int]) -> Iterator[Party]:
        groups = groups_of(self.chunks, *clause, parted=self._parted) if self.tag == "kk" else []
        end = 0
        for mention, id in self.entities.within(self.page.span(*clause)):
            first, stop = self.page.token_range(mention.span)
            nested = mention.end <= end
            if first >= stop or not self._may_hold(mention, id, first, stop - 1):
                continue
            party = self._party(mention, id, (first, stop - 1), clause, groups)
            if not nested or party.part == "owner":
                end = max(end, mention.end)
                yield party

    def _party(
        self, mention: Mention, id: str, at: tuple[int, int], clause: tuple[int, int], groups: list[Group]
    ) -> Party:
        if self.tag == "kk":
            return self._kazakh(mention, id, at, groups)
        return self._russian(mention, id, at, clause) if self.tag == "ru" else self._english(mention, id, at, clause)

    def _may_hold(self, mention: Mention, id: str, first: int, last: int) -> bool:
        """Whether somebody may be told to have something: no source in brackets, no adjective of a country."""
        if self.entities.get(id).kind not in HOLDERS or self.entities.get(id).kind == "outlet":
            return False
        if mention.form == "name" and self._is_adjective(first, last):
            return False
        return not (first and self.tokens[first - 1].text == "(")

    def _is_adjective(self, first: int, last: int) -> bool:
        """«голландская компания»: a country or town in an adjective."""
        if all(self.chunks.kind(at) in _MODIFIERS for at in range(first, last + 1)):
            return True
        if self.tag != "ru" or first != last:
            return False
        return self.tokens[last].shape == "lower" or features("ru", self.tokens[last].lower).part == "adjective"

    # -- English

    def _english(self, mention: Mention, id: str, at: tuple[int, int], clause: tuple[int, int]) -> Party:
        first, last = at
        start = self._start(first, clause[0])
        before = self.tokens[start - 1] if start > clause[0] else None
        following = self.tokens[last + 1] if last < clause[1] else None
        part: Part
        if before is not None and before.lower in self.words.holders.clausal and self._is_before_verb(last, clause[1]):
            return Party(id, "subject", start, last, mention)
        governor = self._governor(start - 1, clause[0]) if before is not None else None
        possessive = mention.form == "pronoun" and self.chunks.kind(first) in (k.DETERMINER, k.POSSESSIVE)
        if possessive or (following is not None and following.shape == "possessive"):
            part = "owner"
        elif governor is not None:
            part = self._by_preposition(self.tokens[governor].lower, governor)
        else:
            verb = any(self.chunks.kind(j) == k.VERB for j in range(clause[0], start))
            part = "object" if verb else "subject"
        return Party(id, part, start, last, mention)

    def _governor(self, at: int, lowest: int) -> int | None:
        """The preposition at a token, or before the names that "and" joins there: "between Norland and | Sudmark"."""
        if self.chunks.kind(at) == k.CONJUNCTION:
            at -= 1
            while at > lowest and (self.tokens[at].is_capitalised or self.tokens[at].text == ","):
                at -= 1
        return at if at >= lowest and self.chunks.kind(at) in (k.PREPOSITION, k.INFINITIVE) else None

    def _is_before_verb(self, last: int, stop: int) -> bool:
        at = last + 1
        while at < stop and self.chunks.kind(at) == k.ADVERB:
            at += 1
        return at <= stop and self.chunks.kind(at) in (k.VERB, k.AUXILIARY)

    def _by_preposition(self, lower: str, at: int) -> Part:
        holder = self.words.holders
        if lower in self.words.numbers.of:
            return "owner"
        parts: tuple[tuple[frozenset[str], Part], ...] = (
            (holder.to, "to"), (holder.source, "from"), (holder.by, "by"),
        )  # fmt: skip
        return next((part for words, part in parts if lower in words), "other")

    def _start(self, first: int, lowest: int) -> int:
        """The first token of the phrase of a mention: its article, title and adjectives."""
        while first > lowest and first - 1 not in self.dated and self.chunks.kind(first) not in _OPENERS:
            kind = self.chunks.kind(first - 1)
            noun = kind == k.NOUN and self.tokens[first - 1].is_word
            if kind not in _MODIFIERS and not noun and self.tokens[first - 1].text not in _QUOTES:
                break
            first -= 1
        return first

    # -- Russian

    def _russian(self, mention: Mention, id: str, at: tuple[int, int], clause: tuple[int, int]) -> Party:
        first, last = at
        if mention.form == "pronoun":
            return Party(id, self._russian_pronoun(first, clause), first, last, mention)
        head, start = self._head(first, last, clause[0])
        person = mention.form == "name" and self.entities.get(id).kind == "person"
        cases = self._name_cases(mention, id, last) if person else self._cases(head, start)
        if person:
            start, cases = self._titled(start, clause[0], cases)
        before = start - 1
        while before > clause[0] and self.tokens[before].text in _QUOTES:
            before -= 1
        part: Part
        if before >= clause[0] and self.chunks.kind(before) == k.PREPOSITION:
            part = self._by_preposition(self.tokens[before].lower, before)
        elif self._hangs(before, clause[0], cases):
            part = "owner"
        elif "nom" in cases:
            part = "subject"
        elif "dat" in cases:
            part = "to"
        elif "acc" in cases:
            part = "object"
        else:
            part = "by" if "ins" in cases else "owner" if "gen" in cases else "other"
        return Party(id, part, start, last, mention)

    def _hangs(self, before: int, lowest: int, cases: frozenset[str]) -> bool:
        """«штат завода», «аким области»: a genitive behind a noun."""
        if before < lowest or "gen" not in cases or self.chunks.kind(before) != k.NOUN:
            return False
        return "nom" not in cases or self.tokens[before].shape == "lower"

    def _russian_pronoun(self, at: int, clause: tuple[int, int]) -> Part:
        lower = self.tokens[at].lower
        if at > clause[0] and self.chunks.kind(at - 1) == k.PREPOSITION:
            return self._by_preposition(self.tokens[at - 1].lower, at - 1)
        holder = self.words.holders
        if lower in holder.owners:
            noun = at < clause[1] and self.chunks.kind(at + 1) in (k.NOUN, k.ADJECTIVE)
            return "owner" if noun else "object"
        return "to" if lower in holder.to_pronouns else "subject"

    def _head(self, first: int, last: int, lowest: int) -> tuple[int, int]:
        """The noun whose case tells that of a mention, and the first token of its phrase."""
        quoted = first - 1 > lowest and self.tokens[first - 1].text in _QUOTES
        if quoted and self.chunks.kind(first - 2) == k.NOUN and self.tokens[first - 2].shape == "lower":
            first = last = first - 2
        head = next((j for j in range(first, last + 1) if self.chunks.kind(j) in (k.NOUN, k.PRONOUN)), first)
        start = first
        while start > lowest and (self.chunks.kind(start - 1) in (k.ADJECTIVE, k.PARTICIPLE, k.NUMBER, k.DETERMINER)):
            start -= 1
        return head, start

    def _titled(self, start: int, lowest: int, cases: frozenset[str]) -> tuple[int, frozenset[str]]:
        """«аким области Иванов»: the phrase with the title before a name, and the cases that both have."""
        at = start
        while at > lowest and self.chunks.kind(at - 1) in (k.NOUN, k.ADJECTIVE) and at - 1 >= lowest:
            at -= 1
            if self.tokens[at].shape != "lower" and self.chunks.kind(at) != k.NOUN:
                break
        title = next((j for j in range(at, start) if self.chunks.kind(j) == k.NOUN), None)
        if title is None:
            return start, cases
        shared = cases & self._cases(title, title) if cases else self._cases(title, title)
        return (at, shared) if shared else (start, cases)

    def _name_cases(self, mention: Mention, id: str, last: int) -> frozenset[str]:
        """The cases of somebody's name: «Каримова» is no nominative where he is called Каримов."""
        inside = self.page.tokens_in(mention.span)
        cases = cases_of_name(tuple(one.text for one in inside if one.is_word and one.text[-1] != "."))
        declined = self.tokens[last].text not in self.entities.get(id).name
        return (cases - {"nom"} or cases) if declined else cases

    def _cases(self, head: int, start: int) -> frozenset[str]:
        if self.chunks.kind(start) == k.NUMBER and self.tokens[start].shape == "number":
            return frozenset({"nom", "acc"})
        found = _russian_cases(self.tokens[head].text)
        for at in range(start, head):
            if self.chunks.kind(at) in (k.ADJECTIVE, k.PARTICIPLE, k.NUMBER):
                found = (found & _russian_cases(self.tokens[at].text)) or found
        return found

    # -- Kazakh

    def _kazakh(self, mention: Mention, id: str, at: tuple[int, int], groups: list[Group]) -> Party:
        first, last = at
        group = next((group for group in groups if group.first <= last <= group.last), None)
        case = features("kk", self.tokens[last].lower).case
        part: Part = _KAZAKH.get(case, "other")
        following = self.tokens[last + 1] if last + 1 < len(self.tokens) else None
        owned = following is not None and self.chunks.kind(last + 1) in _NOUNS and is_owned(following.lower)
        if group is not None and last == group.last:
            part = _KAZAKH.get(group.case, "other")
        elif group is not None and case in ("", "nom") and following is not None and following.text in _CLOSING:
            part, last = _KAZAKH.get(group.case, "other"), group.last  # «Литиум» компаниясына
        if part == "subject" and owned:
            part = "other"  # «Герман банктері», «министрлік өкілі»
        return Party(id, part, first, last, mention)

    def _parted(self, left: int, right: int) -> str | None:
        """The kind of the name that ends with the word on the left, unless a name goes on over both."""
        word, both = self.page.span(left, left), self.page.span(left, right)
        ends = None
        around = Span(max(0, both.start - _NAME), min(len(self.page.text), both.end + _NAME))
        for mention, id in self.entities.within(around):
            if mention.span.covers(both):
                return None
            if mention.end == word.end:
                ends = self.entities.get(id).kind
        return ends


def _russian_cases(word: str) -> frozenset[str]:
    return frozenset(reading.case for reading in readings("ru", word) if reading.case)

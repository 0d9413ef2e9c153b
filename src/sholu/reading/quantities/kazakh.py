"""Kazakh nouns before a sum: what it is for or what it measures, and not who gave it to whom, when and how."""

import re

from sholu.model.reading import EntityKind
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.entities import EntityIndex
from sholu.reading.languages import language
from sholu.reading.languages.kazakh_data import kazakh_endings
from sholu.reading.languages.morphology import features
from sholu.reading.page import Page
from sholu.reading.quantities.figure import Figure
from sholu.reading.quantities.lexicon import SURE, UnitWords
from sholu.reading.quantities.subjects import Subject, Subjects

_ACTORS: tuple[EntityKind, ...] = ("person", "organisation", "group", "outlet")
_NEVER = frozenset({"acc", "loc", "ins"})  # whom, when or where, with what
_AFTER = 2  # tokens from a sum to the verb that says that something comes to it
_OWNED = re.compile(r"(?:[^дт][ыі]|с[ыі]|[ыі]н|[ыі]на|[ыі]не|[ыі]нда|[ыі]нде|[ыі]нан|[ыі]нен|[ыі]ның|[ыі]нің|[ыі]мен)$")


class KazakhNouns:
    """The nouns before the figures of one page."""

    def __init__(self, page: Page, words: UnitWords, entities: EntityIndex, subjects: Subjects) -> None:
        self.page, self.tokens, self.words, self.entities, self.subjects = page, page.tokens, words, entities, subjects
        self.chunks = chunks_of(page)

    def before(self, figure: Figure, at: int, first: int) -> Subject | None:
        """What the noun at token `at`, the last before the figure, says of what is measured; None if nothing."""
        if at in self.subjects.passed:
            return None
        known = features("kk", self.tokens[at].lower)
        case = known.case if known.score >= SURE else ""
        timed = figure.unit in self.words.currencies or figure.unit in self.words.durations
        if (case == "loc" and figure.unit != "%") or (case in _NEVER and timed):
            return None
        if case == "dat":
            return self._purpose(at, first)
        if figure.unit in self.words.currencies and self._is_giver(figure, at):
            return None
        return self.subjects.ending(at, first)

    def _purpose(self, at: int, first: int) -> Subject | None:
        """«әкімдік жол салуға 3 млрд теңге бөлді»: what it is for, without who gave it; none where that is somebody."""
        if self._is_actor(at):
            return None
        bare = at > first and self.chunks.kind(at - 1) in (k.NOUN, k.ADJECTIVE) and self.tokens[at - 1].shape == "lower"
        begin = at - 1 if bare and not is_owned(self.tokens[at - 1].lower) and not self._is_actor(at - 1) else at
        if features("kk", self.tokens[begin].lower).case not in ("", "nom", "dat"):
            begin = at
        return Subject(self.subjects.words(begin, at), None)

    def _is_giver(self, figure: Figure, at: int) -> bool:
        """«тұрғындар 158 теңге төлеген»: who does something with the sum, where no verb says that it comes to it."""
        if self._is_actor(at) or self.tokens[at].lower.endswith(kazakh_endings("plural")):
            return True
        if is_owned(self.tokens[at].lower):
            return False
        for place in range(figure.next, min(figure.next + _AFTER, len(self.tokens))):
            linked = self.words.measures.linking.at(self.tokens, place)
            if linked or self.words.changes.direction(self.tokens, place):
                return False
            if self.chunks.is_verb(place):
                return not self.chunks.is_passive(place)
        return False

    def _is_actor(self, at: int) -> bool:
        return self.entities.at(self.tokens[at].span, _ACTORS) is not None


def is_owned(lower: str) -> bool:
    """Whether a noun has the ending of what belongs to something: «көлігінің», «сарбазын»."""
    return len(lower) > len("ісін") and _OWNED.search(lower) is not None


def is_verbal_noun(lower: str) -> bool:
    """Whether a word names a deed and has no ending: «қорғау», «беру»."""
    return len(lower) > len("алу") and lower.endswith(tuple(language("kk").table("units")["frame"]["deed_endings"]))

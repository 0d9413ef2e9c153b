"""Russian lists of people, each with a title or none: «министра X, главу ведомства Y и Z», all of whom share a role."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sholu.model.reading import Event, Mention, Role
from sholu.reading.chunks import Chunks, chunks_of, kinds
from sholu.reading.entities import EntityIndex
from sholu.reading.events.lexicon import words
from sholu.reading.languages.declension import cases_of_name
from sholu.reading.offices.lexicon import office_words
from sholu.reading.page import Page
from sholu.text.sentences import Sentence

_TITLE = 16
"""Tokens in the longest title between two names of a list."""
_OF_OFFICE = frozenset({"TAKE_OFFICE", "LEAVE_OFFICE"})
"""Deeds of which titles between the names tell nothing else."""
_TITLED = frozenset({kinds.NOUN, kinds.ADJECTIVE, kinds.CONJUNCTION, kinds.PARTICIPLE})

Named = tuple[int, int, Mention, str]
"""First token, the one behind the last, the mention and its entity."""


class RussianLists:
    """Finds all those of a list on one page of whom a role names only some."""

    def __init__(self, page: Page, entities: EntityIndex) -> None:
        self.page = page
        self.tokens = page.tokens
        self.entities = entities
        self.chunks: Chunks = chunks_of(page)
        self.joins = words("ru", "grammar", "and")
        self._runs: dict[int, list[list[Named]]] = {}

    def others(self, event: Event, roles: Sequence[Role]) -> Iterator[tuple[Mention, str]]:
        """Whom the lists name besides those who have these roles already."""
        known = {role.entity for role in roles}
        if not known or self.page.language.tag != "ru":
            return
        sentence = self.page.sentence_at(event.trigger.start)
        for run in self._lists(sentence):
            if known.isdisjoint(one[3] for one in run) or not self._is_of(event, run, sentence):
                continue
            for one in run:
                if one[3] not in known:
                    known.add(one[3])
                    yield one[2], one[3]

    def _is_of(self, event: Event, run: Sequence[Named], sentence: Sentence) -> bool:
        """Whether a list belongs to a deed: nothing but names or titles in it, and no verb of its own behind it."""
        plain = all(one[1] + 1 == then[0] for one, then in pairwise(run))
        trigger = self.page.token_at(event.trigger.start)
        if (not plain and event.type not in _OF_OFFICE) or run[0][0] <= trigger < run[-1][1]:
            return False
        after = run[-1][1]
        if trigger >= after:
            return True
        while after < sentence.stop and self.chunks.kind(after) == kinds.ADVERB:
            after += 1
        return after >= sentence.stop or self.chunks.kind(after) != kinds.VERB

    def _lists(self, sentence: Sentence) -> list[list[Named]]:
        """The lists of a sentence that "and" closes."""
        if sentence.i not in self._runs:
            runs: list[list[Named]] = []
            for one in self._people(sentence):
                if runs and self._joined(runs[-1][-1], one):
                    runs[-1].append(one)
                else:
                    runs.append([one])
            self._runs[sentence.i] = [run for run in runs if len(run) > 1 and self._closes(run[-2])]
        return self._runs[sentence.i]

    def _people(self, sentence: Sentence) -> list[Named]:
        found: list[Named] = []
        for mention, id in self.entities.within(self.page.span(sentence.first, sentence.stop - 1)):
            if mention.form == "name" and self.entities.get(id).kind == "person":
                first, stop = self.page.token_range(mention.span)
                if first < stop and (not found or found[-1][1] <= first):
                    found.append((first, stop, mention, id))
        return found

    def _closes(self, one: Named) -> bool:
        return self.tokens[one[1]].lower in self.joins

    def _joined(self, one: Named, then: Named) -> bool:
        """Whether a comma or "and", and a title at most, stand between two names of one case."""
        at, stop = one[1], then[0]
        if at >= stop or stop - at > _TITLE or not (self.tokens[at].text == "," or self._closes(one)):
            return False
        title = range(at + 1, stop)
        if len(title) and office_words("ru").titles.at(self.tokens, at + 1, stop) is None:
            return False
        if not all(self.chunks.kind(j) in _TITLED or self.tokens[j].text == "," for j in title):
            return False
        left, right = self._cases(one), self._cases(then)
        return not left or not right or not left.isdisjoint(right)

    def _cases(self, one: Named) -> frozenset[str]:
        return cases_of_name(tuple(token.text for token in self.tokens[one[0] : one[1]] if token.is_word))

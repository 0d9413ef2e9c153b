"""Where a figure holds: the place that its sentence names, the building that people stand at."""

from sholu.model.reading import Mention
from sholu.model.span import Span
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.quantities.figure import Figure
from sholu.reading.quantities.frames import in_brackets
from sholu.reading.quantities.lexicon import UnitWords
from sholu.text.sentences import Sentence

_BEFORE_NAMES = frozenset({k.DETERMINER, k.ADJECTIVE})
_PLACES = frozenset({"place", "facility"})
_SEATS = frozenset({"place", "facility", "organisation"})
_DASHES = frozenset("—–-:")
_BREAKS = frozenset(",;")
_NAME = 100  # code points of the longest name of a place
_PARTS = 6  # words between a preposition and what has the building: "at the gates of the"


class Places:
    """The places of the figures of one page."""

    def __init__(self, page: Page, words: UnitWords, entities: EntityIndex) -> None:
        self.page, self.tokens, self.words, self.entities = page, page.tokens, words, entities
        self.kind = chunks_of(page).kind

    def of(self, figure: Figure, sentence: Sentence) -> str | None:
        """The place that "in", "along" or "near" names after the figure, else at the start of the sentence."""
        told = self.told_of(figure.first)
        if told is not None:
            return told
        after, before, end = None, None, 0
        for mention, id in self.entities.within(sentence.span):
            inside = mention.end <= end  # "the Commonwealth of ..." names no place
            end = max(end, mention.end)
            at = None if inside or mention.form == "pronoun" else self._opening(mention, id, sentence)
            if at is None:
                continue
            if at >= figure.next and after is None and not self._is_elsewhere(figure, at, mention.end, sentence):
                after = id
            elif at < figure.first:
                before = id
        return (before or after) if self.words.measures.place_endings else (after or before)

    def _is_elsewhere(self, figure: Figure, at: int, end: int, sentence: Sentence) -> bool:
        """Whether a place behind a figure, its words beginning with token `at`, is where another figure holds.

        In brackets, or the head of the next item of a list: "rose to 41 in Oslo, in Bergen - to 33".
        """
        if in_brackets(self.page, Span(self.tokens[at].start, end), sentence):
            return True
        behind = self.page.token_at(end)
        first, stop = chunks_of(self.page).clause_at(at)
        if first > figure.last and any(token.shape == "number" for token in self.tokens[first : stop + 1]):
            return True  # "exports rose 12 percent, imports from China 8 percent"
        listed = behind < sentence.stop and self.tokens[behind].text in _DASHES
        return listed and any(token.text in _BREAKS for token in self.tokens[figure.next : at])

    def told_of(self, at: int) -> str | None:
        """ "Nahrin, where 9,000 families depend on them": the place of whose clause the token `at` is."""
        clause = chunks_of(self.page).clause_at(at)
        where = (j for j in range(at, max(1, clause[0] - 1), -1) if self.tokens[j].lower in self.words.measures.where)
        first = next(where, None)
        if first is None:
            return None
        last = first - 1 - (self.tokens[first - 1].text == ",")
        end = self.tokens[last].end
        near = self.entities.within(Span(max(0, end - _NAME), end))
        places = [id for mention, id in near if mention.end == end and self.entities.get(id).kind in _PLACES]
        return places[-1] if places else None

    def _opening(self, mention: Mention, id: str, sentence: Sentence) -> int | None:
        """The token with which the words begin that make a mention the place of something; None where none do."""
        building = self._building(mention.span, id, sentence)
        if building is not None:
            return building
        if not self._is_place(mention.end, id):
            return None
        if self._is_locative(mention.end):
            return self.page.token_at(mention.start)
        at = self._preposition_before(mention.span, sentence)
        return at if at is not None and self.tokens[at].lower in self.words.measures.places else None

    def _building(self, span: Span, id: str, sentence: Sentence) -> int | None:
        """«у ворот мэрии», "outside the gates of the plant", «әкімдік алаңында»: a building of whoever sits there."""
        if self.entities.get(id).kind not in _SEATS:
            return None
        parts, beside = self.words.measures.buildings, self.words.measures.beside
        if self.words.measures.place_endings:
            at, stop = self.page.token_at(span.end), min(sentence.stop, self.page.token_at(span.end) + _PARTS)
            found = any(parts.at(self.tokens, j) and self._stands(j) for j in range(at, stop))
            return self.page.token_at(span.start) if found else None
        first = self.page.token_at(span.start)
        named = False
        for at in range(first - 1, max(sentence.first, first - 1 - _PARTS) - 1, -1):
            if self.tokens[at].lower in beside:
                sits = self.entities.get(id).kind == "facility"
                return at if named or sits or beside[self.tokens[at].lower] else None
            if parts.at(self.tokens, at):
                named = True
            elif self.kind(at) not in _BEFORE_NAMES and self.tokens[at].lower not in self.words.numbers.of:
                return None
        return None

    def _stands(self, at: int) -> bool:
        """Whether a Kazakh word says where or whither."""
        return self.tokens[at].lower.endswith((*self.words.measures.place_endings, *_WHITHER))

    def _is_locative(self, end: int) -> bool:
        """«Қызылорда облысында»: a place by its case."""
        endings = self.words.measures.place_endings
        return bool(endings) and self.tokens[self.page.token_at(end - 1)].lower.endswith(endings)

    def _is_place(self, end: int, id: str) -> bool:
        """A place that is no owner ("Kazakhstan's cabinet")."""
        following = self.page.token_at(end)
        owner = following < len(self.tokens) and self.tokens[following].shape == "possessive"
        return not owner and self.entities.get(id).kind in _PLACES

    def _preposition_before(self, span: Span, sentence: Sentence) -> int | None:
        at = self.page.token_at(span.start) - 1
        while at > sentence.first and self.kind(at) in _BEFORE_NAMES:
            at -= 1
        return at if at >= sentence.first else None


_WHITHER = ("на", "не")

"""Kazakh: which places of a sentence tell where: by case, "Оңғарда", "Оңғар қаласында"; a country only so."""

from sholu.model.reading import Role
from sholu.model.span import Span
from sholu.reading.chunks import Chunks, kinds
from sholu.reading.entities import EntityIndex
from sholu.reading.events.kazakh_words import kazakh_words
from sholu.reading.events.lexicon import Hit, Rule
from sholu.reading.kazakh_groups import case_of
from sholu.reading.page import Page
from sholu.text.sentences import Sentence

_OPEN = frozenset({"nom", "gen", "attr", ""})
_WHERE = ("loc", "dat", "abl")
_HEAD = 4  # tokens from a name to the noun that has its case
_TITLE = 6  # tokens of an office behind its place
_FAR = 800  # code points between a verb and a place of its sentence
_NAME = 80  # code points that a name may reach beyond a place in it
_NAMED = ("outlet", "person")
_QUOTES = frozenset('«“"')
_PLACES = ("place", "facility")


class KazakhPlaces:
    """Tells where the events of one Kazakh page happened."""

    def __init__(self, page: Page, chunks: Chunks, entities: EntityIndex) -> None:
        self.page = page
        self.chunks = chunks
        self.entities = entities

    def place(self, hit: Hit[Rule], sentence: Sentence, roles: tuple[Role, ...]) -> str | None:
        """The place of the clause, else of the sentence, whose case says so most plainly; the nearest of several."""
        first, last = self.chunks.clause_at(hit.first)
        taken = {role.entity for role in roles}
        at = self.page.tokens[hit.first].start
        near = Span(max(sentence.start, at - _FAR), min(sentence.end, at + _FAR))
        for span in (self.page.span(first, last), near):
            found = [
                (self._rank(mention.span), abs(mention.start - at), id)
                for mention, id in self.entities.within(span)
                if self.entities.get(id).kind in _PLACES and id not in taken and self.may_be_where(mention.span, id)
            ]
            if found:
                return min(found)[2]
        return None

    def may_be_where(self, span: Span, id: str) -> bool:
        """Whether a mention of a place may tell where.

        A country only in a case of place; no town in the name of a company, and none to which only a road leads.
        """
        i = self.page.token_at(span.end - 1)
        if self._is_part(span) or self._leads_there(i) or self._is_in_title(i):
            return False
        if "iso3166" not in self.entities.get(id).same_as or case_of(self.chunks, i) in _WHERE:
            return True
        tokens = self.page.tokens
        return i + 1 < len(tokens) and tokens[i + 1].lower.startswith(kazakh_words("places", "borders"))

    def _is_part(self, span: Span) -> bool:
        """Whether a place is but a word in the name of a person, an outlet or a company."""
        around = Span(max(0, span.start - _NAME), min(len(self.page.text), span.end + _NAME))
        return any(
            mention.form == "name"
            and mention.span.covers(span)
            and mention.span != span
            and (self.entities.get(id).kind in _NAMED or self._is_quoted(mention.span))
            for mention, id in self.entities.within(around)
        )

    def _is_quoted(self, span: Span) -> bool:
        return not _QUOTES.isdisjoint(self.page.text[max(0, span.start - 1) : span.end])

    def _is_in_title(self, i: int) -> bool:
        """Whether a place is but where somebody holds office: "Оңғар ауданының әкімі Асан Серіковке"."""
        tokens = self.page.tokens
        stop = min(self.page.sentence_at(tokens[i].start).stop, i + 1 + _TITLE)
        while i + 1 < stop and case_of(self.chunks, i) in _OPEN and tokens[i + 1].is_word:
            i += 1
            if tokens[i].is_capitalised:
                around = self.entities.within(Span(tokens[i].start, min(len(self.page.text), tokens[i].end + _NAME)))
                return any(
                    mention.start == tokens[i].start
                    and mention.form == "name"
                    and self.entities.get(id).kind == "person"
                    and tokens[i - 1].lower in kazakh_words("groups", "before_names")
                    for mention, id in around
                )
        return False

    def _leads_there(self, i: int) -> bool:
        """Whether a place is but where something leads: «Оңғарға шығатын жол»."""
        tokens = self.page.tokens
        return i + 1 < len(tokens) and tokens[i + 1].lower in kazakh_words("places", "leading_there")

    def _rank(self, span: Span) -> int:
        """How plainly a place tells where, nought being plainest: in which case its group stands."""
        case = self._case(span)
        return _WHERE.index(case) if case in _WHERE else len(_WHERE)

    def _case(self, span: Span) -> str:
        i = self.page.token_at(span.end - 1)
        stop = min(self.page.sentence_at(span.start).stop, i + 1 + _HEAD)
        case = case_of(self.chunks, i)
        while case in _OPEN and i + 1 < stop and self.chunks.kind(i + 1) != kinds.MARK:
            i += 1
            case = case_of(self.chunks, i)
        return case

"""The circumstances of an event: its contexts, the words that report it, and where it happened."""

from collections.abc import Sequence

from sholu.model.reading import Mention, Role
from sholu.model.span import Span
from sholu.reading.chunks import kinds
from sholu.reading.entities import EntityIndex
from sholu.reading.events.kazakh_places import KazakhPlaces
from sholu.reading.events.lexicon import Hit, Rule, phrases, words
from sholu.reading.events.stretches import Stretch, Stretches
from sholu.text.sentences import Sentence

# What a comma costs between a trigger and a place, and a place that stands before it; in tokens, set by hand.
_COMMA, _BEFORE = 8, 6


class Circumstances:
    """Tells the circumstances of the events of one page."""

    def __init__(self, stretches: Stretches, entities: EntityIndex) -> None:
        self.stretches = stretches
        self.entities = entities
        self.page = stretches.page
        self.tag = stretches.tag
        self.chunks = stretches.chunks
        self.kazakh = KazakhPlaces(stretches.page, stretches.chunks, entities) if stretches.tag == "kk" else None
        # The last sentence asked about, and where words of it tell which contexts.
        self._told: tuple[int, list[tuple[Span, str]]] = (-1, [])

    def contexts(self, evidence: Span) -> frozenset[str]:
        """The contexts that the words which report an event tell, names of the codebook."""
        sentence = self.page.sentence_at(evidence.start)
        if self._told[0] != sentence.i:
            hits = phrases(self.tag, "contexts").find(self.page.tokens, sentence.first, sentence.stop)
            self._told = sentence.i, [(self.page.span(hit.first, hit.last), hit.value) for hit in hits]
        contexts = {name for span, name in self._told[1] if evidence.covers(span)}
        if "crime" in contexts and contexts & {"illegal_drugs", "trafficking", "corruption", "terrorism"}:
            contexts.discard("crime")
        return frozenset(contexts)

    def evidence(self, hit: Hit[Rule], trigger: Span, parties: Sequence[Stretch | None]) -> Span:
        """The clause of the trigger, with the parties where they stand outside it in the same sentence."""
        first, last = self.chunks.clause_at(hit.first)
        evidence = self.page.span(first, max(last, hit.last)).join(trigger)
        for party in parties:
            if party is not None:
                evidence = evidence.join(self.stretches.span(party))
        return _trimmed(evidence, self.page.text)

    def place(self, hit: Hit[Rule], sentence: Sentence, roles: Sequence[Role]) -> str | None:
        """The place named in the clause, else in the sentence; one after a preposition of place comes first."""
        if self.kazakh is not None:
            return self.kazakh.place(hit, sentence, tuple(roles))
        first, last = self.chunks.clause_at(hit.first)
        for span in (self.page.span(first, last), sentence.span):
            places = [
                (mention, id)
                for mention, id in self.entities.within(span)
                if self.entities.get(id).kind in ("place", "facility")
            ]
            places = self._towns(places)
            near = [(mention, id) for mention, id in places if self._located(mention.start)]
            if near:
                return min(near, key=lambda item: self._distance(item[0].span, hit))[1]
        return None

    def _towns(self, places: list[tuple[Mention, str]]) -> list[tuple[Mention, str]]:
        """Places without those that only tell where another lies: "near Derbent, in Dagestan"; "Sheki, Azerbaijan"."""
        tokens, kept = self.page.tokens, []
        ends = {self.page.token_range(mention.span)[1] for mention, _ in places}
        for mention, id in places:
            i = self.page.token_at(mention.start) - 1
            if i > 0 and tokens[i].lower in words(self.tag, "grammar", "where"):
                i -= 1
            if i < 0 or tokens[i].text != "," or i not in ends:
                kept.append((mention, id))
        return kept

    def _distance(self, place: Span, hit: Hit[Rule]) -> int:
        """How far a place stands from the trigger, in tokens; more before it and beyond commas."""
        first, stop = self.page.token_range(place)
        before = first < hit.first
        between = range(stop, hit.first) if before else range(hit.last + 1, first)
        commas = sum(self.page.tokens[i].text == "," for i in between)
        return len(between) + _COMMA * commas + _BEFORE * before

    def _located(self, offset: int) -> bool:
        """Whether what starts at `offset` follows a preposition of place, articles and adjectives aside."""
        where = words(self.tag, "grammar", "where")
        i = self.page.token_at(offset) - 1
        for j in range(i, max(i - 4, -1), -1):
            if self.page.tokens[j].lower in where:
                return True
            if self.chunks.kind(j) not in (kinds.DETERMINER, kinds.ADJECTIVE, kinds.NOUN):
                return False
        return False


def _trimmed(span: Span, text: str) -> Span:
    """Without white space, commas and the mark that ends the sentence."""
    start, end = span.trimmed(text)
    while end > start + 1 and text[end - 1] in " ,;:":
        end -= 1
    while start < end - 1 and text[start] in " ,;:":
        start += 1
    return Span(start, end)

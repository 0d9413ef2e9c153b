"""The circumstances of an event: its contexts, the words that report it, and where it happened."""

from collections.abc import Sequence

from sholu.model.reading import Mention, Role
from sholu.model.span import Span
from sholu.reading.chunks import kinds
from sholu.reading.dateline import dateline
from sholu.reading.entities import EntityIndex
from sholu.reading.events.kazakh_places import KazakhPlaces
from sholu.reading.events.lexicon import Hit, Rule, phrases, words
from sholu.reading.events.russian_words import russian_words
from sholu.reading.events.stretches import Stretch, Stretches
from sholu.text.sentences import Sentence

_OF_A_SCENE = frozenset({"ASSAULT", "COERCE", "CONSULT", "ELECT", "MOBILIZE", "PROTEST", "SENTENCE", "ACQUIT", "TRY"})
"""Types that happen somewhere: what opens a report happened where it was sent from."""
# What a comma costs between a trigger and a place, and a place that stands before it; in tokens, set by hand.
_COMMA, _BEFORE = 8, 6
_INSIDE = frozenset({kinds.NOUN, kinds.ADJECTIVE, kinds.DETERMINER, kinds.NUMBER, kinds.PARTICIPLE})


class Circumstances:
    """Tells the circumstances of the events of one page."""

    def __init__(self, stretches: Stretches, entities: EntityIndex) -> None:
        self.stretches = stretches
        self.entities = entities
        self.page = stretches.page
        self.tag = stretches.tag
        self.chunks = stretches.chunks
        self.kazakh = KazakhPlaces(stretches.page, stretches.chunks, entities) if stretches.tag == "kk" else None
        self._lead = dateline(stretches.page, stretches.dated)  # the token with which the report itself begins
        self._sent_from = self._opening_place()
        # The last sentence asked about, and where words of it tell which contexts.
        self._told: tuple[int, list[tuple[Span, str]]] = (-1, [])

    def contexts(self, evidence: Span) -> frozenset[str]:
        """The contexts that the words which report an event tell, names of the codebook."""
        sentence = self.page.sentence_at(evidence.start)
        if self._told[0] != sentence.i:
            hits = phrases(self.tag, "contexts").find(self.page.tokens, sentence.first, sentence.stop)
            apart = self._apart(sentence)
            self._told = (
                sentence.i,
                [
                    (self.page.span(hit.first, hit.last), hit.value)
                    for hit in hits
                    if not any(hit.first <= last and first <= hit.last for first, last in apart)
                ],
            )
        contexts = {name for span, name in self._told[1] if evidence.covers(span)}
        if "crime" in contexts and contexts & {"illegal_drugs", "trafficking", "corruption", "terrorism"}:
            contexts.discard("crime")
        return frozenset(contexts)

    def _apart(self, sentence: Sentence) -> list[Stretch]:
        """English: words that tell no context though one of them would, "water cannon"."""
        if self.tag != "en":
            return []
        found = phrases("en", "no_contexts").find(self.page.tokens, sentence.first, sentence.stop)
        return [(hit.first, hit.last) for hit in found]

    def evidence(self, hit: Hit[Rule], trigger: Span, parties: Sequence[Stretch | None]) -> Span:
        """The clause of the trigger, with the parties where they stand outside it in the same sentence."""
        first, last = self.chunks.clause_at(hit.first)
        evidence = self.page.span(first, max(last, hit.last)).join(trigger)
        for party in parties:
            if party is not None:
                evidence = evidence.join(self.stretches.span(party))
        return _trimmed(evidence, self.page.text)

    def place(self, hit: Hit[Rule], sentence: Sentence, roles: Sequence[Role]) -> str | None:
        """The place named in the clause, else in the sentence; one after a preposition of place comes first.

        Where none is named, "here" is the place of the dateline, and what the report opens with happened there, too.
        """
        if self.kazakh is not None:
            return self.kazakh.place(hit, sentence, tuple(roles))
        return self._named(hit, sentence, roles) or (self._sent_from if self._plays_there(hit, sentence) else None)

    def _opening_place(self) -> str | None:
        """The place in the dateline."""
        before = self.page.span(0, self._lead - 1) if self._lead else Span(0, 0)
        return next((id for _, id in self.entities.within(before) if self.entities.get(id).kind == "place"), None)

    def _plays_there(self, hit: Hit[Rule], sentence: Sentence) -> bool:
        """Whether what is told happened where the report was sent from."""
        first, last = self.chunks.clause_at(hit.first)
        leads = sentence.first <= self._lead < sentence.stop and hit.value.type in _OF_A_SCENE
        leads = leads and not self._is_elsewhere(hit.last + 1, last)
        return leads or self._says(words(self.tag, "grammar", "here"), first, last)

    def _is_elsewhere(self, first: int, last: int) -> bool:
        """English: whether common words behind a trigger tell where: "near the border", "in a village"."""
        where = words("en", "grammar", "scenery")
        for i in range(first, last if self.tag == "en" else first):
            phrase = self.stretches.phrase(i + 1) if self.page.tokens[i].lower in where else None
            grounds = words("en", "grammar", "grounds")
            if phrase and any(self.page.tokens[j].lower in grounds for j in range(phrase[0], phrase[1] + 1)):
                return True
        return False

    def _says(self, known: frozenset[str], first: int, last: int) -> bool:
        return any(self.page.tokens[i].lower in known for i in range(first, last + 1))

    def _named(self, hit: Hit[Rule], sentence: Sentence, roles: Sequence[Role]) -> str | None:
        first, last = self.chunks.clause_at(hit.first)
        for span in (self.page.span(first, last), sentence.span):
            places = [
                (mention, id)
                for mention, id in self.entities.within(span)
                if self.entities.get(id).kind in ("place", "facility")
            ]
            places = self._towns(places)
            where = words(self.tag, "grammar", "where")
            if hit.value.type == "MOBILIZE" or hit.value.mode == "deport":
                where = where | words(self.tag, "grammar", "whither")
            near = [(mention, id) for mention, id in places if self._located(mention.start, where)]
            if self.tag == "ru":
                start = self.page.tokens[hit.first].start
                near = [(mention, id) for mention, id in near if not self.is_no_scene(mention.start, id, start)]
            if near:
                return min(near, key=lambda item: self._distance(item[0].span, hit))[1]
        return None

    def is_no_scene(self, offset: int, id: str, trigger: int) -> bool:
        """Russian: a country behind «у», «попросили у Армении», or where something is said, «утверждают в Баку».

        Neither is that of what a deed, at the offset `trigger`, was done for: «вызвал посла из-за взрыва в Праге».
        """
        i = self.page.token_at(offset) - 1
        if i < 0:
            return False
        if self._is_of_cause(i, trigger):
            return True
        owned = self.page.tokens[i].lower in words("ru", "grammar", "losing")
        said = i > 0 and self.page.tokens[i - 1].lower.startswith(tuple(russian_words("said_there")))
        return said or (owned and "iso3166" in self.entities.get(id).same_as)

    def _is_of_cause(self, i: int, trigger: int) -> bool:
        """Whether a noun before the preposition at token `i` stands behind one of cause that a deed stands before."""
        j = i - 1
        while j > 0 and self.chunks.kind(j) in _INSIDE and self.page.tokens[j].shape != "mark":
            j -= 1
        cause = self.page.tokens[j].lower in russian_words("causes")
        before = self.page.tokens[j - 1].lower if j > 0 else ""
        linked = self.page.tokens[j].lower in russian_words("linked") and before in russian_words("links")
        return j < i - 1 and (cause or linked) and trigger < self.page.tokens[j].start

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

    def _located(self, offset: int, where: frozenset[str]) -> bool:
        """Whether what starts at `offset` follows one of these prepositions, articles and adjectives aside."""
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

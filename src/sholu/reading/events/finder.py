"""Finding events: who did what to whom, where and when, and how surely it is said to have happened."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sholu.codebook.events import event_types
from sholu.model.reading import Event, Modality, Role, TimeExpression
from sholu.model.span import Span
from sholu.reading.chunks import kinds
from sholu.reading.chunks.verbs import ING, PARTICIPLE
from sholu.reading.entities import EntityIndex
from sholu.reading.events.lexicon import Hit, Rule, phrases, triggers, words
from sholu.reading.events.modality import strength
from sholu.reading.events.roles import Roles
from sholu.reading.events.slots import Slots
from sholu.reading.events.stretches import Stretch
from sholu.reading.page import Page
from sholu.reading.times.periods import date_for
from sholu.text.sentences import Sentence

# Types whose doer may be a thing, a bomb, or somebody in words that no list has.
_BLIND = frozenset({"ASSAULT", "PROTEST", "MOBILIZE", "COERCE", "RETREAT", "SENTENCE", "ACQUIT", "CHARGE", "TRY"})
_TITLE = 4  # tokens in the name of a film or an action
_NOTHING = "-"  # the type of patterns that look like a trigger and are none
_VERBAL = frozenset({kinds.VERB, kinds.GERUND, kinds.PARTICIPLE, kinds.AUXILIARY})
_NO_PARTY = 0.55  # how much of a trigger's weight is left when nobody is named; chosen on the training events
_ONE_PARTY = 0.85
_TELLING = 0.65  # weight from which a noun names an event by itself
_WEAKER = 0.8  # an event inside another's complement stands behind it


def find_events(page: Page, entities: EntityIndex, times: Sequence[TimeExpression]) -> list[Event]:
    """All events of a page in the order of their triggers; ids "v1", "v2", ...

    Roles carry the entity whose mention is their head, where there is one, and always the exact words.
    """
    finder = _Finder(page, entities, times)
    found = [event for sentence in page.sentences for event in finder.sentence(sentence)]
    return [replace(event, id=f"v{number}") for number, event in enumerate(found, 1)]


class _Finder:
    def __init__(self, page: Page, entities: EntityIndex, times: Sequence[TimeExpression]) -> None:
        self.page = page
        self.entities = entities
        self.times = times
        self.tag = page.language.tag
        self.verbs, self.nouns = triggers(self.tag)
        self.slots = Slots(page, entities, times)
        self.roles = Roles(self.slots.stretches, entities)

    def sentence(self, sentence: Sentence) -> Iterator[Event]:
        """The events of one sentence."""
        hits = self._hits(sentence)
        contexts = self._contexts(sentence) if hits else frozenset()
        previous: list[Event] = []
        for hit in hits:
            event = self._event(hit, sentence, contexts)
            if event is None or any(_same(event, other) for other in previous):
                continue
            previous.append(event)
            yield event
            yield from self._successor(hit, event)

    def _hits(self, sentence: Sentence) -> list[Hit[Rule]]:
        """Triggers that do not overlap, verbs before nouns, in order."""
        tokens = self.page.tokens
        taken: set[int] = set()
        chosen: list[Hit[Rule]] = []
        verbs = [hit for hit in self.verbs.find(tokens, sentence.first, sentence.stop) if self._is_verb(hit)]
        nouns = [hit for hit in self.nouns.find(tokens, sentence.first, sentence.stop) if self._is_noun(hit)]
        for hit in (*sorted(verbs, key=lambda hit: (-hit.literal, hit.first)), *nouns):
            if taken.isdisjoint(range(hit.first, hit.last + 1)):
                taken.update(range(hit.first, hit.last + 1))
                if hit.value.type != _NOTHING:
                    chosen.append(hit)
        return sorted(chosen, key=lambda hit: hit.first)

    def _is_verb(self, hit: Hit[Rule]) -> bool:
        if self.tag == "ru" and (self._noun_of_action(hit.first) or self._in_title(hit)):
            return False
        if self.tag != "en":
            return True
        kind = self.slots.chunks.kind(hit.first)
        lower = self.page.tokens[hit.first].lower
        if kind == kinds.PARTICIPLE and lower in words(self.tag, "grammar", "adjectival"):
            return False
        if hit.first == hit.last and lower in words(self.tag, "grammar", "adjectives"):
            return False
        if hit.first and self._predicate(hit.first):
            return True
        before = self.page.tokens[hit.first - 1].lower if hit.first else ""
        if before in words(self.tag, "grammar", "infinitive") and lower not in self.slots.chunks.grammar.verbs:
            return True  # a verb that the grammar does not know, "had to baton-charge"
        if self.slots.chunks.kind(max(0, hit.first - 1)) == kinds.AUXILIARY and hit.first == hit.last:
            return False
        return kind in _VERBAL or (
            hit.literal > 2 and self.page.tokens[hit.first].shape == "lower" and kind != kinds.NOUN
        )

    def _predicate(self, i: int) -> bool:
        """Whether the word after an auxiliary can be its verb: no plain form after "was", as in "was fine"."""
        chunks = self.slots.chunks
        if chunks.kind(i - 1) != kinds.AUXILIARY:
            return False
        form = chunks.grammar.verbs.get(self.page.tokens[i].lower)
        after_be = chunks.grammar.group.get(self.page.tokens[i - 1].lower) == "be"
        return not after_be or form is None or PARTICIPLE in form.forms or ING in form.forms

    def _is_noun(self, hit: Hit[Rule]) -> bool:
        if self.tag == "ru" and self._in_title(hit):
            return False
        return self.tag != "en" or self.slots.chunks.kind(hit.first) != kinds.VERB

    def _noun_of_action(self, i: int) -> bool:
        """Russian: «заключение» begins as «заключил» does, and is a noun."""
        endings = tuple(words(self.tag, "grammar", "action_endings"))
        return self.slots.chunks.kind(i) == kinds.NOUN and self.page.tokens[i].lower.endswith(endings)

    def _in_title(self, hit: Hit[Rule]) -> bool:
        """Russian: whether the words stand in a short name in quotation marks, фильм «Анатомия протеста»."""
        start = self.page.tokens[hit.first].start
        quote = next((quote for quote in self.page.quotes if quote.inner.start <= start < quote.inner.end), None)
        if quote is None:
            return False
        first, stop = self.page.token_range(quote.inner)
        behind = self.page.tokens[first - 2] if first > 1 else None
        return stop - first <= _TITLE and stop - first > 1 and behind is not None and behind.shape == "lower"

    def _event(self, hit: Hit[Rule], sentence: Sentence, contexts: frozenset[str]) -> Event | None:
        passive = self.slots.passive(hit)
        hit = self._announced(hit)
        rule = hit.value
        actor = self.slots.fill(rule.actor, hit, passive=passive)
        recipient = self.slots.fill(rule.recipient, hit, passive=passive)
        if recipient is None and actor and "none" not in rule.recipient and self.tag == "en":
            recipient = self.slots.nearest(hit)
        if actor and recipient and _meets(actor, recipient):
            recipient = None
        actors = self.roles.of(actor)
        recipient = self.roles.narrowed(recipient) if recipient else None
        recipients = self.roles.of(recipient)
        if self._nobody(rule, actor, actors) or not (actors or recipients or self._named_noun(rule)):
            return None
        trigger = self.page.span(hit.first, hit.last)
        said = strength(self.slots.chunks, hit)
        evidence = self._evidence(hit, trigger, (actor, recipient))
        return Event(
            id="",
            type=rule.type,
            trigger=trigger,
            evidence=evidence,
            mode=rule.mode,
            contexts=tuple(sorted({*contexts, *event_types()[rule.type].contexts})),
            actors=actors,
            recipients=recipients,
            place=self._place(hit, sentence, (*actors, *recipients)),
            date=date_for(self.page, trigger, self.times),
            polarity=said.polarity,
            modality=self._weakened(said.modality, rule, passive, actors),
            confidence=self._confidence(hit, actors, recipients),
        )

    def _nobody(self, rule: Rule, actor: Stretch | None, actors: tuple[Role, ...]) -> bool:
        """Whether what is said to act can do no such thing: fires and blasts kill, but they appoint nobody."""
        if self.roles.abstract(actor, actors):
            return True
        return rule.type not in _BLIND and not self.roles.party(actor, actors)

    def _weakened(self, modality: Modality, rule: Rule, passive: bool, actors: tuple[Role, ...]) -> Modality:
        """ "was accused of" without saying by whom tells what is alleged, not who did what."""
        alleges = rule.type == "ACCUSE" and rule.mode == "allege" and passive and not actors
        return "alleged" if alleges and modality == "actual" else modality

    def _named_noun(self, rule: Rule) -> bool:
        """Whether a trigger is telling enough to stand without any party."""
        return rule.weight >= _TELLING or not rule.noun

    def _announced(self, hit: Hit[Rule]) -> Hit[Rule]:
        """A deed that somebody says they will do is a promise of it: "will release" is AGREE, by the codebook."""
        chunks, i = self.slots.chunks, hit.first - 1
        while i > 0 and chunks.kind(i) == kinds.ADVERB:
            i -= 1
        announced = event_types()[hit.value.type].announced
        if hit.value.noun or announced is None or i < 0:
            return hit
        if self.page.tokens[i].lower not in words(self.tag, "grammar", "future"):
            return hit
        mode = event_types()[hit.value.type].modes.get(hit.value.mode or "")
        kind = mode.overrides.get("announced", announced) if mode else announced
        return hit._replace(value=hit.value._replace(type=kind, mode=None))

    def _confidence(self, hit: Hit[Rule], actors: tuple[Role, ...], recipients: tuple[Role, ...]) -> float:
        share = 1.0 if actors and (recipients or "none" in hit.value.recipient) else _ONE_PARTY
        if not actors and not recipients:
            share = _NO_PARTY
        chunks = self.slots.chunks
        if hit.first and chunks.kind(hit.first - 1) == kinds.INFINITIVE:
            share *= _WEAKER
        return round(hit.value.weight * share, 2)

    def _successor(self, hit: Hit[Rule], event: Event) -> Iterator[Event]:
        """ "the replacement of X by Y": Y takes the office that X leaves."""
        if not hit.value.successor:
            return
        phrase = self.slots.beyond_apposition(hit.value.successor, hit)
        if phrase is None:
            return
        actors = self.roles.of(phrase)
        yield Event(
            id="",
            type="TAKE_OFFICE",
            trigger=self.slots.stretches.span(phrase),
            evidence=event.evidence.join(self.slots.stretches.span(phrase)),
            contexts=event.contexts,
            actors=actors,
            place=event.place,
            date=event.date,
            polarity=event.polarity,
            modality=event.modality,
            confidence=event.confidence,
        )

    # Circumstances

    def _contexts(self, sentence: Sentence) -> frozenset[str]:
        found = phrases(self.tag, "contexts").find(self.page.tokens, sentence.first, sentence.stop)
        contexts = {hit.value for hit in found}
        if "crime" in contexts and contexts & {"illegal_drugs", "trafficking", "corruption", "terrorism"}:
            contexts.discard("crime")
        return frozenset(contexts)

    def _evidence(self, hit: Hit[Rule], trigger: Span, parties: Sequence[Stretch | None]) -> Span:
        """The clause of the trigger, with the parties where they stand outside it in the same sentence."""
        first, last = self.slots.chunks.clause_at(hit.first)
        evidence = self.page.span(first, max(last, hit.last)).join(trigger)
        for party in parties:
            if party is not None:
                evidence = evidence.join(self.slots.stretches.span(party))
        return _trimmed(evidence, self.page.text)

    def _place(self, hit: Hit[Rule], sentence: Sentence, roles: Sequence[Role]) -> str | None:
        """The place named in the clause, else in the sentence; one after a preposition of place comes first."""
        first, last = self.slots.chunks.clause_at(hit.first)
        taken = {role.entity for role in roles}
        for span in (self.page.span(first, last), sentence.span):
            places = [
                (mention, id)
                for mention, id in self.entities.within(span)
                if self.entities.get(id).kind in ("place", "facility")
            ]
            near = [(mention, id) for mention, id in places if self._located(mention.start)]
            if near:
                trigger = self.page.tokens[hit.first].start
                return min(near, key=lambda item: (item[0].start < trigger, abs(item[0].start - trigger)))[1]
            if places and self.tag == "kk":
                return next((id for _, id in places if id not in taken), None)
        return None

    def _located(self, offset: int) -> bool:
        """Whether what starts at `offset` follows a preposition of place, articles and adjectives aside."""
        where = words(self.tag, "grammar", "where")
        i = self.page.token_at(offset) - 1
        for j in range(i, max(i - 4, -1), -1):
            if self.page.tokens[j].lower in where:
                return True
            if self.slots.chunks.kind(j) not in (kinds.DETERMINER, kinds.ADJECTIVE, kinds.NOUN):
                return False
        return False


def _meets(left: Stretch, right: Stretch) -> bool:
    return left[0] <= right[1] and right[0] <= left[1]


def _same(event: Event, other: Event) -> bool:
    return event.type == other.type and event.trigger.meets(other.trigger)


def _trimmed(span: Span, text: str) -> Span:
    """Without white space, commas and the mark that ends the sentence."""
    start, end = span.trimmed(text)
    while end > start + 1 and text[end - 1] in " ,;:":
        end -= 1
    while start < end - 1 and text[start] in " ,;:":
        start += 1
    return Span(start, end)

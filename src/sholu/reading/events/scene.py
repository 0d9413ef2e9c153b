"""What is known of a page whose events are looked for, and the tools that make events of its words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sholu.codebook.events import event_types
from sholu.model.reading import Event, Role, TimeExpression
from sholu.model.span import Span
from sholu.reading.chunks import kinds
from sholu.reading.entities import EntityIndex
from sholu.reading.events.circumstances import Circumstances
from sholu.reading.events.days import Days
from sholu.reading.events.lexicon import PERSONNEL, Hit, Rule, words
from sholu.reading.events.modality import Strength, dated, strength
from sholu.reading.events.modes import mode_of
from sholu.reading.events.roles import Roles
from sholu.reading.events.slots import Slots
from sholu.reading.events.spotting import Spotter
from sholu.reading.events.stretches import Stretch
from sholu.reading.page import Page
from sholu.text.sentences import Sentence

_VERBAL = frozenset({kinds.VERB, kinds.GERUND, kinds.PARTICIPLE, kinds.AUXILIARY})
_OTHERWISE = PERSONNEL | {"MOBILIZE"}
"""Types of which the subject of a passive verb acts all the same: who is appointed, who is deployed."""


@dataclass(frozen=True, slots=True)
class EventScene:
    """One page between its entities and its events. Nothing in it is changed by asking."""

    page: Page
    entities: EntityIndex
    times: Sequence[TimeExpression]
    days: Days
    slots: Slots
    circumstances: Circumstances
    roles: Roles
    spotter: Spotter

    @property
    def language(self) -> str:
        """The tag of the page's language."""
        return self.page.language.tag

    def whole(self, span: Span) -> Stretch | None:
        """The tokens that have a character of the span; None when none has."""
        tokens = self.page.tokens
        first, last = self.page.token_at(span.start), self.page.token_at(span.end - 1)
        if last >= len(tokens) or tokens[last].start >= span.end:
            last -= 1
        return (first, last) if first <= last else None

    def describes(self, stretch: Stretch) -> bool:
        """Whether a trigger is a participle before its noun, "11 jailed politicians"."""
        i, tokens = stretch[1] + 1, self.page.tokens
        if stretch[0] != stretch[1] or i >= len(tokens) or tokens[i].shape != "lower":
            return False
        return self.slots.chunks.kind(i) == kinds.NOUN and self.slots.passives.reduced(stretch[0])

    def mistakable(self, sentence: Sentence) -> list[Span]:
        """The words of a sentence that look like triggers and are known to be none."""
        return [self.page.span(hit.first, hit.last) for hit in self.spotter.mistakable(sentence)]

    def trigger(self, type: str, stretch: Stretch) -> Hit[Rule]:
        """Words that report an event of this type, as if the lexicon had them."""
        noun = not any(self.slots.chunks.kind(i) in _VERBAL for i in range(stretch[0], stretch[1] + 1))
        rule = Rule(type, None, 1.0, ("subject",), ("object",), noun, (), frozenset(), refusing=type == "REJECT")
        return Hit(*stretch, 0, rule)

    def event(self, hit: Hit[Rule], actors: tuple[Role, ...], recipients: tuple[Role, ...]) -> Event:
        """The event that these words report, with the circumstances that the grammar sees."""
        trigger = self.page.span(hit.first, hit.last)
        sentence = self.page.sentence_at(trigger.start)
        date = self.days.of(trigger)
        said = dated(self.strength(hit), self.slots.chunks, hit, date, self.page.published)
        always = event_types()[hit.value.type].contexts
        evidence = self.evidence(hit, (*actors, *recipients))
        return Event(
            id="",
            type=hit.value.type,
            trigger=trigger,
            evidence=evidence,
            mode=mode_of(self.slots.chunks, hit),
            contexts=tuple(sorted({*self.circumstances.contexts(evidence), *always})),
            actors=actors,
            recipients=recipients,
            place=self.circumstances.place(hit, sentence, (*actors, *recipients)),
            date=date,
            polarity=said.polarity,
            modality=said.modality,
        )

    def evidence(self, hit: Hit[Rule], roles: Iterable[Role]) -> Span:
        """The clause of the words, with the parties in the same sentence."""
        trigger = self.page.span(hit.first, hit.last)
        sentence = self.page.sentence_at(trigger.start).span
        near = [self.whole(role.span) for role in roles if sentence.covers(role.span)]
        return self.circumstances.evidence(hit, trigger, near)

    def strength(self, hit: Hit[Rule]) -> Strength:
        """Polarity and modality by the words that govern the trigger."""
        return strength(self.slots.chunks, hit)

    def mode(self, type: str, stretch: Stretch) -> str | None:
        """The mode that the words around a trigger tell of this type."""
        return mode_of(self.slots.chunks, self.trigger(type, stretch))

    def subject(self, hit: Hit[Rule]) -> Stretch | None:
        """Whoever stands where the doer of a verb stands."""
        return None if hit.value.noun else self.slots.fill(("subject",), hit, passive=self.slots.passive(hit))

    def object(self, hit: Hit[Rule]) -> Stretch | None:
        """Whoever stands where the one that suffers it stands."""
        return None if hit.value.noun else self.slots.fill(("object",), hit, passive=self.slots.passive(hit))

    def suffers(self, type: str, stretch: Stretch) -> Span | None:
        """English: the words of a clause before its passive verb, where only those stand who suffer the deed."""
        hit, chunks = self.trigger(type, stretch), self.slots.chunks
        verbs = [i for i in range(stretch[0], stretch[1] + 1) if chunks.kind(i) in _VERBAL]
        passive = bool(verbs) and chunks.is_passive(verbs[-1])
        if hit.value.noun or type in _OTHERWISE or not (passive or self.slots.passives.shares_passive(hit)):
            return None
        first = chunks.clause_at(stretch[0])[0]
        return self.page.span(first, stretch[0] - 1) if first < stretch[0] else None

    def agent(self, type: str, stretch: Stretch) -> Span | None:
        """English: whom "by" names behind a passive verb, if it names somebody: not "by 24 votes", "by burning"."""
        hit = self.trigger(type, stretch)
        found = None if hit.value.noun else self.slots.fill(("subject",), hit, passive=True)
        if found is None or self.slots.stretches.counts(found[0]):
            return None
        return self.page.span(*found) if self.slots.chunks.kind(found[0]) != kinds.GERUND else None

    def own_clause(self, type: str, stretch: Stretch, *, passive: bool = False) -> int | None:
        """English: where the clause of a verb begins behind a conjunction, with a subject of its own in nouns."""
        hit, chunks, tokens = self.trigger(type, stretch), self.slots.chunks, self.page.tokens
        slot = ("object",) if passive else ("subject",)
        subject = None if hit.value.noun else self.slots.fill(slot, hit, passive=passive)
        if subject is None or subject[1] >= hit.first or chunks.kind(subject[0]) == kinds.PRONOUN:
            return None
        i = self.slots.stretches.rounding_from(subject[0]) - 1
        if i > 0 and chunks.kind(i) == kinds.DETERMINER:
            i -= 1
        if i < 0 or any(chunks.kind(j) == kinds.MARK for j in range(subject[0], hit.first)):
            return None
        opener = words("en", "grammar", "clause_prepositions") | words("en", "grammar", "that")
        opens = chunks.kind(i) == kinds.SUBORDINATOR or tokens[i].lower in opener
        return tokens[i].start if opens else None

    def told_of(self, type: str, stretch: Stretch) -> Span | None:
        """English: whom the clause or participle that has these words tells of, "activists | who defied the ban"."""
        found = self.slots.subjects.qualified.told_of(self.trigger(type, stretch))
        return self.page.span(*found) if found else None

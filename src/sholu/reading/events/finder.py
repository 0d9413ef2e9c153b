"""Finding events: who did what to whom, where and when, and how surely it is said to have happened."""

from collections.abc import Callable, Iterator, Sequence

from sholu.codebook.events import event_types
from sholu.model.changing import replace
from sholu.model.reading import Event, Modality, Role, TimeExpression
from sholu.reading.chunks import kinds
from sholu.reading.entities import EntityIndex
from sholu.reading.events.addressees import Addressees
from sholu.reading.events.affected import Affected
from sholu.reading.events.antecedents import Antecedents
from sholu.reading.events.circumstances import Circumstances
from sholu.reading.events.courts import Courts
from sholu.reading.events.days import Days
from sholu.reading.events.doers import by_party
from sholu.reading.events.governed import is_governed, is_outcome
from sholu.reading.events.lexicon import MEETINGS, PERSONNEL, Hit, Rule, words
from sholu.reading.events.members import Members
from sholu.reading.events.mentioned import is_mentioned, only_asked_for
from sholu.reading.events.modality import dated, strength
from sholu.reading.events.modes import mode_of
from sholu.reading.events.retold import Retold
from sholu.reading.events.roles import Roles
from sholu.reading.events.russian_places import RussianPlaces
from sholu.reading.events.scene import EventScene
from sholu.reading.events.selves import without_selves
from sholu.reading.events.slots import Slots
from sholu.reading.events.spotting import Spotter
from sholu.reading.events.stretches import Stretch
from sholu.reading.page import Page
from sholu.text.sentences import Sentence

# Types whose doer may be a thing, a bomb, or somebody in words that no list has.
_BLIND = frozenset({"ASSAULT", "PROTEST", "MOBILIZE", "COERCE", "RETREAT", "SENTENCE", "ACQUIT", "CHARGE", "TRY"})
# Types of which two joined subjects do it to each other, "Norland and Zamora met".
_MUTUAL = frozenset({"CONSULT", "COOPERATE"})
_SUFFERERS = (("object",), ("inside",))
_GOING = ("visit", "demo", "strike", "obstruct")  # modes whose recipient may be a place
_FORCES = frozenset({"GOV", "MIL", "COP", "REB", "SPY", "UAF"})  # sectors whose warnings are threats
# Types that are done to what can be touched: of ideas and institutions they are figures of speech.
_BODILY = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_TRIED = frozenset({"PROTEST", "ASSAULT", "COERCE"})  # whose attempts are told as deeds
_NO_PARTY = 0.55  # how much of a trigger's weight is left when nobody is named; chosen on the training events
_ONE_PARTY = 0.85
_NO_DOER = 0.7  # a noun without a doer may speak of such deeds in general, "responsible for cooperation with"
_TELLING = 0.65  # weight from which a noun names a deed by itself
_SETTLED = (
    0.95  # weight from which the words tell the deed by themselves, whoever does it: «отставник», "the regulator"
)
_OF_DEEDS = frozenset({"AGREE", "REJECT", "REQUEST", "THREATEN"})
_INSIDE = frozenset({kinds.ADJECTIVE, kinds.NUMBER, kinds.ADVERB, kinds.DETERMINER, kinds.PARTICIPLE})
_WEAKER = 0.8  # an event inside another's complement stands behind it


Revise = Callable[[EventScene, list[Event]], list[Event]]
"""Makes the final events of those that the grammar found."""


def find_events(
    page: Page, entities: EntityIndex, times: Sequence[TimeExpression], revise: Revise | None = None
) -> list[Event]:
    """All events of a page in the order of their triggers; ids "v1", "v2", ...

    Roles carry the entity whose mention is their head, where there is one, and always the exact words. `revise` may
    add, change and drop events before they get their ids.
    """
    finder = _Finder(page, entities, times, final=revise is None)
    found = [event for sentence in page.sentences for event in finder.sentence(sentence)]
    if revise is not None:
        found = revise(finder.scene(), found)
    found = Retold(page, finder.slots.chunks).once(found)
    if finder.slots.clauses is not None:
        places = RussianPlaces(page, entities, finder.slots.clauses)
        found = [places.placed(event) for event in found]
    found = [finder.days.happened(without_selves(event)) for event in found]
    return [replace(event, id=f"v{number}") for number, event in enumerate(found, 1)]


class _Finder:
    def __init__(
        self, page: Page, entities: EntityIndex, times: Sequence[TimeExpression], *, final: bool = True
    ) -> None:
        self.page = page
        self.entities = entities
        self.times = times
        self.tag = page.language.tag
        self.slots = Slots(page, entities, times)
        self.spotter = Spotter(self.slots.chunks, self.slots.stretches.dated)
        self.circumstances = Circumstances(self.slots.stretches, entities)
        self.roles = Roles(self.slots.stretches, entities)
        # Whoever revises the events looks for their addressees, too, and knows more of their own sentences.
        self.days = Days(page, times, self.slots.clauses)
        knowing = (Addressees(page, entities), Courts(page, entities), Members(page, entities)) if final else ()
        self.antecedents = Antecedents(page, self.days, *knowing)
        self.affected = Affected(self.slots.stretches, self.roles) if final else None

    def scene(self) -> EventScene:
        """The page with the tools that made its events."""
        return EventScene(
            self.page, self.entities, self.times, self.days, self.slots, self.circumstances, self.roles, self.spotter
        )

    def sentence(self, sentence: Sentence) -> Iterator[Event]:
        """The events of one sentence."""
        chunks = self.slots.chunks
        previous: list[Event] = []
        told: list[Hit[Rule]] = []
        hits = self.spotter.hits(sentence)
        for hit in hits:
            if any(self._is_conviction(hit, other) for other in hits):
                continue
            event = None if is_governed(chunks, hit, told) or is_mentioned(chunks, hit) else self._event(hit, sentence)
            if (
                event is None
                or only_asked_for(event, self.tag)
                or any(_same(event, other) or _echoes(event, other) for other in previous)
            ):
                continue
            if self.tag == "ru" and (self._is_wish(hit, event) or any(self._is_content(hit, one) for one in previous)):
                continue
            if self.tag == "ru" and any(self._is_object(hit, one) for one in hits):
                continue
            if is_outcome(chunks, hit, event, previous):
                continue
            if self.tag == "en" and any(self._is_retold(hit, event, other) for other in previous):
                continue
            if self.tag == "en" and any(self._is_purpose(hit, event, other) for other in previous):
                continue
            told.append(hit)
            event = self.antecedents.completed(self.affected.completed(event) if self.affected else event)
            previous.append(event)
            yield event
            yield from self._successor(hit, event)

    def _is_retold(self, hit: Hit[Rule], event: Event, other: Event) -> bool:
        """Whether a noun only says what the verb of its clause is about: "met for talks", "arrived at the summit"."""
        if not hit.value.noun or not event.type == other.type == "CONSULT" or event.date != other.date:
            return False
        verb = self.page.token_at(other.trigger.start)
        clause_at = self.slots.chunks.clause_at
        return verb < hit.first and clause_at(verb) == clause_at(hit.first)

    def _is_purpose(self, hit: Hit[Rule], event: Event, other: Event) -> bool:
        """Whether an infinitive only says what the same deed was for: "used tear gas to disperse them"."""
        if event.type != other.type or (event.modality, other.modality) != ("planned", "actual"):
            return False
        if self.page.tokens[hit.first - 1].lower not in words("en", "grammar", "infinitive"):
            return False
        between = range(self.page.token_at(other.trigger.end - 1) + 1, hit.first - 1)
        return not any(self.slots.chunks.kind(i) in (kinds.VERB, kinds.MARK, kinds.RELATIVE) for i in between)

    def _is_wish(self, hit: Hit[Rule], event: Event) -> bool:
        """Whether a trigger tells what somebody waits for, advises or tries: behind "if", «надо вывезти людей»."""
        if event.type not in _TRIED and self.slots.subjects.control.is_attempt(hit.first):
            return True
        opener = self.page.tokens[self.slots.chunks.clause_at(hit.first)[0]].lower
        if opener in words(self.tag, "grammar", "condition"):
            return True
        return event.modality == "demanded" and self._is_infinitive(hit)

    def _is_content(self, hit: Hit[Rule], told: Event) -> bool:
        """Whether an infinitive only says what is asked, promised, refused or threatened: «пригрозил отозвать»."""
        if told.type not in _OF_DEEDS or told.trigger.end > self.page.tokens[hit.first].start:
            return False
        clause_at = self.slots.chunks.clause_at
        return self._is_infinitive(hit) and clause_at(self.page.token_at(told.trigger.start)) == clause_at(hit.first)

    def _is_conviction(self, hit: Hit[Rule], other: Hit[Rule]) -> bool:
        """Russian: «признал виновным и приговорил»: what a sentence begins with is no sentence of its own."""
        if not hit.value.type == other.value.type == "SENTENCE" or other.first <= hit.last:
            return False
        tokens, guilty = self.page.tokens, tuple(words(self.tag, "grammar", "convicting"))
        told = any(tokens[i].lower.startswith(guilty) for i in range(hit.first, hit.last + 1)) if guilty else False
        return told and not any(tokens[i].text == ";" for i in range(hit.last, other.first))

    def _is_object(self, hit: Hit[Rule], verb: Hit[Rule]) -> bool:
        """Whether a noun is the object of a verb that tells the deed with it: «объявили забастовку»."""
        if not hit.value.noun or verb.value.noun:
            return False
        same, beside = verb.value.type == hit.value.type, verb.literal > 1 and verb.first == verb.last
        if hit.first == verb.last + 1 and same:
            return True  # «вышли на акцию протеста»
        before = hit.last < verb.first  # «голодовку объявили рабочие»
        if not (same or beside) or (before and not (same and beside)):
            return False
        between = range(hit.last + 1, verb.first) if before else range(verb.last + 1, hit.first)
        kind, inside = self.slots.chunks.kind, _INSIDE | {kinds.NOUN} if beside else _INSIDE
        return all(kind(i) in inside for i in between) and "acc" in self.slots.stretches.cases((hit.first, hit.last))

    def _is_infinitive(self, hit: Hit[Rule]) -> bool:
        endings = tuple(words(self.tag, "grammar", "infinitive_endings"))
        verb = self.slots.chunks.kind(hit.first) == kinds.VERB
        return verb and self.page.tokens[hit.first].lower.endswith(endings)

    def _event(self, hit: Hit[Rule], sentence: Sentence) -> Event | None:
        passive = self.slots.passive(hit)
        hit = self._announced(hit)
        rule = hit.value
        held = self.slots.patients.held(hit)
        in_office = rule.type in PERSONNEL and rule.actor[:1] in _SUFFERERS and not passive
        actor = (held if in_office else None) or self.slots.fill(rule.actor, hit, passive=passive)
        recipient = None if in_office and held else held or self.slots.fill(rule.recipient, hit, passive=passive)
        if self._is_settled(rule) and self.roles.abstract(actor, self.roles.of(actor)):
            actor = None  # «ему вменяют хищение»: what has the form of the subject is the object
        if rule.noun and self.tag == "ru" and actor == (hit.first, hit.last):
            actor = None  # «начались протесты»: the deed itself is nobody
        actors = self.roles.of(actor)
        each_other = rule.type in _MUTUAL and len(actors) > 1
        if recipient is None:
            recipient = self.slots.patients.inside(hit)
        if recipient is None and actor and "none" not in rule.recipient and self.tag == "en" and not each_other:
            recipient = self.slots.nearest(hit)
        if actor and recipient and _meets(actor, recipient):
            recipient = None
        recipient = self.roles.narrowed(recipient) if recipient else None
        recipients = self.roles.of(recipient)
        recipients = self._losers(hit, actors, recipients)
        if each_other and rule.type != "CONSULT" and not any(role.entity for role in recipients):
            actors, recipients = actors[:1], actors[1:]
        hit = by_party(self.tag, self.page.tokens, hit, (actors, recipients), self.entities)
        if hit.value.type != rule.type and not recipients and self.tag == "en":
            recipient = self.slots.fill(("object",), hit, passive=passive)
            recipients = self.roles.of(recipient)
        if hit.value.type in PERSONNEL and rule.type not in PERSONNEL:
            actors, recipients = (recipients or actors), ()
            actor, recipient = (recipient or actor), None
        rule = hit.value
        if rule.type == "CONSULT":
            actors, recipients = self._together(rule, actors, recipients)
        if self._nobody(rule, actor, actors) or not (actors or recipients or self._stands_alone(rule)):
            return None
        if self._only_said(hit, actors, recipients):
            return None
        bodily = rule.type in _BODILY and not rule.noun and not self._is_settled(rule)
        if bodily and self.roles.figurative(recipient, recipients):
            return None
        trigger = self.page.span(hit.first, hit.last)
        date = self.days.of(trigger)
        said = dated(strength(self.slots.chunks, hit), self.slots.chunks, hit, date, self.page.published)
        evidence = self.circumstances.evidence(hit, trigger, (actor, recipient))
        return Event(
            id="",
            type=rule.type,
            trigger=trigger,
            evidence=evidence,
            mode=mode_of(self.slots.chunks, hit),
            contexts=tuple(sorted({*self.circumstances.contexts(evidence), *event_types()[rule.type].contexts})),
            actors=actors,
            recipients=recipients,
            place=self._place(hit, sentence, actors, recipients),
            date=date,
            polarity=said.polarity,
            modality=self._weakened(said.modality, rule, passive, actors),
            confidence=self._confidence(hit, actors, recipients),
        )

    def _losers(self, hit: Hit[Rule], actors: tuple[Role, ...], recipients: tuple[Role, ...]) -> tuple[Role, ...]:
        """The recipients with whoever loses what is seized."""
        loser = self.slots.patients.taken_from(hit)
        roles = tuple(role for role in self.roles.of(loser) if self.roles.is_party(role)) if loser else ()
        if loser is None or not roles or any(role.span.meets(roles[0].span) for role in actors):
            return recipients
        whole = next((role for role in recipients if role.span.meets(roles[0].span)), None)
        if whole is None:
            return (*roles, *recipients)
        thing = self.page.token_at(whole.span.start), loser[0] - 2  # "fuel from smugglers" is two
        kept = tuple(role for role in recipients if role is not whole)
        return (*kept, *(self.roles.of(thing) if thing[0] <= thing[1] else ()), *roles)

    def _place(
        self, hit: Hit[Rule], sentence: Sentence, actors: tuple[Role, ...], recipients: tuple[Role, ...]
    ) -> str | None:
        """Where it happened; a visit happens where it goes, a march at what it goes to."""
        if hit.value.mode in _GOING:
            for role in recipients:
                for _, id in self.entities.within(role.span):
                    if self.entities.get(id).kind in ("place", "facility"):
                        return id
        return self.circumstances.place(hit, sentence, (*actors, *recipients))

    def _together(
        self, rule: Rule, actors: tuple[Role, ...], recipients: tuple[Role, ...]
    ) -> tuple[tuple[Role, ...], tuple[Role, ...]]:
        """Actors and recipients of a meeting: whoever met did it to each other, so all parties act."""
        if rule.mode not in MEETINGS or not actors:
            return actors, recipients
        met = tuple(role for role in recipients if self.roles.is_party(role))
        return (*actors, *met), tuple(role for role in recipients if role not in met)

    def _is_settled(self, rule: Rule) -> bool:
        """Whether Russian words tell a deed by themselves: their rows say what it is done to."""
        return self.tag == "ru" and rule.weight >= _SETTLED

    def _nobody(self, rule: Rule, actor: Stretch | None, actors: tuple[Role, ...]) -> bool:
        """Whether what is said to act can do no such thing: fires and blasts kill, but they appoint nobody."""
        if self._is_settled(rule):
            return False
        if self.roles.abstract(actor, actors):
            return True
        if rule.type in PERSONNEL and self.roles.things(actor, actors):
            return True
        if rule.type in _BLIND or self.roles.party(actor, actors):
            return False
        clauses = self.slots.clauses
        if actor is None or clauses is None or actor[0] == actor[1]:
            return True
        return not clauses.is_somebody(actor)  # «10 тысяч человек»

    def _weakened(self, modality: Modality, rule: Rule, passive: bool, actors: tuple[Role, ...]) -> Modality:
        """ "was accused of" without saying by whom tells what is alleged, not who did what."""
        alleges = rule.type == "ACCUSE" and rule.mode == "allege" and passive and not actors
        return "alleged" if alleges and modality == "actual" else modality

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

    def _only_said(self, hit: Hit[Rule], actors: tuple[Role, ...], recipients: tuple[Role, ...]) -> bool:
        """Whether a verb like "warn" only tells how somebody spoke: to nobody, and with no force behind the words."""
        stems = tuple(words(self.tag, "grammar", "only_said"))
        if hit.value.noun or not self.page.tokens[hit.first].lower.startswith(stems):
            return False
        if any(self.roles.is_party(role) for role in recipients):
            return False
        return not (hit.value.type == "THREATEN" and any(_FORCES & {*role.sector} for role in actors))

    def _stands_alone(self, rule: Rule) -> bool:
        """Whether a trigger without any party tells a deed: "the March riots" do, "the talks" only speak of some."""
        return not rule.noun or (rule.type in _BLIND and rule.weight >= _TELLING)

    def _confidence(self, hit: Hit[Rule], actors: tuple[Role, ...], recipients: tuple[Role, ...]) -> float:
        suffered = recipients or "none" in hit.value.recipient or (self.tag == "ru" and hit.value.type == "PROTEST")
        share = 1.0 if actors and suffered else _ONE_PARTY
        if hit.value.noun and not actors:
            share = _NO_DOER
        if not actors and not recipients:
            share = _NO_PARTY
        chunks = self.slots.chunks
        if hit.first and chunks.kind(hit.first - 1) == kinds.INFINITIVE:
            share *= _WEAKER
        return round(hit.value.weight * share, 2)

    def _successor(self, hit: Hit[Rule], event: Event) -> Iterator[Event]:
        """ "the replacement of X by Y", "Y replaced X": Y takes the office that X leaves."""
        if not hit.value.successor:
            return
        phrase = self.slots.beyond_apposition(hit.value.successor, hit)
        if phrase is None and self.tag == "en" and not hit.value.noun and not self.slots.passive(hit):
            phrase = self.slots.fill(("subject",), hit, passive=False)
            if phrase is None or not self.slots.stretches.named(phrase):
                return
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


def _meets(left: Stretch, right: Stretch) -> bool:
    return left[0] <= right[1] and right[0] <= left[1]


def _echoes(event: Event, other: Event) -> bool:
    """Whether an event only tells what another in its sentence is about: what protesters demand, why one met."""
    same = bool({role.text for role in event.actors} & {role.text for role in other.actors})
    if other.type == "PROTEST" and event.type in ("REQUEST", "PROTEST"):  # "took to the streets to protest"
        return same and (event.type == "REQUEST" or (event.modality, other.modality) == ("planned", "actual"))
    return event.type == other.type == "CONSULT" and event.modality == "planned" and other.modality == "actual"


def _same(event: Event, other: Event) -> bool:
    return event.type == other.type and event.trigger.meets(other.trigger)

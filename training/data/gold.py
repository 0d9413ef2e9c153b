"""Our own corpus: a reading that is right in everything becomes an example that labels every layer."""

import re
import warnings
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from sholu.corpus.article import load
from sholu.corpus.convert import convert
from sholu.corpus.folder import find_files, known_for
from sholu.model.reading import Event, Quantity, Reading, Role
from sholu.model.span import Span
from training.data.lines import layer, nearest
from training.example import Answer, Dyad, Example, Marked, Pair, outermost

MUTUAL = {"AGREE", "CONSULT", "COOPERATE"}
"""Types of event in which either party does to the other what the other does to it."""
NEAR = 200
"""Characters on either side of a figure in which the words of what it measures are looked for."""
STEM = 5
"""Letters by which a word of an office is found again in the text, whatever its ending."""


def read_corpus(folder: Path, split: str) -> Iterator[Example]:
    """The examples of our annotated articles in one split, by file name."""
    for file in find_files([folder / "articles"], split=split):
        converted = convert(load(file), known_for(file))
        if any(problem.serious for problem in converted.problems):
            warnings.warn(f"{file} is left out, its annotation is broken: run `sholu corpus check`", stacklevel=2)
            continue
        yield from_reading(converted.reading, "corpus")


def from_reading(reading: Reading, source: str) -> Example:
    """What a reading says, as something to learn from."""
    return _Gold(reading).example(source)


class _Gold:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.document.text
        self.mentions = {entity.id: sorted(m.span for m in entity.mentions) for entity in reading.entities}
        self.measures = {figure.id: self._measure(figure) for figure in reading.quantities}
        self.times: dict[str, list[Span]] = {}
        for time in reading.times:
            self.times.setdefault(time.value or "", []).append(time.span)

    def example(self, source: str) -> Example:
        """All layers, relations and answers."""
        document = self.reading.document
        offices = {tenure.id: self._office(tenure.office, tenure.evidence) for tenure in self.reading.tenures}
        lost = tuple(tenure.evidence for tenure in self.reading.tenures if offices[tenure.id] is None)
        return Example(
            document.id,
            source,
            document.language or "",
            self.text,
            layers=self._layers([span for span in offices.values() if span]),
            hidden={"office": lost},
            relations=self._relations(offices),
            answers=tuple(self._answers(offices)),
            dyads=tuple(self._dyads()),
        )

    def _layers(self, offices: list[Span]) -> dict[str, tuple[Marked, ...]]:
        reading = self.reading
        contents, inner = outermost(
            Marked(span, ("content",)) for item in reading.attributions for span in item.content
        )
        causes = [item for item in reading.judgements if item.cause and item.effect]
        return {
            "name": self._entities(names=True),
            "mention": self._entities(names=False),
            "time": outermost(Marked(time.span, (time.kind,)) for time in reading.times)[0],
            "quantity": layer((item.evidence for item in reading.quantities), "quantity"),
            "source": layer((item.source_span for item in reading.attributions if item.source_span), "source"),
            "cue": layer((item.cue for item in reading.attributions if item.cue), "cue"),
            "content": contents,
            "inner_content": outermost(inner)[0],
            "trigger": outermost(_types(reading.events))[0],
            "role": outermost(_roles(reading.events))[0],
            "office": layer(offices, "office"),
            "cause": layer((item.cause.span for item in causes if item.cause), "cause"),
            "effect": layer((item.effect.span for item in causes if item.effect), "effect"),
            "hedge": layer((item.hedge for item in reading.judgements if item.hedge), "hedge"),
            "judgement": outermost(Marked(item.evidence, (item.kind,)) for item in reading.judgements)[0],
            "measure": layer((span for span in self.measures.values() if span), "measure"),
        }

    def _entities(self, *, names: bool) -> tuple[Marked, ...]:
        return outermost(
            Marked(mention.span, (entity.kind,))
            for entity in self.reading.entities
            for mention in entity.mentions
            if (mention.form == "name") == names
        )[0]

    def _office(self, office: str, evidence: Span) -> Span | None:
        """Where in the evidence the words of an office stand, in whatever form; None when they do not."""
        stems = [re.escape(word[:STEM]) + r"[\w'’]*" for word in re.findall(r"[\w-]+", office)]
        found = re.search(r"\W+(?:\w+\W+)?".join(stems), evidence.of(self.text), re.IGNORECASE) if stems else None
        return Span(evidence.start + found.start(), evidence.start + found.end()) if found else None

    def _measure(self, figure: Quantity) -> Span | None:
        """Where near a figure the words of what it measures stand, in whatever form; None when they do not."""
        stems = [re.escape(word[:STEM]) + r"[\w'’]*" for word in re.findall(r"[\w-]+", figure.measure or "")]
        if not stems:
            return None
        start, end = max(0, figure.evidence.start - NEAR), min(len(self.text), figure.evidence.end + NEAR)
        found = re.compile(r"\b" + r"\W+(?:\w+\W+)?".join(stems), re.IGNORECASE).finditer(self.text, start, end)
        spans = [Span(*match.span()) for match in found if Span(*match.span()) != figure.evidence]
        return nearest(spans, figure.evidence) if spans else None

    def _relations(self, offices: dict[str, Span | None]) -> dict[str, tuple[Pair, ...]]:
        found: dict[str, list[Pair]] = {}

        def add(name: str, pairs: Iterable[Pair]) -> None:
            found.setdefault(name, []).extend(pairs)

        for said in self.reading.attributions:
            add("cue_source", [Pair(said.cue, said.source_span)] if said.cue and said.source_span else [])
            add("cue_content", [Pair(said.cue, span) for span in said.content] if said.cue else [])
        for event in self.reading.events:
            add("trigger_actor", self._role_pairs(event.trigger, event.actors))
            add("trigger_recipient", self._role_pairs(event.trigger, event.recipients))
            add("trigger_place", self._to_entity(event.trigger, event.place))
            add("trigger_time", _chosen(event.trigger, self.times.get(event.date or "-", [])))
        for tenure in self.reading.tenures:
            office = offices[tenure.id]
            if office:
                add("person_office", [_turned(pair) for pair in self._to_entity(office, tenure.person)])
                add("office_organisation", self._to_entity(office, tenure.organisation))
        for figure in self.reading.quantities:
            add("figure_holder", self._to_entity(figure.evidence, figure.holder))
            measure = self.measures[figure.id]
            add("figure_measure", [Pair(figure.evidence, measure)] if measure else [])
            add("figure_place", self._to_entity(figure.evidence, figure.place))
            add("figure_time", _chosen(figure.evidence, self.times.get(figure.period or "-", [])))
        for judgement in self.reading.judgements:
            if judgement.cause and judgement.effect:
                add("cause_effect", [Pair(judgement.cause.span, judgement.effect.span)])
        for spans in self.mentions.values():
            add("mention_antecedent", _chains(spans))
        return {name: tuple(dict.fromkeys(found.get(name, ()))) for name in _RELATIONS}

    def _role_pairs(self, trigger: Span, roles: Iterable[Role]) -> Iterator[Pair]:
        for role in roles:
            yield Pair(trigger, role.span)
            others = self.mentions.get(role.entity or "", [])
            yield from (Pair(trigger, span, False) for span in others if span != role.span)

    def _to_entity(self, head: Span, entity: str | None) -> list[Pair]:
        return _chosen(head, self.mentions.get(entity or "", []))

    def _answers(self, offices: dict[str, Span | None]) -> Iterator[Answer]:
        for event in self.reading.events:
            yield Answer("polarity", event.trigger, (event.polarity,))
            yield Answer("modality", event.trigger, (event.modality,))
            yield Answer("mode", event.trigger, (event.mode or "none",))
            yield Answer("contexts", event.trigger, event.contexts)
        for said in self.reading.attributions:
            if said.cue:
                yield Answer("voice", said.cue, (said.mode,))
            if said.source_span:
                yield Answer("anonymous", said.source_span, ("anonymous" if said.anonymous else "named",))
        for tenure in self.reading.tenures:
            office = offices[tenure.id]
            if office:
                yield Answer("status", office, (tenure.status,))
        for judgement in self.reading.judgements:
            yield Answer("hedged", judgement.evidence, ("hedged" if judgement.hedged else "plain",))
            yield Answer("sign", judgement.evidence, (judgement.sign or "none",))
        for entity in self.reading.entities:
            for mention in entity.mentions:
                yield Answer("form", mention.span, (mention.form,))

    def _dyads(self) -> Iterator[Dyad]:
        """What parties that meet in an event do to each other, and, one way, do not."""
        types: dict[tuple[Span, Span], set[str]] = {}
        for event in self.reading.events:
            for actor in event.actors:
                for recipient in event.recipients:
                    types.setdefault((actor.span, recipient.span), set()).add(event.type)
                    back = types.setdefault((recipient.span, actor.span), set())
                    if event.type in MUTUAL:
                        back.add(event.type)
        for (head, tail), found in types.items():
            if head != tail:
                yield Dyad(head, tail, tuple(sorted(found)) or ("none",))


_RELATIONS = (
    "cue_source",
    "cue_content",
    "trigger_actor",
    "trigger_recipient",
    "trigger_place",
    "trigger_time",
    "person_office",
    "office_organisation",
    "figure_holder",
    "cause_effect",
    "mention_antecedent",
    "figure_measure",
    "figure_place",
    "figure_time",
)
"""All relations but `person_organisation`, which a reading says only by way of an office."""


def _types(events: Iterable[Event]) -> Iterator[Marked]:
    """Triggers; one that names two events may have either's type."""
    types: dict[Span, list[str]] = {}
    for event in events:
        types.setdefault(event.trigger, []).append(event.type)
    return (Marked(span, tuple(sorted(set(found)))) for span, found in types.items())


def _roles(events: Iterable[Event]) -> Iterator[Marked]:
    """Parties; one that does and suffers may be either."""
    sides: dict[Span, set[str]] = {}
    for event in events:
        for side, roles in (("actor", event.actors), ("recipient", event.recipients)):
            for role in roles:
                sides.setdefault(role.span, set()).add(side)
                if event.type in MUTUAL:
                    sides[role.span] |= {"actor", "recipient"}
    return (Marked(span, tuple(sorted(found))) for span, found in sides.items())


def _chosen(head: Span, tails: list[Span]) -> list[Pair]:
    """The nearest of the tails surely, each other one perhaps."""
    if not tails:
        return []
    best = nearest(tails, head)
    return [Pair(head, tail, tail == best) for tail in tails if tail != head]


def _turned(pair: Pair) -> Pair:
    return Pair(pair.tail, pair.head, pair.sure)


def _chains(spans: list[Span]) -> Iterator[Pair]:
    """Each mention with the one before it surely, and with all earlier ones perhaps."""
    for before, after in pairwise(spans):
        yield Pair(after, before)
    for index, after in enumerate(spans):
        yield from (Pair(after, before, False) for before in spans[: max(0, index - 1)])

"""When an item of a reading is the gold's: one rule a kind, each saying how well it fits and which fields differ.

A field that the gold leaves open (None, or nothing in a list) is not compared.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from sholu.model.reading import Attribution, Entity, Event, Judgement, Quantity, Reading, Role, Tenure, TimeExpression
from sholu.model.span import Span

KINDS = ("entities", "attributions", "events", "tenures", "quantities", "judgements", "times")
_SMALL = frozenset({"the", "of", "a", "an", "in", "at", "for", "and", "s", "to", "on", "by"})
_MOSTLY = 0.6
_IN_PART = 0.34
_CONTENT = 0.8
_EVIDENCE = 0.5
_JUDGED = 0.6
_BEGINNING = 5
"""Letters of a Cyrillic word that are compared: the endings differ by case."""
_SHORTEST = 3
_QUOTED = re.compile('[«“„"]([^«»“”„"]+)[»”“"]')


class Fit(NamedTuple):
    """How well an item answers a gold one (0: not at all), and the fields that differ as (name, what was read)."""

    score: float
    wrong: tuple[tuple[str, str], ...] = ()


NO_FIT = Fit(0.0)


@cache
def fold(text: str) -> str:
    """Case, accents and punctuation taken away."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^\w%.]+", " ", kept.casefold()).strip()


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in fold(text).replace(".", " ").split() if word not in _SMALL)


def _same_word(one: str, other: str) -> bool:
    """Whether two words differ at most in an ending that says number or case."""
    if one.isascii():
        return one.rstrip("s") == other.rstrip("s")
    shorter = min(len(one), len(other))
    length = min(_BEGINNING, max(_SHORTEST, shorter - 1))
    return one == other or (shorter >= _SHORTEST and one[:length] == other[:length])


def same_text(gold: str, seen: str, share: float = _MOSTLY) -> bool:
    """Whether most words of the gold are in what was seen, or what was seen is a good part of the gold."""
    wanted, found = _words(gold), _words(seen)
    if not wanted or not found:
        return False
    common = sum(any(_same_word(one, other) for other in found) for one in wanted) / len(wanted)
    within = all(any(_same_word(other, one) for one in wanted) for other in found)
    return common >= share or (within and len(found) > 1 and common >= _IN_PART) or fold(gold) == fold(seen)


def _name_keys(entity: Entity) -> set[str]:
    """The forms of a name for comparing; a name in quotation marks also without the word before it."""
    forms = {entity.name, *entity.aliases}
    return {fold(form) for form in forms} | {fold(inner) for form in forms for inner in _QUOTED.findall(form)}


class Matcher:
    """The rules for one gold reading and one that answers it, both of the same text."""

    def __init__(self, gold: Reading, seen: Reading) -> None:
        self.text = gold.document.text
        self.gold = {entity.id: entity for entity in gold.entities}
        self.seen = {entity.id: entity for entity in seen.entities}
        self.rules: dict[str, Callable[[Any, Any], Fit]] = {
            "entities": self.entities,
            "attributions": self.attributions,
            "events": self.events,
            "tenures": self.tenures,
            "quantities": self.quantities,
            "judgements": self.judgements,
            "times": self.times,
        }

    # -- one rule a kind

    def entities(self, gold: Entity, seen: Entity) -> Fit:
        """A form of the name is the same; kind and country agree."""
        if _name_keys(gold).isdisjoint(_name_keys(seen)):
            return NO_FIT
        return Fit(1.0, tuple(_differing(gold, seen, "kind", "country")))

    def attributions(self, gold: Attribution, seen: Attribution) -> Fit:
        """Four fifths of every stretch of content are covered; mode, source, outlet and date agree."""
        cover = min(_cover(span, seen.content) for span in gold.content)
        if cover < _CONTENT:
            return NO_FIT
        wrong = [*_differing(gold, seen, "mode")]
        if gold.source and self._is_named(gold.source):
            wrong += self._reference("source", gold.source, seen.source, seen.source_text)
        elif gold.source_text and not same_text(gold.source_text, seen.source_text or ""):
            wrong.append(("source", str(seen.source_text)))
        if gold.anonymous and not seen.anonymous:
            wrong.append(("anonymous", "False"))
        wrong += self._reference("outlet", gold.outlet, seen.outlet)
        return Fit(cover, (*wrong, *_differing(gold, seen, "date")))

    def events(self, gold: Event, seen: Event) -> Fit:
        """Half of the evidence is covered, the trigger lies in it, the type is the same; roles and marks agree."""
        cover = _cover(gold.evidence, (seen.evidence,))
        near = Span(gold.evidence.start - 1, gold.evidence.end + 1).covers(seen.trigger)
        if cover < _EVIDENCE or not near or gold.type != seen.type:
            return NO_FIT
        wrong = [("actors", _roles(seen.actors)) for role in gold.actors if not self._has_role(role, seen.actors)]
        wrong += [
            ("recipients", _roles(seen.recipients))
            for role in gold.recipients
            if not self._has_role(role, seen.recipients)
        ]
        wrong += self._reference("place", gold.place, seen.place)
        if gold.date and not (seen.date or "").startswith(gold.date):
            wrong.append(("date", str(seen.date)))
        wrong += _differing(gold, seen, "modality", "polarity", "mode")
        if not set(gold.contexts) <= set(seen.contexts):
            wrong.append(("contexts", ", ".join(seen.contexts)))
        return Fit(1.0 + cover + gold.trigger.meets(seen.trigger), tuple(wrong))

    def tenures(self, gold: Tenure, seen: Tenure) -> Fit:
        """The person is the same and the office's words are; organisation or country, bounds and status agree."""
        if not self._is_same(gold.person, seen.person) or not same_text(gold.office, seen.office):
            return NO_FIT
        wrong = [*_differing(gold, seen, "start", "end", "status")]
        organisation = self.gold.get(gold.organisation or "")
        if organisation:
            forms = [*self._forms(self.seen, seen.organisation), seen.office]
            by_name = any(
                same_text(wanted, form) for wanted in self._forms(self.gold, organisation.id) for form in forms
            )
            is_state = organisation.kind == "place" and organisation.country is not None
            if not by_name and not (is_state and seen.country == organisation.country):
                wrong.append(("organisation", ", ".join(forms[:1])))
        elif gold.country and seen.country != gold.country:
            wrong.append(("country", str(seen.country)))
        return Fit(2.0 - len(wrong) / 5, tuple(wrong))

    def quantities(self, gold: Quantity, seen: Quantity) -> Fit:
        """The words meet and the figure is the same; unit, measure, holder, place, period and change agree."""
        if not gold.evidence.meets(seen.evidence) or not _same_figure(gold, seen):
            return NO_FIT
        wrong = [*_differing(gold, seen, "unit", "period")]
        if gold.measure and not same_text(gold.measure, seen.measure or "", 0.5):
            wrong.append(("measure", str(seen.measure)))
        wrong += self._reference("holder", gold.holder, seen.holder)
        wrong += self._reference("place", gold.place, seen.place)
        if gold.change and gold.change != seen.change:
            wrong.append(("change", str(seen.change)))
        return Fit(1.0, tuple(wrong))

    def judgements(self, gold: Judgement, seen: Judgement) -> Fit:
        """Three fifths of the evidence are covered and the kind is the same; hedge, holder, cause and effect agree."""
        cover = _cover(gold.evidence, (seen.evidence,))
        if cover < _JUDGED or gold.kind != seen.kind:
            return NO_FIT
        wrong = [*_differing(gold, seen, "hedged", "sign")]
        if "author" in (gold.holder, seen.holder):
            wrong += _differing(gold, seen, "holder")
        else:
            wrong += self._reference("holder", gold.holder, seen.holder)
        for key in ("cause", "effect"):
            wanted, found = getattr(gold, key), getattr(seen, key)
            if wanted and not same_text(wanted.text, found.text if found else ""):
                wrong.append((key, found.text if found else "None"))
        return Fit(cover, tuple(wrong))

    def times(self, gold: TimeExpression, seen: TimeExpression) -> Fit:
        """The words meet; the value is the same."""
        cover = _cover(gold.span, (seen.span,))
        same = gold.value is None or _moment(gold.value) == _moment(seen.value)
        return Fit(cover, () if same else (("value", str(seen.value)),))

    # -- what several rules share

    def _forms(self, entities: dict[str, Entity], id: str | None) -> list[str]:
        entity = entities.get(id or "")
        if entity is None:
            return []
        mentioned = [
            mention.span.of(self.text)
            for mention in entity.mentions
            if entities is self.seen or mention.form != "pronoun"
        ]
        return list(dict.fromkeys([entity.name, *entity.aliases, *mentioned]))

    def _is_named(self, id: str) -> bool:
        return is_named(self.gold[id])

    def _is_same(self, gold: str, seen: str | None) -> bool:
        return any(
            same_text(wanted, form) for wanted in self._forms(self.gold, gold) for form in self._forms(self.seen, seen)
        )

    def _reference(
        self, key: str, gold: str | None, seen: str | None, text: str | None = None
    ) -> Iterator[tuple[str, str]]:
        """A difference when the gold refers to an entity and the answer does not refer to the same."""
        if gold is not None and not self._is_same(gold, seen):
            forms = self._forms(self.seen, seen)
            yield key, forms[0] if forms else str(text)

    def _has_role(self, gold: Role, seen: Sequence[Role]) -> bool:
        wanted = [gold.text, *(self._forms(self.gold, gold.entity))]
        forms = [form for role in seen for form in (role.text, *self._forms(self.seen, role.entity))]
        return any(same_text(one, other) for one in wanted for other in forms)


def is_named(entity: Entity) -> bool:
    """Whether the text calls the entity by a name."""
    return any(mention.form == "name" for mention in entity.mentions)


def _cover(span: Span, others: Iterable[Span]) -> float:
    """Share of a span that others cover."""
    shared = sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for other in others)
    return min(1.0, shared / (span.end - span.start))


def _moment(value: str | None) -> str | None:
    """A time written in one way: without seconds that are nought."""
    return re.sub(r"(T\d\d:\d\d):00(?!\d)", r"\1", value) if value else None


def _differing(gold: Any, seen: Any, *keys: str) -> Iterator[tuple[str, str]]:
    for key in keys:
        wanted, found = getattr(gold, key), getattr(seen, key)
        if wanted is not None and wanted != found:
            yield key, str(found)


def _same_figure(gold: Quantity, seen: Quantity) -> bool:
    if gold.value is not None:
        return _close(gold.value, seen.value)
    return _close(gold.low, seen.low) and _close(gold.high, seen.high)


def _close(gold: float | None, seen: float | None) -> bool:
    return gold is not None and seen is not None and abs(gold - seen) <= 1e-6 * max(1.0, abs(gold))


def _roles(roles: Sequence[Role]) -> str:
    return ", ".join(role.text for role in roles) or "none"

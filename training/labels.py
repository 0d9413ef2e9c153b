"""What is learned: layers of marked spans, relations between spans, attributes of spans, flags of texts.

The tables here are the only place that says which heads there are; data sets, model, export and the label maps that
ship with the weights all follow from them. New layers and relations go to the end of theirs: a run that begins with
another's weights takes over those that this one had.
"""

from dataclasses import dataclass
from functools import cache

from sholu.codebook.events import event_types
from sholu.codebook.tables import contexts

OUTSIDE = 0
"""The tag of a piece that stands in no span of a layer."""

KINDS = ("person", "organisation", "outlet", "place", "facility", "group", "legal_instrument", "other")
"""Kinds of entity, as in the contract."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of spans that do not overlap each other, each with one of these labels."""

    name: str
    labels: tuple[str, ...]

    @property
    def tags(self) -> tuple[str, ...]:
        """Names of its tags by number: outside, then the begin and the inside of each label."""
        return ("O", *(f"{side}-{label}" for label in self.labels for side in "BI"))

    def begin(self, label: str) -> int:
        """The tag of the first piece of a span; the tag of its other pieces is one more."""
        return 1 + 2 * self.labels.index(label)


@dataclass(frozen=True, slots=True)
class Relation:
    """A directed relation between spans: in which layers its two ends lie."""

    name: str
    heads: tuple[str, ...]
    tails: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attribute:
    """A question about one span with these answers; with `many`, any number of them may hold."""

    name: str
    values: tuple[str, ...]
    many: bool = False


@cache
def layers() -> dict[str, Layer]:
    """All layers by name, in the order of the model's outputs."""
    found = (
        Layer("name", KINDS),
        Layer("mention", KINDS),
        Layer("time", ("date", "time", "duration", "set")),
        Layer("quantity", ("quantity",)),
        Layer("source", ("source",)),
        Layer("cue", ("cue",)),
        Layer("content", ("content",)),
        Layer("inner_content", ("content",)),
        Layer("trigger", tuple(event_types())),
        Layer("role", ("actor", "recipient")),
        Layer("office", ("office",)),
        Layer("cause", ("cause",)),
        Layer("effect", ("effect",)),
        Layer("signal", ("signal",)),
        Layer("hedge", ("hedge",)),
        Layer("judgement", ("assessment", "forecast", "cause", "recommendation", "condition")),
        Layer("measure", ("measure",)),
    )
    return {layer.name: layer for layer in found}


_ENTITY = ("name", "mention")

RELATIONS: dict[str, Relation] = {
    relation.name: relation
    for relation in (
        Relation("cue_source", ("cue",), ("source",)),
        Relation("cue_content", ("cue",), ("content", "inner_content")),
        Relation("trigger_actor", ("trigger",), ("role", *_ENTITY)),
        Relation("trigger_recipient", ("trigger",), ("role", *_ENTITY)),
        Relation("trigger_place", ("trigger",), _ENTITY),
        Relation("trigger_time", ("trigger",), ("time",)),
        Relation("person_office", _ENTITY, ("office",)),
        Relation("office_organisation", ("office",), _ENTITY),
        Relation("person_organisation", _ENTITY, _ENTITY),
        Relation("figure_holder", ("quantity",), _ENTITY),
        Relation("cause_effect", ("cause",), ("effect",)),
        Relation("mention_antecedent", _ENTITY, _ENTITY),
        Relation("figure_measure", ("quantity",), ("measure",)),
        Relation("figure_place", ("quantity",), _ENTITY),
        Relation("figure_time", ("quantity",), ("time",)),
    )
}
"""All relations by name, in the order of the model's outputs."""

FLAGS = ("causal", "police_kill", "police_force", "police_arrest")
"""Questions about a whole text, answered by its most telling piece."""


@cache
def attributes() -> dict[str, Attribute]:
    """All attributes of spans by name, in the order of the model's outputs."""
    modes = sorted({mode for kind in event_types().values() for mode in kind.modes})
    found = (
        Attribute("polarity", ("affirmed", "negated")),
        Attribute("modality", ("actual", "alleged", "planned", "demanded", "possible", "conditional")),
        Attribute("mode", ("none", *modes)),
        Attribute("contexts", tuple(contexts()), many=True),
        Attribute("voice", ("direct", "indirect", "mixed", "citation")),
        Attribute("anonymous", ("named", "anonymous")),
        Attribute("status", ("current", "former", "future", "unknown")),
        Attribute("hedged", ("plain", "hedged")),
        Attribute("sign", ("none", "+", "-", "0")),
        Attribute("form", ("name", "nominal", "pronoun")),
    )
    return {attribute.name: attribute for attribute in found}


def dyads() -> tuple[str, ...]:
    """What one party may do to another, read off the pair alone: nothing, or a type of event."""
    return ("none", *event_types())


def label_maps() -> dict[str, object]:
    """Every head and what its numbers mean, as plain data to ship beside the weights."""
    return {
        "layers": {layer.name: list(layer.tags) for layer in layers().values()},
        "relations": {name: {"heads": r.heads, "tails": r.tails} for name, r in RELATIONS.items()},
        "attributes": {name: {"values": a.values, "many": a.many} for name, a in attributes().items()},
        "dyads": dyads(),
        "flags": FLAGS,
    }

"""The event types that a reading may hold: what each means, its modes, and where it goes in other ontologies."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from sholu.codebook.tables import table

QUADS = ("none", "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
"""Names of PLOVER's quad classes; the place in this list is the class number (0: outside PLOVER)."""

EDITIONS = ("plover", "plover_2017", "plover_15")
"""Label sets of PLOVER in circulation to which every type has a crosswalk."""


@dataclass(frozen=True, slots=True)
class Mode:
    """A finer kind of one event type; `overrides` are crosswalk fields that differ from the type's."""

    code: str
    definition: str
    scale: float
    overrides: dict[str, Any]


@dataclass(frozen=True, slots=True)
class EventType:
    """One event type.

    `scale` runs from -10 (conflict) to 10 (cooperation). `cameo` are two-digit root codes, the usual one first;
    `labels` maps an edition of PLOVER to its label, "" when that edition leaves the matter out. `planned` is the type
    under which a planned event leaves the house, `announced` the type that it has here when its doer says it will be
    done. `contexts` always hold.
    """

    code: str
    name: str
    definition: str
    quad: str
    scale: float
    cameo: tuple[str, ...]
    cameo_codes: tuple[str, ...]
    cameo_exact: bool
    labels: dict[str, str]
    plover_mode: str | None
    planned: str | None
    announced: str | None
    contexts: tuple[str, ...]
    modes: dict[str, Mode]
    notes: tuple[str, ...]


@cache
def event_types() -> dict[str, EventType]:
    """All event types by code, in the codebook's order."""
    return {row["code"]: _event_type(row) for row in table("events")["type"]}


def _event_type(row: dict[str, Any]) -> EventType:
    code = row["code"]
    return EventType(
        code=code,
        name=row["name"],
        definition=row["definition"],
        quad=row["quad"],
        scale=row["scale"],
        cameo=tuple(row["cameo"]),
        cameo_codes=tuple(row.get("cameo_codes", ())),
        cameo_exact=row.get("cameo_fit") != "nearest",
        labels={edition: row.get(edition, code) for edition in EDITIONS},
        plover_mode=row.get("plover_mode"),
        planned=row.get("planned"),
        announced=row.get("announced"),
        contexts=tuple(row.get("contexts", ())),
        modes={mode["code"]: _mode(mode, row["scale"]) for mode in row.get("mode", ())},
        notes=tuple(row.get("notes", ())),
    )


def _mode(row: dict[str, Any], scale: float) -> Mode:
    overrides = {key: value for key, value in row.items() if key not in ("code", "definition", "scale")}
    return Mode(row["code"], row["definition"], row.get("scale", scale), overrides)


def quad_number(code: str) -> int:
    """PLOVER's quad class of an event type, 1 to 4; 0 for the types that PLOVER leaves out."""
    return QUADS.index(event_types()[code].quad)


def scale(code: str, mode: str | None = None) -> float:
    """The Goldstein-like value of an event, refined by its mode where the codebook does so."""
    kind = event_types()[code]
    return kind.modes[mode].scale if mode in kind.modes else kind.scale


def label(code: str, mode: str | None = None, *, edition: str = "plover") -> str:
    """The label of an event in an edition of PLOVER; "" when that edition leaves it out."""
    kind = event_types()[code]
    overrides = kind.modes[mode].overrides if mode in kind.modes else {}
    return str(overrides.get(edition, kind.labels[edition]))


def cameo_root(code: str, mode: str | None = None) -> str:
    """The CAMEO root code, two digits, that is also GDELT's."""
    kind = event_types()[code]
    overrides = kind.modes[mode].overrides if mode in kind.modes else {}
    return str(overrides.get("cameo", kind.cameo)[0])

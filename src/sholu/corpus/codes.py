"""The codes that records may use, and the values of times: checked against the codebook."""

import re
from functools import cache
from typing import get_args

from sholu.codebook.countries import countries
from sholu.codebook.events import event_types
from sholu.codebook.hedges import bands
from sholu.codebook.tables import contexts, sectors
from sholu.codebook.units import is_unit
from sholu.model.edtf import Edtf
from sholu.model.reading import (
    AttributionMode,
    EntityKind,
    JudgementKind,
    Modality,
    TenureStatus,
    TimeKind,
)

KINDS = frozenset(get_args(EntityKind))
MODES = frozenset(get_args(AttributionMode))
MODALITIES = frozenset(get_args(Modality))
STATUSES = frozenset(get_args(TenureStatus))
JUDGEMENTS = frozenset(get_args(JudgementKind))

_DURATION = re.compile(r"P(?=[\dT])(?:\d+(?:\.\d+)?[YMWD])*(?:T(?=\d)(?:\d+(?:\.\d+)?[HMS])+)?|P\d+(?:DE|CE)|P\d+Q")


@cache
def is_country(code: str) -> bool:
    """Whether this is an ISO 3166-1 alpha-2 code."""
    return any(land.code == code for land in countries())


def is_sector(code: str) -> bool:
    """Whether this is a sector of the codebook."""
    return code in sectors()


def is_context(code: str) -> bool:
    """Whether this is a context of the codebook."""
    return code in contexts()


def is_event(code: str) -> bool:
    """Whether this is an event type, alone or with one of its modes behind a full stop."""
    kind, _, mode = code.partition(".")
    return kind in event_types() and (not mode or mode in event_types()[kind].modes)


def looks_like_event(code: str) -> bool:
    """Whether this is written like an event type."""
    return re.fullmatch(r"[A-Z_]{4,}(\.[\w-]+)?", code) is not None


def is_band(name: str) -> bool:
    """Whether this is a band of probability."""
    return name in bands()


def is_unit_code(code: str) -> bool:
    """Whether this is a unit."""
    return is_unit(code)


def is_date(text: str) -> bool:
    """Whether this is an EDTF date."""
    try:
        Edtf.parse(text)
    except ValueError:
        return False
    return True


def time_of(value: str) -> tuple[TimeKind, str | None] | None:
    """Kind and value of a marked time ("2026-03-02", "P2Y", "R/P1W" for a set, "?"); None when it is neither."""
    if value == "?":
        return "date", None
    if value.startswith("R/") and _DURATION.fullmatch(value[2:]):
        return "set", value[2:]
    if _DURATION.fullmatch(value):
        return "duration", value
    if not is_date(value):
        return None
    return ("time" if "T" in value.split("/")[0] else "date"), value

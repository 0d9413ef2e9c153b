"""What the finders of places hand to each other and on."""

from dataclasses import dataclass

from sholu.gazetteer import PlaceRecord
from sholu.model.reading import Point
from sholu.model.span import Span
from sholu.packs.model import Place


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name of a place in the text, and the place that it was resolved to.

    `name` is the place's usual name in the language of the text where a pack or the text itself gives one. `kind` is
    one of the gazetteer's kinds, or border, street, building, square, forest, fort, cape. `country` is a two-letter
    code; `point`, `geonames` and `pack` (a place's id) are None where nothing was looked up. `facility` for streets
    and buildings, whose point is that of the town they stand in. `confidence` 0..1 that it is a place at all.
    """

    span: Span
    name: str
    kind: str
    country: str | None = None
    point: Point | None = None
    geonames: int | None = None
    pack: str | None = None
    admin1: str | None = None
    confidence: float = 0.9

    @property
    def facility(self) -> bool:
        """Whether it is something built rather than a place with people or nature."""
        return self.kind in FACILITIES


FACILITIES = frozenset({"street", "building", "square", "fort"})


@dataclass(slots=True)
class Candidate:
    """Tokens `first` .. `last` may name a place: one of `records`, or `place` of a pack, or what its `kind` says.

    `own` is the pack's place among the `records` where the world has others of its name; `part` the words where only
    part of a token names it: "Texas-based".
    """

    first: int
    last: int
    key: str
    records: tuple[PlaceRecord, ...] = ()
    place: Place | None = None
    kind: str = ""
    weight: float = 0.0
    vetoed: bool = False
    container: PlaceRecord | None = None
    country: str | None = None
    part: Span | None = None
    own: PlaceRecord | None = None

    def covers(self, other: "Candidate") -> bool:
        """Whether `other` lies wholly inside."""
        return self.first <= other.first and other.last <= self.last

"""What comes out of the reader: the contract `sholu.reading/1` as immutable objects.

Every class here is one shape of the contract; field names are the JSON names. Dates are EDTF strings, countries
ISO 3166-1 alpha-2, spans count code points of `document.text`. Ids are unique within one reading.
"""

from dataclasses import dataclass, field
from typing import Literal

from sholu.model.document import Document
from sholu.model.span import Span

CONTRACT = "sholu.reading/1"

EntityKind = Literal["person", "organisation", "outlet", "place", "facility", "group", "legal_instrument", "other"]
MentionForm = Literal["name", "nominal", "pronoun"]
AttributionMode = Literal["direct", "indirect", "mixed", "citation"]
Polarity = Literal["affirmed", "negated"]
Modality = Literal["actual", "alleged", "planned", "demanded", "possible", "conditional"]
TenureStatus = Literal["current", "former", "future", "unknown"]
TimeKind = Literal["date", "time", "duration", "set"]
JudgementKind = Literal["assessment", "forecast", "cause", "recommendation", "condition"]
Sign = Literal["+", "-", "0"]


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the globe, WGS 84 degrees."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of text that refers to an entity."""

    start: int
    end: int
    form: MentionForm = "name"

    @property
    def span(self) -> Span:
        """The same stretch as a span."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Basis:
    """Why an item is in a reading: the half of the reader that found it, by which rule or mark, and its score 0..1."""

    half: Literal["exact", "learned"]
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something the text speaks of, with all its mentions.

    `name` is the fullest form in the text's own language, `aliases` every other form, `same_as` ids that were looked
    up (`geonames`, `iso3166`, `wikidata`, `pack`), never guessed.
    """

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sector: tuple[str, ...] = ()
    same_as: dict[str, str | int] = field(default_factory=dict)
    point: Point | None = None
    mentions: tuple[Mention, ...] = ()
    confidence: float = 1.0
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """A claim and who makes it: source, cue, exact content, the medium that carried it, and the date of saying."""

    id: str
    mode: AttributionMode
    content: tuple[Span, ...]
    source: str | None = None
    source_text: str | None = None
    anonymous: bool = False
    outlet: str | None = None
    date: str | None = None
    source_span: Span | None = None
    cue: Span | None = None
    parent: str | None = None
    confidence: float = 1.0
    credits: tuple["Credit", ...] = ()
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Credit:
    """One outlet and date out of a bracketed credit, "(Interfax, January 18; Khabar TV, January 19)"."""

    span: Span
    outlet: str | None = None
    outlet_text: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """A party to an event: an entity where one was recognised, and always the words."""

    text: str
    span: Span
    entity: str | None = None
    country: str | None = None
    sector: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something done by someone, to someone. `type`, `mode` and `contexts` are codes of the codebook."""

    id: str
    type: str
    trigger: Span
    evidence: Span
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Role, ...] = ()
    recipients: tuple[Role, ...] = ()
    place: str | None = None
    date: str | None = None
    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    quantities: tuple[str, ...] = ()
    attributions: tuple[str, ...] = ()
    confidence: float = 1.0
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person holds, held or will hold an office; `status` is as of the document's date."""

    id: str
    person: str
    office: str
    evidence: Span
    organisation: str | None = None
    country: str | None = None
    start: str | None = None
    end: str | None = None
    status: TenureStatus = "unknown"
    attributions: tuple[str, ...] = ()
    confidence: float = 1.0
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """How a figure compares with another period's: `factor` 2 for "double", or an absolute `difference`."""

    to: str | None = None
    factor: float | None = None
    difference: float | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure that says something about the world. `low` and `high` bound ranges and "more than"."""

    id: str
    evidence: Span
    unit: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    measure: str | None = None
    holder: str | None = None
    place: str | None = None
    period: str | None = None
    change: Change | None = None
    attributions: tuple[str, ...] = ()
    confidence: float = 1.0
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression of time. `value` is EDTF for dates and intervals, ISO 8601 for durations and sets, or None."""

    id: str
    span: Span
    kind: TimeKind
    value: str | None = None
    confidence: float = 1.0
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Factor:
    """One end of a causal judgement."""

    text: str
    span: Span
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody thinks, expects or argues. `holder` is "author" or an entity id.

    `probability` is the band of the hedge that was used (see the codebook); `hedge` points at its words.
    """

    id: str
    kind: JudgementKind
    evidence: Span
    holder: str = "author"
    hedged: bool = False
    probability: tuple[float, float] | None = None
    hedge: Span | None = None
    cause: Factor | None = None
    effect: Factor | None = None
    sign: Sign | None = None
    attributions: tuple[str, ...] = ()
    confidence: float = 1.0
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """Who made a reading: the reader's name and version."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader wants known about a reading: `code` is stable, `message` says what was seen."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says, each item pointing at the words that say it."""

    document: Document
    reader: Reader
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    notices: tuple[Notice, ...] = ()

    def entity(self, id: str) -> Entity:
        """The entity with this id; KeyError if there is none."""
        for entity in self.entities:
            if entity.id == id:
                return entity
        raise KeyError(id)

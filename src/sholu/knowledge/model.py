"""What is known across readings: the shapes that knowledge has, all immutable, all derived, all with their sources.

The shapes, from small to large:

- `Decision`      what a person decided about two entities, the one input besides readings and packs.
- `Passage`       words of one document: document id and span.
- `Hand`          one of the hands that a claim passed through: speaker, outlet, or the document itself, with the date.
- `Paper`         one document as far as knowledge needs it: outlet, date, language, title.
- `Member`        an entity of one reading that was joined to a known entity, and why.
- `KnownEntity`   a person, organisation, outlet, place ... across readings, languages and scripts.
- `Report`        one document's telling of a story: evidence, modality, hands (chain of custody), who and whom.
- `Origin`        one independent origin of a story, the reports that go back to it, and why.
- `Saying`        a figure or a claim as one voice has it: value or words, passage, hands.
- `Figures`       one thing measured, with differing values side by side.
- `Denial`        claims, and the denials that stand against them.
- `Story`         one happening, however many documents tell it, with all of the above; stories about one matter share
                  `matter`, the id of its leading story.
- `Statement`     an attribution: who said it, through whom, about whom.
- `Held`          a person held an office, with bounds and evidence, pack or press.
- `Change`        an office changed hands: who left, who came, when, told by whom.

Ids of documents are `reading.document.id` (the store's ids when readings come from a store); ids of items inside a
document (`entity`, `event`, `attribution`, `quantity`, `tenure`) are those of its reading. Ids of known entities start
with a letter for their kind ("p" person, "o" organisation, "m" outlet, "l" place, "x" others), those of stories with
"s". Dates are EDTF strings, countries ISO 3166-1 alpha-2, languages BCP 47.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from sholu.model.reading import AttributionMode, EntityKind, Modality, Point, Polarity, TenureStatus
from sholu.model.span import Span

PUBLISHER = "@publisher"
"""Stands for an entity id in a `Member`: the outlet that published the document, whether its text names it or not."""

HandRole = Literal["speaker", "outlet", "document"]
OriginKind = Literal["document", "outlet"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided: two entities are the `same` or `different`.

    `left` and `right` are ids of known entities, or "DOCUMENT#ENTITY" for an entity of one reading.
    """

    verb: Literal["same", "different"]
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody through whom a claim came to us.

    `speaker` said it, `outlet` was credited with it, `document` is the article that we read (`name` is its outlet).
    `entity` is a known entity's id, `attribution` the attribution that says so. `date` is when it passed this hand.
    """

    role: HandRole
    name: str
    entity: str | None = None
    date: str | None = None
    attribution: str | None = None
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: `outlet` is the known entity of its outlet, `matter` the story that it is mainly about."""

    id: str
    title: str | None
    outlet: str | None
    outlet_name: str | None
    published: str | None
    language: str | None
    url: str | None = None
    digest: bool = False
    copy_of: str | None = None
    matter: str | None = None


class Member(NamedTuple):
    """An entity of one reading that belongs to a known entity, and the rule that joined it."""

    document: str
    entity: str
    why: str


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """Somebody or something across readings.

    `name` is the preferred form, English where there is one; `names` are all forms by language, the commonest first.
    `mentions` counts how often texts refer to it.
    """

    id: str
    kind: EntityKind
    name: str
    names: dict[str, tuple[str, ...]]
    country: str | None = None
    sectors: tuple[str, ...] = ()
    same_as: dict[str, str | int] = field(default_factory=dict)
    point: Point | None = None
    members: tuple[Member, ...] = ()
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """How one document tells a story.

    `event` is None where the document's opening tells something that is no event of the codebook. `hands` run from the
    speaker to the document. `actors` and `recipients` are known entities.
    """

    document: str
    event: str | None
    outlet: str | None
    published: str | None
    language: str | None
    evidence: Span
    date: str | None = None
    modality: Modality = "actual"
    polarity: Polarity = "affirmed"
    hands: tuple[Hand, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent origin: a document that reports by itself, or an outlet that is cited and was not read.

    `documents` are those whose reports go back to it, earliest first; `why` tells, one line a document.
    """

    kind: OriginKind
    name: str
    entity: str | None
    documents: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """A figure or claim as one document has it: `item` is the id of the quantity, attribution or event."""

    passage: Passage
    item: str
    hands: tuple[Hand, ...]
    value: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of a figure, and who says so."""

    value: float | None
    low: float | None
    high: float | None
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Differing values for one thing: `measure` in words, `unit`, and the values, the best attested first.

    `why` says what makes them figures for the same thing.
    """

    measure: str
    unit: str
    values: tuple[Figure, ...]
    holder: str | None = None
    period: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Denial:
    """Claims, and who denies them. `claims` is empty when nothing that we read makes the claim."""

    denials: tuple[Saying, ...]
    claims: tuple[Saying, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One happening across documents.

    `type` is an event type of the codebook, None for what has none (an accident, a decision about rates). `topic` is a
    section of the brief (`knowledge.topics`). `date` is when it happened. `reports` come earliest first. `matter` is
    the id of the leading story of everything that the same documents tell together; a leading story has its own id.
    """

    id: str
    matter: str
    type: str | None
    topic: str
    contexts: tuple[str, ...]
    date: str | None
    place: str | None
    country: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    modality: Modality
    polarity: Polarity
    reports: tuple[Report, ...]
    origins: tuple[Origin, ...] = ()
    figures: tuple[Figures, ...] = ()
    denials: tuple[Denial, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents that tell it, each once, earliest first."""
        return tuple(dict.fromkeys(report.document for report in self.reports))

    @property
    def leads(self) -> bool:
        """Whether it is the leading story of its matter."""
        return self.id == self.matter


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution of a reading: `source` and `outlet` are known entities, `about` those that its words name."""

    document: str
    attribution: str
    mode: AttributionMode
    source: str | None
    outlet: str | None
    date: str | None
    content: tuple[Span, ...]
    about: tuple[str, ...] = ()
    denial: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """A person held, holds or will hold an office.

    `start` and `end` are the tightest bounds stated; `seen` the first and the last day on which the press has the
    person in office. `pack` tells that a pack knows of it; `evidence` is what documents say.
    """

    person: str
    office: str
    organisation: str | None = None
    country: str | None = None
    start: str | None = None
    end: str | None = None
    status: TenureStatus = "unknown"
    seen: tuple[str, str] | None = None
    pack: bool = False
    evidence: tuple[Passage, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """An office changed hands on `date`: `left` and `came` are people; `act` names the decree where one is told."""

    office: str
    organisation: str | None
    country: str | None
    date: str | None
    left: str | None
    came: str | None
    act: str | None
    reports: tuple[Passage, ...]
    why: tuple[str, ...] = ()

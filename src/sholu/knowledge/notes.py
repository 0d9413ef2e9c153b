"""What knowledge keeps of one reading while it is being built: everything but the text itself.

A reading is gone over once and let go, so that an archive's readings need not stand in memory side by side. A document
tells one thing, unless it is a digest: then it falls into units, each ending with a credit or a paragraph.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sholu.knowledge.measures import Measure, measures_of
from sholu.knowledge.model import Paper
from sholu.knowledge.posts import acts
from sholu.knowledge.wording import Denying, denying, untrue
from sholu.model.reading import Attribution, Entity, Event, Quantity, Reading, Tenure
from sholu.model.span import Span
from sholu.text.fingerprint import Fingerprint, fingerprint

_WORD = re.compile(r"[^\W\d_]{3,}")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_NAME = re.compile(r"(?<=[^\s.!?…»”\"] )[^\W\d_a-zа-яёәғқңөұүһі][^\W\d_]{2,}")
_DATELINE = re.compile(r"[^\n]{0,60}?(?:\([^()\n]{2,40}\)\s?[-–—]|/[^/\n]{2,40}/\.?|[«“][^«»”\n]{2,40}[»”]\s?[-–—.])")
_SENTENCE_END = re.compile(r"[.!?…][»”\")]*\s|\n")
_STEM = 6  # letters: forgives most endings in all three languages and keeps words apart
_TITLE_WEIGHT = 2
_OFFICE = frozenset({"TAKE_OFFICE", "LEAVE_OFFICE", "ELECT"})
_DENYING = frozenset({"REJECT", "ACCUSE"})
_DIGEST_CREDITS = 4  # brackets; fewer are found in ordinary articles that cite another paper


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a document that tells one thing, with its word stems and the capitalised words inside sentences.

    `continues`: it stands in the paragraph of the unit before it.
    """

    span: Span
    stems: Counter[str]
    names: Counter[str]
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """One reading without its text. Entities stand without mentions; `mentions` has (start, end, entity id) of all.

    `opening` is the first sentence, `words` the words of every event's trigger, quantity's evidence and attribution's
    cue by item id; `denials` the attributions and events that deny, and how. `content` has (start, stem) of the longer
    words, `acts` (start, words) of numbered decrees. `dateline` is the entity of the agency in "ASTANA (Agency) - ...".
    `nameless` are the entities that no mention names: "the new minister".
    """

    paper: Paper
    entities: tuple[Entity, ...]
    mentions: tuple[tuple[int, int, str], ...]
    events: tuple[Event, ...]
    attributions: dict[str, Attribution]
    quantities: tuple[Quantity, ...]
    tenures: tuple[Tenure, ...]
    units: tuple[Unit, ...]
    opening: Span
    words: dict[str, str]
    denials: dict[str, Denying]
    print: Fingerprint
    measures: dict[str, Measure]
    content: tuple[tuple[int, str], ...]
    acts: tuple[tuple[int, str], ...]
    dateline: str | None = None
    nameless: frozenset[str] = frozenset()

    def named_in(self, span: Span) -> list[str]:
        """Ids of the entities mentioned inside `span`, one entry a mention."""
        return [entity for start, end, entity in self.mentions if span.start <= start and end <= span.end]

    def events_in(self, span: Span) -> list[Event]:
        """The events whose triggers stand inside `span`."""
        return [event for event in self.events if span.covers(event.trigger)]

    def credited(self, span: Span) -> list[str]:
        """In a digest, the attributions whose bracketed credits stand for the unit around `span`; elsewhere none."""
        if not self.paper.digest:
            return []
        around = next((unit.span for unit in self.units if unit.span.covers(span)), span)
        return [
            item.id for item in self.attributions.values() if any(around.covers(credit.span) for credit in item.credits)
        ]

    def states(self, country: str | None, span: Span) -> bool:
        """Whether something of this country is named inside `span`: it is said there, not guessed by the reader."""
        countries = {entity.id: entity.country for entity in self.entities if entity.kind != "person"}
        return country is not None and any(countries.get(id) == country for id in self.named_in(span))

    def stems_in(self, spans: Sequence[Span]) -> set[str]:
        """The word stems inside the spans, as far as they were kept."""
        found: set[str] = set()
        for span in spans:
            first, stop = bisect_left(self.content, (span.start,)), bisect_left(self.content, (span.end,))
            found.update(stem for _, stem in self.content[first:stop])
        return found


def note(reading: Reading) -> Note:
    """What to keep of a reading."""
    document, text = reading.document, reading.document.text
    spans = _units(reading)
    language = document.language or ""
    words = {item.id: item.evidence.of(text) for item in reading.quantities}
    words |= {item.id: item.trigger.of(text) for item in reading.events}
    words |= {item.id: item.cue.of(text) for item in reading.attributions if item.cue}
    mentions = [(m.start, m.end, entity.id) for entity in reading.entities for m in entity.mentions]
    return Note(
        paper=Paper(
            document.id,
            document.title,
            None,
            document.outlet,
            document.published,
            document.language,
            document.url,
            digest=len(spans) > 1,
        ),
        entities=tuple(replace(entity, mentions=()) for entity in reading.entities),
        mentions=tuple(sorted(mentions)),
        nameless=frozenset(
            entity.id
            for entity in reading.entities
            if entity.mentions and all(mention.form != "name" for mention in entity.mentions)
        ),
        events=reading.events,
        attributions={item.id: item for item in reading.attributions},
        quantities=reading.quantities,
        tenures=reading.tenures,
        units=_joined_units(text, spans, document.title),
        opening=_opening(text),
        words=words,
        denials=_denials(reading, language),
        print=fingerprint(text),
        measures=measures_of(text, language, reading.quantities),
        content=_content(reading),
        dateline=_dateline(reading),
        acts=acts(text, language) if any(event.type in _OFFICE for event in reading.events) else (),
    )


def _joined_units(text: str, spans: Sequence[Span], title: str | None) -> tuple[Unit, ...]:
    units = [_unit(text, span, title if len(spans) == 1 else None) for span in spans]
    for i in range(1, len(units)):
        between = text[units[i - 1].span.end : units[i].span.start]
        units[i] = replace(units[i], continues="\n" not in between)
    return tuple(units)


def _unit(text: str, span: Span, title: str | None) -> Unit:
    words = span.of(text)
    stems = Counter(word[:_STEM] for word in _WORD.findall(words.lower()))
    names = Counter(_NAME.findall(words))
    if title:
        for word in _WORD.findall(title.lower()):
            stems[word[:_STEM]] += _TITLE_WEIGHT
    return Unit(span, stems, names)


def _denials(reading: Reading, language: str) -> dict[str, Denying]:
    """Attributions and events that deny: by their cue or trigger, or because what is said calls something untrue."""
    text = reading.document.text
    found: dict[str, Denying] = {}
    cues = []
    for item in reading.attributions:
        content = " ".join(part.of(text) for part in item.content)
        how = denying(text, item.cue, content, language) if item.cue else None
        if how is None and item.mode != "citation" and untrue(content, language):
            how = "plain"
        if how and item.cue:
            cues.append(item.cue)
            found[item.id] = how
    for event in reading.events:
        if event.type in _DENYING and not any(cue.meets(event.trigger) for cue in cues):
            how = denying(text, event.trigger, event.evidence.of(text), language)
            if how:
                found[event.id] = how
    return found


def _content(reading: Reading) -> tuple[tuple[int, str], ...]:
    """Stems inside attributions and events: only where something is denied will they be compared."""
    text = reading.document.text
    return tuple((match.start(), match.group()[:_STEM].lower()) for match in _LONG_WORD.finditer(text))


def _dateline(reading: Reading) -> str | None:
    """The outlet that the dateline names as the author of the report."""
    head = _DATELINE.match(reading.document.text)
    if head is None:
        return None
    span = Span(*head.span())
    outlets = (entity for entity in reading.entities if entity.kind == "outlet")
    return next((e.id for e in outlets if any(span.covers(mention.span) for mention in e.mentions)), None)


def _opening(text: str) -> Span:
    """The first sentence that is long enough to tell something; headers and datelines are not."""
    for start, end in pairwise([0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]):
        span = Span(start, end)
        if end - start > 60 and "Volume:" not in span.of(text):
            return span.trimmed(text)
    return Span(0, max(1, len(text))).trimmed(text)


def _units(reading: Reading) -> list[Span]:
    text = reading.document.text
    brackets = sorted(set(_credit_ends(reading.attributions, text)))
    paragraphs = [match.end() for match in re.finditer(r"\n\s*\n", text)]
    if len(brackets) < _DIGEST_CREDITS:
        return [Span(0, max(1, len(text)))]
    cuts = sorted({0, *brackets, *paragraphs, len(text)})
    spans = [Span(start, end) for start, end in pairwise(cuts)]
    return [span.trimmed(text) for span in spans if len(_WORD.findall(span.of(text))) >= 4]


def _credit_ends(attributions: Sequence[Attribution], text: str) -> Iterable[int]:
    """Where bracketed credits end, the full stop behind them included."""
    for item in attributions:
        if item.credits:
            end = max(credit.span.end for credit in item.credits)
            close = re.compile(r"[^()\n]{0,40}[)\]][.,;»”\"]*\s*").match(text, end)
            yield close.end() if close else end

"""What knowledge keeps of one reading while it is being built: everything but the text itself.

A reading is gone over once and let go, so that an archive's readings need not stand in memory side by side. A document
tells one thing, unless it is a digest: then it falls into units, each ending with a credit or a paragraph.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sholu.knowledge.measures import Measure, measures_of
from sholu.knowledge.model import Paper
from sholu.knowledge.wording import is_denial
from sholu.model.reading import Attribution, Entity, Event, Quantity, Reading, Tenure
from sholu.model.span import Span
from sholu.text.fingerprint import Fingerprint, fingerprint

_WORD = re.compile(r"[^\W\d_]{3,}")
_NAME = re.compile(r"(?<=[^\s.!?…»”\"] )[^\W\d_a-zа-яёәғқңөұүһі][^\W\d_]{2,}")
_SENTENCE_END = re.compile(r"[.!?…][»”\")]*\s|\n")
_STEM = 6  # letters: forgives most endings in all three languages and keeps words apart
_TITLE_WEIGHT = 2
_DIGEST_CREDITS = 4  # brackets; fewer are found in ordinary articles that cite another paper


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a document that tells one thing, with its word stems and the capitalised words inside sentences."""

    span: Span
    stems: Counter[str]
    names: Counter[str]


@dataclass(frozen=True, slots=True)
class Note:
    """One reading without its text. Entities stand without mentions; `mentions` has (start, end, entity id) of all.

    `opening` is the first sentence, `words` the words of every event's trigger, quantity's evidence and attribution's
    cue by item id; `denials` are ids of attributions whose cue denies.
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
    denials: frozenset[str]
    print: Fingerprint
    measures: dict[str, Measure]

    def named_in(self, span: Span) -> list[str]:
        """Ids of the entities mentioned inside `span`, one entry a mention."""
        return [entity for start, end, entity in self.mentions if span.start <= start and end <= span.end]


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
        events=reading.events,
        attributions={item.id: item for item in reading.attributions},
        quantities=reading.quantities,
        tenures=reading.tenures,
        units=tuple(_unit(text, span, document.title if len(spans) == 1 else None) for span in spans),
        opening=_opening(text),
        words=words,
        denials=frozenset(
            item.id for item in reading.attributions if item.cue and is_denial(item.cue.of(text), language)
        ),
        print=fingerprint(text),
        measures=measures_of(text, language, reading.quantities),
    )


def _unit(text: str, span: Span, title: str | None) -> Unit:
    words = span.of(text)
    stems = Counter(word[:_STEM] for word in _WORD.findall(words.lower()))
    names = Counter(_NAME.findall(words))
    if title:
        for word in _WORD.findall(title.lower()):
            stems[word[:_STEM]] += _TITLE_WEIGHT
    return Unit(span, stems, names)


def _opening(text: str) -> Span:
    """The first sentence that is long enough to tell something; headers and datelines are not."""
    for start, end in pairwise([0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]):
        span = Span(start, end)
        if end - start > 60 and "Volume:" not in span.of(text):
            return span.trimmed(text)
    return Span(0, max(1, len(text))).trimmed(text)


def _units(reading: Reading) -> list[Span]:
    text = reading.document.text
    brackets = sorted({end for end in _credit_ends(reading.attributions, text)})
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

"""The words of reports and the hands they came through, for everything that people read."""

import re
from dataclasses import dataclass

from sholu.knowledge.knowledge import Knowledge
from sholu.knowledge.model import Hand, Paper, Passage, Report, Saying
from sholu.model.span import Span
from sholu.store.store import Store

_MOST = 420
_CREDIT = re.compile(r"\s*\([^()]{3,160}\)(?=[.!?…]?$)")


@dataclass(frozen=True, slots=True)
class Citation:
    """Where words stand and through whom they came: `chain` runs from the speaker to the document's outlet."""

    document: str
    start: int
    end: int
    chain: tuple[str, ...]
    outlet: str | None
    published: str | None
    url: str | None


class Words:
    """Looks words up in the store's documents, each document once."""

    def __init__(self, knowledge: Knowledge, store: Store) -> None:
        self._knowledge = knowledge
        self._store = store
        self._texts: dict[str, str] = {}

    def name(self, entity: str | None) -> str | None:
        """The preferred name of a known entity."""
        return self._knowledge.name(entity) or None

    def paper(self, document: str) -> Paper:
        """What is known of a document."""
        return self._knowledge.paper(document)

    def text(self, document: str) -> str:
        """A document's text."""
        if document not in self._texts:
            self._texts[document] = self._store.document(document).text
        return self._texts[document]

    def quoted(self, passage: Passage) -> str:
        """The words of a passage on one line, cut at a word's end if they are very long."""
        return _short(self.text(passage.document)[passage.span.start : passage.span.end])

    def sentence(self, report: Report) -> str:
        """The words of a report's evidence as a line of its own: without the credit in brackets, with a capital."""
        line = _CREDIT.sub("", _short(self.text(report.document)[report.evidence.start : report.evidence.end]))
        line = line.strip(" ,;:–—-")
        return line[:1].upper() + line[1:]

    def citation(self, report: Report) -> Citation:
        """Where a report stands and through whom it came."""
        return self._cited(report.document, report.evidence, chain(report.hands))

    def saying(self, saying: Saying) -> Citation:
        """Where a figure or claim stands and through whom it came."""
        return self._cited(saying.passage.document, saying.passage.span, chain(saying.hands))

    def passage(self, passage: Passage) -> Citation:
        """Where some words stand."""
        outlet = self.paper(passage.document).outlet_name
        return self._cited(passage.document, passage.span, (outlet,) if outlet else ())

    def _cited(self, document: str, span: Span, hands: tuple[str, ...]) -> Citation:
        paper = self.paper(document)
        return Citation(document, span.start, span.end, hands, paper.outlet_name, paper.published, paper.url)


def chain(hands: tuple[Hand, ...]) -> tuple[str, ...]:
    """The names of the hands, from the speaker to the document, none twice in a row."""
    names: list[str] = []
    for hand in hands:
        name = f"{hand.name} (not named)" if hand.anonymous else hand.name
        if not names or names[-1] != name:
            names.append(name)
    return tuple(names)


def figure_value(value: float | None, low: float | None, high: float | None, unit: str) -> str:
    """A figure as one would write it: "1,200", "at least 200", "10–12 %"."""
    if value is not None:
        shown = number(value)
    elif low is not None and high is not None:
        shown = f"{number(low)}–{number(high)}"
    elif low is not None:
        shown = f"more than {number(low)}"
    elif high is not None:
        shown = f"less than {number(high)}"
    else:
        shown = "?"
    return shown if unit == "count" else f"{shown} {unit}"


def number(value: float) -> str:
    """A number with its thousands apart."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _MOST else line[:_MOST].rsplit(" ", 1)[0] + " …"

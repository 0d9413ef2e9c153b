"""The words of reports and the hands they came through, for everything that people read."""

import re
from dataclasses import dataclass

from sholu.knowledge.knowledge import Knowledge
from sholu.knowledge.model import Hand, Paper, Passage, Report, Saying
from sholu.model.span import Span
from sholu.reading.languages import LANGUAGES, language
from sholu.store.store import Store
from sholu.text.headers import read_header
from sholu.text.sentences import paragraphs, sentences
from sholu.text.tokens import tokenise

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
        self._sentences: dict[str, _Laid] = {}

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
        """The sentence that a report's evidence stands in, without dateline and without the credit in brackets.

        Where the sentence is too long for a line, the evidence alone stands for it.
        """
        return self.line(Passage(report.document, report.evidence))

    def line(self, passage: Passage) -> str:
        """The same for any passage."""
        text = self.text(passage.document)
        laid = self._laid(passage.document)
        span = laid.around(passage.span)
        if span.end - span.start > _MOST:
            span = laid.below_dateline(passage.span)
        line = _CREDIT.sub("", _short(span.of(text))).strip(" ,;:–—-")
        return line[:1].upper() + line[1:]

    def _laid(self, document: str) -> "_Laid":
        if document not in self._sentences:
            self._sentences[document] = _Laid.out(self.text(document), self.paper(document).language)
        return self._sentences[document]

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


@dataclass(frozen=True, slots=True)
class _Laid:
    """The sentences of a text, and where its dateline ends (0 without one)."""

    sentences: tuple[Span, ...]
    dateline: int

    @classmethod
    def out(cls, text: str, tag: str | None) -> "_Laid":
        """A text laid out; one in a language that is not read has no sentences."""
        if tag not in LANGUAGES:
            return cls((), 0)
        found = sentences(text, tokenise(text), paragraphs(text), language(tag).stops)
        dateline = read_header(text).dateline
        return cls(tuple(sentence.span for sentence in found), dateline.span.end if dateline else 0)

    def around(self, span: Span) -> Span:
        """`span` with all of the sentences that it touches, without the dateline."""
        for sentence in self.sentences:
            if sentence.meets(span):
                span = span.join(sentence)
        return self.below_dateline(span)

    def below_dateline(self, span: Span) -> Span:
        """`span` without the dateline that it may start with."""
        return Span(max(span.start, self.dateline), span.end) if span.end > self.dateline else span


def chain(hands: tuple[Hand, ...]) -> tuple[str, ...]:
    """The names of the hands, from the speaker to the document, each once: where it was first in hand."""
    return tuple(dict.fromkeys(f"{hand.name} (not named)" if hand.anonymous else hand.name for hand in hands))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _MOST else line[:_MOST].rsplit(" ", 1)[0] + " …"

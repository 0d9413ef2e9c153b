"""Checking an annotated article: everything that conversion refuses, and what an annotator easily overlooks."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from sholu.corpus import markup
from sholu.corpus.article import Article, load
from sholu.corpus.convert import convert
from sholu.corpus.folder import Known, known_for
from sholu.corpus.markup import Mark
from sholu.corpus.problems import Problem
from sholu.model.edtf import Edtf
from sholu.model.reading import Attribution, Reading
from sholu.model.span import Span
from sholu.reading.languages import LANGUAGES
from sholu.reading.page import Page

_FIGURE = re.compile(r"(?<![\w.,-])\d[\d.,]*\d|(?<![\w.,-])\d")
_OF_QUOTE = 0.9
"""Share of a direct content that stands inside quotation marks."""
_DASHED = re.compile(r"[—–-]\s")
"""How a paragraph begins that is speech without quotation marks, as Russian and Kazakh interviews print it."""
_WORDS_QUOTED = 3
"""A quotation of fewer words may be irony or a name."""


def check_file(path: Path) -> tuple[Problem, ...]:
    """All problems of the article in this file, by line."""
    article = load(path)
    placed = []
    if article.header.get("id") not in (None, path.stem):
        placed.append(
            Problem(2, f"The id is {article.header['id']!r}, the file's name {path.stem!r}.", "Make them one.")
        )
    if article.split is not None and article.language and path.parent.parent.name != article.language:
        placed.append(Problem(2, f"The language is {article.language!r}, the folder another.", "Move the file."))
    return tuple(sorted([*placed, *check(article, known_for(path))]))


def check(article: Article, known: dict[str, Known]) -> tuple[Problem, ...]:
    """All problems of an article: those that conversion met, and those of a closer look."""
    converted = convert(article, known)
    found = list(converted.problems)
    if article.language not in LANGUAGES:
        found.append(Problem(2, f"The language is {article.language!r}.", f"It is one of {', '.join(LANGUAGES)}."))
        return tuple(sorted(found))
    found += _published(article)
    look = _Look(article, converted.reading)
    found += [*look.edges(), *look.attributions(), *look.tenures(), *look.unmarked()]
    return tuple(sorted(found))


def check_splits(articles: list[Article]) -> Iterator[str]:
    """Stories that lie in two splits, where one would give the other away."""
    homes: dict[str, dict[str, str]] = {}
    for article in articles:
        if article.split:
            homes.setdefault(article.header.get("event", ""), {}).setdefault(article.split, article.name)
    for event, splits in homes.items():
        if len(splits) > 1:
            where = ", ".join(f"{name} in {split}" for split, name in splits.items())
            yield f"The event {event!r} is in two splits: {where}. Move its articles to one."


def _published(article: Article) -> Iterator[Problem]:
    published = article.header.get("published", "")
    try:
        exact = Edtf.parse(published).precision == "day"
    except ValueError:
        exact = False
    if published and not exact:
        yield Problem(2, f"published is {published!r}.", "Write the day: 2026-03-02.")


class _Look:
    """One article under a closer look."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self.article = article
        self.reading = reading
        self.text = article.marked.text
        self.page = Page(reading.document, article.language)
        self.lines = {record.id: record.line for record in article.records}
        self.first_line = min((mark.line for mark in article.marked.marks), default=1)
        dashed = [block for block in self.page.paragraphs if _DASHED.match(self.text, block.start, block.end)]
        self._speeches = [quote.inner for quote in self.page.quotes] + dashed
        self._contents = {item.id: item.content for item in reading.attributions}

    def edges(self) -> Iterator[Problem]:
        """Marks that begin or end in the middle of a word or with a space."""
        for mark in self.article.marked.marks:
            words = mark.span.of(self.text)
            shown = f"[{mark.id}{mark.sign}{words[:30]}"
            if words != words.strip():
                yield Problem(mark.line, f"{shown} begins or ends with a space.", "Move the bracket to the word.")
            if any(self._cuts_word(position) for position in mark.span):
                yield Problem(mark.line, f"{shown} cuts a word.", "Mark whole words, endings included.")

    def _cuts_word(self, position: int) -> bool:
        around = self.text[max(0, position - 1) : position + 1]
        return 0 < position < len(self.text) and all(letter.isalnum() for letter in around)

    def attributions(self) -> Iterator[Problem]:
        """Cues far from what they introduce, and modes that the quotation marks contradict."""
        for item in self.reading.attributions:
            line = self.lines[item.id]
            if item.cue and not self._is_near(item.cue, item):
                yield Problem(
                    line, f"The cue of {item.id} is not near its content.", "Mark the cue that introduces it."
                )
            quoted = sum(self._quoted(span, item) for span in item.content)
            share = quoted / sum(span.end - span.start for span in item.content)
            if item.mode == "direct" and share < _OF_QUOTE:
                yield Problem(
                    line, f"{item.id} is direct, but its content is not in quotation marks.", "Or is it mixed?"
                )
            if item.mode == "indirect" and share > _OF_QUOTE:
                yield Problem(line, f"{item.id} is indirect, but all of it is in quotation marks.", "Or is it direct?")
            if item.mode == "mixed" and not 0 < share < 1:
                yield Problem(
                    line, f"{item.id} is mixed, but {share:.0%} of it is in quotation marks.", "direct, indirect?"
                )

    def _is_near(self, cue: Span, item: Attribution) -> bool:
        home = self.page.sentence_at(cue.start).i
        spans = [*item.content, *([item.source_span] if item.source_span else [])]
        sentences = {self.page.sentence_at(position).i for span in spans for position in (span.start, span.end - 1)}
        return any(abs(sentence - home) <= 1 for sentence in sentences)

    def _quoted(self, span: Span, item: Attribution) -> int:
        """How many characters of a span stand inside quotation marks; those around a parent's words are not its own."""
        around = self._contents.get(item.parent or "", ())
        own = [quote for quote in self._speeches if not any(quote.covers(outer) for outer in around)]
        outermost = [quote for quote in own if not any(other != quote and other.covers(quote) for other in own)]
        return sum(max(0, min(span.end, quote.end) - max(span.start, quote.start)) for quote in outermost)

    def tenures(self) -> Iterator[Problem]:
        """Offices held by what is no person, and terms that end before they start."""
        kinds = {entity.id: entity.kind for entity in self.reading.entities}
        for item in self.reading.tenures:
            if kinds[item.person] != "person":
                yield Problem(self.lines[item.id], f"{item.person} holds an office but is no person.", "Put it right.")
            if item.start and item.end and Edtf.parse(item.start).bounds()[0] > Edtf.parse(item.end).bounds()[1]:
                yield Problem(self.lines[item.id], f"{item.id} ends before it starts.", "Put the dates right.")

    def unmarked(self) -> Iterator[Problem]:
        """Names, figures and quotations that stand in the text without a mark; not all of them need one."""
        marks = self.article.marked.marks
        for start, words in self._loose_names(marks):
            yield self._look(start, f"{words!r} is marked elsewhere, but not here.")
        for match in _FIGURE.finditer(self.text):
            if not any(mark.span.start <= match.start() < mark.span.end for mark in marks if _holds_figure(mark)):
                yield self._look(match.start(), f"The figure {match.group()!r} is in no quantity, time or name.")
        spans = [span for item in self.reading.attributions for span in item.content]
        for quote in self.page.quotes:
            long = len(quote.inner.of(self.text).split()) >= _WORDS_QUOTED
            if long and quote.depth == 0 and not any(span.meets(quote.inner) for span in spans):
                yield self._look(quote.outer.start, f"{quote.inner.of(self.text)[:40]!r} is quoted, but by nobody.")
        for one, after in pairwise(sorted(mark for mark in marks if mark.sign == markup.TIME)):
            if one.span.meets(after.span):
                yield Problem(after.line, f"Two times overlap at {after.span.of(self.text)!r}.", "Make them one.")

    def _loose_names(self, marks: tuple[Mark, ...]) -> Iterator[tuple[int, str]]:
        names = {mark.span.of(self.text) for mark in marks if mark.sign == markup.NAME}
        taken = [mark.span for mark in marks if mark.sign in (markup.NAME, markup.NOMINAL)]
        for name in sorted(names):
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", self.text):
                span = Span(*match.span())
                if not any(span.meets(mark) for mark in taken):
                    yield match.start(), name

    def _look(self, position: int, message: str) -> Problem:
        line = self.first_line
        before = [mark for mark in self.article.marked.marks if mark.span.start <= position]
        if before:
            last = max(before, key=lambda mark: mark.span.start)
            line = last.line + self.text.count("\n", last.span.start, position)
        return Problem(line, message, "Mark it, unless the guide says otherwise.", serious=False)


def _holds_figure(mark: Mark) -> bool:
    return mark.sign in (markup.TIME, markup.NAME) or (mark.sign == markup.EVIDENCE and mark.id.startswith("q"))

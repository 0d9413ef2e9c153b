"""An article while it is converted: finding words in its text, and gathering what is wrong."""

import re

from sholu.corpus import markup
from sholu.corpus.article import Article
from sholu.corpus.problems import Problem
from sholu.corpus.records import Record, Words
from sholu.model.span import Span

_ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.)\s*")


class Sheet:
    """One article, its text, and the problems met so far."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.marked.text
        self.problems: list[Problem] = list(article.problems)

    def wrong(self, line: int, message: str, hint: str = "") -> None:
        """Note something to put right."""
        self.problems.append(Problem(line, message, hint))

    def spans(self, sign: str, id: str) -> list[Span]:
        """Where the marks with this sign and id stand."""
        return [mark.span for mark in self.article.marked.having(sign, id)]

    def only(self, sign: str, record: Record, *, needed: str = "") -> Span | None:
        """The one span with this sign of a record; `needed` says what it is for, when there has to be one."""
        spans = self.spans(sign, record.id)
        if len(spans) > 1:
            self.wrong(record.line, f"{record.id} has {len(spans)} marks [{record.id}{sign}.", "There may be one.")
        if not spans and needed:
            self.wrong(record.line, f"{record.id} has no {needed}.", f"Mark it in the text: [{record.id}{sign}words].")
        return spans[0] if spans else None

    def evidence(self, record: Record) -> Span | None:
        """The span of an item's evidence."""
        return self.only(markup.EVIDENCE, record, needed="evidence")

    def find(self, words: str, inside: Span, record: Record) -> Span | None:
        """The words in the text: inside a stretch if they are there, else anywhere if they are there once.

        "first words ... last words" finds all from the first to the last.
        """
        first, *rest = _ELLIPSIS.split(words)
        if len(rest) > 1 or not first or (rest and not rest[0]):
            self.wrong(
                record.line, f"{words!r} has an ellipsis that joins nothing.", "Write first words ... last words."
            )
            return None
        pattern = re.compile(re.escape(first) + ("(?s:.*?)" + re.escape(rest[0]) if rest else ""))
        if match := pattern.search(self.text, inside.start, inside.end):
            return Span(*match.span())
        matches = list(pattern.finditer(self.text))
        if len(matches) == 1:
            return Span(*matches[0].span())
        many = f"are in the text {len(matches)} times" if matches else "are not in the text"
        self.wrong(record.line, f"The words {words!r} {many}.", "Write exact words of the evidence.")
        return None

    def finish(self, words: Words) -> None:
        """Complain of the words of a record that nothing took."""
        for word in words.left:
            seen = (f"{word.key}=" if word.key else "") + (f'"{word.text}"' if word.quoted else word.text)
            self.wrong(
                words.record.line,
                f"{words.record.id}: {seen} is not understood.",
                "corpus/GUIDE.md lists what a record may say and its codes.",
            )

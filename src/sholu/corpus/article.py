"""One annotated article as it lies on the disk: what is known of it, the marked text, the records."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sholu.corpus.markup import Marked, parse
from sholu.corpus.problems import Problem
from sholu.corpus.records import Record, parse_records
from sholu.errors import InputError
from sholu.model.document import Document

KEYS = ("id", "outlet", "language", "published", "title", "topic", "event", "note")
"""What the front matter says, all of it text; `event` names the story, whose articles all lie in one split."""
SPLITS = ("train", "dev", "test")

_FENCE = "+++\n"
_RULE = "==="


@dataclass(frozen=True, slots=True)
class Article:
    """One annotated article. `problems` are those of its form; lines count from 1 in the file."""

    name: str
    header: dict[str, str]
    marked: Marked
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    split: str | None = None

    @property
    def language(self) -> str:
        """The tag of its language."""
        return self.header.get("language", "")

    def document(self) -> Document:
        """The article without its annotation."""
        known = self.header.get
        return Document(
            self.marked.text,
            id=known("id") or self.name,
            title=known("title"),
            outlet=known("outlet"),
            published=known("published"),
            language=known("language"),
        )


def load(path: Path) -> Article:
    """The article in this file; InputError when it cannot be opened."""
    try:
        source = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{path} cannot be read: {error}.", code="article-unreadable", hint="Name a UTF-8 file of the corpus."
        ) from error
    split = path.parent.name if path.parent.name in SPLITS else None
    return from_text(source, path.stem, split)


def from_text(source: str, name: str = "article", split: str | None = None) -> Article:
    """The article that `source` writes: front matter between `+++`, marked text, `===`, records."""
    header, problems, body, line = _front(source)
    text, mark, rest = ("\n" + body).rpartition(f"\n{_RULE}\n")
    if not mark:
        text, rest = "\n" + body.removesuffix(f"\n{_RULE}"), ""
        problems.append(Problem(line, f"There is no line {_RULE} under the text.", "Write it before the records."))
    below = line + text.count("\n") + 1
    text = text[1:]
    line += len(text) - len(text.lstrip("\n"))
    marked, wrong_marks = parse(text.strip("\n"), line)
    records, wrong_records = parse_records(rest, below)
    problems += [*wrong_marks, *wrong_records]
    return Article(name, header, marked, tuple(records), tuple(problems), split)


def _front(source: str) -> tuple[dict[str, str], list[Problem], str, int]:
    """The front matter, what is wrong with it, the rest, and the number of the rest's first line."""
    parts = source.split(_FENCE, 2)
    if len(parts) != 3 or parts[0]:
        return {}, [Problem(1, "There is no front matter.", "Begin with TOML between two lines of +++.")], source, 1
    line = parts[1].count("\n") + 3
    try:
        table = tomllib.loads(parts[1])
    except tomllib.TOMLDecodeError as error:
        return {}, [Problem(2, f"The front matter is no TOML: {error}.")], parts[2], line
    header = {key: str(value) for key, value in table.items()}
    return header, list(_wrong_keys(header)), parts[2], line


def _wrong_keys(header: dict[str, str]) -> Iterator[Problem]:
    for key in KEYS:
        if not header.get(key):
            yield Problem(2, f"The front matter has no {key}.", f"It needs {', '.join(KEYS)}.")
    for key in header.keys() - set(KEYS):
        yield Problem(2, f"The front matter has {key!r}, which nothing reads.", f"It has {', '.join(KEYS)}.")

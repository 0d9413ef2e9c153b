"""Full-text search over a store: SQLite's FTS5 under a query language for people."""

import re
from dataclasses import dataclass

from sqlalchemy import text

from sholu.model.edtf import Edtf
from sholu.reading.languages import LANGUAGES
from sholu.reading.languages.morphology import lemma
from sholu.store.query import Query, parse
from sholu.store.store import Store

_OPEN, _CLOSE = "\x02", "\x03"


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that fits a query. `snippet` is a piece of its text; `marked` are the hits inside the snippet."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    snippet: str
    marked: tuple[tuple[int, int], ...]
    score: float


def search(store: Store, query: str, *, limit: int = 20) -> list[Hit]:
    """The documents that fit `query`, best first; InputError says what is wrong with a query."""
    asked = parse(query)
    conditions, values = _conditions(asked)
    match = _match(asked)
    if match:
        conditions.insert(0, "search MATCH :match")
        values["match"] = match
        sql = (
            "SELECT d.id, d.title, d.outlet, d.published, d.language,"
            f" snippet(search, 2, '{_OPEN}', '{_CLOSE}', '…', 28) AS piece, bm25(search, 0, 6, 1, 0.7) AS rank"
            " FROM search JOIN documents d ON d.id = search.document"
        )
    else:
        sql = (
            "SELECT d.id, d.title, d.outlet, d.published, d.language, substr(s.body, 1, 200) AS piece, 0 AS rank"
            " FROM documents d JOIN search s ON s.document = d.id"
        )
    sql += f" WHERE {' AND '.join(conditions)} ORDER BY rank, d.published DESC, d.id LIMIT :limit"
    with store.reading() as connection:
        rows = connection.execute(text(sql), {**values, "limit": limit}).all()
    return [_hit(row) for row in rows]


def _match(query: Query) -> str:
    """The query in FTS5's own language, every word quoted so that none is taken for an operator."""
    parts = [_either(word) for word in query.words]
    parts += [f"{{title body}} : {_quoted(phrase)}" for phrase in query.phrases]
    wanted = " AND ".join(f"({part})" for part in parts)
    if query.excluded and wanted:
        unwanted = " OR ".join(f"({_quoted(word)})" for word in query.excluded)
        return f"({wanted}) NOT ({unwanted})"
    return wanted


def _either(word: str) -> str:
    """A word as it stands, or any form of it: `word*` asks for every word that starts so."""
    if word.endswith("*") and len(word) > 2:
        return f"{{title body}} : {_quoted(word[:-1])} *"
    bases = {lemma(tag, word.lower()) for tag in LANGUAGES} | {word.lower()}
    return " OR ".join(
        [f"{{title body}} : {_quoted(word)}", *(f"{{stems body}} : {_quoted(base)}" for base in sorted(bases))]
    )


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def _conditions(query: Query) -> tuple[list[str], dict[str, object]]:
    conditions: list[str] = []
    values: dict[str, object] = {}
    for number, (name, value) in enumerate((*query.filters, *query.barred)):
        condition, bound = _condition(name, value, f"v{number}")
        conditions.append(condition if number < len(query.filters) else f"({condition}) IS NOT TRUE")
        values |= bound
    if query.excluded and not (query.words or query.phrases):
        conditions.append("d.id NOT IN (SELECT document FROM search WHERE search MATCH :without)")
        values["without"] = " OR ".join(_quoted(word) for word in query.excluded)
    return conditions, values


def _condition(name: str, value: str, key: str) -> tuple[str, dict[str, object]]:
    """A filter as SQL, and the values to bind in it under `key`."""
    if name == "outlet":
        return f"instr(casefold(d.outlet), :{key})", {key: value.casefold()}
    if name == "lang":
        return f"d.language = :{key}", {key: value.lower()}
    if name not in ("after", "before", "on"):
        mark = f"SELECT 1 FROM marks m WHERE m.document = d.id AND m.field = '{name}' AND m.value = :{key}"
        return f"EXISTS ({mark})", {key: value.lower()}
    first, last = (day.isoformat() for day in Edtf.parse(value).bounds())
    # A document that knows only its month or year is compared by as much.
    start, end = (f"substr(:{bound}, 1, length(d.published))" for bound in (key, f"{key}b"))
    if name == "on":
        return f"d.published BETWEEN {start} AND {end}", {key: first, f"{key}b": last}
    return f"d.published {'>=' if name == 'after' else '<'} {start}", {key: first}


def _hit(row) -> Hit:  # type: ignore[no-untyped-def]
    pieces = re.split(f"([{_OPEN}{_CLOSE}])", " ".join(row.piece.split()))
    snippet, marked, start = "", [], 0
    for piece in pieces:
        if piece == _OPEN:
            start = len(snippet)
        elif piece == _CLOSE:
            marked.append((start, len(snippet)))
        else:
            snippet += piece
    return Hit(row.id, row.title, row.outlet, row.published, row.language, snippet, tuple(marked), -row.rank)

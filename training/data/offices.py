"""Sets that say who holds which post where: NEREL, factRuEval-2016, and CrossRE's `role`."""

from collections.abc import Iterable

from sholu.model.span import Span
from training.data.lines import Line, layer, nearest, spans
from training.example import Answer, Example, Pair


def read_posts(line: Line, source: str) -> Example:
    """Offices with the people who hold them and the organisations where they do."""
    holders: list[Pair] = []
    places: list[Pair] = []
    offices: list[Span] = []
    answers: list[Answer] = []
    for row in line["gold"]["tenures"]:
        if not row["office"]:
            continue
        here = spans(row["office"]["spans"])
        offices += here
        answers += [Answer("status", office, (row["status"],)) for office in here if row.get("status")]
        people = spans(row["person"]["spans"])
        holders += [pair for office in here for pair in _linked(people, office, office_first=False)]
        if row["organisation"]:
            there = spans(row["organisation"]["spans"])
            places += [pair for office in here for pair in _linked(there, office, office_first=True)]
    return Example(
        line["id"],
        source,
        line["language"],
        line["text"],
        layers={"office": layer(offices, "office")},
        relations={"person_office": _unique(holders), "office_organisation": _unique(places)},
        answers=tuple(answers),
    )


def read_roles(line: Line, source: str) -> Example:
    """People with the organisations in which they have a role."""
    gold = line["gold"]
    rows = [(row, True) for row in gold["roles"]] + [(row, False) for row in gold["ignore"]]
    pairs = [
        Pair(spans([row["person"]["span"]])[0], spans([row["organisation"]["span"]])[0], sure) for row, sure in rows
    ]
    return Example(
        line["id"], source, line["language"], line["text"], relations={"person_organisation": _unique(pairs)}
    )


def _linked(others: tuple[Span, ...], office: Span, *, office_first: bool) -> list[Pair]:
    """The office with the nearest of the others surely, and with the rest of them perhaps."""
    best = nearest(others, office)
    ends = [(office, other) if office_first else (other, office) for other in others]
    return [Pair(head, tail, best in (head, tail)) for head, tail in ends]


def _unique(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """One pair of each two spans, the sure one if there is one."""
    found: dict[tuple[Span, Span], Pair] = {}
    for pair in pairs:
        if pair.sure or (pair.head, pair.tail) not in found:
            found[pair.head, pair.tail] = pair
    return tuple(found.values())

"""A page that shows what the reader got wrong: gold and reading side by side in the text, the worst documents first.

    errors.py TASK --bench DIR [--engine joined] [--split dev] [--most 40] [--out build/errors-TASK.html]

TASK is a task of the bench kit, or `corpus` for our own annotated articles (`--split train`). Where the kit is absent
this says so and ends well.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any

ENGINES = ("joined", "learned", "exact")
Span = tuple[int, int]
Json = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """One document: its figure from 0 (all wrong) to 1, what the scorer says, and the two readings."""

    id: str
    text: str
    figure: float
    errors: tuple[str, ...]
    gold: Json
    seen: Json


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task")
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--engine", choices=ENGINES, default="joined")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--most", type=int, default=40, help="documents on the page")
    parser.add_argument("--limit", type=int, help="only the first so many documents of the set")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    if options.task == "corpus":
        cases = list(corpus_cases(options))
    elif (options.bench / "bench.py").exists():
        cases = list(bench_cases(options))
    else:
        print(f"Skipped: the bench kit is not at {options.bench} (give --bench DIR).")
        return 0
    cases = sorted((case for case in cases if case.figure < 1 or case.errors), key=lambda case: (case.figure, case.id))
    out: Path = options.out or Path("build") / f"errors-{options.task}.html"
    out.parent.mkdir(parents=True, exist_ok=True)
    title = f"{options.task} · {options.split} · {options.engine}"
    out.write_text(page(title, cases[: options.most], len(cases)), "utf-8")
    print(f"{len(cases)} documents with errors; the worst {min(len(cases), options.most)} are in {out}.")
    return 0


def bench_cases(options: argparse.Namespace) -> Iterator[Case]:
    """The documents of a task of the kit, scored one by one with its own scorer."""
    sys.path.insert(0, str(options.bench))
    from bench import load  # type: ignore[import-not-found]
    from scorers import common, tasks  # type: ignore[import-not-found]

    if options.task not in tasks.TASKS:
        sys.exit(f"There is no task {options.task!r}; there are corpus, {', '.join(tasks.TASKS)}.")
    task = tasks.TASKS[options.task]
    if not task.readings:
        sys.exit(f"{options.task} is not about readings: `bench.py score {options.task} --errors 50` lists its errors.")
    lines = load(options.bench / "data", task.name, options.split, options.limit)
    given = [
        {key: line[key] for key in ("id", "text", "language", "published", "outlet", "title") if line.get(key)}
        for line in lines
    ]
    answers = {answer["document"]["id"]: answer for answer in read(given, options.engine)}
    for line in lines:
        raw = answers.get(line["id"], {})
        report = task.score([common.Case(line, common.Reading(line["text"], raw))])
        headline = next(iter(report.figures.values())).plain()
        figure = next((headline[name] for name in ("f1", "share", "value") if headline.get(name) is not None), 1.0)
        empty = headline.get("pred") == headline.get("gold") == 0
        yield Case(
            line["id"],
            line["text"],
            1.0 if empty else float(figure),
            tuple(report.errors),
            task.perfect(line),
            raw,
        )


def corpus_cases(options: argparse.Namespace) -> Iterator[Case]:
    """Our own annotated articles, scored with our own scorer."""
    from sholu.corpus.article import load
    from sholu.corpus.convert import convert
    from sholu.corpus.folder import find_files, known_for
    from sholu.corpus.score import score
    from sholu.model.contract import document_to_dict, from_dict, to_dict

    files = list(find_files([Path("corpus/articles")], split=options.split))[: options.limit]
    golds = [convert(load(file), known_for(file)).reading for file in files]
    given = [
        {key: value for key, value in document_to_dict(gold.document).items() if value and key in GIVEN}
        for gold in golds
    ]
    answers = {answer["document"]["id"]: answer for answer in read(given, options.engine)}
    for gold in golds:
        raw = answers[gold.document.id]
        result = score(gold, from_dict(raw))
        total = result.total()
        errors = tuple(f"{miss.kind}: {' '.join(miss.words.split())[:90]!r}: {miss}" for miss in result.misses)
        yield Case(gold.document.id, gold.document.text, total.f1, errors, to_dict(gold), raw)


GIVEN = ("id", "text", "language", "published", "outlet", "title")


def read(documents: list[Json], engine: str) -> Iterator[Json]:
    """The readings of these documents by the engine."""
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder, "docs.jsonl")
        docs.write_text("".join(json.dumps(document) + "\n" for document in documents), "utf-8")
        command = [sys.executable, "-m", "sholu", "read", "--jsonl", "--engine", engine, "--workers", "2", str(docs)]
        done = subprocess.run(command, capture_output=True, check=False)
    yield from map(json.loads, done.stdout.splitlines())


# -- the page

KINDS = {
    "name": "name",
    "source": "source",
    "cue": "cue",
    "content": "content",
    "trigger": "event",
    "role": "actor, recipient",
    "office": "office",
    "figure": "figure",
    "time": "time",
    "cause": "cause",
    "effect": "effect",
    "judgement": "judgement",
}


def marked(reading: Json) -> Iterator[tuple[str, Span, str]]:
    """Kind, place and note of everything that a reading points at."""
    for entity in reading.get("entities") or ():
        for mention in entity.get("mentions") or ():
            if mention.get("form", "name") == "name":
                yield "name", at(mention), f"{entity['kind']}: {entity.get('name')}"
    for item in reading.get("attributions") or ():
        for part in listed(item.get("source_span")):
            yield "source", at(part), ""
        for part in listed(item.get("cue")):
            yield "cue", at(part), ""
        for part in listed(item.get("content")):
            yield "content", at(part), str(item.get("mode") or "")
    for item in reading.get("events") or ():
        for part in listed(item.get("trigger") or item.get("evidence")):
            yield "trigger", at(part), f"{item.get('type')} {item.get('mode') or ''}".strip()
        for side in ("actors", "recipients"):
            for role in item.get(side) or ():
                for part in listed(role.get("span")):
                    yield "role", at(part), f"{item.get('type')} {side}"
    for item in reading.get("tenures") or ():
        for part in listed(item.get("evidence")):
            yield "office", at(part), str(item.get("office"))
    for item in reading.get("quantities") or ():
        for part in listed(item.get("evidence")):
            yield "figure", at(part), f"{item.get('value')} {item.get('unit')}"
    for item in reading.get("times") or ():
        yield "time", at(item["span"]), str(item.get("value"))
    for item in reading.get("judgements") or ():
        for end in ("cause", "effect"):
            for part in listed((item.get(end) or {}).get("span")):
                yield end, at(part), ""
        if item.get("kind") != "cause":
            for part in listed(item.get("evidence")):
                yield "judgement", at(part), str(item.get("kind"))


def listed(value: Any) -> list[Json]:
    return value if isinstance(value, list) else [value] if value else []


def at(span: Json) -> Span:
    return span["start"], span["end"]


def highlighted(text: str, reading: Json, wanted: set[str]) -> str:
    """The text with every mark as a coloured stretch; where several meet, all their kinds are named."""
    marks = [(kind, span, note) for kind, span, note in marked(reading) if kind in wanted]
    bounds = sorted({0, len(text), *(edge for _, span, _ in marks for edge in span)})
    out: list[str] = []
    for start, end in pairwise(bounds):
        over = [(kind, note) for kind, span, note in marks if span[0] <= start and end <= span[1]]
        words = escape(text[start:end])
        if over:
            classes = " ".join(dict.fromkeys(kind for kind, _ in over))
            title = escape("; ".join(dict.fromkeys(f"{KINDS[kind]} {note}".strip() for kind, note in over)))
            words = f'<mark class="{classes}" title="{title}">{words}</mark>'
        out.append(words)
    return "".join(out)


def page(title: str, cases: list[Case], count: int) -> str:
    """The page as HTML, complete in itself."""
    parts = [f"<!doctype html><html lang=en><meta charset=utf-8><title>{escape(title)}</title><style>{STYLE}</style>"]
    parts.append(f"<h1>{escape(title)}</h1><p>{count} documents with errors, the worst {len(cases)} shown.</p><p>")
    parts += [f'<mark class="{kind}">{name}</mark> ' for kind, name in KINDS.items()]
    parts.append("</p>")
    wanted = {kind for case in cases for kind, _, _ in marked(case.gold)}
    for case in cases:
        parts.append(
            f"<section><h2>{escape(case.id)} <small>{case.figure:.2f}</small></h2>"
            f"<div class=pair><div><h3>gold</h3><p class=text>{highlighted(case.text, case.gold, wanted)}</p></div>"
            f"<div><h3>read</h3><p class=text>{highlighted(case.text, case.seen, wanted)}</p></div></div><ul>"
        )
        parts += [f"<li>{escape(error)}" for error in case.errors[:SHOWN]]
        if len(case.errors) > SHOWN:
            parts.append(f"<li>and {len(case.errors) - SHOWN} more")
        parts.append("</ul></section>")
    return "".join(parts) + "</html>"


SHOWN = 30
STYLE = """
:root { color-scheme: light dark }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 110rem; margin: 1.5rem auto; padding: 0 1rem }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem }
@media (max-width: 50rem) { .pair { grid-template-columns: 1fr } }
.text { white-space: pre-wrap; overflow-wrap: anywhere }
h2 { font-size: 1.05rem; border-top: 1px solid #8886; padding-top: 1rem; margin-top: 2rem }
h3 { font-size: .85rem; margin: 0 }
li { font-size: .85rem; overflow-wrap: anywhere }
mark { color: inherit; background: #8883; border-radius: 2px; padding: 0 1px }
.content { background: #ffd54a55 } .judgement { background: #ba68c844 }
.name { background: #64b5f655 } .time { background: #90a4ae66 } .figure { background: #4dd0e166 }
.source { border-bottom: 2px solid #f57c00 } .cue { border-bottom: 2px solid #d32f2f }
.trigger { background: #e5737388; font-weight: 600 } .role { border-bottom: 2px dotted #1976d2 }
.office { background: #aed58166 } .cause { background: #ff8a6566 } .effect { background: #81c78466 }
"""

if __name__ == "__main__":
    sys.exit(main())

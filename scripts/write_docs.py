"""Write the pages of the docs that are made from the code: the contract, its JSON Schema, and the reference.

write_docs.py [--check]     with --check nothing is written; exit 1 if a page is not what it would be.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
import types
import typing
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path

from sholu.model import reading as parts
from sholu.model.contract import schema
from sholu.model.document import Document

DOCS = Path(__file__).parent.parent / "docs"
SOURCE = Path(__file__).parent.parent / "src" / "sholu"

CLASSES = (
    parts.Reading,
    Document,
    parts.Entity,
    parts.Mention,
    parts.Attribution,
    parts.Credit,
    parts.Event,
    parts.Role,
    parts.Tenure,
    parts.Quantity,
    parts.Change,
    parts.TimeExpression,
    parts.Judgement,
    parts.Factor,
    parts.Notice,
)


def main() -> int:
    pages = {
        DOCS / "reading.schema.json": json.dumps(schema(), indent=2, ensure_ascii=False) + "\n",
        DOCS / "contract.md": contract(),
        DOCS / "codebook.md": codebook(),
        DOCS / "reference.md": reference(),
    }
    if "--check" in sys.argv:
        stale = [path.name for path, text in pages.items() if not path.exists() or path.read_text("utf-8") != text]
        if stale:
            print(f"Not up to date: {', '.join(stale)}. Run `make docs`.")
        return 1 if stale else 0
    for path, text in pages.items():
        path.write_text(text, "utf-8")
    return 0


def contract() -> str:
    out = [
        "# The reading: what one document becomes",
        "",
        "<!-- Made by scripts/write_docs.py from src/sholu/model/; do not edit. -->",
        "",
        "A *reading* is the JSON that `sholu read --json` prints and `sholu read --jsonl` writes, one a line. It is a public",
        f"contract, `{parts.CONTRACT}`: fields may be added, those below keep their names and meaning. Its JSON Schema is",
        "[reading.schema.json](reading.schema.json).",
        "",
        '- A **span** is `{"start": int, "end": int}`, half-open, in Unicode code points of `document.text`. Nothing is',
        "  claimed without one.",
        "- A **date** is an EDTF string (ISO 8601-2 level 1): `2006-01-11`, `1999-04`, `1999-04/2005-03`, `2006-01-11/..`,",
        "  `2007~`; `null` when it is not said and cannot be inferred.",
        "- A **country** is ISO 3166-1 alpha-2, a **language** BCP 47, a **unit** `count`, `%`, an ISO 4217 code or UCUM-like",
        "  (`kg`, `km`, `year`).",
        "- **Confidence** runs from 0 to 1. In this version it ranks items; it is not calibrated.",
        "- Ids are unique in one reading, and the same for the same text and reader version.",
        "",
    ]
    for kind in CLASSES:
        out += [f"## {kind.__name__}", "", inspect.cleandoc(kind.__doc__ or ""), "", *table(kind), ""]
    return "\n".join(out)


def table(kind: type) -> Iterator[str]:
    yield "| field | type | if not known |"
    yield "|---|---|---|"
    hints = typing.get_type_hints(kind)
    for field in fields(kind):
        default = "required" if field.default is MISSING and field.default_factory is MISSING else ""
        if not default:
            value = field.default if field.default is not MISSING else field.default_factory()  # type: ignore[misc]
            default = f"`{json.dumps(value if not isinstance(value, tuple) else list(value))}`"
        yield f"| `{field.name}` | {named(hints[field.name])} | {default} |"


def named(hint: object) -> str:
    origin, inside = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return " \\| ".join(f"`{value}`" for value in inside)
    if origin in (typing.Union, types.UnionType):
        return " \\| ".join(named(item) for item in inside)
    if origin is tuple:
        return "list of " + named(inside[0])
    if origin is dict:
        return "object"
    if hint is type(None):
        return "null"
    simple = {str: "string", int: "integer", float: "number", bool: "boolean", parts.Span: "span"}
    if isinstance(hint, type) and is_dataclass(hint):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    return simple.get(hint, str(hint))  # type: ignore[call-overload, no-any-return]


def codebook() -> str:
    from sholu.codebook.events import QUADS, event_types
    from sholu.codebook.hedges import bands
    from sholu.codebook.tables import contexts, sectors

    out = [
        "# The codebook",
        "",
        "<!-- Made by scripts/write_docs.py from src/sholu/codebook/; do not edit. -->",
        "",
        "What the codes in a reading mean. The event types follow PLOVER's current sixteen and add eight of public life after the",
        "personnel and justice types of ACE and ERE; every one maps to a CAMEO root code, and so to GDELT, and to a quad class.",
        "A plain statement is an attribution, not an event.",
        "",
        "## Event types",
        "",
        "| type | what it is | quad class | scale | CAMEO | PLOVER (16) | PLOVER 2017 | fifteen-label set |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for kind in event_types().values():
        labels = [kind.labels[edition] or "–" for edition in ("plover", "plover_2017", "plover_15")]
        cameo = ", ".join(kind.cameo) + ("" if kind.cameo_exact else " (nearest)")
        quad = f"{QUADS.index(kind.quad)} {kind.quad.replace('_', ' ')}"
        out.append(f"| `{kind.code}` | {kind.definition} | {quad} | {kind.scale:g} | {cameo} | {' | '.join(labels)} |")
    out += ["", "## Modes and boundaries", ""]
    for kind in event_types().values():
        if kind.modes or kind.notes:
            out += [f"### {kind.code}", ""]
            out += [f"- `{mode.code}` ({mode.scale:g}): {mode.definition}" for mode in kind.modes.values()]
            out += [f"- {note}" for note in kind.notes]
            out.append("")
    out += ["## Contexts", "", *(f"- `{code}`: {meaning}" for code, meaning in contexts().items()), ""]
    out += ["## Sectors", "", *(f"- `{code}`: {meaning}" for code, meaning in sectors().items()), ""]
    out += [
        "## Hedges",
        "",
        "Bands after ICD 203 and Kent. Words that say only that something is possible get a wide band and are marked so.",
        "",
        "| band | probability | says how likely |",
        "|---|---|---|",
        *(
            f"| {name.replace('_', ' ')} | {band.low:.2f}–{band.high:.2f} | {'yes' if band.specific else 'no'} |"
            for name, band in bands().items()
        ),
        "",
    ]
    return "\n".join(out)


def reference() -> str:
    from sholu.knowledge.topics import topics
    from sholu.settings import VARIABLES
    from sholu.store.query import FILTERS

    out = [
        "# Reference",
        "",
        "<!-- Made by scripts/write_docs.py from the code; do not edit. -->",
        "",
        "## Settings",
        "",
        "| variable | meaning |",
        "|---|---|",
        *(f"| `{name}` | {meaning} |" for name, meaning in VARIABLES.items()),
        "",
        "## Search filters",
        "",
        "| filter | takes |",
        "|---|---|",
        *(f"| `{name}:` | {meaning} |" for name, meaning in FILTERS.items()),
        "",
        "## Topics of the brief",
        "",
        "`--topic` takes a word of the name, or its beginning.",
        "",
        *(f"- {name}" for name in topics()),
        "",
        "## Error codes",
        "",
        "Errors say what was seen and what to do; their codes are stable. `refused` means that one document cannot be read and",
        "the rest goes on; `input` that the command was not carried out; `store` that the store cannot be used as it is.",
        "",
        "| code | kind |",
        "|---|---|",
        *(f"| `{code}` | {kind} |" for code, kind in codes()),
        "",
        "## Exit status",
        "",
        "| status | meaning |",
        "|---|---|",
        "| 0 | done |",
        "| 1 | something failed; what could be done was done |",
        "| 2 | the command or an option is wrong; nothing was done |",
        "| 130 | stopped with Ctrl-C; what was finished before is kept |",
        "",
    ]
    return "\n".join(out)


def codes() -> list[tuple[str, str]]:
    """Every error code in the source, with the kind of error that carries it."""
    kinds = {"Rejected": "refused", "InputError": "input", "StoreError": "store", "SholuError": "failure"}
    found: dict[str, str] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text("utf-8")
        for match in re.finditer(r"\b(Rejected|InputError|StoreError|InstallationError|SholuError)\(", text):
            code = re.search(r'code="([a-z-]+)"', text[match.end() : match.end() + 600])
            if code:
                found.setdefault(code.group(1), kinds.get(match.group(1), "failure"))
    for code in re.findall(r'"(store-[a-z]+)"', (SOURCE / "store" / "failures.py").read_text("utf-8")):
        found.setdefault(code, "store")
    return sorted(found.items())


if __name__ == "__main__":
    sys.exit(main())

"""Sets about events and their parties: PLV's pairs, CAMEO's actor spans, and what Indian police did."""

from training.data.lines import Line, spans
from training.example import Dyad, Example, Marked, outermost

ALSO = {
    "ACCUSE": ("ACCUSE", "CHARGE", "TRY"),
    "SANCTION": ("SANCTION", "SENTENCE"),
    "COERCE": ("COERCE", "SENTENCE"),
    "CONCEDE": ("CONCEDE", "ACQUIT", "LEAVE_OFFICE"),
    "RETREAT": ("RETREAT", "LEAVE_OFFICE"),
}
"""Types of PLOVER under which it counts what has a type of its own with us."""


def read_dyads(line: Line, source: str) -> Example:
    """Pairs of parties with the type of what one does to the other."""
    found: list[Dyad] = []
    for row in line["gold"]["pairs"]:
        types = tuple(sorted({type for root in row["roots"] for type in ALSO.get(root, (root,))}))
        found += [Dyad(head, tail, types) for head in spans(row["source"])[:1] for tail in spans(row["target"])[:1]]
    return Example(line["id"], source, line["language"], line["text"], dyads=tuple(found))


def read_roles(line: Line, source: str) -> Example:
    """Spans of actors and recipients; of a mutual event, both parties may be either."""
    gold = line["gold"]
    marked = [Marked(span, ("actor",)) for span in spans(gold["S"])]
    marked += [Marked(span, ("recipient",)) for span in spans(gold["T"])]
    marked += [Marked(span, ("actor", "recipient")) for span in spans(gold["R"])]
    return Example(line["id"], source, line["language"], line["text"], layers={"role": outermost(marked)[0]})


def read_police(line: Line, source: str) -> Example:
    """Whether the article tells of a killing, of force and of an arrest by police."""
    gold = line["gold"]
    flags = {f"police_{name.lower()}": bool(gold[name]) for name in ("KILL", "FORCE", "ARREST")}
    return Example(line["id"], source, line["language"], line["text"], flags=flags)

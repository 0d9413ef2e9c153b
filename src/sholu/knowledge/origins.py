"""How many independent origins a story has: many papers often have their news from one.

1. Near-identical texts have one origin: the earliest of them.
2. A document that has all that it tells of a story from an outlet ("передаёт X", a bracketed credit, an agency in the
   dateline) has it from there: from that outlet's own document if we read it, otherwise the outlet counts as an origin
   that we have not read. However many pass on what one agency has of one speaker, the agency is one origin.
3. Whoever also tells something in the story by himself is an origin: reporters at one briefing are independent.
"""

from collections.abc import Mapping, Sequence

from sholu.knowledge.dates import gap
from sholu.knowledge.model import Hand, Origin, OriginKind, Paper, Report


def origins(reports: Sequence[Report], papers: Mapping[str, Paper]) -> tuple[Origin, ...]:
    """The origins of a story by its reports, the best attested first."""
    documents = list(dict.fromkeys(report.document for report in reports))
    found: dict[tuple[OriginKind, str], list[tuple[str, str]]] = {}
    names: dict[tuple[OriginKind, str], tuple[str, str | None]] = {}
    for document in documents:
        for kind, basis, name, entity, why in _basis(papers[document], reports, documents, papers):
            found.setdefault((kind, basis), []).append((document, why))
            names.setdefault((kind, basis), (name, entity))
    made = [
        Origin(slot[0], *names[slot], tuple(document for document, _ in rows), tuple(why for _, why in rows))
        for slot, rows in found.items()
    ]
    return tuple(sorted(made, key=lambda origin: -len(origin.documents)))


Basis = tuple[OriginKind, str, str, str | None, str]


def _basis(
    paper: Paper, reports: Sequence[Report], documents: Sequence[str], papers: Mapping[str, Paper]
) -> list[Basis]:
    """What a document's telling goes back to; several origins only where it credits several outlets."""
    if paper.copy_of and paper.copy_of != paper.id:
        first = papers[paper.copy_of]
        why = f"{_name(paper)} repeats the text of {_name(first)}"
        return [(*row[:4], why) for row in _basis(first, reports, documents, papers)]
    mine = [report for report in reports if report.document == paper.id]
    credits = [hand for report in mine for hand in report.hands if hand.role == "outlet" and _foreign(hand, paper)]
    own = [
        report for report in mine if not any(hand.role == "outlet" and _foreign(hand, paper) for hand in report.hands)
    ]
    if own or not credits:
        return [("document", paper.id, _name(paper), paper.outlet, f"{_name(paper)} reports it itself")]
    return list(dict.fromkeys(_credited(paper, hand, documents, papers) for hand in credits))


def _credited(paper: Paper, hand: Hand, documents: Sequence[str], papers: Mapping[str, Paper]) -> Basis:
    for document in documents:
        other = papers[document]
        if (
            other.id != paper.id
            and hand.entity
            and other.outlet == hand.entity
            and (gap(other.published, hand.date) or 0) <= 1
        ):
            first = papers[other.copy_of] if other.copy_of else other
            why = f"{_name(paper)} cites {_name(other)}, which we read"
            return ("document", first.id, _name(first), first.outlet, why)
    basis = f"{hand.entity or hand.name} {hand.date or ''}"
    return ("outlet", basis, hand.name, hand.entity, f"{_name(paper)} cites {hand.name}, which we have not read")


def _foreign(hand: Hand, paper: Paper) -> bool:
    return hand.entity != paper.outlet or hand.entity is None


def _name(paper: Paper) -> str:
    return paper.outlet_name or paper.id

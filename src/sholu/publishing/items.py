"""Each item of a reading in one line that a person understands, with the span that proves it."""

from dataclasses import dataclass

from sholu.model.reading import (
    Attribution,
    Basis,
    Event,
    Judgement,
    Quantity,
    Reading,
    Role,
    Tenure,
    TimeExpression,
)
from sholu.model.span import Span
from sholu.publishing.numbers import figure_value, number


@dataclass(frozen=True, slots=True)
class Item:
    """One finding: its id, what kind it is, one line about it, details as label and value, and where it stands."""

    id: str
    kind: str
    line: str
    details: tuple[tuple[str, str], ...]
    evidence: Span
    confidence: float


def items(reading: Reading) -> tuple[Item, ...]:
    """Everything in a reading but entities, in the order of the contract."""
    view = _View(reading)
    return (
        *(view.attribution(item) for item in reading.attributions),
        *(view.event(item) for item in reading.events),
        *(view.tenure(item) for item in reading.tenures),
        *(view.quantity(item) for item in reading.quantities),
        *(view.judgement(item) for item in reading.judgements),
        *(view.time(item) for item in reading.times),
    )


class _View:
    def __init__(self, reading: Reading) -> None:
        self._text = reading.document.text
        self._names = {entity.id: entity.name for entity in reading.entities}

    def name(self, id: str | None) -> str:
        return self._names.get(id or "", "")

    def quoted(self, span: Span, most: int = 160) -> str:
        words = " ".join(span.of(self._text).split())
        return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + " …"

    def attribution(self, item: Attribution) -> Item:
        source = self.name(item.source) or item.source_text or self.name(item.outlet) or "somebody"
        line = f"{source}: {' … '.join(self.quoted(span) for span in item.content)}"
        details = _details(
            ("mode", item.mode),
            ("through", self.name(item.outlet)),
            ("on", item.date),
            ("anonymous", "yes" if item.anonymous else ""),
            ("within", item.parent),
            ("because", _because(item.basis)),
        )
        return Item(item.id, "attribution", line, details, _whole(item.content), item.confidence)

    def event(self, item: Event) -> Item:
        actors = ", ".join(self.role(role) for role in item.actors)
        recipients = ", ".join(self.role(role) for role in item.recipients)
        who = f"{actors or '—'} → {recipients}" if recipients else actors or "—"
        name = _plain(item.type) + (f" ({_plain(item.mode)})" if item.mode else "")
        details = _details(
            ("where", self.name(item.place)),
            ("when", item.date),
            ("strength", "" if item.modality == "actual" else item.modality),
            ("polarity", "not" if item.polarity == "negated" else ""),
            ("contexts", ", ".join(map(_plain, item.contexts))),
            ("said in", ", ".join(item.attributions)),
            ("because", _because(item.basis)),
        )
        return Item(item.id, "event", f"{name}: {who}", details, item.evidence, item.confidence)

    def role(self, role: Role) -> str:
        return self.name(role.entity) or role.text

    def tenure(self, item: Tenure) -> Item:
        where = self.name(item.organisation) or item.country or ""
        line = f"{self.name(item.person)}: {item.office}" + (f", {where}" if where else "")
        bounds = f"{item.start or '…'} – {item.end or '…'}" if item.start or item.end else ""
        details = _details(
            ("status", item.status),
            ("time", bounds),
            ("said in", ", ".join(item.attributions)),
            ("because", _because(item.basis)),
        )
        return Item(item.id, "tenure", line, details, item.evidence, item.confidence)

    def quantity(self, item: Quantity) -> Item:
        change = ""
        if item.change and item.change.factor is not None:
            change = f"{number(item.change.factor)} times {item.change.to or 'before'}"
        elif item.change and item.change.difference is not None:
            change = f"{item.change.difference:+,} against {item.change.to or 'before'}"
        details = _details(
            ("holder", self.name(item.holder)),
            ("where", self.name(item.place)),
            ("period", item.period),
            ("change", change),
            ("said in", ", ".join(item.attributions)),
            ("because", _because(item.basis)),
        )
        line = figure_value(item.value, item.low, item.high, item.unit) + (f" · {item.measure}" if item.measure else "")
        return Item(item.id, "quantity", line, details, item.evidence, item.confidence)

    def judgement(self, item: Judgement) -> Item:
        line = self.quoted(item.evidence)
        if item.cause and item.effect:
            line = f"{self.quoted(item.cause.span, 80)} —({item.sign or '?'})→ {self.quoted(item.effect.span, 80)}"
        band = f"{item.probability[0]:.0%}–{item.probability[1]:.0%}" if item.probability else ""
        details = _details(
            ("kind", item.kind),
            ("holder", "the author" if item.holder == "author" else self.name(item.holder)),
            ("hedged", ("yes, " + band if band else "yes") if item.hedged else ""),
            ("because", _because(item.basis)),
        )
        return Item(item.id, "judgement", line, details, item.evidence, item.confidence)

    def time(self, item: TimeExpression) -> Item:
        line = f"{self.quoted(item.span)} = {item.value or 'not resolved'}"
        return Item(item.id, "time", line, _details(("because", _because(item.basis))), item.span, item.confidence)


def _because(basis: tuple[Basis, ...]) -> str:
    """What made an item, where its reader was asked to say so."""
    return "; ".join(f"{part.half}: {part.rule} {part.score:.2f}" for part in basis)


def _plain(code: str) -> str:
    """A code of the codebook as words: "TAKE_OFFICE" is "take office"."""
    return code.lower().replace("_", " ")


def _whole(spans: tuple[Span, ...]) -> Span:
    return Span(spans[0].start, max(span.end for span in spans))


def _details(*pairs: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, value in pairs if value)

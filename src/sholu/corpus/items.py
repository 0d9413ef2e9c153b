"""The items of an annotated article, one method a kind: records and marks in, parts of the contract out."""

from functools import partial

from sholu.codebook.events import event_types
from sholu.codebook.hedges import bands
from sholu.corpus import codes, markup
from sholu.corpus.amounts import read_amount, read_change
from sholu.corpus.fields import Fields
from sholu.corpus.records import Record, Words
from sholu.corpus.sheet import Sheet
from sholu.model.reading import Attribution, Entity, Event, Judgement, Quantity, Tenure


class ItemBuilder:
    """Builds items; what a record says wrong is noted on the sheet and left out."""

    def __init__(self, sheet: Sheet, entities: dict[str, Entity]) -> None:
        self.sheet = sheet
        self.fields = Fields(sheet, entities)
        self.attributions: list[Attribution] = []
        self.events: list[Event] = []
        self.tenures: list[Tenure] = []
        self.quantities: list[Quantity] = []
        self.judgements: list[Judgement] = []

    def add(self, record: Record) -> None:
        """Build the item that this record is about."""
        words = Words(record)
        build = {
            "a": self._attribution,
            "e": self._event,
            "o": self._tenure,
            "q": self._quantity,
            "j": self._judgement,
        }[record.id[0]]
        build(record, words)
        self.sheet.finish(words)

    # -- one method a kind

    def _attribution(self, record: Record, words: Words) -> None:
        mode = self.fields.one_of(words, codes.MODES, "mode")
        anonymous = words.flag("anon")
        source = words.bare(self.fields.entities.__contains__)
        outlet, date = self.fields.entity(words, "via"), self.fields.date(words, "on")
        parent = words.keyed("parent")
        if parent and parent.text not in self.fields.known_voices:
            self.sheet.wrong(record.line, f"parent={parent.text} is no attribution.", "Name one of this article.")
        content = tuple(self.sheet.spans(markup.CONTENT, record.id))
        cue = self.sheet.only(markup.CUE, record)
        marked = self.sheet.only(markup.SOURCE, record)
        if not content:
            self.sheet.wrong(record.line, f"{record.id} has no content.", f"Mark it in the text: [{record.id}>words].")
        if mode is None or not content:
            return
        if mode == "citation" and outlet is None:
            self.sheet.wrong(record.line, f"{record.id} is a citation without outlet.", "Name it: via=ID.")
        if mode != "citation" and source is None and marked is None:
            self.sheet.wrong(
                record.line, f"{record.id} has no source.", f"Name an entity, or mark [{record.id}<words]."
            )
        span = marked or self.fields.mention(source, cue or content[0])
        self.attributions.append(
            Attribution(
                record.id,
                mode,  # type: ignore[arg-type]  # it is one of MODES
                content,
                source,
                span.of(self.sheet.text) if span else None,
                anonymous,
                outlet,
                date,
                span,
                cue,
                parent.text if parent else None,
            )
        )

    def _event(self, record: Record, words: Words) -> None:
        code = words.bare(codes.is_event)
        if code is None:
            seen = words.bare(codes.looks_like_event)
            self.sheet.wrong(
                record.line, f"{record.id} has no event type{f' {seen!r}' if seen else ''}.", "See `event_types()`."
            )
        negated = words.flag("not")
        modality = words.bare(codes.MODALITIES.__contains__) or "actual"
        contexts = []
        while context := words.bare(lambda text: text.startswith("+") and codes.is_context(text[1:])):
            contexts.append(context[1:])
        place, date = self.fields.entity(words, "at"), self.fields.date(words, "on")
        self.fields.voices(record, words)
        trigger = self.sheet.only(markup.CUE, record, needed="trigger")
        evidence = self.sheet.evidence(record)
        if code is None or trigger is None or evidence is None:
            words.left.clear()  # roles cannot be placed before the event is
            return
        if not evidence.covers(trigger):
            self.sheet.wrong(record.line, f"The trigger of {record.id} is outside its evidence.", "Widen [=...].")
        kind, _, mode = code.partition(".")
        role = partial(self.fields.role, record=record, trigger=trigger, evidence=evidence)
        actors = tuple(found for word in words.every("by") if (found := role(word)))
        recipients = tuple(found for word in words.every("to") if (found := role(word)))
        self.events.append(
            Event(
                record.id,
                kind,
                trigger,
                evidence,
                mode or None,
                tuple(dict.fromkeys([*event_types()[kind].contexts, *contexts])),
                actors,
                recipients,
                place,
                date,
                "negated" if negated else "affirmed",
                modality,  # type: ignore[arg-type]  # it is one of MODALITIES
            )
        )

    def _tenure(self, record: Record, words: Words) -> None:
        status = self.fields.one_of(words, codes.STATUSES, "status")
        person = words.bare(self.fields.entities.__contains__)
        office = words.quoted()
        country = words.bare(codes.is_country)
        organisation = self.fields.entity(words, "of")
        start, end = self.fields.date(words, "from"), self.fields.date(words, "until")
        self.fields.voices(record, words)
        evidence = self.sheet.evidence(record)
        if person is None or not office:
            self.sheet.wrong(
                record.line, f"{record.id} lacks person or office.", 'Write: o1 lee "mayor" of=osh current'
            )
        if person is None or not office or evidence is None or status is None:
            return
        if country is None and organisation is not None:
            country = self.fields.entities[organisation].country
        self.tenures.append(
            Tenure(record.id, person, office, evidence, organisation, country, start, end, status)  # type: ignore[arg-type]
        )

    def _quantity(self, record: Record, words: Words) -> None:
        amount = read_amount(words)
        unit = words.bare(codes.is_unit_code)
        measure = words.quoted()
        holder, place, period = (
            self.fields.entity(words, "of"),
            self.fields.entity(words, "at"),
            self.fields.date(words, "on"),
        )
        change = read_change(words)
        self.fields.voices(record, words)
        evidence = self.sheet.evidence(record)
        if amount is None or unit is None:
            self.sheet.wrong(
                record.line, f"{record.id} lacks a value or a unit.", 'Write: q1 2.7 kg "heroin"; 20..30, >200, <5.'
            )
            return
        if evidence is not None:
            self.quantities.append(Quantity(record.id, evidence, unit, *amount, measure, holder, place, period, change))

    def _judgement(self, record: Record, words: Words) -> None:
        kind = self.fields.one_of(words, codes.JUDGEMENTS, "kind")
        band = words.bare(codes.is_band)
        hedged = words.flag("hedged") or band is not None
        sign = words.bare(frozenset({"+", "-", "0"}).__contains__)
        words.flag("author")
        holder = words.bare(self.fields.entities.__contains__) or "author"
        self.fields.voices(record, words)
        evidence = self.sheet.evidence(record)
        hedge = self.sheet.only(markup.CUE, record)
        if kind is None or evidence is None:
            words.left.clear()
            return
        if hedge and not hedged:
            self.sheet.wrong(record.line, f"{record.id} has a hedge and no band.", f"One of {', '.join(bands())}.")
        cause, effect = (self.fields.factor(words.keyed(key), evidence, record) for key in ("cause", "effect"))
        if kind == "cause" and not (cause and effect and sign):
            self.sheet.wrong(
                record.line, f"{record.id} lacks cause, effect or sign.", 'cause="..." effect="..." + or -'
            )
        given = bands()[band] if band else None
        self.judgements.append(
            Judgement(
                record.id,
                kind,  # type: ignore[arg-type]  # it is one of JUDGEMENTS
                evidence,
                holder,
                hedged,
                (given.low, given.high) if given else None,
                hedge,
                cause,
                effect,
                sign,  # type: ignore[arg-type]  # it is a sign
            )
        )

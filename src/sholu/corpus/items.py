"""The items of an annotated article, one method a kind: records and marks in, parts of the contract out."""

from functools import partial

from sholu.codebook.events import event_types
from sholu.codebook.hedges import bands
from sholu.corpus import codes, markup
from sholu.corpus.amounts import read_amount, read_change
from sholu.corpus.records import Record, Word, Words
from sholu.corpus.sheet import Sheet
from sholu.model.reading import Attribution, Entity, Event, Factor, Judgement, Quantity, Role, Tenure
from sholu.model.span import Span


class ItemBuilder:
    """Builds items; what a record says wrong is noted on the sheet and left out."""

    def __init__(self, sheet: Sheet, entities: dict[str, Entity]) -> None:
        self.sheet = sheet
        self.entities = entities
        self.attributions: list[Attribution] = []
        self.events: list[Event] = []
        self.tenures: list[Tenure] = []
        self.quantities: list[Quantity] = []
        self.judgements: list[Judgement] = []
        self.given_voices: dict[str, tuple[str, ...]] = {}
        self._voices = {record.id for record in sheet.article.records if record.id.startswith("a")}

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
        mode = self._one_of(words, codes.MODES, "mode")
        anonymous = words.flag("anon")
        source = words.bare(self.entities.__contains__)
        outlet, date = self._entity(words, "via"), self._date(words, "on")
        parent = words.keyed("parent")
        if parent and parent.text not in self._voices:
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
        span = marked or self._mention(source, cue or content[0])
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
        place, date = self._entity(words, "at"), self._date(words, "on")
        self._given(record, words)
        trigger = self.sheet.only(markup.CUE, record, needed="trigger")
        evidence = self.sheet.evidence(record)
        if code is None or trigger is None or evidence is None:
            words.left.clear()  # roles cannot be placed before the event is
            return
        if not evidence.covers(trigger):
            self.sheet.wrong(record.line, f"The trigger of {record.id} is outside its evidence.", "Widen [=...].")
        kind, _, mode = code.partition(".")
        role = partial(self._role, record=record, trigger=trigger, evidence=evidence)
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
        status = self._one_of(words, codes.STATUSES, "status")
        person = words.bare(self.entities.__contains__)
        office = words.quoted()
        country = words.bare(codes.is_country)
        organisation = self._entity(words, "of")
        start, end = self._date(words, "from"), self._date(words, "until")
        self._given(record, words)
        evidence = self.sheet.evidence(record)
        if person is None or not office:
            self.sheet.wrong(
                record.line, f"{record.id} lacks person or office.", 'Write: o1 lee "mayor" of=osh current'
            )
        if person is None or not office or evidence is None or status is None:
            return
        if country is None and organisation is not None:
            country = self.entities[organisation].country
        self.tenures.append(
            Tenure(record.id, person, office, evidence, organisation, country, start, end, status)  # type: ignore[arg-type]
        )

    def _quantity(self, record: Record, words: Words) -> None:
        amount = read_amount(words)
        unit = words.bare(codes.is_unit_code)
        measure = words.quoted()
        holder, place, period = self._entity(words, "of"), self._entity(words, "at"), self._date(words, "on")
        change = read_change(words)
        self._given(record, words)
        evidence = self.sheet.evidence(record)
        if amount is None or unit is None:
            self.sheet.wrong(
                record.line, f"{record.id} lacks a value or a unit.", 'Write: q1 2.7 kg "heroin"; 20..30, >200, <5.'
            )
            return
        if evidence is not None:
            self.quantities.append(Quantity(record.id, evidence, unit, *amount, measure, holder, place, period, change))

    def _judgement(self, record: Record, words: Words) -> None:
        kind = self._one_of(words, codes.JUDGEMENTS, "kind")
        band = words.bare(codes.is_band)
        hedged = words.flag("hedged") or band is not None
        sign = words.bare(frozenset({"+", "-", "0"}).__contains__)
        words.flag("author")
        holder = words.bare(self.entities.__contains__) or "author"
        self._given(record, words)
        evidence = self.sheet.evidence(record)
        hedge = self.sheet.only(markup.CUE, record)
        if kind is None or evidence is None:
            words.left.clear()
            return
        if hedge and not hedged:
            self.sheet.wrong(record.line, f"{record.id} has a hedge and no band.", f"One of {', '.join(bands())}.")
        cause, effect = (self._factor(words.keyed(key), evidence, record) for key in ("cause", "effect"))
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

    # -- what several kinds share

    def _one_of(self, words: Words, allowed: frozenset[str], what: str) -> str | None:
        found = words.bare(allowed.__contains__)
        if found is None:
            self.sheet.wrong(
                words.record.line, f"{words.record.id} has no {what}.", f"It is one of {', '.join(sorted(allowed))}."
            )
        return found

    def _entity(self, words: Words, key: str) -> str | None:
        word = words.keyed(key)
        if word is None:
            return None
        if word.text not in self.entities:
            self.sheet.wrong(words.record.line, f"{key}={word.text} is no entity.", "Mark it in the text first.")
            return None
        return word.text

    def _date(self, words: Words, key: str) -> str | None:
        word = words.keyed(key)
        if word is None:
            return None
        if not codes.is_date(word.text):
            self.sheet.wrong(words.record.line, f"{key}={word.text} is no date.", "Write EDTF: 2026-03-02, 2026-03.")
            return None
        return word.text

    def _given(self, record: Record, words: Words) -> None:
        named = words.every("in")
        for word in named:
            if word.text not in self._voices and word.text != "none":
                self.sheet.wrong(record.line, f"in={word.text} is no attribution.", "Name one, or none.")
        if named:
            self.given_voices[record.id] = tuple(word.text for word in named if word.text in self._voices)

    def _mention(self, id: str | None, near: Span, inside: Span | None = None) -> Span | None:
        """The mention of an entity nearest to `near`, one inside `inside` before all others."""
        if id is None:
            return None
        spans = [mention.span for mention in self.entities[id].mentions]
        return min(
            spans,
            key=lambda span: (
                not (inside and inside.covers(span)),
                max(near.start - span.end, span.start - near.end),
            ),
        )

    def _role(self, word: Word, *, record: Record, trigger: Span, evidence: Span) -> Role | None:
        if not word.quoted:
            entity = self.entities.get(word.text)
            if entity is None:
                hint = 'Mark it in the text, or write the words: by="two men".'
                self.sheet.wrong(record.line, f"{word.key}={word.text} is no entity.", hint)
                return None
            span = self._mention(entity.id, trigger, evidence)
            assert span is not None  # an entity has a mention
            return Role(span.of(self.sheet.text), span, entity.id, entity.country, entity.sector)
        span = self.sheet.find(word.text, evidence, record)
        return Role(span.of(self.sheet.text), span, self._entity_at(span)) if span else None

    def _factor(self, word: Word | None, evidence: Span, record: Record) -> Factor | None:
        if word is None:
            return None
        span = self.sheet.find(word.text, evidence, record)
        return Factor(span.of(self.sheet.text), span, self._entity_at(span)) if span else None

    def _entity_at(self, span: Span) -> str | None:
        for entity in self.entities.values():
            if any(mention.span == span for mention in entity.mentions):
                return entity.id
        return None

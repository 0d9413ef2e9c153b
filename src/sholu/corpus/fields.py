"""What the records of several kinds of items share: codes, dates, references to entities, words in the text."""

from sholu.corpus import codes
from sholu.corpus.records import ITEM, Record, Word, Words
from sholu.corpus.sheet import Sheet
from sholu.model.reading import Entity, Factor, Role
from sholu.model.span import Span


class Fields:
    """Takes fields from records; what a record says wrong is noted on the sheet and left out."""

    def __init__(self, sheet: Sheet, entities: dict[str, Entity]) -> None:
        self.sheet = sheet
        self.entities = entities
        self.given_voices: dict[str, tuple[str, ...]] = {}
        self.known_voices = {
            record.id for record in sheet.article.records if record.id[0] == "a" and ITEM.fullmatch(record.id)
        }

    def one_of(self, words: Words, allowed: frozenset[str], what: str) -> str | None:
        """The word of a record that is one of those allowed; `what` names the field."""
        found = words.bare(allowed.__contains__)
        if found is None:
            self.sheet.wrong(
                words.record.line, f"{words.record.id} has no {what}.", f"It is one of {', '.join(sorted(allowed))}."
            )
        return found

    def entity(self, words: Words, key: str) -> str | None:
        """The id of the entity behind a key."""
        word = words.keyed(key)
        if word is None:
            return None
        if word.text not in self.entities:
            self.sheet.wrong(words.record.line, f"{key}={word.text} is no entity.", "Mark it in the text first.")
            return None
        return word.text

    def date(self, words: Words, key: str) -> str | None:
        """The EDTF date behind a key."""
        word = words.keyed(key)
        if word is None:
            return None
        if not codes.is_date(word.text):
            self.sheet.wrong(words.record.line, f"{key}={word.text} is no date.", "Write EDTF: 2026-03-02, 2026-03.")
            return None
        return word.text

    def voices(self, record: Record, words: Words) -> None:
        """Keep the attributions that a record names outright (`in=`) in `given_voices`."""
        named = words.every("in")
        for word in named:
            if word.text not in self.known_voices and word.text != "none":
                self.sheet.wrong(record.line, f"in={word.text} is no attribution.", "Name one, or none.")
        if named:
            self.given_voices[record.id] = tuple(word.text for word in named if word.text in self.known_voices)

    def mention(self, id: str | None, near: Span, inside: Span | None = None) -> Span | None:
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

    def role(self, word: Word, *, record: Record, trigger: Span, evidence: Span) -> Role | None:
        """The party to an event that a word names: an entity, by its mention nearest to the trigger, or words."""
        if not word.quoted:
            entity = self.entities.get(word.text)
            if entity is None:
                hint = 'Mark it in the text, or write the words: by="two men".'
                self.sheet.wrong(record.line, f"{word.key}={word.text} is no entity.", hint)
                return None
            span = self.mention(entity.id, trigger, evidence)
            assert span is not None  # an entity has a mention
            return Role(span.of(self.sheet.text), span, entity.id, entity.country, entity.sector)
        span = self.sheet.find(word.text, evidence, record)
        return Role(span.of(self.sheet.text), span, self.entity_at(span)) if span else None

    def factor(self, word: Word | None, evidence: Span, record: Record) -> Factor | None:
        """The cause or the effect whose words are given."""
        if word is None:
            return None
        span = self.sheet.find(word.text, evidence, record)
        return Factor(span.of(self.sheet.text), span, self.entity_at(span)) if span else None

    def entity_at(self, span: Span) -> str | None:
        """The entity that exactly these words mention."""
        for entity in self.entities.values():
            if any(mention.span == span for mention in entity.mentions):
                return entity.id
        return None

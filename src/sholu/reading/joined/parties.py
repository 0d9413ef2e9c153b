"""Who may act or suffer in a sentence: the encoder's marks of roles, other mentions, phrases of the grammar."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sholu.model.reading import Event, Role
from sholu.model.span import Span
from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import phrases, words
from sholu.reading.events.scene import EventScene
from sholu.reading.events.stretches import Stretch
from sholu.reading.joined.russian_roles import group_in
from sholu.reading.languages.morphology import readings
from sholu.reading.learned import Mark, Marks
from sholu.reading.number_words import number_words
from sholu.text.sentences import Sentence

_KINDS = frozenset({"person", "organisation", "outlet", "place", "facility", "group"})
_FAINT = 0.1
"""A stretch of which no word is this likely a role is none: it need not be asked about further."""
_JOINTS = frozenset({kinds.CONJUNCTION, kinds.MARK})
_VERBAL = frozenset({kinds.VERB, kinds.AUXILIARY, kinds.ADVERB})
_HANGING = frozenset({kinds.CONJUNCTION, kinds.RELATIVE, kinds.AUXILIARY, kinds.INFINITIVE, kinds.SUBORDINATOR})
_NOMINAL = frozenset({kinds.NOUN, kinds.RELATIVE, kinds.CONJUNCTION, kinds.PRONOUN, kinds.NUMBER, *_VERBAL})
_STANDING = frozenset({kinds.NOUN, kinds.PRONOUN, kinds.NUMBER})
_OBJECTS = frozenset({kinds.DETERMINER, kinds.NOUN, kinds.ADJECTIVE, kinds.NUMBER, kinds.PRONOUN})
_OWNED = ("ы", "і")
"""Kazakh: how a word ends that something before it owns, where it has no case."""
_ROUNDING = 3
"""Tokens by which a mark may cut the words that round a number."""
_AROUND = 100
"""Code points around a mark in which a name may begin or end that it cuts."""


@dataclass(frozen=True, slots=True)
class Party:
    """A stretch that may be a party, the roles it would fill, and how surely the marks see an actor or recipient.

    `marked` when the marks themselves drew the stretch.
    """

    span: Span
    roles: tuple[Role, ...]
    actor: float
    recipient: float
    marked: bool = False

    def seen(self, side: str) -> float:
        """How surely the marks see it on this side, "actor" or "recipient"."""
        return self.actor if side == "actor" else self.recipient

    @property
    def sure(self) -> float:
        """How surely it is any party."""
        return max(self.actor, self.recipient)


class Parties:
    """The parties of a page by sentence."""

    def __init__(self, scene: EventScene, marks: Marks, limits: dict[str, float]) -> None:
        self.scene = scene
        self.marks = marks
        self._found: dict[int, list[Party]] = {}
        self._named: set[int] = set()
        for mark in self._whole(marks.layer("role", limits["role"])):
            self._add_mark(mark.span, mark.label, mark.probability)

    def of(self, sentence: Sentence) -> list[Party]:
        """All parties of a sentence: those marked first, then those given, then whoever is mentioned."""
        found = self._found.setdefault(sentence.i, [])
        if sentence.i not in self._named:
            self._named.add(sentence.i)
            for span in self._mentions(sentence):
                stretch = self.scene.whole(span)
                if stretch and self._narrows_people(stretch[1]):
                    stretch = self._to_head(stretch)
                    span = self.scene.page.span(*stretch)
                if stretch and not any(party.span.meets(span) for party in found):
                    found.append(self._party(span, (self.scene.roles.one(stretch),)))
        return found

    def marked(self) -> Iterable[tuple[int, list[Party]]]:
        """The parties that the marks drew, by number of their sentence."""
        for number, parties in sorted(self._found.items()):
            yield number, [party for party in parties if party.marked]

    def give(self, role: Role) -> None:
        """Also the party of this role of the grammar, if none stands there yet."""
        sentence = self.scene.page.sentence_at(role.span.start)
        found = self._found.setdefault(sentence.i, [])
        if not any(party.span.meets(role.span) for party in found):
            found.append(self._party(role.span, (role,)))

    def of_event(self, event: Event) -> None:
        """Also the parties of an event of the grammar; a mark that runs over both sides of it is none."""
        sentence = self.scene.page.sentence_at(event.trigger.start)
        self._found[sentence.i] = [
            party
            for party in self._found.get(sentence.i, ())
            if not (party.marked and meeting(event.actors, party.span) and meeting(event.recipients, party.span))
        ]
        for role in (*event.actors, *event.recipients):
            self.give(role)

    def _whole(self, marks: Sequence[Mark]) -> list[Mark]:
        """The marks of roles; in Kazakh, where one group is marked in pieces, one of it."""
        found: list[Mark] = []
        for mark in marks:
            before = found[-1] if found else None
            if before and before.label == mark.label and self._in_one_group(before.span, mark.span):
                found[-1] = Mark(before.span.join(mark.span), mark.label, max(before.probability, mark.probability))
            else:
                found.append(mark)
        return found

    def _in_one_group(self, left: Span, right: Span) -> bool:
        one, other = self.scene.whole(left), self.scene.whole(right)
        if self.scene.language != "kk" or one is None or other is None or one[1] + 1 != other[0]:
            return False
        if self.scene.page.tokens[one[1]].lower.endswith(_OWNED):
            return False  # a group of its own that ends here: "министрлігі отбасына"
        group = self.scene.slots.stretches.kazakh.group_at(other[1])
        return group is not None and group[0] <= one[1]

    def _add_mark(self, span: Span, label: str, probability: float) -> None:
        page = self.scene.page
        sentence = page.sentence_at(span.start)
        stretch = self.scene.whole(self._uncut(span, sentence))
        stretch = self.scene.slots.stretches.tidy(self._to_head(self._without_verb(stretch))) if stretch else None
        if stretch is None:
            return
        if self.scene.language == "ru":
            stretch = group_in(self.scene, stretch)
        stretch = self._with_modifiers(self._bracketed(self._to_name(stretch)), sentence)
        if self.scene.language == "en" and not self._names_something(stretch):
            return
        whole = page.span(*stretch)
        found = self._found.setdefault(sentence.i, [])
        if any(party.span.meets(whole) for party in found):
            return
        actor, recipient = (probability, 0.0) if label == "actor" else (0.0, probability)
        found.append(Party(whole, self.scene.roles.of(stretch), actor, recipient, marked=True))

    def _to_name(self, stretch: Stretch) -> Stretch:
        """Kazakh: a stretch that runs on behind a name up to it: "[Берік Сапар] Абай облысының әкімі болып"."""
        if self.scene.language != "kk":
            return stretch
        for mention, id in self.scene.entities.within(self.scene.page.span(*stretch)):
            last = self.scene.page.token_range(mention.span)[1] - 1
            person = mention.form == "name" and self.scene.entities.get(id).kind == "person"
            bare = person and self.scene.page.tokens[last].text == self.scene.entities.get(id).name.split()[-1]
            if bare and last < stretch[1] and self.scene.page.tokens[last + 1].is_word:
                return stretch[0], last
        return stretch

    def _names_something(self, stretch: Stretch) -> bool:
        """Whether a stretch has a word that can stand for somebody: neither "heavy" nor "+" nor "no longer" has."""
        kind, tokens = self.scene.slots.chunks.kind, self.scene.page.tokens
        return any(kind(i) in _STANDING or tokens[i].is_capitalised for i in range(stretch[0], stretch[1] + 1))

    def _with_modifiers(self, stretch: Stretch, sentence: Sentence) -> Stretch:
        """The stretch with what narrows its noun before it, "two [herders]"; in Kazakh with its whole group."""
        first, last = stretch
        if self.scene.language == "kk":
            return self._with_number(stretch)
        phrase = self.scene.slots.chunks.phrase_ending(last)
        while phrase and phrase[0] < first and sentence.first < first and self._narrows(first - 1):
            first -= 1
        return first, last

    def _with_number(self, stretch: Stretch) -> Stretch:
        """Kazakh: the stretch from the number of its group on, up to its noun where it has but the number."""
        first, last = stretch
        group = self.scene.slots.stretches.kazakh.group_at(last)
        if group is None:
            return stretch
        while group[0] < first and self._narrows(first - 1):
            first -= 1
        while last < group[1] and self._narrows(last):
            last += 1
        return first, last

    def _narrows(self, i: int) -> bool:
        """Whether token `i` narrows the noun behind it; of Kazakh words only numbers surely do."""
        if i in self.scene.slots.stretches.dated:
            return False
        narrowing = (kinds.NUMBER,) if self.scene.language == "kk" else (kinds.NUMBER, kinds.ADJECTIVE)
        number = self.scene.page.tokens[i].lower in number_words(self.scene.language).cardinals
        return number or self.scene.slots.chunks.kind(i) in narrowing

    def _bracketed(self, stretch: Stretch) -> Stretch:
        """A stretch with the mark that closes a bracket opened in it, "the company (CNPC)"; without leading "by"."""
        first, last = stretch
        tokens = self.scene.page.tokens
        if first < last and tokens[first].lower in words(self.scene.language, "grammar", "by"):
            first += 1
        if self.scene.language == "en":
            stretches = self.scene.slots.stretches
            near = range(max(0, first - _ROUNDING), first)
            first = next((j for j in near if first < stretches.rounded(j) <= last), first)  # "more | than 30 people"
        opened = [token.text for token in tokens[first : last + 1] if token.text in "()"]
        if opened.count("(") > opened.count(")") and last + 1 < len(tokens) and tokens[last + 1].text == ")":
            last += 1
        return first, last

    def _uncut(self, span: Span, sentence: Sentence) -> Span:
        """The span with the names whole that it cuts."""
        near = Span(max(sentence.start, span.start - _AROUND), min(sentence.end, span.end + _AROUND))
        for mention, id in self.scene.entities.within(near):
            cut = mention.span.meets(span) and not span.covers(mention.span)
            if cut and mention.form == "name" and self.scene.entities.get(id).kind in _KINDS:
                span = span.join(mention.span)
        return span

    def _to_head(self, stretch: Stretch) -> Stretch:
        """The stretch up to the end of its noun phrase, but not over an "and" or a comma, nor over words after a name.

        A stretch that a possessor would lose begins with it. Not in Kazakh, where only case tells where a phrase ends.
        """
        chunks = self.scene.slots.chunks
        first, last = stretch
        if chunks.kind(first) == kinds.POSSESSIVE:
            first = (chunks.phrase_ending(last) or chunks.phrase_ending(first - 1) or stretch)[0]
        elif chunks.language == "en" and first and self.scene.page.tokens[first].lower == "of":
            first = (chunks.phrase_ending(first - 1) or stretch)[0]
        if self._named_to(last) and self._narrows_people(last):
            return first, last + 1
        phrase = chunks.phrase_starting(first) if chunks.language != "kk" and not self._named_to(last) else None
        while phrase and last < phrase[1] and chunks.kind(last + 1) not in _JOINTS and not self._may_act(last + 1):
            last += 1
        return first, last

    def _without_verb(self, stretch: Stretch) -> Stretch:
        """English: the stretch without a verb or an adverb at its end, "a crowd [hacked]", "activists [who had]"."""
        first, last = stretch
        if self.scene.language != "en":
            return stretch
        kind = self.scene.slots.chunks.kind
        last = next((i - 1 for i in range(first + 1, last + 1) if kind(i) == kinds.INFINITIVE), last)
        while first < last:
            hanging = kind(last) in _HANGING or self.scene.page.tokens[last].lower in words("en", "grammar", "that")
            if not hanging and not (kind(last) in _VERBAL and kind(last - 1) in _NOMINAL):
                break
            last -= 1
        return first, last

    def _narrows_people(self, last: int) -> bool:
        """English: whether a name only narrows the people behind it, "UN monitors"."""
        tokens, i = self.scene.page.tokens, last + 1
        if self.scene.language != "en" or i >= len(tokens) or tokens[i].shape != "lower":
            return False
        kind = self.scene.slots.chunks.kind
        if tokens[i].lower in words("en", "grammar", "people"):
            return i + 1 >= len(tokens) or kind(i + 1) not in _OBJECTS  # not "the UN monitors the truce"
        plural = kind(i) == kinds.NOUN and tokens[i].lower.endswith(("s", "men", "people"))
        return plural and phrases("en", "sectors").at(tokens, i, i + 1) is not None

    def _may_act(self, i: int) -> bool:
        """Russian: whether the word may be a verb as well as a noun, «начала»."""
        lower = self.scene.page.tokens[i].lower
        return self.scene.language == "ru" and any(form.part == "verb" for form in readings("ru", lower))

    def _named_to(self, last: int) -> bool:
        """Whether a name ends with this token."""
        end = self.scene.page.tokens[last].end
        found = self.scene.entities.within(Span(max(0, end - _AROUND), end))
        return any(mention.form == "name" and mention.end == end for mention, _ in found)

    def _mentions(self, sentence: Sentence) -> list[Span]:
        """The outermost mentions of possible parties in a sentence."""
        found: list[Span] = []
        for mention, id in self.scene.entities.within(sentence.span):
            if self.scene.entities.get(id).kind in _KINDS and not (found and found[-1].meets(mention.span)):
                found.append(mention.span)
        return found

    def _party(self, span: Span, roles: tuple[Role, ...]) -> Party:
        label, top = self.marks.peak("role", span)
        share = self.marks.share("role", span) if top >= _FAINT else 0.0
        return Party(span, roles, share * (label == "actor"), share * (label == "recipient"))


def meeting(roles: Sequence[Role], span: Span) -> tuple[Role, ...]:
    """The roles that have a character in common with the span."""
    return tuple(role for role in roles if role.span.meets(span))

"""Items of a list: "beef rose 5 percent, pork by 3", «лук — на 11 %», «Астана (12,8 %)», "Tengiz - 17 million tons"."""

from collections.abc import Sequence
from typing import NamedTuple

from sholu.model.reading import Quantity
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.morphology import features, readings
from sholu.reading.page import Page
from sholu.reading.quantities.figure import Figure
from sholu.reading.quantities.lexicon import UnitWords
from sholu.reading.quantities.said import said_of
from sholu.reading.quantities.subjects import HOLDERS, Subjects
from sholu.text.sentences import Sentence

LISTED = "stands in a list"
"""The rule that tells what such figures measure."""
_DASHES = frozenset("—–-")
_PLACES = frozenset({"place", "facility"})
_BREAKS = frozenset(",;:()—–.!?")
_CLOSING = frozenset("),;")
_SIGNS = frozenset("+-–−")
_QUOTES = frozenset("«»“”„\"'")
_LONGEST = 9  # tokens of the name of an item
_LISTED = 12  # figures back in a list
_NEAR = 30  # tokens between two figures of a list
_OPENERS = frozenset({k.CONJUNCTION, k.SUBORDINATOR, k.ADVERB, k.DETERMINER})
_NAMES = frozenset({k.NOUN, k.ADJECTIVE, k.PARTICIPLE})
_NOT_NAMES = frozenset({k.VERB, k.AUXILIARY, k.RELATIVE, k.INFINITIVE, k.GERUND})


class Item(NamedTuple):
    """What stands before a figure as the name of an item: tokens `first` .. `last`, and how the figure is joined."""

    first: int
    last: int
    joint: str


class Named(NamedTuple):
    """What the name says: the measure, whose the figure is or where, or that it is the same measure at another time."""

    words: str | None
    holder: str | None
    place: str | None = None


class Items:
    """Reads the names of the items of lists on one page."""

    def __init__(self, page: Page, words: UnitWords, entities: EntityIndex, subjects: Subjects) -> None:
        self.page, self.tokens, self.words, self.entities, self.subjects = page, page.tokens, words, entities, subjects
        self.tag = page.language.tag
        self.chunks = chunks_of(page)
        self._heads: dict[str, str] = {}  # what measures made of a head and a name have for their head

    def item(
        self, figure: Figure, before: Quantity | None, sentence: Sentence, last: Quantity | None = None
    ) -> Item | None:
        """The item that the figure belongs to; `before` is the figure of its unit before it in the sentence.

        `last` is the figure right before it, beyond which no name reaches.
        """
        at = self._left(figure, sentence.first)
        lowest = sentence.first
        if last is not None and sentence.start <= last.evidence.start < self.tokens[figure.first].start:
            lowest = max(lowest, self.page.token_range(last.evidence)[1])
        joint = self.tokens[at].text if at > sentence.first else ""
        if joint in _DASHES and self.tokens[at - 1].end < self.tokens[at].start:
            return self._named(at - 1, lowest, "dash")
        if joint == "(" and figure.next < sentence.stop and self.tokens[figure.next].text in _CLOSING:
            if at == lowest > sentence.first:
                return Item(at, at - 1, "bracket")  # "fell by 243,000 (0.17%)"
            return self._named(at - 1, lowest, "bracket")
        if before is None or figure.unit is None or before.unit != figure.unit:
            return None
        stop = self.page.token_range(before.evidence)[1]
        found = self._named(at, stop, "gap")
        if found is None or not stop <= found.first <= stop + 2 or found.first == stop:
            return None
        return found if self._is_gap(found, stop) else None

    def read(self, item: Item, before: Quantity | None) -> Named | None:
        """What the name of the item says, told what the figure before it measures; None if nothing."""
        first, last = self._without_time(item.first, item.last), item.last
        compared = first <= last and self.words.changes.compared.at(self.tokens, first, last + 1) is not None
        if first > last or compared:
            told = before and (before.measure or said_of(self.page, before.evidence))
            return Named(self.plain(told or ""), before.holder) if before is not None else None
        head = self.plain(before.measure) if before is not None and before.measure else None
        if self.chunks.kind(first) == k.PREPOSITION:
            place = self._place(first, last)
            if place is not None:
                return Named(head or self._subject(first), None, place)
            return self._governed(first, last, head or "")
        holder, rest = self._entity(first, last)
        if holder is not None:
            head = head or (said_of(self.page, before.evidence) if before is not None else None)
            own = self.subjects.words(first, rest) if first <= rest and self._is_named(first, rest) else None
            return Named(own or head, holder, holder if self.entities.get(holder).kind == "place" else None)
        if not self._is_named(first, last):
            return None
        words = self.subjects.words(first, last)
        return Named(self._of_head(first, last, head, words) if head else words, None)

    def _is_named(self, first: int, last: int) -> bool:
        nouns = (k.NOUN, k.ADJECTIVE) if self.tag == "kk" else (k.NOUN,)
        return any(self.chunks.kind(at) in nouns and self.tokens[at].is_word for at in range(first, last + 1))

    def _without_time(self, first: int, last: int) -> int:
        """The first token behind a time at the start of the words and what links it."""
        linking = (k.PREPOSITION, k.ADVERB, k.DETERMINER, k.CONJUNCTION)
        times = [at for at in range(first, last + 1) if at in self.subjects.passed]
        if times and all(
            at in self.subjects.passed or self.chunks.kind(at) in linking for at in range(first, times[0])
        ):
            first = times[-1] + 1
            while first <= last and self.tokens[first].text == "-":
                first += 2
        while first <= last and (match := self.words.changes.within.at(self.tokens, first, last + 1)) is not None:
            first = match.last + 1
        return first

    def plain(self, measure: str) -> str | None:
        """A measure without the word for its growth."""
        changes = self.words.changes
        for growth in (changes.up_measure, changes.down_measure):
            before, after = changes.measure.format(subject="\n", growth=growth).split("\n")
            if measure.startswith(before) and measure.endswith(after):
                return measure[len(before) : len(measure) - len(after)]
        return None if measure in (changes.up_measure, changes.down_measure) else measure

    def _of_head(self, first: int, last: int, head: str, words: str) -> str:
        """«урожайность пшеницы выросла на 10 %, ячменя — на 17 %»: a genitive hangs on what is measured before."""
        if self.tag != "ru" or first != last:
            return words
        known = features("ru", self.tokens[first].lower)
        if any(form.case == "nom" for form in readings("ru", self.tokens[first].lower)):
            return words  # «евро»
        said = head.split()
        noun = next((at for at, word in enumerate(said) if features("ru", word.lower()).part == "noun"), None)
        if known.case != "gen" or noun is None or features("ru", said[noun].lower()).case == "gen":
            return words
        return " ".join((*said[: noun + 1], words))

    def growth(self, item: Item, figure: Figure, before: Quantity | None, sentence: Sentence) -> str | None:
        """Whether the figure says by how much the item grew or fell, as what is told of the whole list says."""
        changes = self.words.changes
        if figure.unit != "%":
            return None
        if item.joint == "bracket":
            sign = self.tokens[item.last + 2].text
            if sign in _SIGNS:
                return changes.up_measure if sign == "+" else changes.down_measure
            return self._told_before(item.first, sentence.first)
        if self.tag == "kk":
            return self._told_after(figure, sentence.stop) if self._is_by(figure) else None
        if not any(self.tokens[at].lower in changes.by for at in range(item.last + 1, figure.first)):
            return None
        return self.growth_of(before)

    def growth_of(self, before: Quantity | None) -> str | None:
        """Whether the figure before says by how much something grew or fell."""
        if before is None or before.unit != "%" or before.change is None or before.change.factor is None:
            return None
        changes = self.words.changes
        return changes.up_measure if before.change.factor > 1 else changes.down_measure

    def _left(self, figure: Figure, first: int) -> int:
        """The token before the figure, words of degree and "by" aside, and its sign."""
        at = figure.outer - 1
        while at > first and (self._is_small(at) or (at == figure.outer - 1 and self.tokens[at].text in "+")):
            at -= 1
        return at

    def _is_small(self, at: int) -> bool:
        lower = self.tokens[at].lower
        changes, starts = self.words.changes, self.words.sets["changed_from"]
        return lower in changes.by or lower in changes.to or lower in starts or self.chunks.kind(at) == k.ADVERB

    def _named(self, last: int, lowest: int, joint: str) -> Item | None:
        """The words that end with token `last`, back to what parts them from the item before."""
        first = last + 1
        while first > lowest and last - first < _LONGEST:
            token = self.tokens[first - 1]
            if token.text in _BREAKS or token.shape == "number":
                break
            if (
                joint == "bracket"
                and first <= last
                and self.chunks.kind(first - 1) == k.PARTICIPLE
                and self._opens(first)
            ):
                break
            if self.chunks.kind(first - 1) in _NOT_NAMES and first - 1 not in self.subjects.passed:
                if joint == "bracket" and first <= last:
                    break
                return None
            if joint == "gap" and self.words.measures.linking.at(self.tokens, first - 1) is not None:
                return None  # "while its army devours 4 percent"
            first -= 1
        joins = self.words.sets["between_and"]
        while first < last and (self.chunks.kind(first) in _OPENERS or self.tokens[first].lower in joins):
            first += 1
        if joint == "bracket" and self.chunks.kind(last) not in _NAMES and last not in self.subjects.passed:
            return None
        return Item(first, last, joint) if first <= last and last - first < _LONGEST else None

    def _opens(self, first: int) -> bool:
        """Whether a preposition stands at the token: «зафиксирован в Калмыкии (12 %)»."""
        return self.chunks.kind(first) == k.PREPOSITION

    def _is_gap(self, item: Item, stop: int) -> bool:
        """Whether only a comma and "and" or "while" stand between the figure before and the name, which is a noun's."""
        between = range(stop, item.first)
        joined = all(self.tokens[at].text in ",;" or self.chunks.kind(at) in _OPENERS for at in between)
        return joined and self.chunks.kind(item.first) != k.PREPOSITION

    def _governed(self, first: int, last: int, head: str) -> Named:
        """«цены на бензин выросли на 2 %, на дизтопливо — на 3 %»: what the words hang on is told before."""
        preposition = self.tokens[first].lower
        head = self._heads.get(head, head)
        words = head.split()
        at = next((number for number, word in enumerate(words) if number and word.lower() == preposition), len(words))
        if not words and self._entity(first + 1, last)[0] is not None:
            return Named(None, None)
        if not words:
            first = min(first + 1, last)  # «направят 5 млн, на школы — 3 млн»
        made = " ".join((*words[:at], self.subjects.words(first, last)))
        self._heads[made] = " ".join(words[:at])
        return Named(made, None)

    def _subject(self, first: int) -> str | None:
        """«спад зафиксирован в Калмыкии (12 %)»: of which the word before the name of the first item tells."""
        if first == 0 or self.chunks.kind(first - 1) not in (k.PARTICIPLE, k.VERB):
            return None
        phrase = self.chunks.noun_phrase_before(first - 1)
        return self.subjects.phrase(*phrase).words or None if phrase is not None else None

    def _place(self, first: int, last: int) -> str | None:
        """«в Ошской области — 12», "in Bergen - 33": the place that is all of a name that says where."""
        if self.tokens[first].lower not in self.words.measures.places or first == last:
            return None
        if self.tag == "ru" and features("ru", self.tokens[last].lower).case == "acc":
            return None  # «экспорт в Грузию»: whither
        span = self.page.span(first, last)
        places = ((mention, id) for mention, id in self.entities.within(span) if self.entities.get(id).kind in _PLACES)
        return next((id for mention, id in places if mention.end == span.end), None)

    def _entity(self, first: int, last: int) -> tuple[str | None, int]:
        """Who is named at the end of the words, and the last token before."""
        while first < last and self.tokens[last].text in _QUOTES:
            last -= 1
        while first < last and self.tokens[first].text in _QUOTES:
            first += 1
        for mention, id in self.entities.within(self.page.span(first, last)):
            begin, stop = self.page.token_range(mention.span)
            whole = begin == first or (self.tag == "kk" and mention.form == "name")
            if stop == last + 1 and whole and self.entities.get(id).kind in HOLDERS:
                rest = begin - 1
                while rest > first and self.chunks.kind(rest) in (k.ADVERB, k.CONJUNCTION):
                    rest -= 1
                return id, rest
        return None, last

    def _told_before(self, at: int, lowest: int) -> str | None:
        """The word of growth or decline that a list stands behind: «подорожали капуста (87 %), морковь (34 %)»."""
        for j in range(at - 1, max(lowest, at - _NEAR) - 1, -1):
            if self.chunks.kind(j) in (k.VERB, k.PARTICIPLE, k.GERUND):
                return self.words.changes.direction(self.tokens, j)
        return None

    def _told_after(self, figure: Figure, stop: int) -> str | None:
        """«қант 8 %-ке, ет 5 %-ке қымбаттаған»: the verb that ends the list."""
        for j in range(figure.next, min(stop, figure.next + _NEAR)):
            if self.tokens[j].text in ";.":
                return None
            found = self.words.changes.direction(self.tokens, j)
            if found is not None:
                return found
            if self.chunks.is_verb(j):
                return None
        return None

    def _is_by(self, figure: Figure) -> bool:
        """Whether the share has the ending of by how much: «8%-ке», «8 пайызға»."""
        endings = self.words.changes.by_endings
        at = figure.next
        if at + 1 < len(self.tokens) and self.tokens[at].text == "-":
            return self.tokens[at + 1].lower in endings
        return self.tokens[figure.last].lower.endswith(endings)


def listed_before(found: Sequence[Quantity], unit: str | None, sentence: Sentence) -> Quantity | None:
    """The figure before in the same sentence, the last of the same unit if there is one."""
    near = [item for item in found[-_LISTED:] if item.evidence.start >= sentence.start]
    return next((item for item in reversed(near) if item.unit == (unit or "count")), near[-1] if near else None)

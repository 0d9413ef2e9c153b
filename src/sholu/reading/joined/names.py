"""Who and what is named, by both halves: the encoder weighs in on the grammar's names, and adds what it overlooks."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, cast

from sholu.gazetteer import Gazetteer
from sholu.model.reading import Basis, EntityKind
from sholu.packs import Packs
from sholu.reading.credits import CreditNote
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.thresholds import thresholds
from sholu.reading.languages.morphology import features
from sholu.reading.learned import Marks
from sholu.reading.names import find_entities
from sholu.reading.names.belonging import country_of
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.people import gender_of, two_countries
from sholu.reading.names.places import find_named
from sholu.reading.names.sheet import Sheet
from sholu.reading.page import Page

_FAMILY: dict[str, str] = {"outlet": "organisation", "facility": "place"}
"""Kinds that one half often takes for the other: they count as one when the two are compared."""
_NAMED = frozenset({"person", "organisation", "outlet", "place", "facility"})
_LONE = frozenset({"person", "place"})
"""Kinds that an ordinary word with a capital seldom names."""
_FIRM = RANK["pack"] - 1
"""Rank of what packs and credits name: no second opinion is asked on it."""
_OF_NAMES = Mark.GIVEN | Mark.SURNAME | Mark.ENDING | Mark.PATRONYMIC | Mark.GEO
_OF_BODIES = Mark.TITLE | Mark.HEAD | Mark.MODIFIER
_CERTAIN = 1.5
"""What makes a place of a name whatever its neighbours say."""


def find_entities_jointly(
    page: Page,
    marks: Marks,
    packs: Packs,
    gazetteer: Gazetteer,
    credits: Sequence[CreditNote],
    *,
    alone: bool = False,
) -> EntityIndex:
    """All entities of a page by both halves; with `alone`, those that the marks show, known names looked up."""
    return find_entities(page, packs, gazetteer, credits, lambda sheet: Advice(sheet, marks, gazetteer, alone=alone))


class Opinion(NamedTuple):
    """What the encoder says of some tokens: the likeliest kind, how likely they are named so, how likely a name."""

    kind: str
    of_kind: float
    named: float


class Advice:
    """The encoder's opinion on names, asked by the finders of the exact half."""

    def __init__(self, sheet: Sheet, marks: Marks, gazetteer: Gazetteer, *, alone: bool = False) -> None:
        self.sheet = sheet
        self.gazetteer = gazetteer
        self.alone = alone
        self.limits = thresholds("entities", sheet.lexicon.tag)
        self.home: str | None = None
        self.words = marks.at("name", [token.start for token in sheet.tokens])
        self.small = {token.lower for token in sheet.tokens if token.shape == "lower"}

    def opinion(self, first: int, last: int) -> Opinion:
        """Of tokens `first` .. `last`, small words inside aside."""
        votes: defaultdict[str, float] = defaultdict(float)
        total = count = 0.0
        for index in range(first, last + 1):
            if not self.sheet.tokens[index].is_word or (last > first and self.sheet.tokens[index].shape == "lower"):
                continue
            kind, inside, _ = self.words[index]
            votes[_FAMILY.get(kind, kind)] += inside
            total += inside
            count += 1
        if not count:
            return Opinion("", 0.0, 0.0)
        kind = max(votes, key=lambda kind: votes[kind])
        return Opinion(kind, votes[kind] / count, total / count)

    def place(self, first: int, last: int) -> float:
        """What to add to the weight of these tokens for being a place."""
        if self.sheet.sentence_of[first].i in self.sheet.shouting:
            return 0.0
        said = self.opinion(first, last)
        if said.kind == "place" and said.of_kind >= self.limits["sure_place"]:
            return _CERTAIN
        return self._lean("place", first, last)

    def person(self, first: int, last: int) -> float:
        """What to add to the points of these tokens for being a person."""
        return self._lean("person", first, last)

    def _lean(self, family: str, first: int, last: int) -> float:
        """What speaks for a name of this family, or against it."""
        said = self.opinion(first, last)
        if family == "place" and said.kind == "organisation":
            return 0.0  # a name of a place inside another name
        lean = 2 * (said.of_kind if said.kind == family else 0.0) - 1
        return lean * self.limits[f"{family}_{'for' if lean > 0 else 'against'}"]

    def revise(self, finds: Sequence[Find]) -> list[Find]:
        """The finds with what was overlooked, and without what is none."""
        countries = Counter(find.country for find in finds if find.kind == "place" and find.country)
        self.home = countries.most_common(1)[0][0] if countries else None
        marked = list(self._marked())
        if self.alone:
            return [_told(self._looked_up(find, finds)) for find in marked]
        inside = _nested(finds)
        kept = [kept for find in finds if (kept := find if id(find) in inside else self._judged(find)) is not None]
        kept = self._bounded(kept, marked)
        taken = {token for find in kept for token in range(find.first, find.last + 1) if find.form == "name"}
        fresh = [find for find in marked if find.confidence >= self._least(find.kind)]
        fresh = [_told(find) for find in fresh if taken.isdisjoint(range(find.first, find.last + 1))]
        kinds = {self.sheet.text(find.first, find.last): find.kind for find in kept if find.form == "name"}
        return [*kept, *(self._alike(find, kinds) for find in fresh)]

    def _alike(self, find: Find, kinds: Mapping[str, EntityKind]) -> Find:
        """A marked name with the kind that the grammar gives the same words elsewhere, where the two count as one."""
        kind = kinds.get(self.sheet.text(find.first, find.last), find.kind)
        return replace(find, kind=kind) if _FAMILY.get(kind, kind) == _FAMILY.get(find.kind, find.kind) else find

    def _bounded(self, finds: Sequence[Find], marked: Sequence[Find]) -> list[Find]:
        """The finds, those of unsure bounds widened to the one mark of their kind that covers them."""
        least = self.limits["widen"]
        around = {i: mark for mark in marked if mark.confidence >= least for i in range(mark.first, mark.last + 1)}
        owners = Counter(id(around[find.first]) for find in finds if find.form == "name" and find.first in around)
        found = []
        for find in finds:
            mark = around.get(find.first) if find.form == "name" and find.rank < _FIRM else None
            if mark is not None and mark.covers(find) and owners[id(mark)] == 1 and _same(mark, find):
                first, last = self._reach(find, mark)
                find = replace(find, first=first, last=last)
            found.append(find)
        return found

    def _reach(self, find: Find, mark: Find) -> tuple[int, int]:
        """How far the bounds of a find may follow a mark: to the first word on each side that is no part of a name."""
        first, last = find.first, find.last
        while first > mark.first and not self._is_barred(first - 1, find.kind):
            first -= 1
        while last < mark.last and not (self._ends_name(last) or self._is_barred(last + 1, find.kind)):
            last += 1
        while first < find.first and not self._may_bound(first):
            first += 1
        while last > find.last and not (self._may_bound(last) or self._may_end(last)):
            last -= 1
        return first, last

    def _is_barred(self, index: int, kind: str) -> bool:
        """Whether no name grows over a word: a day, an opener; for people and places an office or ordinary word."""
        marks = self.sheet.marks(index)
        if self._is_opener(index) or marks & Mark.CALENDAR:
            return True
        if kind not in _LONE or marks & _OF_NAMES or self.sheet.tokens[index].shape == "lower":
            return False
        return bool(marks & _OF_BODIES) or self._is_ordinary(index)

    def _ends_name(self, index: int) -> bool:
        """Whether a name goes no further than a word: Kazakh puts the case on the last one."""
        if self.sheet.lexicon.tag != "kk" or not self.sheet.capitalised(index):
            return False
        return features("kk", self.sheet.tokens[index].lower).case not in ("", "nom")

    def _is_opener(self, index: int) -> bool:
        """Whether a word only opens its sentence, as "yesterday" does."""
        return index in self.sheet.opens and bool(self.sheet.marks(index) & Mark.OPENER) and not self._is_article(index)

    def _is_article(self, index: int) -> bool:
        return self.sheet.tokens[index].lower in self.sheet.lexicon.grammar["articles"]

    def _is_ordinary(self, index: int) -> bool:
        """Whether a word is one that is no name: it has its capital from where it stands, or is written small too."""
        marks = self.sheet.marks(index)
        if marks & _OF_NAMES or self.sheet.tokens[index].shape != "title":
            return False
        return self.sheet.tokens[index].lower in self.small or (index in self.sheet.opens and bool(marks & Mark.COMMON))

    def _least(self, kind: str) -> float:
        """From which probability a mark alone makes a name of this kind."""
        return self.limits.get(f"add_{_FAMILY.get(kind, kind)}", 2.0)

    def _judged(self, find: Find) -> Find | None:
        """A find of the grammar as it is, of another kind, or None: by what the encoder is sure of."""
        if find.form != "name" or find.rank >= _FIRM or find.kind not in _NAMED:
            return find
        said = self.opinion(find.first, find.last)
        family = _FAMILY.get(find.kind, find.kind)
        if said.named < self.limits[f"veto_{family}"] and not find.key:
            return None
        turns = not find.key and said.kind != family and said.kind in _NAMED
        if turns and said.of_kind >= self.limits[f"turn_{family}"]:
            return self._made(find.first, find.last, said.kind, said.of_kind)
        return find

    def _marked(self) -> Iterator[Find]:
        """The names that the marks show."""
        for first, last in self._stretches():
            first, last = self._trimmed(first, last)
            if first > last or all(self._is_no_name(i) for i in range(first, last + 1)):
                continue
            said = self.opinion(first, last)
            kinds = [self.words[i][0] for i in range(first, last + 1)]
            kind = max(dict.fromkeys(kinds), key=lambda kind: (_FAMILY.get(kind, kind) == said.kind, kinds.count(kind)))
            if kind in _NAMED and not (kind in _LONE and all(self._is_bare(i) for i in range(first, last + 1))):
                yield self._made(first, last, kind, said.of_kind)

    def _stretches(self) -> Iterator[tuple[int, int]]:
        """Runs of tokens that the encoder sees in one name."""
        first: int | None = None
        least = self.limits["mark"]
        for index, (kind, inside, begins) in enumerate(self.words):
            if first is not None:
                before = self.words[index - 1][0]
                goes_on = inside >= least and _FAMILY.get(kind, kind) == _FAMILY.get(before, before)
                if not goes_on or (begins and self._apart(index)) or self.sheet.line_break(index):
                    yield first, index - 1
                    first = None
            if first is None and inside >= least:
                first = index
        if first is not None:
            yield first, len(self.words) - 1

    def _apart(self, index: int) -> bool:
        """Whether a name may begin at a token right behind another name."""
        before = self.sheet.tokens[index - 1]
        return not before.is_word or before.shape in ("lower", "possessive")

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        """Without small words and marks at the sides."""
        while first <= last and (not self._may_bound(first) or self._is_opener(first)):
            first += 1
        while first <= last and not (self._may_bound(last) or (last > first and self._may_end(last))):
            last -= 1
        return first, last

    def _is_no_name(self, index: int) -> bool:
        """Whether a word is an adjective of a country, a day, a title or such: never a name by itself."""
        return index in self.sheet.adjectives or bool(self.sheet.marks(index) & (Mark.CALENDAR | Mark.TITLE))

    def _is_bare(self, index: int) -> bool:
        """Whether a word by itself names neither a person nor a place: a people, an ordinary word."""
        peoples = self.sheet.marks(index) & Mark.PEOPLES or two_countries(self.sheet, index)
        return bool(peoples) or self.sheet.tokens[index].shape == "lower" or self._is_ordinary(index)

    def _may_end(self, index: int) -> bool:
        """Whether a word in small letters may be the last of a name: no preposition, in English none at all."""
        small = Mark.PARTICLE | Mark.OPENER
        return (
            self.sheet.lexicon.tag != "en"
            and self.sheet.tokens[index].shape == "lower"
            and not self.sheet.marks(index) & small
        )

    def _may_bound(self, index: int) -> bool:
        return self.sheet.capitalised(index) or self.sheet.tokens[index].text[0].isupper()

    def _made(self, first: int, last: int, kind: str, score: float) -> Find:
        """A find of the encoder's, with what the grammar can tell of it."""
        sheet = self.sheet
        confidence = round(score, 3)
        if kind == "place":
            return replace(find_named(sheet, self.gazetteer, first, last, self.home), confidence=confidence)
        if kind == "person":
            return Find(
                first, last, "person", RANK["person"], gender=gender_of(sheet, first, last), confidence=confidence
            )
        if kind in ("organisation", "outlet"):
            heads = [i for i in range(first, last + 1) if sheet.marks(i) & Mark.HEAD]
            head = heads[0 if sheet.lexicon.tag == "ru" else -1] if heads else None
            sector = ("JRN",) if kind == "outlet" else _sector(sheet, head)
            return Find(
                first,
                last,
                cast(EntityKind, kind),
                RANK["unknown"],
                country=country_of(sheet, first, last),
                sector=sector,
                head=sheet.tokens[head].lower if head is not None else None,
                confidence=confidence,
            )
        return Find(first, last, cast(EntityKind, kind), RANK["unknown"], confidence=confidence)

    def _looked_up(self, find: Find, finds: Iterable[Find]) -> Find:
        """A marked name with what the grammar's find of the same words knows."""
        for known in finds:
            if (known.first, known.last) == (find.first, find.last):
                return replace(known, confidence=find.confidence) if _same(known, find) else find
        return find


def _sector(sheet: Sheet, head: int | None) -> tuple[str, ...]:
    sector = sheet.words[head].sector if head is not None else None
    return (sector,) if sector else ()


def _told(find: Find) -> Find:
    """The find with what made it."""
    return replace(find, basis=(Basis("learned", "name", find.confidence),))


def _same(one: Find, other: Find) -> bool:
    """Whether two finds are of kinds that count as one."""
    return _FAMILY.get(one.kind, one.kind) == _FAMILY.get(other.kind, other.kind)


def _nested(finds: Sequence[Find]) -> set[int]:
    """The ids of the finds that stand inside longer ones."""
    found: set[int] = set()
    outer: Find | None = None
    for find in finds:  # in order, outer ones first
        if outer is not None and find.last <= outer.last:
            found.add(id(find))
        elif outer is None or find.last > outer.last:
            outer = find
    return found

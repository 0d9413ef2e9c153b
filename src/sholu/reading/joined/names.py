"""Who and what is named, by both halves: the encoder weighs in on the grammar's names, and adds what it overlooks."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import cast

from sholu.gazetteer import Gazetteer
from sholu.model.reading import Basis, EntityKind
from sholu.packs import Packs
from sholu.reading.credits import CreditNote
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.bounds import redrawn, widened
from sholu.reading.joined.choosing import FIRM, chosen
from sholu.reading.joined.lone_places import LonePlaces
from sholu.reading.joined.opinions import LONE, NAMED, Opinions, Stretch, family, same_family
from sholu.reading.learned import Marks
from sholu.reading.names import find_entities
from sholu.reading.names.belonging import country_of
from sholu.reading.names.finds import RANK, Find, may_hold
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.locating import Surrounding, find_named, surroundings
from sholu.reading.names.people import gender_of
from sholu.reading.names.sheet import Sheet
from sholu.reading.page import Page
from sholu.reading.places.words import place_words

_OPENING = frozenset('«“"„')
_CLOSING = frozenset('.!?…"”»:;')
"""What may close a sentence."""
_PORTFOLIO = 10
"""Tokens between a minister and the last field that he is for."""
_BODIES = frozenset({"organisation", "outlet"})
_MAPPED = "geonames:"
"""How the keys of places begin that the gazetteer knows."""
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


class Advice:
    """The encoder's opinion on names, asked by the finders of the exact half."""

    def __init__(self, sheet: Sheet, marks: Marks, gazetteer: Gazetteer, *, alone: bool = False) -> None:
        self.sheet = sheet
        self.gazetteer = gazetteer
        self.alone = alone
        self.said = Opinions(sheet, marks)
        self.limits = self.said.limits
        self.around: frozenset[Surrounding] = frozenset()

    def place(self, first: int, last: int) -> float:
        """What to add to the weight of these tokens for being a place."""
        if self.said.in_office(first, last):
            return -_CERTAIN
        said = self.said.of(first, last)
        if said.kind == "place" and said.of_kind >= self.limits["sure_place"]:
            return _CERTAIN
        return self._lean("place", first, last)

    def person(self, first: int, last: int) -> float:
        """What to add to the points of these tokens for being a person."""
        return self._lean("person", first, last)

    def _lean(self, kind: str, first: int, last: int) -> float:
        """What speaks for a name of this kind, or against it."""
        said = self.said.of(first, last)
        if kind == "place" and said.kind == "organisation":
            return 0.0  # a name of a place inside another name
        lean = 2 * (said.of_kind if said.kind == kind else 0.0) - 1
        return lean * self.limits[f"{kind}_{'for' if lean > 0 else 'against'}"]

    def revise(self, finds: Sequence[Find]) -> list[Find]:
        """The finds with what was overlooked, and without what is none."""
        self.around = surroundings(finds)
        told = sorted((find for find in finds if find.kind == "organisation"), key=_first)
        said = [one for one in self.said.stretches() if not self._is_no_name(one) and not self._is_several(one, told)]
        marked = [self._made(one.first, one.last, one.kind, one.score) for one in said]
        if self.alone:
            return [_told(self._looked_up(find, finds)) for find in marked]
        inside = _nested(finds)
        self.towns = LonePlaces(self.sheet, self.gazetteer, [*finds, *marked])
        marked = [self._settled(mark) for mark in marked]
        kept = [
            self._settled(judged)
            for find in finds
            if (judged := find if id(find) in inside else self._judged(find)) is not None
        ]
        kept = chosen(self.said, kept, marked)
        kept = self._located(widened(self.said, self._redrawn(kept, marked), marked), kept)
        kinds = {self.sheet.text(find.first, find.last): find.kind for find in kept if find.form == "name"}
        fresh = [_told(self._alike(find, kinds)) for find in self._fresh(kept, marked)]
        found = [*self._agreeing(kept, fresh), *fresh]
        return [*found, *self.towns.overlooked(found)] if self.sheet.lexicon.tag != "kk" else found

    def _settled(self, find: Find) -> Find:
        """A find, or the town that it is although it looks like somebody."""
        if find.kind != "person" or find.form != "name" or find.rank >= FIRM or self.sheet.lexicon.tag == "kk":
            return find
        town = self.towns.is_place(find.first, find.last)
        return self._made(find.first, find.last, "place", find.confidence) if town else find

    def _is_no_name(self, one: Stretch) -> bool:
        """What only looks like one name: what the line that counts a series' issues holds besides the series' name, and
        «Тюзскому делу», «месяц Рамазан», «Чалкаре Тюзской области».
        """
        sheet = self.sheet
        serial = sheet.page.header.serial
        if serial is not None and serial.span.covers(sheet.page.span(one.first, one.last)):
            return sheet.page.span(one.first, one.last).of(sheet.page.text) != serial.name
        if sheet.lexicon.tag == "en":
            if one.kind == "place":
                return place_words("en").never_built.at(sheet.tokens, one.first, one.last + 1) is not None
            return one.kind == "organisation" and self._is_portfolio(one)
        if sheet.lexicon.tag != "ru":
            return False
        tokens, grammar = sheet.tokens, sheet.lexicon.grammar
        last, behind = tokens[one.last].lower, tokens[one.last + 1].lower if one.last + 1 < len(tokens) else ""
        affairs = grammar["affairs"]
        if last in affairs or (last.endswith(sheet.lexicon.adjectival) and behind in affairs):
            return True
        if one.first and tokens[one.first - 1].lower in grammar["months"]:
            return True
        if one.kind == "organisation" and self._is_of_place_for(one):
            return True
        quoted = one.first > 1 and one.kind != "person" and tokens[one.first - 1].text in _OPENING
        if quoted and sheet.marks(one.first - 2) & Mark.EVENT_HEAD:
            return True  # «учения «Океан»»
        return one.kind == "place" and any(sheet.region_adjective(i) for i in range(one.first + 1, one.last))

    def _is_of_place_for(self, one: Stretch) -> bool:
        """Russian: «(заместитель главы) Тюзской области по вопросам финансов»: a place, and what an office is for."""
        sheet, concerning = self.sheet, self.sheet.lexicon.grammar["concerning"]
        for j in range(one.first + 1, one.last):
            if sheet.tokens[j].lower in concerning:
                return j - 1 in sheet.place_ends or bool(sheet.marks(j - 1) & Mark.PLACE_HEAD)
            if sheet.marks(j) & Mark.HEAD:
                return False
        return False

    def _is_several(self, one: Stretch, bodies: Sequence[Find]) -> bool:
        """Whether a stretch is but bodies that the grammar knows one by one, in order, joined by "and"."""
        if one.kind != "organisation":
            return False
        tokens, grammar = self.sheet.tokens, self.sheet.lexicon.grammar
        begin, end = bisect_left(bodies, one.first, key=_first), bisect_left(bodies, one.last + 1, key=_first)
        inside = [find for find in bodies[begin:end] if find.last <= one.last]
        if not inside or inside[0].first != one.first or inside[-1].last != one.last:
            return False
        pairs = list(pairwise(inside))
        between = [[token.lower for token in tokens[find.last + 1 : then.first]] for find, then in pairs]
        return bool(pairs) and all(
            words and words[0] in grammar["joins"] and grammar["articles"].issuperset(words[1:]) for words in between
        )

    def _is_portfolio(self, one: Stretch) -> bool:
        """English: what a minister is for, and no institution: "Minister for Reconciliation and Civil Equality"."""
        sheet = self.sheet
        if any(sheet.marks(i) & Mark.HEAD for i in range(one.first, one.last + 1)):
            return False
        grammar = sheet.lexicon.grammar
        small = grammar["of"] | grammar["joins"] | grammar["articles"] | {","}
        for index in range(one.first - 1, max(-1, one.first - 1 - _PORTFOLIO), -1):
            if sheet.tokens[index].lower in grammar["portfolios"]:
                return True
            if not sheet.capitalised(index) and sheet.tokens[index].lower not in small:
                return False
        return False

    def _redrawn(self, finds: Sequence[Find], marked: Sequence[Find]) -> list[Find]:
        """The finds, each name that is not firm with the bounds that the encoder is sure of."""
        over: dict[int, list[Find]] = {}
        for mark in marked:
            for token in range(mark.first, mark.last + 1):
                over.setdefault(token, []).append(mark)
        found: dict[tuple[int, int], Find] = {}
        for find in finds:
            parts = [find]
            if find.form == "name" and find.rank < FIRM and find.kind in NAMED:
                met = {id(mark): mark for i in range(find.first, find.last + 1) for mark in over.get(i, ())}
                parts = redrawn(self.said, find, list(met.values()))
            for part in parts:
                if part is find or (part.first, part.last) not in found:
                    found[part.first, part.last] = part
        return list(found.values())

    def _located(self, finds: Sequence[Find], before: Sequence[Find]) -> list[Find]:
        """The finds, a place of the gazetteer looked up anew where its name has grown: «Российская Империя»."""
        known = {id(find) for find in before}
        return [
            self._made(find.first, find.last, "place", find.confidence)
            if id(find) not in known
            and find.kind == "place"
            and (find.key or "").startswith(_MAPPED)
            and self._grew(find)
            else find
            for find in finds
        ]

    def _grew(self, find: Find) -> bool:
        """Whether no place known on the sheet has the bounds of a find."""
        return self.sheet.lexicon.tag != "kk" and self.sheet.places.get(find.first, (-1, None))[0] != find.last

    def _fresh(self, kept: Sequence[Find], marked: Sequence[Find]) -> list[Find]:
        """The marks that are sure enough where the grammar has no name, or only one that may stand inside."""
        owners: dict[int, list[Find]] = {}
        for find in kept:
            if find.form == "name":
                for token in range(find.first, find.last + 1):
                    owners.setdefault(token, []).append(find)
        found = []
        for mark in marked:
            met = [find for token in range(mark.first, mark.last + 1) for find in owners.get(token, ())]
            sure = mark.confidence >= self._least(mark.kind, "around" if met else "add")
            if sure and all(may_hold(mark, find) for find in met):
                found.append(mark)
        return found

    def _alike(self, find: Find, kinds: Mapping[str, EntityKind]) -> Find:
        """A marked name with the kind that the grammar gives the same words elsewhere, where the two count as one."""
        kind = kinds.get(self.sheet.text(find.first, find.last), find.kind)
        return replace(find, kind=kind) if family(kind) == family(find.kind) else find

    def _agreeing(self, kept: Sequence[Find], fresh: Sequence[Find]) -> list[Find]:
        """The finds that stay, those of no known kind being the body that surer ones find in the same words."""
        bodies = {
            self.sheet.text(find.first, find.last): find.kind
            for find in (*kept, *fresh)
            if find.form == "name" and find.kind in _BODIES and not _is_loose(find)
        }
        told = ((find, bodies.get(self.sheet.text(find.first, find.last))) for find in kept)
        return [replace(find, kind=kind) if kind and _is_loose(find) else find for find, kind in told]

    def _least(self, kind: str, how: str) -> float:
        """From which probability a mark makes a name of this kind."""
        return self.limits.get(f"{how}_{family(kind)}", 2.0)

    def _judged(self, find: Find) -> Find | None:
        """A find of the grammar as it is, of another kind, or None: by what the encoder is sure of."""
        if find.form != "name" or find.rank >= FIRM or find.kind not in NAMED:
            return find
        said = self.said.of(find.first, find.last)
        kind = family(find.kind)
        if said.named < self.limits[f"veto_{kind}"] and not find.key:
            return None
        if said.kind != kind and said.kind in NAMED:
            if find.first == find.last and self.sheet.marks(find.first) & Mark.ALONE:
                return find  # the one body of a country that is called so
            if said.of_kind >= self._turning(find, kind):
                return self._made(find.first, find.last, said.kind, said.of_kind)
            return find
        return self._refined(find)

    def _turning(self, find: Find, kind: str) -> float:
        """From which probability on a find is of the kind that the marks say.

        Clubs and the towns that they are called after share their names: of lines that are no sentences, tables and
        results, the marks know more than the map.
        """
        usual = self.limits["turn_known" if find.key else f"turn_{kind}"]
        if kind in LONE and self._is_loose(find.first):
            return min(usual, self.limits["turn_loose"])
        return usual

    def _is_loose(self, index: int) -> bool:
        """Whether the line in which a token stands is no sentence: nothing closes it."""
        sentence = self.sheet.sentence_of[index]
        return self.sheet.tokens[sentence.stop - 1].text not in _CLOSING

    def _refined(self, find: Find) -> Find:
        """A find with the kind of its family that the encoder is sure of: a facility, a medium."""
        kinds = Counter(self.said.words[i][0] for i in range(find.first, find.last + 1) if self.sheet.tokens[i].is_word)
        kind, count = kinds.most_common(1)[0] if kinds else ("", 0)
        if kind == find.kind or count < kinds.total() or family(kind) != family(find.kind):
            return find
        if self.said.of(find.first, find.last).of_kind < self.limits.get(f"refine_{kind}", 2.0):
            return find
        sector = ("JRN",) if kind == "outlet" else find.sector
        return replace(find, kind=cast(EntityKind, kind), sector=sector)

    def _made(self, first: int, last: int, kind: str, score: float) -> Find:
        """A find of the encoder's, with what the grammar can tell of it."""
        sheet = self.sheet
        confidence = round(score, 3)
        if kind == "place":
            return replace(find_named(sheet, self.gazetteer, first, last, self.around), confidence=confidence)
        if kind == "person":
            gender = gender_of(sheet, first, last)
            return Find(first, last, "person", RANK["person"], gender=gender, confidence=confidence)
        if kind not in ("organisation", "outlet"):
            return Find(first, last, cast(EntityKind, kind), RANK["unknown"], confidence=confidence)
        heads = [i for i in range(first, last + 1) if sheet.marks(i) & Mark.HEAD]
        head = heads[0 if sheet.lexicon.tag == "ru" else -1] if heads else None
        return Find(
            first,
            last,
            cast(EntityKind, kind),
            RANK["unknown"],
            country=country_of(sheet, first, last),
            sector=("JRN",) if kind == "outlet" else _sector(sheet, head),
            head=sheet.tokens[head].lower if head is not None else None,
            confidence=confidence,
        )

    def _looked_up(self, find: Find, finds: Iterable[Find]) -> Find:
        """A marked name with what the grammar's find of the same words knows."""
        for known in finds:
            if (known.first, known.last) == (find.first, find.last):
                return replace(known, confidence=find.confidence) if same_family(known, find) else find
        return find


def _sector(sheet: Sheet, head: int | None) -> tuple[str, ...]:
    sector = sheet.words[head].sector if head is not None else None
    return (sector,) if sector else ()


def _is_loose(find: Find) -> bool:
    """Whether only the form of a name and its neighbours tell what it names."""
    return find.form == "name" and find.key is None and find.rank <= RANK["unknown"] and not find.basis


def _told(find: Find) -> Find:
    """The find with what made it."""
    return replace(find, basis=(Basis("learned", "name", find.confidence),))


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


def _first(find: Find) -> int:
    return find.first

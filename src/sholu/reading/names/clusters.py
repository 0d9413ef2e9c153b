"""One entity per thing: finds that name the same person, institution, medium or place are brought together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sholu.model.changing import replace
from sholu.reading.languages.morphology import base_forms
from sholu.reading.names.finds import Find
from sholu.reading.names.folding import plain
from sholu.reading.names.forms import bag_of_words, forms_of, halves
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet
from sholu.reading.names.shortened import Shortened

_NAMESAKES = 64  # no article has as many people of one name; a list that has is read in time linear in its length

_UNSEEN = -1
"""Stands for the number of finds looked at where their country must be looked for anew."""


@dataclass(slots=True, eq=False)  # each is one of its kind: looked for by identity, which is quick
class Cluster:
    """The finds of one entity while they are being gathered; `words` are the word forms of each name find."""

    kind: str
    finds: list[Find] = field(default_factory=list)
    key: str | None = None
    words: list[tuple[frozenset[str], ...]] = field(default_factory=list)
    gender: str | None = None
    short: set[str] = field(default_factory=set)
    _sure: str | None = None
    _said: str | None = None
    _seen: int = 0

    def add(self, find: Find, words: tuple[frozenset[str], ...] = ()) -> None:
        """Take in one more find."""
        if self._seen == len(self.finds):
            self._seen += 1
            self._sure = self._sure or (find.country if find.key else None)
            self._said = self._said or find.country
        self.finds.append(find)
        if words and find.form == "name":
            self.words.append(words)
        self.key = self.key or find.key
        self.gender = self.gender or find.gender

    def put_in_order(self) -> None:
        """Bring the finds into the order of the text."""
        self.finds.sort(key=lambda find: (find.first, -find.last))
        self._seen = _UNSEEN

    @property
    def country(self) -> str | None:
        """The first country that a find states; one looked up before one seen in the words."""
        if self._seen != len(self.finds):
            told = [find for find in self.finds if find.country]
            self._sure = next((find.country for find in told if find.key), None)
            self._said = told[0].country if told else None
            self._seen = len(self.finds)
        return self._sure or self._said


def cluster(sheet: Sheet, finds: Iterable[Find]) -> list[Cluster]:
    """Clusters in order of first mention."""
    ordered = list(finds)
    gather = _Gatherer(sheet, ordered)
    # Full names first, so that a surname in a headline finds its owner further down.
    for find in sorted(
        ordered, key=lambda find: (find.also is not None, find.key is None, -_rank(sheet, find), find.first)
    ):
        gather.take(find)
    for group in gather.clusters:
        group.put_in_order()
    return sorted(gather.clusters, key=lambda group: (group.finds[0].first, -group.finds[0].last))


def _rank(sheet: Sheet, find: Find) -> int:
    if find.kind == "person":
        return min(2, sum(sheet.capitalised(i) for i in range(find.first, find.last + 1)))
    return 2 if find.form == "name" else 0


_FULL = 3  # words in a name with surname first and patronymic last
_BODIES = frozenset({"organisation", "outlet"})
_OPENING_QUOTES, _CLOSING_QUOTES = frozenset('«"“„'), frozenset('»"”“')
_CLOSES = frozenset(");,:")


class _Gatherer:
    """Takes finds one by one and puts each into the cluster that it belongs to, or into a new one."""

    def __init__(self, sheet: Sheet, finds: Iterable[Find]) -> None:
        self.sheet = sheet
        self._innermost = {find.last: find.first for find in finds if find.kind == "organisation"}
        self.clusters: list[Cluster] = []
        self._by_key: dict[str, Cluster] = {}
        self._people: dict[str, list[Cluster]] = {}
        self._bodies: dict[frozenset[str], Cluster] = {}
        self._shorts: dict[str, Cluster] = {}
        self._places: dict[str, list[tuple[list[frozenset[str]], Cluster]]] = {}
        self._quoted: dict[frozenset[str], Cluster] = {}
        self._groups: dict[frozenset[str], Cluster] = {}
        grammar = sheet.lexicon.grammar
        self._forms_of_firms = grammar["legal_forms"] | grammar["firms"]
        self._shortened: Shortened[Cluster] = Shortened(sheet)
        self._order: dict[str, Callable[[Find], Cluster | None]] = {
            "person": self._person,
            "organisation": self._body,
            "outlet": self._body,
            "group": self._group,
        }

    def take(self, find: Find) -> None:
        """Put the find where it belongs."""
        words = self._words(find)
        group = self._by_key.get(find.key) if find.key else None
        if find.also is not None:
            owners = [g for g in self.clusters if any(f.first == find.also for f in g.finds)]
            group = next((g for g in owners if g.kind == find.kind), owners[0] if owners else None)
        if group is None:
            group = self._order.get(find.kind, self._same_words)(find)
            if group is not None and find.key and group.key and group.key != find.key:
                group = None
        if group is None:
            group = Cluster(find.kind)
            self.clusters.append(group)
        group.add(find, words)
        self._remember(find, words, group)

    def _words(self, find: Find) -> tuple[frozenset[str], ...]:
        if find.kind == "place" or find.kind == "group":
            return ()
        sheet = self.sheet
        return tuple(
            forms_of(sheet, i) | (halves(sheet, i) if find.kind == "person" and i == find.last else frozenset())
            for i in range(find.first, find.last + 1)
            if sheet.tokens[i].is_word
            and not (sheet.marks(i) & (Mark.OPENER | Mark.SUFFIX) and sheet.tokens[i].shape == "lower")
        )

    def _remember(self, find: Find, words: tuple[frozenset[str], ...], group: Cluster) -> None:
        if find.key:
            self._by_key[find.key] = group
        if find.kind == "person":
            for forms in words:
                for form in forms:
                    owners = self._people.setdefault(form, [])
                    if group not in owners:
                        owners.append(group)
        elif find.kind == "group":
            self._groups[bag_of_words(self.sheet, find)] = group
        elif find.form == "nominal" and find.kind == "organisation" and find.first != find.last:
            self._bodies.setdefault(bag_of_words(self.sheet, find), group)
        elif find.form == "name":
            self._bodies.setdefault(bag_of_words(self.sheet, find), group)
            self._shortened.note(find, group)
            places = self._declined(find)
            for form in places[-1] if places else ():
                told = self._places.setdefault(form, [])
                if len(told) < _NAMESAKES:
                    told.append((places, group))
            if find.first == find.last:
                self._shorts.setdefault(self.sheet.tokens[find.first].lower, group)
            if (inner := self._inside(find)) is not None:
                self._quoted.setdefault(inner, group)
            for alias in find.aliases:
                if alias.isupper() and alias.isalpha():
                    self._shorts.setdefault(alias.lower(), group)
                elif " " in alias:
                    self._bodies.setdefault(self._bag_of(alias), group)
            for short in self._bracketed(find):
                self._shorts.setdefault(short, group)
                group.short.add(short)

    def _inside(self, find: Find) -> frozenset[str] | None:
        """The words in the quotation marks with which the name of a body ends: of «ОАО МЗ «Нива»» «Нива»."""
        tokens = self.sheet.tokens
        if find.kind != "organisation" or tokens[find.last].text not in _CLOSING_QUOTES:
            return None
        opening = next((i for i in range(find.last - 1, find.first, -1) if tokens[i].text in _OPENING_QUOTES), None)
        if opening is None or opening + 1 == find.last:
            return None
        return bag_of_words(self.sheet, replace(find, first=opening + 1, last=find.last - 1))

    def _is_quoted(self, find: Find) -> bool:
        """Whether a name stands in quotation marks by itself."""
        return find.first > 0 and self.sheet.tokens[find.first - 1].text in _OPENING_QUOTES

    def _bag_of(self, alias: str) -> frozenset[str]:
        """The bag of a name that is not in the text."""
        tag, grammar = self.sheet.lexicon.tag, self.sheet.lexicon.grammar
        words = (word for word in alias.lower().split() if word not in grammar["of"] | grammar["articles"])
        return frozenset(plain(word if tag == "en" else base_forms(tag, word)[0]) for word in words)

    def _bracketed(self, find: Find) -> list[str]:
        """The abbreviations in brackets right behind a name, "National Bank (NB)", "Plum Party (Partido; PP)"."""
        tokens, after = self.sheet.tokens, find.last + 1
        found: list[str] = []
        if after < len(tokens) and tokens[after].shape == "possessive":
            after += 1  # "the Blue Fund's (BF)"
        if find.first == find.last or after >= len(tokens) or tokens[after].text != "(":
            return found
        if self._innermost.get(find.last, find.first) != find.first:
            return found  # "Border Service of the National Bank (NB)": the bank's, which stands last
        for index in range(after + 1, min(after + 10, len(tokens))):
            token = tokens[index]
            if token.text == ")":
                return found
            beside = tokens[index + 1].text if index + 1 < len(tokens) else ""
            if beside in _CLOSES and sum(letter.isupper() for letter in token.text) >= 2:
                found.append(token.lower)
        return []

    def _same_words(self, find: Find) -> Cluster | None:
        group = self._bodies.get(bag_of_words(self.sheet, find))
        if group is not None and group.kind == find.kind:
            return group
        words = self._declined(find)
        known = ((forms, g) for form in (words[-1] if words else ()) for forms, g in self._places.get(form, ()))
        return next((g for forms, g in known if len(forms) == len(words) and all(map(_meet, forms, words))), None)

    def _declined(self, find: Find) -> list[frozenset[str]]:
        """Russian: all that each word of a place's name of several may be in its base form: «Чёрного моря»."""
        if self.sheet.lexicon.tag != "ru" or find.kind != "place" or find.first == find.last or find.key:
            return []
        return [forms_of(self.sheet, i) for i in range(find.first, find.last + 1)]

    def _group(self, find: Find) -> Cluster | None:
        """The people told of in the same words, where an article says that they are known: "the border guards"."""
        definite = self.sheet.lexicon.grammar["definite"]
        before = self.sheet.tokens[max(0, find.first - 1)].lower
        known = before in definite or self.sheet.tokens[find.first].lower in definite
        return self._groups.get(bag_of_words(self.sheet, find)) if known else None

    def _person(self, find: Find) -> Cluster | None:
        sheet = self.sheet
        words = [
            i for i in range(find.first, find.last + 1) if sheet.capitalised(i) and not sheet.marks(i) & Mark.SUFFIX
        ]
        if not words:
            return None
        if len(words) == _FULL and sheet.marks(words[-1]) & Mark.PATRONYMIC:
            words = [words[1], words[0]]  # «Ахметов Данияр Кайратович»
        told = words[-1:] if len(words) <= _FULL - 1 else words[1:]
        if len(words) == _FULL - 1 and sheet.marks(words[-1]) & Mark.PATRONYMIC:
            told = words  # «Данияр Кайратович», later
        forms = (form for index in told for form in forms_of(sheet, index))
        namesakes = (group for form in forms for group in self._people.get(form, ())[-_NAMESAKES:])
        fitting = [group for group in dict.fromkeys(namesakes) if self._compatible(find, words, group)]
        if len(fitting) > 1 and len(words) == 1:
            fitting = [group for group in fitting if not self._by_half(words[0], group)] or fitting
            before = [g for g in fitting if any(f.first < find.first for f in g.finds)]
            fitting = sorted(
                before or fitting, key=lambda g: -max((f.first for f in g.finds if f.first < find.first), default=-1)
            )
        return fitting[0] if fitting else None

    def _by_half(self, word: int, group: Cluster) -> bool:
        """Whether a surname is but half of the group's."""
        forms = forms_of(self.sheet, word)
        whole = (names for known in group.words for names in known if not any("-" in name for name in names))
        return not any(forms & names for names in whole)

    def _compatible(self, find: Find, words: list[int], group: Cluster) -> bool:
        """Whether the name can be a form of the group's: the same last word, and first words that do not clash."""
        sheet = self.sheet
        clash = sheet.lexicon.tag != "en" and find.gender and group.gender and find.gender != group.gender
        if clash and len(words) == 1 and sheet.marks(words[0]) & Mark.ENDING and not self._may_be(group, find.gender):
            return False  # "Petrova" is not Mr Petrov; other surnames tell nothing
        last = forms_of(sheet, words[-1])
        for known in group.words:
            if len(words) == 1:
                if any(last & forms for forms in known):
                    return True
                continue
            if self._is_opening(words, known):
                return True
            if not last & known[-1] and not (len(known) in (2, _FULL) and last & known[0]):
                continue
            if len(known) == 1:
                return True
            first = sheet.tokens[words[0]].lower
            if sheet.initial(words[0]):
                return any(form[:1] == first[:1] for form in known[0])
            if any(form[:1] == first[:1] and form.endswith(".") for form in known[0]):
                return True
            if forms_of(sheet, words[0]) & known[0] or (set(forms_of(sheet, words[0])) & set().union(*known)):
                return True
        return False

    def _may_be(self, group: Cluster, gender: str | None) -> bool:
        """Whether the given name of a group may be a form of one of another gender: «Константина» of «Константин»."""
        given = {form for known in group.words if len(known) > 1 for form in known[0]}
        words = (self.sheet.lexicon.capital(form) for form in given)
        return any(word.marks & Mark.GIVEN and word.gender == gender for word in words)

    def _is_opening(self, words: list[int], known: tuple[frozenset[str], ...]) -> bool:
        """Whether one name is the other's first words, "Ann Maria" of "Ann Maria Lee", or «Данияр Кайратович»."""
        sheet = self.sheet
        count = min(len(words), len(known))
        if count < len(words[:2]) or len(known) == 1:
            return False
        same = [bool(forms_of(sheet, index) & forms) for index, forms in zip(words, known, strict=False)]
        if len(words) != len(known):
            return count > 1 and all(same)
        return len(words) == _FULL - 1 and same[0] and bool(sheet.marks(words[1]) & Mark.PATRONYMIC)

    def _body(self, find: Find) -> Cluster | None:
        """The institution with the same words, or of which the words are a shorter form."""
        if find.first == find.last:
            group = self._shorts.get(self.sheet.tokens[find.first].lower)
            if group is not None:
                return group
        bag = bag_of_words(self.sheet, find)
        group = self._bodies.get(bag)
        if group is not None and group.kind in _BODIES and _countries_agree(group, find):
            return group
        if find.form != "name":
            return self._made_of(find)
        if (group := self._quoted.get(bag)) is not None and self._is_quoted(find) and _countries_agree(group, find):
            return group
        for known, other in self._bodies.items() if len(bag) > 1 else ():
            nested = (known < bag or bag < known) and min(len(known), len(bag)) >= 2
            fits = nested and other.kind == find.kind and _countries_agree(other, find)
            if fits and (_same_head(other, find) or (known ^ bag) <= self._forms_of_firms):
                return other
        if find.first == find.last and (group := self._of_head(find)) is not None:
            return group
        bracketed = (self._shorts[short] for short in self._bracketed(find) if short in self._shorts)
        alike = (other for other in (*bracketed, *self._shortened.alike(find)) if other.kind == find.kind)
        return next((other for other in alike if _countries_agree(other, find)), None)

    def _made_of(self, find: Find) -> Cluster | None:
        """«министерство финансов» behind «Минфин»: words that spell out a short name of the text."""
        if find.first == find.last:
            return None
        alike = (other for other in self._shortened.alike(find) if other.kind == find.kind)
        return next((other for other in alike if _countries_agree(other, find)), None)

    def _of_head(self, find: Find) -> Cluster | None:
        """ "the Parliament" behind "the Narnian Parliament": the one body of the text that is built around the noun."""
        sheet, word = self.sheet, self.sheet.tokens[find.first]
        if not sheet.marks(find.first) & Mark.SMALL_HEAD or word.shape != "title":
            return None
        forms = forms_of(sheet, find.first)
        heads = {plain(other.head): group for group in self.clusters for other in group.finds if other.head}
        owners = [group for head, group in heads.items() if head in forms]
        several = sum(group.kind == find.kind and self._is_around(group, forms) for group in self.clusters)
        fits = several == 1 and len(owners) == 1 and owners[0].kind == find.kind and owners[0].country
        return owners[0] if fits and _countries_agree(owners[0], find) else None

    def _is_around(self, group: Cluster, forms: frozenset[str]) -> bool:
        return any(plain(other.head) in forms for other in group.finds if other.head)


def _countries_agree(group: Cluster, find: Find) -> bool:
    return not (group.country and find.country and group.country != find.country)


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one.isdisjoint(other)


def _same_head(group: Cluster, find: Find) -> bool:
    return find.head is not None and any(other.head == find.head for other in group.finds)

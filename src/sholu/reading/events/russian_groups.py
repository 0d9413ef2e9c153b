"""Russian groups of words by case: a noun with what agrees with it before, and genitives and names behind."""

from collections.abc import Iterator
from functools import cache

from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import phrases, words
from sholu.reading.events.russian_forms import (
    ALL,
    DIRECT,
    GENITIVE,
    MODIFIERS,
    Form,
    Group,
    common,
    of_office,
    with_cases,
)
from sholu.reading.events.russian_names import OPENING, Names
from sholu.reading.events.russian_words import russian_words
from sholu.reading.languages.morphology import readings
from sholu.reading.number_words import number_words

__all__ = ["Form", "Group", "Groups"]

_LONGEST = 24  # tokens in a group, by which it is cut
_NOMINAL = MODIFIERS | {kinds.NOUN}
_STARTS = _NOMINAL | {kinds.NUMBER, kinds.PRONOUN}
_FEW = frozenset({"gen", "nom"})
_LIKELY = 0.3  # from which a word joined to a genitive may begin something new


class Groups(Names):
    """The groups of one Russian page."""

    def within(self, first: int, last: int) -> list[Group]:
        """The groups between two tokens, both included, in order; those behind prepositions among them."""
        found: list[Group] = []
        i = first
        while i <= last:
            group = self._starting(i, last)
            if group is None:
                i += 1
            else:
                found.append(group)
                i = group.last + 1
        return list(self._coordinated(found))

    def _starting(self, i: int, last: int) -> Group | None:
        rounded = self.stretches.rounded(i)
        if rounded > i and rounded <= last:
            group = self.at(rounded, last)
            return group and group._replace(first=i, forms=with_cases(group.forms, DIRECT), counted=True)
        if self.chunks.kind(i) == kinds.PREPOSITION:
            j = i + 1
            while j < last and (self.tokens[j].text in OPENING or self._is_day_of(j)):
                j += 1
            group = self.at(j, last) if j <= last else None
            return group and group._replace(preposition=i)
        return self.at(i, last)

    def whole(self, i: int, last: int) -> Group | None:
        """The group that begins with token `i`, with what «и» joins to it."""
        if i > last:
            return None
        group = self.at(i + (self.tokens[i].text in OPENING), last)
        if (
            group is None
            or group.last + 2 > last
            or self.tokens[group.last + 1].lower not in words("ru", "grammar", "or_and")
        ):
            return group
        more = self.at(group.last + 2, last)
        return next(self._coordinated([group, more])) if more else group

    def at(self, i: int, last: int, cases: frozenset[str] = ALL) -> Group | None:
        """The group that begins with token `i`, up to token `last` at most, if it may stand in one of the cases."""
        last = min(last, i + _LONGEST)
        if i > last or self.chunks.kind(i) not in _STARTS or i in self.stretches.dated:
            return None
        if self.tokens[i].lower == "временем" and i and self.tokens[i - 1].lower == "тем":
            return None
        found = self._any(i, last, cases)
        return found if found and found.cases & cases else None

    def _any(self, i: int, last: int, cases: frozenset[str]) -> Group | None:
        name = self._name(i, last)
        if name is not None:
            return name
        if self.chunks.kind(i) == kinds.PRONOUN and not self._owns(i, last):
            return Group(i, i, i, self.forms(i))
        number = self._number_end(i, last)
        return self._counted(i, number, last) if number >= i else self._plain(i, last, cases)

    def _is_day_of(self, i: int) -> bool:
        """Whether token `i` tells the day of the noun behind it, «на вчерашнем заседании»."""
        return (
            i in self.stretches.dated and self.chunks.kind(i) == kinds.ADJECTIVE and i + 1 not in self.stretches.dated
        )

    def _owns(self, i: int, last: int) -> bool:
        """Whether «его» says whose the noun behind it is: not in «избрали его судьёй»."""
        if (
            i >= last
            or self.tokens[i].lower not in words("ru", "grammar", "owners")
            or self.chunks.kind(i + 1) not in _STARTS - {kinds.PRONOUN}
        ):
            return False
        if i == 0 or self.chunks.kind(i - 1) != kinds.VERB:
            return True
        behind = self.at(i + 1, last)
        return behind is not None and not behind.cases.isdisjoint({"nom", "acc", "gen"})

    def _number_end(self, i: int, last: int) -> int:
        """The last token of the number that begins here; the one before where none does."""
        end = i - 1
        for j in range(i, last + 1):
            token = self.tokens[j]
            if not (token.shape == "number" or token.lower in _cardinals() or self._is_numeral(j)):
                break
            end = j
        return end

    def _counted(self, i: int, number: int, last: int) -> Group:
        """A number with what is counted: in the genitive, the case of the whole is the number's."""
        own = [form for j in range(i, number + 1) if self.tokens[j].is_word for form in self.forms(j)]
        cases = frozenset(form.case for form in own if form.case) or DIRECT
        goes_on = number < last and self._may_go_on(number + 1) and not self.tokens[number + 1].is_capitalised
        noun = self._plain(number + 1, last) if goes_on else None
        if noun and own and not (noun.cases & {"gen"} or noun.cases & cases):
            noun = None  # «троих омоновцы увели»
        if noun is None:
            single = i == number and readings("ru", self.tokens[i].lower)[0].lemma == "один"
            forms = self.forms(i) if single else with_cases((Form("nom", "", ""),), cases)
            return Group(i, self._chosen(number, last) or number, number, forms, counted=not single)
        oblique = noun.cases - {"gen", "nom", "acc"}
        if not noun.cases & _FEW and oblique:
            cases = cases & oblique or oblique
        forms = with_cases(noun.forms, cases)
        return Group(i, noun.last, noun.head, forms, counted=True)

    def _chosen(self, number: int, last: int) -> int | None:
        """The end of «двух из них»: those of whom so many are told."""
        if number + 2 > last or self.tokens[number + 1].lower != "из":
            return None
        whole = self.at(number + 2, last, GENITIVE)
        return whole.last if whole else None

    def _may_go_on(self, i: int) -> bool:
        fits = self.chunks.kind(i) in _NOMINAL or self.tokens[i].lower in words("ru", "grammar", "owners")
        return fits and i not in self.stretches.dated

    def _plain(self, i: int, last: int, cases: frozenset[str] = ALL) -> Group | None:
        """Modifiers and their noun, with what hangs on it; a modifier without a noun stands for one."""
        shared: tuple[Form, ...] = ()
        j = i + 1 if self._owns(i, last) else i
        head, adjectival = None, False
        while j <= last and j not in self.stretches.dated:
            kind = self.chunks.kind(j)
            if kind == kinds.ADVERB and j > i and j < last and self._may_go_on(j + 1):
                j += 1
                continue
            if (kind not in _NOMINAL and not self._is_ordinal(j)) or self.is_short(j):
                break
            forms = tuple(form for form in self.forms(j) if form.case in cases)
            fitting = common(forms, shared) or of_office(forms, shared) if shared else forms
            if not fitting or (head is not None and self.chunks.kind(head) == kinds.NOUN and not adjectival):
                break
            adjectival = self._is_adjectival(j, last)
            shared, head = fitting, j
            j += 1
            if kind == kinds.PARTICIPLE:
                j = self._past_complement(j, last, shared)
        if head is None or self._only_points(i, head, last) or (cases != ALL and self._describes(head, last)):
            return None
        end, shared = self._with_tail(head, shared, last)
        return Group(i, end, head, shared)

    def _describes(self, head: int, last: int) -> bool:
        """Whether a word goes with the noun behind it in another case: «Минску | российской стороной»."""
        if head >= last or self.chunks.kind(head) != kinds.ADJECTIVE or self.chunks.kind(head + 1) != kinds.NOUN:
            return False
        return bool(common(self.forms(head), self.forms(head + 1)))

    def _only_points(self, i: int, head: int, last: int) -> bool:
        """Whether a demonstrative by itself means nobody, as in «тем временем», «тем не менее»."""
        if i != head or self.chunks.kind(i) != kinds.DETERMINER or self.tokens[i].lower != "тем":
            return False
        return i >= last or self.tokens[i + 1].text != ","

    def _is_ordinal(self, j: int) -> bool:
        return self.tokens[j].is_word and readings("ru", self.tokens[j].lower)[0].part == "adjective"

    def _past_complement(self, j: int, last: int, shared: tuple[Form, ...]) -> int:
        """«бастующими с понедельника грузчиками»: where the noun of a participle stands behind its own words."""
        k = j
        while k <= last and (k in self.stretches.dated or self.chunks.kind(k) == kinds.PREPOSITION):
            inner = None if k in self.stretches.dated or k == last else self.at(k + 1, last)
            k = inner.last + 1 if inner else k + 1
        if j < k <= last and self.chunks.kind(k) == kinds.NOUN and common(self.forms(k), shared):
            return k
        return j

    def _with_tail(self, head: int, forms: tuple[Form, ...], last: int) -> tuple[int, tuple[Form, ...]]:
        """The last token of a group behind its head, and the forms left by a name that stands beside it."""
        end = head
        while end < last and end + 1 not in self.stretches.dated:
            following = end + 1 + (self.tokens[end + 1].lower in words("ru", "grammar", "emphatics"))
            if following > last:
                break
            if self.tokens[following].text in OPENING and self._closed(following, last):
                end = self._closed(following, last)
                continue
            if self.tokens[following].text == "(" and self._bracket(following, last):
                end = self._bracket(following, last)
                continue
            named = self._named_behind(head, following, last, forms)
            if named is not None:
                end, forms = named
                continue
            if self._name(following, last) is not None:
                break
            inner = self._dependent(following, last, head, forms) or self._managed(head, following, last)
            inner = inner or self._charge(head, following, last, forms) or self._origin(head, following, last)
            inner = inner or self._scope(head, following, last)
            if inner is None:
                break
            end = inner
        return end, forms

    def _named_behind(
        self, head: int, i: int, last: int, forms: tuple[Form, ...]
    ) -> tuple[int, tuple[Form, ...]] | None:
        """The end of a name that begins with token `i`, and how the group may stand with it; None where it is apart."""
        if self.tokens[head].lower in russian_words("closed_heads"):
            return None  # «в свою очередь | Анна Петрова»
        known = self._name(i, last)
        for name in (known, None if known and self._is_title(head) else self._beside(i, last, head, forms)):
            beside = common(name.forms, forms, loosely=True) if name else ()  # «министр Анна Петрова» is a woman
            if name and name.cases & GENITIVE and not (beside and self._is_title(head)):
                return name.last, forms
            if name and beside:
                return name.last, beside
        return None

    def _charge(self, head: int, i: int, last: int, forms: tuple[Form, ...]) -> int | None:
        """«директор банка по Азии Анна Лебедева»: what somebody is in charge of, where the name follows."""
        if self.tokens[i].lower not in russian_words("in_charge") or i >= last or not self._is_title(head):
            return None
        inner = self.at(i + 1, last)
        if inner and self._ends_name(inner):
            return inner.last
        name = self._name(inner.last + 1, last) if inner and inner.last < last else None
        if inner is None or name is None or not common(forms, name.forms, loosely=True):
            return None
        return inner.last

    def _origin(self, head: int, i: int, last: int) -> int | None:
        """The last token of where people come from: «соседи из Омска»."""
        if i != head + 1 or i >= last or self.tokens[i].lower != "из" or not self._is_title(head):
            return None
        place = self.at(i + 1, last, GENITIVE)
        named = place is not None and any(token.is_capitalised for token in self.tokens[i + 1 : place.last + 1])
        return place.last if place and named else None

    def _scope(self, head: int, i: int, last: int) -> int | None:
        """The last token of what a body is for: «комиссия по делимитации»."""
        if i != head + 1 or self.tokens[i].lower != "по" or i >= last:
            return None
        body = phrases("ru", "sectors").at(self.tokens, head, head + 1)
        inner = self.at(i + 1, last, frozenset({"dat"})) if body else None
        return inner.last if inner else None

    def _managed(self, head: int, i: int, last: int) -> int | None:
        """The last token of what somebody manages: «заведующая детсадом», «управляющий шахтой»."""
        if (
            i != head + 1
            or self.chunks.kind(i) != kinds.NOUN
            or not self.tokens[head].lower.startswith(tuple(words("ru", "grammar", "managing")))
        ):
            return None
        group = self.at(i, last, frozenset({"ins"}))
        return group.last if group else None

    def _beside(self, i: int, last: int, head: int, forms: tuple[Form, ...]) -> Group | None:
        """Words with capitals in the case of the noun before them, as a name that nobody knows has."""
        if not self.tokens[i].is_capitalised or self.chunks.kind(i) != kinds.NOUN:
            return None
        end = i
        while end < last and self.tokens[end + 1].is_capitalised and self.chunks.kind(end + 1) == kinds.NOUN:
            end += 1
        title = self._is_title(head)
        several = end > i and title
        readings_of = readings("ru", self.tokens[i].lower)
        if not title and not any(form.kind or not form.known for form in readings_of):
            return None  # «лицензию Министерство отзовёт»
        if title and not several and not any(form.animate or form.kind or not form.known for form in readings_of):
            return None
        own = tuple(form._replace(number="", gender="") for form in self.forms(i)) if several else self.forms(i)
        return Group(i, end if several else i, i, own) if common(forms, own, loosely=True) else None

    def _is_means(self, head: int, forms: tuple[Form, ...], group: Group) -> bool:
        """«скальпелем | хирурга»: a thing by which something is done to somebody, who has it not."""
        if {form.case for form in forms} != {"ins"} or any(form.animate for form in forms):
            return False
        living = any(form.case == "acc" and form.animate for form in self.forms(group.head))
        return living and not self.tokens[head].lower.startswith(tuple(words("ru", "grammar", "decisions")))

    def _dependent(self, i: int, last: int, head: int, forms: tuple[Form, ...]) -> int | None:
        """The last token of a genitive that begins here, with what «и» joins to it."""
        fits = self.chunks.kind(i) in _NOMINAL or self._is_numeral(i) or self._owns(i, last)
        if not fits:
            return None
        if self._surely_new(i) or not self._may_depend(i, last):
            return None
        group = self.at(i, last, GENITIVE)
        if group is None or self._is_means(head, forms, group):
            return None
        end = group.last
        while end + 2 <= last and self.tokens[end + 1].lower == "и":
            more = self.at(end + 2, last, GENITIVE)
            if more is None or more.share("nom") >= _LIKELY:
                break
            end = more.last
        return end

    def _surely_new(self, i: int) -> bool:
        """Whether somebody begins here whom no noun owns: «двоих» is the object before «задержали»."""
        return self._is_numeral(i) and readings("ru", self.tokens[i].lower)[0].case != "gen"

    def _coordinated(self, groups: list[Group]) -> Iterator[Group]:
        """The groups with those in one case that «и» joins, and the list before it, made one of many."""
        joined: list[Group] = []
        for group in groups:
            before = joined[-1] if joined else None
            if before and before.preposition is None and group.preposition is None and self._joins(before, group):
                cases = before.cases & group.cases
                forms = tuple(Form(case, "plural", "", group.forms[0].animate) for case in sorted(cases))
                joined[-1] = Group(before.first, group.last, before.head, forms, counted=True)
            else:
                joined.append(group)
        yield from joined

    def _joins(self, before: Group, group: Group) -> bool:
        between = self.tokens[before.last + 1 : group.first]
        return (
            len(between) == 1
            and between[0].lower in words("ru", "grammar", "or_and")
            and bool(before.cases & group.cases)
        )


@cache
def _cardinals() -> frozenset[str]:
    return frozenset(number_words("ru").cardinals)

"""Kazakh: who stands in which case of a clause, and who is its subject, where it has one."""

from functools import cache
from typing import TYPE_CHECKING

from sholu.model.span import Span
from sholu.reading.chunks import kinds
from sholu.reading.events.kazakh_words import kazakh_words
from sholu.reading.events.lexicon import phrases, words
from sholu.reading.kazakh_groups import Group, case_of, governed_by_participle, groups_of, shares_head
from sholu.reading.languages.kazakh_data import kazakh_endings, kazakh_small_words
from sholu.reading.languages.morphology import features
from sholu.reading.number_words import number_words
from sholu.reading.page import Page

if TYPE_CHECKING:
    from sholu.reading.events.stretches import Stretches

Stretch = tuple[int, int]
_PARTIES = frozenset({"person", "organisation", "outlet", "group"})
_CHAIN = 4  # clauses that converbs join, over which one subject is looked for
_SHORT_VERB = 4  # letters in a noun that ends as verbs do
_NAME = 80  # code points that a name may reach beyond two of its words


class KazakhClauses:
    """The parties of the clauses of one page, by case."""

    def __init__(self, stretches: "Stretches") -> None:
        self.stretches = stretches
        self.page = stretches.page
        self.entities = stretches.entities
        self.tokens = stretches.tokens
        self.chunks = stretches.chunks

    def before(self, first: int, i: int, case: str) -> Stretch | None:
        """The Kazakh group in this case among tokens `first` .. `i`, with those that are joined to it."""
        whole = self._groups(first, max(i, self.chunks.clause_at(i + 1)[1]))
        told = governed_by_participle(self.chunks, whole)
        # What runs on into the words of the verb ends before them: "жүргізуші | плакат ұстап тұрды".
        whole = [g._replace(last=min(g.last, i)) for g in whole if g.last <= i or (g.first <= i and g.case == "nom")]
        whole = [g for g in whole if not (g.last == i and self._only_narrows(g))]
        groups = [g for g in whole if g.case == case and g.first not in self.stretches.dated and g not in told]
        if case in ("dat", "acc"):
            groups = [group for group in groups if not self.is_action(group.last) and not self._is_about(group)]
        chosen = self._doer(groups) if case == "nom" else groups[-1] if groups else None
        if case == "nom" and (chosen is None or not self._is_somebody(chosen)):
            found = self._doer_before(first) or (self._split_off(whole, i) if chosen is None else None)
            return found or (self.stretches.tidy((chosen.first, chosen.last)) if chosen else None)
        return self.stretches.tidy(self._with_joined(whole, chosen)) if chosen else None

    def _only_narrows(self, group: Group) -> bool:
        """Whether a group is one adjective that looks like a noun: "әкімшілік | жаза кесті"."""
        return group.first == group.last and self.tokens[group.last].lower in kazakh_words("groups", "narrowing")

    def share_head(self, left: Stretch, right: Stretch) -> bool:
        """Whether both sides of an "and" are one party: "Баткен және Соғды облыстарының өкілдері"."""
        return shares_head(self.chunks, left, right, self._parted(left[1], left[1] + 1))

    def _is_about(self, group: Group) -> bool:
        """Whether a postposition behind a group makes it no party: "қаулыға сәйкес", "төрт миллиардқа жуық"."""
        after = group.last + 1
        return after < len(self.tokens) and self.tokens[after].lower in kazakh_words("groups", "about")

    def group_at(self, i: int) -> Stretch | None:
        """The nominal group in which token `i` stands, by the clause around it."""
        first, last = self.chunks.clause_at(i)
        found = (group for group in self._groups(first, last) if group.first <= i <= group.last)
        group = next(found, None)
        return self.stretches.tidy((group.first, group.last)) if group else None

    def first_object(self, i: int) -> Stretch | None:
        """The first party in the accusative of the clause that ends at token `i`: "оны ... алды деп айыптады"."""
        first = self.chunks.clause_at(i)[0]
        groups = [
            group for group in self._groups(first, i) if group.case == "acc" and group.first not in self.stretches.dated
        ]
        known = next((group for group in groups if self._is_somebody(group)), None)
        return self.stretches.tidy((known.first, known.last)) if known else None

    def agent(self, stop: int) -> Stretch | None:
        """By whom it was done that a passive verb at token `stop` tells: "сот | шешімімен қамалды"."""
        first = self.chunks.clause_at(stop)[0]
        for i in range(stop - 1, first, -1):
            if self.tokens[i].lower in kazakh_words("groups", "agents"):
                group = next((one for one in self._groups(first, i) if one.first < i <= one.last), None)
                return self.stretches.tidy((group.first, i - 1)) if group else self.stretches.tidy((i - 1, i - 1))
        return None

    def is_action(self, i: int) -> bool:
        """Whether a word is a verb in a case, "беруге", "тексеруді": it says for what, not to whom."""
        lower = self.tokens[i].lower
        return len(lower) > _SHORT_VERB and lower.endswith(tuple(words("kk", "grammar", "infinitive_endings")))

    def names_people(self, i: int) -> bool:
        """Whether a word is one for people by its ending, "саудагер", "қарулыларды"."""
        lower = features("kk", self.tokens[i].lower).lemma if self.tokens[i].shape == "lower" else ""
        words = (self.tokens[i].lower, lower)
        return any(
            word.endswith(kazakh_words("groups", "people_endings")) and not word.endswith(kazakh_endings("ordinal"))
            for word in words
        )

    def _doer(self, groups: list[Group], i: int | None = None) -> Group | None:
        """The nominative that does what a Kazakh verb says: a person, a party, else the first that can be anybody.

        A bare noun right before the verb is its object ("сұхбат берді"), so the first group outweighs the last; where
        that noun stands at token `i` it is left out ("наразылық танытты").
        """
        bare = groups and groups[-1].first == groups[-1].last == i and self.tokens[i].shape == "lower"
        groups = groups[:-1] if bare and len(groups) > 1 else groups
        parties = [group for group in groups if self._names_party(group) and not self._points(group)]
        people = [group for group in parties if self._names_person(group)]
        nominal = [
            group for group in groups if self.chunks.kind(group.last) in (kinds.NOUN, kinds.PRONOUN, kinds.NUMBER)
        ]
        return next(iter([*people[-1:], *parties[-1:], *nominal[:1]]), None)

    def _doer_before(self, first: int, clauses: int = _CHAIN) -> Stretch | None:
        """Who does the deed of the clause before, which a converb joins to this: "тұрғындар жиналып, | жолды жапты"."""
        sentence = self.page.sentence_at(self.tokens[first].start)
        last = first - 1
        if last <= sentence.first or self.tokens[last].text != ",":
            return None
        if not self.tokens[last - 1].lower.endswith(kazakh_endings("converb")):
            return None
        start = self.chunks.clause_at(last - 1)[0]
        groups = self._groups(start, last)
        told = governed_by_participle(self.chunks, groups)
        doers = [g for g in groups if g.case == "nom" and g.first not in self.stretches.dated and g not in told]
        parties = [group for group in doers if self._is_somebody(group)]
        if parties:
            chosen = self._doer(doers, last - 2)
            return self.stretches.tidy(self._with_joined(groups, chosen)) if chosen else None
        return self._doer_before(start, clauses - 1) if clauses > 1 else None

    def _points(self, group: Group) -> bool:
        """Whether a pronoun only points at the noun right behind it: "ол ереуілді"."""
        following = group.last + 1
        if self.tokens[group.last].lower not in kazakh_small_words("he") or following >= len(self.tokens):
            return False
        return self.chunks.kind(following) == kinds.NOUN and case_of(self.chunks, following) not in ("nom", "loc")

    def _split_off(self, groups: list[Group], i: int) -> Stretch | None:
        """Who opens the object's group where nobody else can be the subject: «бір азамат | әйелін жаралады»."""
        last = next((group for group in reversed(groups) if group.case == "acc" and group.last <= i), None)
        if last is None or last.first == last.last:
            return None
        opening = Group(last.first, last.last - 1, "nom")
        bare = all(case_of(self.chunks, k) == "nom" for k in range(last.first, last.last))
        return (opening.first, opening.last) if bare and self._is_somebody(opening) else None

    def _with_joined(self, groups: list[Group], chosen: Group) -> Stretch:
        """A group with those of its case before it that "and" joins to it, «қойма бастығы мен екі күзетші»."""
        joins = words("kk", "grammar", "and")
        first, k = chosen.first, groups.index(chosen)
        while k > 0 and groups[k - 1].case == chosen.case and groups[k - 1].last + 2 == first:
            mark = self.tokens[first - 1].lower
            if mark not in joins and not (mark == "," and first < chosen.first):
                break
            first, k = groups[k - 1].first, k - 1
        return first, chosen.last

    def _is_somebody(self, group: Group) -> bool:
        return self._names_party(group) or self._names_person(group)

    def _names_party(self, group: Group) -> bool:
        """Whether a group is known, or told by its head, to be somebody: a name, "полиция", "мұнайшылар"."""
        if self.chunks.kind(group.last) == kinds.PRONOUN or any(
            hit.last == group.last for hit in phrases("kk", "sectors").find(self.tokens, group.first, group.last + 1)
        ):
            return True
        if self.names_people(group.last):
            return True
        end = self.page.span(group.last, group.last).end
        return any(
            mention.end == end and self.entities.get(id).kind in _PARTIES
            for mention, id in self.entities.within(around(self.page, self.page.span(group.first, group.last)))
        )

    def _names_person(self, group: Group) -> bool:
        span = self.page.span(group.first, group.last)
        return any(
            mention.form == "name" and mention.end == span.end and self.entities.get(id).kind == "person"
            for mention, id in self.entities.within(span)
        )

    def _groups(self, first: int, last: int) -> list[Group]:
        """The groups of a stretch; a rounded number belongs to what is counted: "үш жүзге жуық саудагер"."""
        found: list[Group] = []
        rounding = words("kk", "grammar", "rounding_after")
        for group in groups_of(self.chunks, first, last, parted=self._parted):
            at = range(max(first, group.first - 1), group.last)
            rounded = next((i for i in at if self.tokens[i].lower in rounding), None)
            start = group.first if rounded is None else min(group.first, self._count_before(rounded, first))
            while found and found[-1].first >= start:
                found.pop()
            while start in self.stretches.dated and start < group.last:
                start += 1  # "сейсенбі күні | қалалық сот"
            last = group.last
            while group.case == "nom" and last in self.stretches.dated and last > start:
                last -= 1  # "сенат | бейсенбі күнгі отырысында"
            found.append(group._replace(first=start, last=last))
        return found

    def _count_before(self, i: int, first: int) -> int:
        """Where the number begins that stands right before token `i`: "320-дан", "үш жүзге"."""
        while i > first and self._counts(i - 1):
            i -= 1
        return i

    def _counts(self, i: int) -> bool:
        token = self.tokens[i]
        ending = i > 1 and self.tokens[i - 1].text == "-" and self.tokens[i - 2].shape == "number"
        dash = token.text == "-" and self.tokens[i - 1].shape == "number"
        return dash or ending or token.shape == "number" or token.lower.startswith(_cardinals())

    def _parted(self, left: int, right: int) -> str | None:
        """The kind of the name that ends with the word on the left, unless a name goes on over both."""
        word, both = self.page.span(left, left), self.page.span(left, right)
        ends = None
        for mention, id in self.entities.within(around(self.page, both)):
            if mention.span.covers(both):
                return None
            if mention.end == word.end:
                ends = self.entities.get(id).kind
        return ends


def around(page: Page, span: Span) -> Span:
    """The words around a span in which a name may begin or end that it cuts."""
    return Span(max(0, span.start - _NAME), min(len(page.text), span.end + _NAME))


@cache
def _cardinals() -> tuple[str, ...]:
    """The words for numbers."""
    known = number_words("kk")
    return (*known.cardinals, *known.scales)

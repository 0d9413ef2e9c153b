"""Joining people: full names in any spelling first, then initials and bare surnames where nobody else can be meant."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sholu.knowledge.dates import gap
from sholu.knowledge.decided import Decided
from sholu.knowledge.groups import Group, distinct, joined
from sholu.knowledge.people import PersonName, compare
from sholu.knowledge.spelling import consonants

_RECENT = 60  # days in which a press that named somebody in full goes on with the surname


class PeopleJoiner:
    """Joins groups of one person each; `groups` holds the outcome.

    `published` are the dates of documents, `company` the other people and institutions of each document: somebody who
    keeps the same company is likelier to be the same.
    """

    def __init__(
        self,
        known: Iterable[Group],
        decided: Decided,
        published: Mapping[str, str | None],
        company: Mapping[str, frozenset[str]],
    ) -> None:
        self.groups: list[Group] = []
        self.decided = decided
        self.published = published
        self.company = company
        self._blocks: defaultdict[str, list[Group]] = defaultdict(list)
        for group in known:
            self._keep(group)

    def join(self, loose: Sequence[Group]) -> None:
        """Join all, full names before others, those who are met most before the rest."""
        full, short = self._alike(loose)
        for group in sorted(full, key=lambda group: (-len(group.members), group.first)):
            self._place_full(group)
        for group in short:
            self._place_short(group)

    def _alike(self, loose: Sequence[Group]) -> tuple[list[Group], list[Group]]:
        """Full names written alike are joined at once; the others are told apart by their documents."""
        exact: dict[PersonName, list[Group]] = defaultdict(list)
        short = []
        for group in loose:
            (name,) = group.names
            if not name.is_full:
                short.append(group)
                continue
            fitting = [known for known in exact[name] if not known.clashes(group)]
            if len(fitting) != 1 or not joined(fitting[0], group, "the same full name", self.decided):
                exact[name].append(group)
        return [group for groups in exact.values() for group in groups], short

    def _keep(self, group: Group) -> None:
        self.groups.append(group)
        self._list(group)

    def _list(self, group: Group) -> None:
        for block in {block for name in group.names for block in _blocks(name)}:
            if not any(known is group for known in self._blocks[block]):
                self._blocks[block].append(group)

    def _near(self, name: PersonName) -> list[Group]:
        return distinct([group for block in sorted(_blocks(name)) for group in self._blocks[block]])

    def _place_full(self, group: Group) -> None:
        (name,) = group.names
        fitting = [
            known
            for known in self._near(name)
            if any(compare(name, other) == "same" for other in known.names) and not known.clashes(group)
        ]
        if len(fitting) > 1:
            fitting = [known for known in fitting if known.country == group.country] or fitting
        if len(fitting) > 1:
            fitting = [known for known in fitting if self._same_company(known, group)] or fitting
        if len(fitting) == 1 and joined(fitting[0], group, "the same full name, spelt otherwise", self.decided):
            self._list(fitting[0])
        else:
            self._keep(group)

    def _place_short(self, group: Group) -> None:
        (name,) = group.names
        fitting = [known for known in self._near(name) if _may_be(known, group, name)]
        known, why = self._chosen(fitting, group, name)
        if known is None or not joined(known, group, why, self.decided):
            self.groups.append(group)

    def _chosen(self, fitting: list[Group], group: Group, name: PersonName) -> tuple[Group | None, str]:
        """The one person whom a less than full name can mean, and why; None where it is open."""
        what = "the initial and the surname" if name.initial else "the surname" if name.surname else "the given name"
        here = [known for known in fitting if self._together(known, group)]
        if len(here) == 1:
            return here[0], f"{what}, in a text that names the person in full"
        office = [known for known in fitting if _share_office(known, group)]
        if len(office) == 1:
            return office[0], f"{what} and the office"
        if len(fitting) != 1:
            return None, ""
        (known,) = fitting
        if name.initial:
            return known, f"{what}, and nobody else of that name"
        if name.surname and group.country and known.country == group.country:
            return known, f"{what} and the country, and nobody else of that name"
        if name.surname and self._recent(known, group) and self._same_company(known, group):
            return known, f"{what} in the same company in the same weeks, and nobody else of that name"
        return None, ""

    def _together(self, known: Group, group: Group) -> bool:
        documents = {document for document, _ in known.members}
        return any(document in documents for document, _ in group.members)

    def _recent(self, known: Group, group: Group) -> bool:
        """Whether the person was named elsewhere within weeks of this text."""
        mine = [self.published.get(document) for document, _ in group.members]
        return any(
            (apart := gap(self.published.get(document), date)) is not None and apart <= _RECENT
            for document, _ in known.members
            for date in mine
        )

    def _same_company(self, known: Group, group: Group) -> bool:
        mine = frozenset().union(*(self.company.get(document, frozenset()) for document, _ in group.members))
        return any(mine & self.company.get(document, frozenset()) for document, _ in known.members)


def _blocks(name: PersonName) -> set[str]:
    return {consonants(part) for part in (name.surname, name.given) if len(part) > 1}


def _share_office(one: Group, other: Group) -> bool:
    """Whether both hold an office of one name, in one country as far as it is stated."""
    return any(
        name == same and (not land or not other_land or land == other_land)
        for name, land in one.offices
        for same, other_land in other.offices
    )


def _may_be(known: Group, short: Group, name: PersonName) -> bool:
    if known.clashes(short):
        return False
    return any(compare(name, other) == "compatible" for other in known.names if other.is_full)

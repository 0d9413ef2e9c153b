"""Entities of readings while they are being joined: what is known of each group, and what speaks against a join."""

from collections import Counter
from dataclasses import dataclass, field

from sholu.knowledge.decided import Decided, Local
from sholu.knowledge.people import PersonName, compare
from sholu.knowledge.spelling import key
from sholu.model.reading import EntityKind

UNIQUE = ("pack", "wikidata", "iso3166", "geonames")
"""Ids that are looked up, the surest first."""

# A reader may take one for the other, so names join them.
_FAMILIES = {"outlet": "organisation", "facility": "place"}


@dataclass(slots=True)
class Group:
    """Local entities known to be one thing while groups are still growing.

    `members` map (document, entity) to the rule that joined it. `countries` count what readings say; `firm` are the
    countries that a pack, an office or an institution's own name states. `offices` are (name, country) pairs, `names`
    the full names in parts, `forms` (language, form) with how often they stand in texts.
    """

    kind: EntityKind
    members: dict[Local, str] = field(default_factory=dict)
    same_as: dict[str, str | int] = field(default_factory=dict)
    countries: Counter[str] = field(default_factory=Counter)
    firm: set[str] = field(default_factory=set)
    offices: set[tuple[str, str]] = field(default_factory=set)
    forms: Counter[tuple[str, str]] = field(default_factory=Counter)
    names: set[PersonName] = field(default_factory=set)

    @property
    def country(self) -> str | None:
        """The country that is stated, or else most often read."""
        sure = [country for country, _ in self.countries.most_common() if country in self.firm] or sorted(self.firm)
        return next(iter([*sure, *(country for country, _ in self.countries.most_common(1))]), None)

    @property
    def first(self) -> Local:
        """The member that comes first by id; it orders groups."""
        return min(self.members)

    def clashes(self, other: "Group") -> bool:
        """Whether ids, countries or names say that the two are not one."""
        for name in ("pack", "wikidata", "iso3166"):
            if name in self.same_as and name in other.same_as and self.same_as[name] != other.same_as[name]:
                return True
        if self.firm and other.firm and not self.firm & other.firm:
            return True
        return any(compare(one, two) == "conflict" for one in self.names for two in other.names)

    def absorb(self, other: "Group", why: str) -> None:
        """Take all members of another group in; the rule that joined them is theirs from now on."""
        for local, reason in other.members.items():
            self.members[local] = reason if len(other.members) > 1 and local != other.first else why
        self.same_as = {**other.same_as, **self.same_as}
        self.countries += other.countries
        self.firm |= other.firm
        self.offices |= other.offices
        self.forms += other.forms
        self.names |= other.names


def joined(known: Group, group: Group, why: str, decided: Decided) -> bool:
    """Join the second group to the first, unless somebody decided that they are different."""
    if decided.apart(known.members, group.members):
        return False
    known.absorb(group, why)
    return True


def family(kind: str) -> str:
    """The kinds that names may join stand under one."""
    return _FAMILIES.get(kind, kind)


def plain(form: str) -> str:
    """A name without script and spelling, word by word."""
    return " ".join(key(word) for word in form.split())


def distinct(groups: list[Group]) -> list[Group]:
    """Each group once, in order."""
    return list({id(group): group for group in groups}.values())

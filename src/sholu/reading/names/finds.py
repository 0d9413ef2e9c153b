"""What the finders hand on: one stretch of tokens that refers to somebody or something."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sholu.model.reading import Basis, EntityKind, MentionForm, Point
from sholu.model.span import Span


@dataclass(frozen=True, slots=True)
class Find:
    """Tokens `first` .. `last` (both included) refer to an entity of `kind`.

    `name` is the canonical name where it is known from a pack or gazetteer, else None: the words are the name. `rank`
    settles overlaps: the higher one stays. `key` makes finds with equal keys one entity. `gender` m or f for people.
    `head` is the head noun of an institution, for "the ministry" later. `part` is the half of a compound word that the
    find is, in code points of the text.
    """

    first: int
    last: int
    kind: EntityKind
    rank: int
    form: MentionForm = "name"
    name: str | None = None
    key: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sector: tuple[str, ...] = ()
    same_as: dict[str, str | int] = field(default_factory=dict)
    point: Point | None = None
    gender: str | None = None
    head: str | None = None
    also: int | None = None
    confidence: float = 0.9
    basis: tuple[Basis, ...] = ()
    part: Span | None = None

    def meets(self, other: "Find") -> bool:
        """Whether the two have a token in common."""
        return self.first <= other.last and other.first <= self.last

    def covers(self, other: "Find") -> bool:
        """Whether `other` lies wholly inside."""
        return self.first <= other.first and other.last <= self.last


UNKNOWN_OUTLET = "outlet:"
"""How the keys of outlets begin that no pack knows."""

RANK = {
    "pack": 90,
    "quoted": 80,
    "organisation": 70,
    "titled": 66,
    "person": 60,
    "place": 50,
    "unknown": 30,
    "group": 20,
}
"""Who stays when two finds overlap, highest first."""

_HOLDS = {
    "organisation": {"place", "organisation", "person", "outlet"},
    "outlet": {"place", "outlet"},
    "legal_instrument": {"place", "organisation"},
    "facility": {"place", "person", "organisation"},
    "place": {"place"},
    "group": {"place", "organisation", "outlet"},
    "person": {"place"},
}
"""What may stand as a mention of its own inside a mention of the kind."""


def settle(finds: Iterable[Find], nested_in_people: frozenset[int] = frozenset()) -> list[Find]:
    """The finds that stay, in order of the text: of two that overlap the stronger, nested ones where kinds allow it.

    `nested_in_people` are token indices at which a place may stand inside a person's mention (none by default).
    """
    ordered = sorted(finds, key=lambda find: (-find.rank, find.first - find.last, find.first))
    owner: dict[int, list[Find]] = {}
    kept: list[Find] = []
    for find in ordered:
        rivals = {id(rival): rival for token in range(find.first, find.last + 1) for rival in owner.get(token, ())}
        if all(_peaceful(rival, find, nested_in_people) for rival in rivals.values()):
            kept.append(find)
            for token in range(find.first, find.last + 1):
                owner.setdefault(token, []).append(find)
    return sorted(kept, key=lambda find: (find.first, -find.last))


def may_hold(outer: Find, inner: Find) -> bool:
    """Whether `inner` lies inside `outer` and may stand there as a mention of its own."""
    smaller = inner.last - inner.first < outer.last - outer.first
    return smaller and outer.covers(inner) and inner.kind in _HOLDS.get(outer.kind, ())


def _peaceful(rival: Find, find: Find, nested_in_people: frozenset[int]) -> bool:
    if (rival.first, rival.last) == (find.first, find.last):
        return rival.part is not None and find.part is not None and rival.part != find.part
    outer, inner = (rival, find) if rival.covers(find) else (find, rival)
    if not outer.covers(inner) or inner.kind not in _HOLDS.get(outer.kind, ()):
        return False
    if outer.kind == inner.kind and outer.kind in ("organisation", "outlet") and inner.key is None and outer.key:
        return False  # half of a name that a pack knows as a whole
    if outer.kind == inner.kind == "outlet" and inner.key is None:
        return False
    return outer.kind != "person" or inner.first in nested_in_people

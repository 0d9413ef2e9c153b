"""Decisions of people, as the joining rules need them: which entities are one, and which are not."""

from collections.abc import Collection, Iterable, Mapping

from sholu.knowledge.model import Decision, KnownEntity

Local = tuple[str, str]
"""An entity of one reading: document id and entity id."""


class Decided:
    """What was decided, in terms of entities of readings."""

    def __init__(self, same: Iterable[tuple[Local, Local]] = (), different: Iterable[tuple[Local, Local]] = ()) -> None:
        self.same = tuple(same)
        self.different = tuple(different)

    def __bool__(self) -> bool:
        return bool(self.same or self.different)

    def apart(self, one: Collection[Local], other: Collection[Local]) -> bool:
        """Whether somebody decided that the two groups are different."""
        return any((a in one and b in other) or (b in one and a in other) for a, b in self.different)


def decided(decisions: Iterable[Decision], undecided: Mapping[str, KnownEntity]) -> Decided:
    """Decisions in terms of readings; `undecided` are the known entities as the rules alone would have them.

    A decision about an entity that is no longer there is passed over: it holds again when its document comes back.
    """
    pairs: dict[str, list[tuple[Local, Local]]] = {"same": [], "different": []}
    for decision in decisions:
        left, right = _local(decision.left, undecided), _local(decision.right, undecided)
        if left and right:
            pairs[decision.verb].append((left, right))
    return Decided(**pairs)


def _local(name: str, undecided: Mapping[str, KnownEntity]) -> Local | None:
    known = undecided.get(name)
    if known is not None:
        member = known.members[0]
        return member.document, member.entity
    document, mark, entity = name.rpartition("#")
    return (document, entity) if mark else None

"""Deeds whose kind depends on who does or suffers them: police who seize a man arrest him, gunmen abduct him."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sholu.model.reading import Role
from sholu.reading.entities import EntityIndex
from sholu.reading.events.lexicon import Gapped, Hit, Rule, listed
from sholu.reading.languages import language
from sholu.text.tokens import Token


class _Turn(NamedTuple):
    """Verbs, whose sectors or kinds of entity tell, and what the deed is then."""

    verbs: Gapped[str]
    actor: frozenset[str]
    recipient: frozenset[str]
    type: str
    mode: str | None


@cache
def _turns(tag: str) -> tuple[_Turn, ...]:
    rows = language(tag).table("events").get("by_party", [])
    return tuple(
        _Turn(
            Gapped(((pattern, row["type"]) for pattern in listed(row["verbs"])), tag),
            frozenset(row.get("actor", "").split()),
            frozenset(row.get("recipient", "").split()),
            row["type"],
            row.get("mode"),
        )
        for row in rows
    )


def by_party(
    tag: str,
    tokens: Sequence[Token],
    hit: Hit[Rule],
    parties: tuple[Sequence[Role], Sequence[Role]],
    entities: EntityIndex,
) -> Hit[Rule]:
    """The hit with the type and mode that its actors and recipients give it; as it was where they tell nothing."""
    for turn in _turns(tag):
        found = turn.verbs.at(tokens, hit.first, hit.last + 1)
        if found is None or hit.value.noun:
            continue
        wanted = zip((turn.actor, turn.recipient), parties, strict=True)
        if all(not codes or any(codes & _codes(role, entities) for role in roles) for codes, roles in wanted):
            return hit._replace(value=hit.value._replace(type=turn.type, mode=turn.mode))
    return hit


def _codes(role: Role, entities: EntityIndex) -> frozenset[str]:
    """The sectors of a party and the kind of its entity."""
    kind = [entities.get(role.entity).kind] if role.entity else []
    return frozenset((*role.sector, *kind))

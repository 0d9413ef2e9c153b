"""The entities of one document while it is being read: who and what was found, and where each is mentioned."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

from sholu.model.changing import replace
from sholu.model.reading import Entity, EntityKind, Mention, Point
from sholu.model.span import Span


class EntityIndex:
    """Entities by id and by place in the text. Grows while the reader works; `entities()` freezes it at the end.

    No two mentions may be the same stretch; nested ones may stand beside each other ("Bank of Astana", "Astana").
    """

    def __init__(self) -> None:
        self._entities: dict[str, Entity] = {}
        self._mentions: list[tuple[int, int, str]] = []  # start, -end, id: an outer mention comes before an inner one
        self._forms: dict[tuple[int, int], Mention] = {}

    def add(
        self,
        kind: EntityKind,
        name: str,
        mentions: Iterable[Mention],
        *,
        aliases: Iterable[str] = (),
        country: str | None = None,
        sector: tuple[str, ...] = (),
        same_as: dict[str, str | int] | None = None,
        point: Point | None = None,
        confidence: float = 1.0,
    ) -> str:
        """Add an entity and its mentions; returns its new id ("e1", "e2", ...)."""
        id = f"e{len(self._entities) + 1}"
        self._entities[id] = Entity(
            id, kind, name, tuple(aliases), country, sector, same_as or {}, point, confidence=confidence
        )
        for mention in mentions:
            self.mention(id, mention)
        return id

    def mention(self, id: str, mention: Mention) -> bool:
        """Add a mention to an entity; False if exactly this stretch already is somebody's mention."""
        key = (mention.start, mention.end)
        if key in self._forms:
            return False
        self._forms[key] = mention
        insort(self._mentions, (mention.start, -mention.end, id))
        return True

    def give(self, mention: Mention, id: str) -> None:
        """Make a mention that is there one of another entity."""
        key = (mention.start, -mention.end)
        at = bisect_left(self._mentions, key)
        if at < len(self._mentions) and self._mentions[at][:2] == key:
            del self._mentions[at]
            insort(self._mentions, (*key, id))

    def update(self, id: str, **fields: object) -> None:
        """Replace fields of an entity (not its id or mentions)."""
        self._entities[id] = replace(self._entities[id], **fields)

    def get(self, id: str) -> Entity:
        """The entity with this id, without its mentions; KeyError if there is none."""
        return self._entities[id]

    def __iter__(self) -> Iterator[Entity]:
        return iter(self._entities.values())

    def __len__(self) -> int:
        return len(self._entities)

    def mentions(self, id: str) -> list[Mention]:
        """All mentions of one entity, in order."""
        return [self._forms[start, -end] for start, end, owner in self._mentions if owner == id]

    def within(self, span: Span) -> list[tuple[Mention, str]]:
        """Mentions wholly inside `span` with their entity ids, in order, outer before inner."""
        first = bisect_left(self._mentions, (span.start, -span.end - 1, ""))
        found: list[tuple[Mention, str]] = []
        stop = bisect_left(self._mentions, (span.end,))
        for start, end, id in self._mentions[first:stop]:
            if -end <= span.end:
                found.append((self._forms[start, -end], id))
        return found

    def at(self, span: Span, kinds: Iterable[EntityKind] = ()) -> str | None:
        """Id of the entity whose mention is `span`, else of the longest mention that meets it; None if none does.

        With `kinds`, only entities of these kinds are considered.
        """
        wanted = frozenset(kinds)
        best: tuple[int, str] | None = None
        first = bisect_left(self._mentions, (max(0, span.start - 300),))
        stop = bisect_left(self._mentions, (span.end,))
        for start, end, id in self._mentions[first:stop]:
            if -end <= span.start or (wanted and self._entities[id].kind not in wanted):
                continue
            if (start, -end) == span:
                return id
            if best is None or -end - start > best[0]:
                best = (-end - start, id)
        return best[1] if best else None

    def entities(self) -> tuple[Entity, ...]:
        """All entities that are mentioned, with their mentions in order."""
        grouped: dict[str, list[Mention]] = {}
        for start, end, id in self._mentions:
            grouped.setdefault(id, []).append(self._forms[start, -end])
        return tuple(
            replace(entity, mentions=tuple(grouped[entity.id]))
            for entity in self._entities.values()
            if entity.id in grouped
        )

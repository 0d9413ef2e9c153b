"""Attributions in terms of known entities: who said what about whom, and through whom we have it."""

from collections.abc import Sequence

from sholu.knowledge.entities import Joined
from sholu.knowledge.model import Statement
from sholu.knowledge.notes import Note


def find_statements(notes: Sequence[Note], joined: Joined) -> tuple[Statement, ...]:
    """All attributions of all readings, by date."""
    found = []
    for item in notes:
        document = item.paper.id
        for said in item.attributions.values():
            inside = [entity for span in said.content for entity in item.named_in(span)]
            about = dict.fromkeys(filter(None, (joined.of(document, entity) for entity in inside)))
            found.append(
                Statement(
                    document,
                    said.id,
                    said.mode,
                    joined.of(document, said.source),
                    joined.of(document, said.outlet),
                    said.date or item.paper.published,
                    said.content,
                    tuple(about),
                    said.id in item.denials,
                )
            )
    return tuple(sorted(found, key=lambda statement: (statement.date or "", statement.document, statement.content)))

"""The dossier: all that the store holds on one person, body or place."""

from collections.abc import Iterable
from dataclasses import dataclass

from sholu.errors import InputError
from sholu.knowledge.knowledge import Knowledge
from sholu.knowledge.model import Held, KnownEntity, Passage, Report, Statement, Story
from sholu.model.span import Span
from sholu.publishing.brief import strength
from sholu.publishing.dates import sort_key
from sholu.publishing.wording import Citation, Words
from sholu.store.store import Store


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing said or done: when, in whose words, where they stand."""

    date: str | None
    text: str
    strength: str
    kind: str
    citation: Citation
    story: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeEntry:
    """An office held: what, from when to when, and where that is told (none where only a pack knows it)."""

    office: str
    organisation: str | None
    country: str | None
    start: str | None
    end: str | None
    status: str
    from_pack: bool
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is known of somebody: names, offices, what they said, did, had done to them, and what was said of them."""

    id: str
    kind: str
    name: str
    names: tuple[tuple[str, tuple[str, ...]], ...]
    country: str | None
    same_as: tuple[tuple[str, str], ...]
    documents: int
    offices: tuple[OfficeEntry, ...]
    said: tuple[Entry, ...]
    did: tuple[Entry, ...]
    undergone: tuple[Entry, ...]
    said_of: tuple[Entry, ...]


def make_dossier(knowledge: Knowledge, store: Store, entity: KnownEntity) -> Dossier:
    """The dossier of a known entity; `one_entity` finds it by name."""
    words = Words(knowledge, store)
    return Dossier(
        id=entity.id,
        kind=entity.kind,
        name=entity.name,
        names=tuple(sorted(entity.names.items())),
        country=entity.country,
        same_as=tuple((key, str(value)) for key, value in sorted(entity.same_as.items())),
        documents=len({member.document for member in entity.members}),
        offices=tuple(_office(held, words) for held in sorted(knowledge.offices_of(entity.id), key=_start)),
        said=_sorted(_statement(item, words) for item in knowledge.said(entity.id)),
        did=_sorted(_report(story, report, words) for story, report in knowledge.did(entity.id)),
        undergone=_sorted(_report(story, report, words) for story, report in knowledge.had_done(entity.id)),
        said_of=_sorted(_statement(item, words) for item in knowledge.said_of(entity.id)),
    )


def one_entity(knowledge: Knowledge, name: str) -> KnownEntity:
    """The one known entity that bears `name`, in any language or script, or has it as id.

    InputError: `name-unknown`, or `name-ambiguous` with the ids to choose from.
    """
    found = knowledge.named(name)
    if not found:
        raise InputError(
            f"Nobody and nothing in the store is called {name!r}.",
            code="name-unknown",
            hint="Try a surname, another spelling, or `sholu search`.",
        )
    if len(found) > 1:
        choices = "; ".join(
            f"{item.id} {item.name}{f' ({item.country})' if item.country else ''}" for item in found[:8]
        )
        raise InputError(f"{name!r} may be: {choices}.", code="name-ambiguous", hint="Give the id or the full name.")
    return found[0]


def _start(held: Held) -> tuple[str, str]:
    return sort_key(held.start or (held.seen[0] if held.seen else None))


def _sorted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(
        sorted(entries, key=lambda entry: (sort_key(entry.date), entry.citation.document, entry.citation.start))
    )


def _office(held: Held, words: Words) -> OfficeEntry:
    return OfficeEntry(
        held.office,
        words.name(held.organisation),
        held.country,
        held.start,
        held.end,
        held.status,
        held.pack,
        tuple(words.passage(passage) for passage in held.evidence),
    )


def _statement(item: Statement, words: Words) -> Entry:
    whole = Span(item.content[0].start, max(span.end for span in item.content))
    passage = Passage(item.document, whole)
    said = " … ".join(words.quoted(Passage(item.document, span)) for span in item.content)
    speaker, outlet = words.name(item.source), words.name(item.outlet)
    paper = words.paper(item.document)
    hands = tuple(dict.fromkeys(name for name in (speaker, outlet, paper.outlet_name) if name))
    citation = words.passage(passage)
    return Entry(
        item.date or paper.published,
        said,
        "denial" if item.denial else "",
        item.mode,
        Citation(citation.document, citation.start, citation.end, hands, paper.outlet_name, paper.published, paper.url),
    )


def _report(story: Story, report: Report, words: Words) -> Entry:
    return Entry(
        report.date or story.date or words.paper(report.document).published,
        words.sentence(report),
        strength(report),
        (story.type or story.topic).lower(),
        words.citation(report),
        story.id,
    )

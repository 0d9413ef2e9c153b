"""A store with the verbs people use: add, search, show, who, timeline, brief, rebuild. One verb, two doors."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from sholu.errors import InputError, Rejected
from sholu.knowledge.knowledge import Knowledge, build
from sholu.knowledge.model import Decision
from sholu.model.document import Document
from sholu.model.reading import Reading
from sholu.packs import Packs, load_packs
from sholu.reading.engines import Engine
from sholu.reading.stream import Manner, Refused, read_many, reader
from sholu.sources.copies import ArrivalKind
from sholu.store import arriving
from sholu.store.arriving import History
from sholu.store.decisions import DecisionRow, decide, decisions, undo
from sholu.store.search import Hit, search
from sholu.store.store import Added, Store, StoreFacts
from sholu.text.revisions import Revision, compare
from sholu.version import __version__

if TYPE_CHECKING:
    from sholu.publishing.brief import Brief
    from sholu.publishing.dossier import Dossier
    from sholu.publishing.story import StoryView
    from sholu.publishing.timeline import Timeline

_PACKS = "packs"


@dataclass(frozen=True, slots=True)
class AddedDocument:
    """One document that was offered to the store: its id there, what it is beside the others, or why it was refused.

    `kind`: "new"; "known", that is there already; "repost", the same text of the same outlet at another address, which
    is remembered; "copy" of the text `of`; "revision", a later version of `of`, whose place it takes. `new` says that
    it was stored.
    """

    id: str
    title: str | None
    new: bool
    error: Rejected | None = None
    kind: ArrivalKind = "new"
    of: str | None = None


class Library:
    """An open store and the region packs that it is read with.

    The packs are remembered in the store: what was read with the sample pack is asked with the sample pack.
    """

    def __init__(self, store: Store, packs: tuple[str, ...] | None = None, engine: Engine | None = None) -> None:
        self.store, self.engine = store, engine
        remembered = store.setting(_PACKS)
        if (
            packs is not None
            and remembered is not None
            and tuple(remembered.split()) != packs
            and store.facts().documents
        ):
            raise InputError(
                f"This store was filled with the pack {remembered}, not with {' '.join(packs)}.",
                code="pack-other",
                hint="Leave --pack out, or name another store with --store.",
            )
        self.pack_names = packs or (tuple(remembered.split()) if remembered else None)
        self._knowledge: tuple[str, Knowledge] | None = None

    @classmethod
    def open(cls, path: Path, *, packs: tuple[str, ...] | None = None, engine: Engine | None = None) -> "Library":
        """Open the store at `path`, or make it. StoreError and InputError say why it cannot be used."""
        return cls(Store.open(path), packs, engine)

    def close(self) -> None:
        """Close the file."""
        self.store.close()

    def __enter__(self) -> "Library":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def packs(self) -> Packs:
        """The region packs, loaded when first needed."""
        return load_packs(self.pack_names) if self.pack_names else load_packs()

    @property
    def manner(self) -> Manner:
        """How documents are read into this store."""
        return Manner(self.pack_names, self.engine)

    def add(self, documents: Iterable[Document], *, workers: int = 1) -> Iterator[AddedDocument]:
        """Read documents and keep them with their readings, each in a transaction of its own.

        Yields what became of each, in order. A text that is there already is not read again; a copy is kept beside what
        it copies; a later version of an article takes its place, and the older is kept. When the process is
        stopped or killed, what was yielded before is kept.
        """
        reader(self.manner)  # a pack that there is not is told before the store remembers it
        if self.pack_names and self.store.setting(_PACKS) is None:
            self.store.remember(_PACKS, " ".join(self.pack_names))
        known: list[AddedDocument] = []

        def unread() -> Iterator[Document]:
            for document in documents:
                there = self.store.recognise(document)
                if there:
                    known.append(_added(there, document.title))
                else:
                    yield document

        for result in read_many(unread(), workers=workers, manner=self.manner):
            yield from known
            known.clear()
            if isinstance(result, Refused):
                yield AddedDocument(result.id, None, new=False, error=result.error)
            else:
                yield _added(self.store.add(result), result.document.title)
        yield from known

    def rebuild(self) -> Iterator[str]:
        """Make everything anew that is derived: read every document again, index it, and join what is known.

        Yields the id of each document that was read again.
        """
        ids = self.store.ids()
        documents = (self.store.document(id) for id in ids)
        for id, result in zip(ids, read_many(documents, manner=self.manner), strict=True):
            if isinstance(result, Reading):
                self.store.replace_reading(id, result)
                yield id
        self.store.forget_derived()
        self.knowledge()

    def knowledge(self) -> Knowledge:
        """What is known across all readings, made anew when the store has changed since it was last made."""
        stamp = f"{__version__}|{self.store.stamp()}"
        if self._knowledge and self._knowledge[0] == stamp:
            return self._knowledge[1]
        kept = self.store.derived("knowledge", stamp)
        made = Knowledge.from_bytes(kept) if kept is not None else None
        if made is None:
            held = [Decision(row.verb, row.left, row.right) for row in decisions(self.store, holding=True)]
            with self.store.reading() as connection:
                copied = arriving.copied(connection)
            made = build(self.store.readings(), self.packs, held, copied)
            self.store.keep_derived("knowledge", stamp, made.to_bytes())
        self._knowledge = (stamp, made)
        return made

    def decide(
        self, verb: Literal["same", "different"], left: str, right: str, *, why: str, by: str | None = None
    ) -> int:
        """Decide that two known entities are one, or are not; returns the decision's number.

        `left` and `right` are ids of entities, as dossiers show them. The rules obey from now on, until it is undone.
        InputError `id-unknown` or `decision-wrong`.
        """
        known = {entity.id: entity for entity in self.knowledge().entities}
        for id in (left, right):
            if id not in known:
                raise InputError(f"There is no entity {id!r}.", code="id-unknown", hint="`sholu who NAME` shows ids.")
        if left == right or known[left].kind != known[right].kind:
            raise InputError(
                f"{left} and {right} are one already, or things of different kinds.",
                code="decision-wrong",
                hint="Give the ids of two people, two bodies or two places.",
            )
        return decide(self.store, verb, left, right, why=why, by=by)

    def undo(self, decision: int) -> None:
        """Take a decision back. InputError `decision-unknown`."""
        undo(self.store, decision)

    def decisions(self) -> list[DecisionRow]:
        """All decisions ever made, those taken back too."""
        return decisions(self.store)

    def search(self, query: str, *, limit: int = 20) -> list[Hit]:
        """The documents that fit a query, best first."""
        return search(self.store, query, limit=limit)

    def show(self, id: str) -> "StoryView | Reading | Dossier":
        """Whatever has this id (or a beginning of it that only one has): a story, a document's reading, a dossier.

        InputError: `id-unknown`, `id-ambiguous`.
        """
        from sholu.publishing.dossier import make_dossier
        from sholu.publishing.story import show_story

        wanted = id.removeprefix("#")
        knowledge = self.knowledge()
        documents = self.store.ids(wanted) if wanted else ()
        stories = knowledge.story(wanted) if wanted else ()
        entities = [known for known in knowledge.entities if known.id == wanted]
        found = len(documents) + len(stories) + len(entities)
        if found > 1 and not any(story.id == wanted for story in stories):
            some = ", ".join([*documents, *(story.id for story in stories), *(known.id for known in entities)][:6])
            raise InputError(f"{id!r} may be: {some}.", code="id-ambiguous", hint="Give more of the id.")
        if stories:
            exact = [story for story in stories if story.id == wanted]
            return show_story(knowledge, self.store, (exact or stories)[0])
        if documents:
            return self.store.get(documents[0])
        if entities:
            return make_dossier(knowledge, self.store, entities[0])
        raise InputError(f"Nothing in the store has the id {id!r}.", code="id-unknown", hint="`sholu brief` shows ids.")

    def history(self, id: str) -> History:
        """A document's further addresses, what it copies and who copies it, its earlier and later versions."""
        with self.store.reading() as connection:
            return arriving.history(connection, id)

    def changes(self, old: str, new: str) -> Revision:
        """What one version of a document added, changed and withdrew of another; ids in the store."""
        return compare(self.store.document(old).text, self.store.document(new).text)

    def facts(self) -> StoreFacts:
        """How much is in the store."""
        return self.store.facts()

    def brief(
        self,
        *,
        day: date | None = None,
        since: date | None = None,
        topic: str | None = None,
        country: str | None = None,
        also: int = 3,
    ) -> "Brief":
        """The brief of a day (by default the last day in the store), or of the days from `since` to it.

        Under the leading story of a matter stand at most `also` others.
        """
        from sholu.publishing.brief import make_brief

        return make_brief(self.knowledge(), self.store, day=day, since=since, topic=topic, country=country, also=also)

    def who(self, name: str) -> "Dossier":
        """The dossier of a person or body, by any of its names; InputError if there is none, or more than one."""
        from sholu.publishing.dossier import make_dossier, one_entity

        knowledge = self.knowledge()
        return make_dossier(knowledge, self.store, one_entity(knowledge, name))

    def timeline(
        self,
        *,
        name: str | None = None,
        since: date | None = None,
        until: date | None = None,
        topic: str | None = None,
        country: str | None = None,
    ) -> "Timeline":
        """What happened, in order of the days on which it happened."""
        from sholu.publishing.timeline import make_timeline

        return make_timeline(
            self.knowledge(), self.store, name=name, since=since, until=until, topic=topic, country=country
        )


def _added(added: Added, title: str | None) -> AddedDocument:
    return AddedDocument(added.id, title, added.new, kind=added.kind, of=added.of)

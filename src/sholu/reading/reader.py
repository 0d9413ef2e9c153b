"""The reader: one document in, one reading out. It writes nothing and knows no other document.

Three engines read by the same contract: `exact` by grammar and data alone, `learned` by the marks of the encoder, which
the exact half only normalises, and `joined` by both.
"""

from collections.abc import Sequence
from dataclasses import replace

from sholu.errors import Rejected, told
from sholu.gazetteer import gazetteer
from sholu.model.document import Document
from sholu.model.reading import Notice, Reader, Reading
from sholu.packs import Packs, load_packs
from sholu.reading.assembly import assemble
from sholu.reading.calibration import calibrated
from sholu.reading.credits import find_credits
from sholu.reading.engines import Engine
from sholu.reading.events import find_events
from sholu.reading.explaining import explained, unexplained
from sholu.reading.grounding import moved_back
from sholu.reading.joined import read_jointly
from sholu.reading.judgements import find_judgements
from sholu.reading.learned import has_weights, load_weights, mark, weights_folder
from sholu.reading.names import find_entities
from sholu.reading.offices import find_tenures
from sholu.reading.offices.nominals import find_office_mentions
from sholu.reading.page import Page
from sholu.reading.preparing import LONGEST, Prepared, prepare
from sholu.reading.quantities import find_quantities
from sholu.reading.speech import find_attributions
from sholu.reading.times import find_times
from sholu.version import __version__

__all__ = ["LONGEST", "ExactReader", "JoinedReader", "make_reader"]


class ExactReader:
    """Reads by grammar and data alone: what can be known exactly.

    `packs` are the regions that it knows; without any given, the default ones. Safe to share between threads: reading
    changes nothing in it. Without `calibrate`, confidences are the scores that they are made of.
    """

    engine: Engine = "exact"

    def __init__(self, packs: Packs | None = None, *, notices: tuple[Notice, ...] = (), explain: bool = False) -> None:
        """`notices` are told with every reading; with `explain`, every item says what made it (`basis`)."""
        self.packs = packs if packs is not None else load_packs()
        self.identity = Reader("sholu-exact", __version__)
        self.notices = notices
        self.explain = explain
        self.calibrate = True

    def read(self, document: Document) -> Reading:
        """The reading of one document.

        Title, outlet, date and language that the document lacks are taken from its text where it states them. Rejected
        says why a document cannot be read: `empty`, `too-long`, `text-broken`, `language-unknown`, `language-not-read`.
        """
        prepared = prepare(document, self.packs)
        return self._finished(prepared, self._page(prepared.page))

    def read_all(self, documents: Sequence[Document]) -> list[Reading | Rejected]:
        """The reading of each document, or why it cannot be read.

        A document on which the reader itself fails is refused like any other (`reader-failed`): one strange article
        must not cost the others of a long batch.
        """
        return [self._tried(document) for document in documents]

    def _tried(self, document: Document) -> Reading | Rejected:
        try:
            return self.read(document)
        except Rejected as error:
            return error
        except Exception as error:
            hint = "This is a mistake in Sholu; please report it with the article."
            return Rejected(f"The reader failed: {told(error)}.", code="reader-failed", hint=hint)

    def _finished(self, item: Prepared, reading: Reading) -> Reading:
        told = replace(reading, notices=(*item.notices, *self.notices, *reading.notices))
        told = explained(told) if self.explain else unexplained(told)
        if self.calibrate:
            told = calibrated(told, self.engine)
        return moved_back(told, item.normalised, item.document)

    def _page(self, page: Page) -> Reading:
        times = find_times(page)
        notes = find_credits(page, self.packs)
        entities = find_entities(page, self.packs, gazetteer(), notes)
        tenures = find_tenures(page, entities, times, self.packs)
        find_office_mentions(page, entities, tenures)
        said = find_attributions(page, entities, notes, times)
        reading = Reading(
            page.document,
            self.identity,
            attributions=tuple(said),
            events=tuple(find_events(page, entities, times)),
            tenures=tuple(tenures),
            quantities=tuple(find_quantities(page, times, entities)),
            times=tuple(times),
            judgements=tuple(find_judgements(page, entities, said)),
        )
        return assemble(replace(reading, entities=entities.entities()))


class JoinedReader(ExactReader):
    """Reads by both halves: the encoder marks the text, the exact half reads it, each field takes the surer answer.

    With `alone`, items come from the encoder's marks only; the exact half still tells what names and dates mean.
    SholuError `weights-missing` or `weights-broken` when the encoder cannot be loaded.
    """

    def __init__(self, packs: Packs | None = None, *, alone: bool = False, explain: bool = False) -> None:
        """With `explain`, every item says what made it (`basis`)."""
        super().__init__(packs, explain=explain)
        self.weights = load_weights()
        self.identity = Reader("sholu-learned" if alone else "sholu", __version__)
        self.alone = alone
        self.engine = "learned" if alone else "joined"

    def _page(self, page: Page) -> Reading:
        return read_jointly(page, mark(page.plain, self.weights), self.packs, self.identity, alone=self.alone)


def make_reader(packs: Packs | None = None, engine: Engine | None = None, *, explain: bool = False) -> ExactReader:
    """The reader of this engine; without one named the joined one, or the exact one where the weights lack.

    SholuError `weights-missing` when an engine is named that needs weights which are not there.
    """
    if engine == "exact":
        return ExactReader(packs, explain=explain)
    if engine is None and not has_weights():
        return ExactReader(
            packs, notices=(Notice("no-weights", _NO_WEIGHTS.format(weights_folder())),), explain=explain
        )
    return JoinedReader(packs, alone=engine == "learned", explain=explain)


_NO_WEIGHTS = "Read by the exact half alone: the weights of the learned half are not in {}."

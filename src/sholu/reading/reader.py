"""The reader: one document in, one reading out. It writes nothing and knows no other document."""

from dataclasses import replace

from sholu.errors import Rejected
from sholu.gazetteer import gazetteer
from sholu.model.document import Document
from sholu.model.reading import Notice, Reader, Reading
from sholu.packs import Packs, load_packs
from sholu.reading.assembly import assemble
from sholu.reading.credits import find_credits
from sholu.reading.events import find_events
from sholu.reading.grounding import moved_back
from sholu.reading.judgements import find_judgements
from sholu.reading.languages import LANGUAGES
from sholu.reading.names import find_entities
from sholu.reading.offices import find_tenures
from sholu.reading.offices.nominals import find_office_mentions
from sholu.reading.page import Page
from sholu.reading.quantities import find_quantities
from sholu.reading.speech import find_attributions
from sholu.reading.times import find_times
from sholu.text.language import detect
from sholu.text.metadata import complete
from sholu.text.normalise import Normalised
from sholu.version import __version__

LONGEST = 2_000_000
"""Code points in the longest document that is read; a longer one is refused, never cut."""

_LEAST_CONFIDENCE = 0.5


class ExactReader:
    """Reads by grammar and data alone: what can be known exactly.

    `packs` are the regions that it knows; without any given, the default ones. Safe to share between threads: reading
    changes nothing in it.
    """

    def __init__(self, packs: Packs | None = None) -> None:
        self.packs = packs if packs is not None else load_packs()
        self.identity = Reader("sholu-exact", __version__)

    def read(self, document: Document) -> Reading:
        """The reading of one document.

        Title, outlet, date and language that the document lacks are taken from its text where it states them. Rejected
        says why a document cannot be read: `empty`, `too-long`, `text-broken`, `language-unknown`, `language-not-read`.
        """
        _refuse_unreadable(document)
        normalised = Normalised(document.text)
        if not normalised.text.strip():
            raise _empty()
        tag, notices = _language(document)
        known = complete(replace(document, text=normalised.text, language=tag), self.packs)
        page = Page(known, tag)
        if known.published is None:
            notices.append(
                Notice("no-date", "No date of publication is known: relative dates are left open. Give --published.")
            )
        reading = self._read_page(page, tuple(notices))
        return moved_back(reading, normalised, document)

    def _read_page(self, page: Page, notices: tuple[Notice, ...]) -> Reading:
        times = find_times(page)
        notes = find_credits(page, self.packs)
        entities = find_entities(page, self.packs, gazetteer(), notes)
        tenures = find_tenures(page, entities, times, self.packs)
        find_office_mentions(page, entities, tenures)
        quantities = find_quantities(page, times, entities)
        attributions = find_attributions(page, entities, notes, times)
        events = find_events(page, entities, times)
        judgements = find_judgements(page, entities)
        reading = Reading(
            page.document,
            self.identity,
            entities.entities(),
            tuple(attributions),
            tuple(events),
            tuple(tenures),
            tuple(quantities),
            tuple(times),
            tuple(judgements),
            notices,
        )
        return assemble(reading)


def _refuse_unreadable(document: Document) -> None:
    if not document.text.strip():
        raise _empty()
    if len(document.text) > LONGEST:
        raise Rejected(
            f"The text has {len(document.text):,} characters; one document may have {LONGEST:,}.",
            code="too-long",
            hint="Split it into articles and give them one by one, or as JSONL.",
        )
    try:
        document.text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Rejected(
            f"The text holds half a character (a lone surrogate) at position {error.start}.",
            code="text-broken",
            hint="Export it again as valid UTF-8.",
        ) from error


def _empty() -> Rejected:
    return Rejected("The document has no text.", code="empty", hint="Give an article with some text in it.")


def _language(document: Document) -> tuple[str, list[Notice]]:
    """The language to read in, and a notice where it was not sure."""
    if document.language:
        tag = document.language.split("-")[0].lower()
        if tag not in LANGUAGES:
            raise Rejected(
                f"The document's language is {document.language!r}; Sholu reads {', '.join(LANGUAGES)}.",
                code="language-not-read",
                hint="If that is wrong, say --language en, ru or kk.",
            )
        return tag, []
    guess = detect(document.text)
    if guess.tag in LANGUAGES:
        notices = []
        if guess.confidence < _LEAST_CONFIDENCE:
            notices.append(Notice("language-unsure", f"Read as {guess.tag}, with confidence {guess.confidence:.2f}."))
        return guess.tag, notices
    if guess.tag == "und":
        raise Rejected(
            "The language could not be told: the text has too few words.",
            code="language-unknown",
            hint="Say --language en, ru or kk.",
        )
    raise Rejected(
        f"The text looks like {guess.tag} (confidence {guess.confidence:.2f}); Sholu reads {', '.join(LANGUAGES)}.",
        code="language-not-read",
        hint="If that is wrong, say --language en, ru or kk.",
    )

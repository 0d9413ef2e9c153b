"""From a document to a page that can be read: the unreadable refused, the language told, the text made plain."""

from dataclasses import dataclass, replace

from sholu.errors import Rejected
from sholu.model.document import Document
from sholu.model.reading import Notice
from sholu.packs import Packs
from sholu.reading.headlines import with_small_words
from sholu.reading.languages import LANGUAGES
from sholu.reading.page import Page
from sholu.text.language import detect
from sholu.text.metadata import complete
from sholu.text.normalise import Normalised

LONGEST = 2_000_000
"""Code points in the longest document that is read; a longer one is refused, never cut."""

_LEAST_CONFIDENCE = 0.5


@dataclass(frozen=True, slots=True)
class Prepared:
    """A page of normalised text, the document that it was made of, and what its reader should know."""

    document: Document
    normalised: Normalised
    page: Page
    notices: tuple[Notice, ...]


def prepare(document: Document, packs: Packs) -> Prepared:
    """The page of a document.

    Title, outlet, date and language that the document lacks are taken from its text where it states them. Rejected
    says why a document cannot be read: `empty`, `too-long`, `text-broken`, `language-unknown`, `language-not-read`.
    """
    _refuse_unreadable(document)
    normalised = Normalised(document.text)
    if not normalised.text.strip():
        raise _empty()
    tag, notices = _language(document)
    known = complete(replace(document, text=normalised.text, language=tag), packs)
    if known.published is None:
        notices.append(
            Notice("no-date", "No date of publication is known: relative dates are left open. Give --published.")
        )
    return Prepared(document, normalised, Page(known, tag, with_small_words(known.text, tag, packs)), tuple(notices))


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

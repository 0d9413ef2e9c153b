"""What the user says of a document that the document does not say of itself."""

from dataclasses import dataclass

from sholu.errors import InputError
from sholu.model.document import Document
from sholu.model.edtf import Edtf


@dataclass(frozen=True, slots=True)
class Given:
    """Facts given from outside, all optional; `published` is an EDTF date. InputError for a date that is none."""

    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    title: str | None = None
    url: str | None = None
    encoding: str | None = None

    def __post_init__(self) -> None:
        if self.published is not None:
            try:
                Edtf.parse(self.published)
            except ValueError as error:
                raise InputError(
                    f"The date {self.published!r} is not one that Sholu reads.",
                    code="date-wrong",
                    hint="Write it as 2007-01-30, 2007-01 or 2007.",
                ) from error

    def applied(self, document: Document) -> Document:
        """The document with these facts put over its own."""
        given = self.published is not None
        return Document(
            text=document.text,
            id=document.id,
            url=self.url or document.url,
            title=self.title or document.title,
            outlet=self.outlet or document.outlet,
            published=self.published or document.published,
            published_basis="given" if given else document.published_basis,
            language=self.language or document.language,
        )

"""What the user says of a document that the document does not say of itself."""

import re
from dataclasses import dataclass, fields

from sholu.errors import InputError
from sholu.model.document import Document
from sholu.model.edtf import Edtf

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?=[T ])")


def publication_date(value: str) -> str:
    """The date of publication that `value` writes: of a moment its day. ValueError for what is no date."""
    moment = _MOMENT.match(value)
    date = moment.group() if moment else value
    if Edtf.parse(date).precision == "interval":
        raise ValueError(f"{value!r} is an interval; an article is published on a day")
    return date


@dataclass(frozen=True, slots=True)
class Given:
    """Facts given from outside, all optional; `published` is an EDTF date or a moment, of which the day is kept.

    InputError for a date that is none, and for what is no valid text.
    """

    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    title: str | None = None
    url: str | None = None
    encoding: str | None = None

    def __post_init__(self) -> None:
        for name in (field.name for field in fields(self)):
            _refuse_broken(name, getattr(self, name))
        if self.published is not None:
            try:
                object.__setattr__(self, "published", publication_date(self.published))
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


def _refuse_broken(name: str, value: str | None) -> None:
    try:
        (value or "").encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"The {name} given is not valid text: {value!r}.", code="text-broken", hint="Write it in UTF-8."
        ) from error

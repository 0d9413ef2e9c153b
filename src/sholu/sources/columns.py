"""Which column of a table is which part of a document."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from sholu.errors import InputError

# The names that tables of articles give their columns, likeliest first; letters, digits and "_" of a header decide.
_USUAL: dict[str, tuple[str, ...]] = {
    "text": (
        "text",
        "maintext",
        "body",
        "content",
        "article",
        "article_text",
        "full_text",
        "fulltext",
        "текст",
        "мәтін",
    ),
    "title": ("title", "headline", "heading", "title_page", "заголовок", "тақырып"),
    "published": (
        "published",
        "date_publish",
        "publish_date",
        "published_at",
        "publication_date",
        "pub_date",
        "pubdate",
        "date",
        "datetime",
        "дата",
        "күні",
    ),
    "outlet": (
        "outlet",
        "source",
        "source_domain",
        "publisher",
        "site",
        "sitename",
        "newspaper",
        "источник",
        "дереккөз",
    ),
    "url": ("url", "link", "source_url", "address", "ссылка", "адрес", "сілтеме"),
    "language": ("language", "lang", "язык", "тіл"),
    "id": ("id", "article_id", "doc_id", "uuid"),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """For each part of a document the header of its column, where the user said so; None: by the usual names."""

    text: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    id: str | None = None

    @classmethod
    def parse(cls, pairs: Iterable[str]) -> "Columns":
        """From words like "text=Body". InputError `column-wrong`."""
        known = [field.name for field in fields(cls)]
        said: dict[str, str] = {}
        for pair in pairs:
            name, _, header = pair.partition("=")
            if name not in known or not header:
                raise InputError(
                    f"{pair!r} names no column.",
                    code="column-wrong",
                    hint=f"Write it as text=Body; before the sign stands one of {', '.join(known)}.",
                )
            said[name] = header
        return cls(**said)

    def among(self, headers: Iterable[str]) -> Mapping[str, str]:
        """The header of each part that this table has. InputError `column-missing` for one that the user named."""
        there = list(headers)
        plain = {_plain(header): header for header in reversed(there)}
        found: dict[str, str] = {}
        for part, usual in _USUAL.items():
            said = getattr(self, part)
            if said is not None and said not in there:
                raise InputError(
                    f"The table has no column {said!r}; it has {_some(there)}.",
                    code="column-missing",
                    hint="Name one of them.",
                )
            header = said or next((plain[name] for name in usual if name in plain), None)
            if header is not None:
                found[part] = header
        if "text" not in found:
            raise InputError(
                f"No column of the table is called text; it has {_some(there)}.",
                code="column-missing",
                hint="Say which one holds the articles: --column text=NAME.",
            )
        return found


def _plain(header: str) -> str:
    return header.strip().strip("\ufeff").lower().replace(" ", "_").replace("-", "_")


def _some(headers: list[str]) -> str:
    shown = ", ".join(repr(header[:40]) for header in headers[:12])
    return shown + (", ..." if len(headers) > 12 else "")

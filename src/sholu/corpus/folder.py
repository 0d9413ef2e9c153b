"""The corpus as a folder: `articles/LANGUAGE/SPLIT/NNN-slug.txt` and `known.toml`."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from sholu.codebook.countries import countries
from sholu.corpus.article import SPLITS
from sholu.errors import InputError
from sholu.model.reading import EntityKind, Point
from sholu.reading.languages import LANGUAGES

KNOWN = "known.toml"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an entity beyond one article; `names` are by language. Ids in `same_as` were looked up."""

    kind: EntityKind
    names: dict[str, str] = field(default_factory=dict)
    country: str | None = None
    sector: tuple[str, ...] = ()
    same_as: dict[str, str | int] = field(default_factory=dict)
    point: Point | None = None


def find_files(paths: list[Path], language: str | None = None, split: str | None = None) -> list[Path]:
    """The articles that `paths` name: files, or folders with files below; InputError when there are none."""
    found = [file for path in paths for file in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]
    kept = [file for file in found if language in (None, *file.parts) and split in (None, *file.parts)]
    if not kept:
        raise InputError(
            f"There are no articles in {', '.join(map(str, paths))}.",
            code="corpus-empty",
            hint=f"Name the folder `corpus/articles` or files in it; splits are {', '.join(SPLITS)}.",
        )
    return kept


def known_for(path: Path) -> dict[str, Known]:
    """The entities known to the corpus in which `path` lies, countries among them."""
    for folder in path.resolve().parents:
        if (folder / KNOWN).exists():
            return _load(folder / KNOWN)
    return _countries()


@cache
def _load(path: Path) -> dict[str, Known]:
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path} is no TOML: {error}.", code="known-broken", hint="Put the file right.") from error
    return {**_countries(), **dict(_entries(tables))}


def _entries(tables: dict[str, dict[str, Any]]) -> Iterator[tuple[str, Known]]:
    for id, row in tables.items():
        yield (
            id,
            Known(
                row.get("kind", "place"),
                {tag: row[tag] for tag in LANGUAGES if tag in row},
                row.get("country"),
                tuple(row.get("sector", ())),
                {key: row[key] for key in ("geonames", "wikidata") if key in row},
                Point(*row["point"]) if "point" in row else None,
            ),
        )


@cache
def _countries() -> dict[str, Known]:
    return {
        land.code.lower(): Known(
            "place",
            {language: forms[0] for language, forms in land.names.items()},
            land.code,
            (),
            {"iso3166": land.code, **({"geonames": land.geonames} if land.geonames else {})},
            Point(*land.point),
        )
        for land in countries()
    }

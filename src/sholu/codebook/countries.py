"""The world's countries: names, adjectives and people in each language, middle points; see `countries.toml`."""

from dataclasses import dataclass
from functools import cache

from sholu.codebook.tables import table

Names = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory under its ISO 3166-1 alpha-2 `code`.

    `names`, `adjectives` and `people` map a language to forms, the usual one first. Russian adjectives are stems
    ("казахстанск"), Russian people nominative singulars. `point` is latitude and longitude; `geonames` an id.
    """

    code: str
    names: Names
    adjectives: Names
    people: Names
    point: tuple[float, float]
    population: int
    geonames: int | None = None


@cache
def countries() -> tuple[Country, ...]:
    """All countries, by code."""
    return tuple(
        Country(
            code,
            _names(entry["names"]),
            _names(entry.get("adjectives", {})),
            _names(entry.get("people", {})),
            (float(entry["point"][0]), float(entry["point"][1])),
            entry["population"],
            entry.get("geonames"),
        )
        for code, entry in table("countries").items()
    )


def country(code: str) -> Country:
    """The country with this code; KeyError if there is none."""
    return _by_code()[code]


@cache
def _by_code() -> dict[str, Country]:
    return {country.code: country for country in countries()}


def _names(entry: dict[str, list[str]]) -> Names:
    return {language: tuple(forms) for language, forms in entry.items()}

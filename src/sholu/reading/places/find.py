"""The whole way from a page to its places: candidates, weighing, resolving, and towns for the streets in them."""

from collections import Counter
from collections.abc import Callable, Sequence

from sholu.codebook.countries import country
from sholu.gazetteer import Gazetteer, PlaceRecord
from sholu.model.reading import Point
from sholu.model.span import Span
from sholu.packs import Packs
from sholu.packs.model import Place
from sholu.reading.page import Page
from sholu.reading.places.candidates import find_candidates
from sholu.reading.places.guards import weigh
from sholu.reading.places.model import FACILITIES, Candidate, PlaceMention
from sholu.reading.places.resolve import resolve_places


def find_places(
    page: Page, packs: Packs, gazetteer: Gazetteer, second: Callable[[int, int], float] | None = None
) -> list[PlaceMention]:
    """All places that the page names, in order; a name of a pack goes before one of the gazetteer.

    Countries, regions, towns, waters, mountains, borders, streets. Adjectives of countries are not places. `second` is
    a second opinion: what it adds to the weight of tokens (first, last) for being a place.
    """
    candidates = weigh(page, find_candidates(page, packs, gazetteer), second)
    records = resolve_places(page, candidates, packs, gazetteer)
    towns = _towns(candidates, records)
    found = []
    for position, candidate in enumerate(candidates):
        if candidate.place is not None and records.get(position) == candidate.own:
            found.append(_from_pack(page, candidate, candidate.place))
        elif position in records:
            found.append(_from_record(page, candidate, records[position]))
        else:
            found.append(_from_words(page, candidate, towns))
    return found


def _from_pack(page: Page, candidate: Candidate, place: Place) -> PlaceMention:
    names = place.names.get(page.language.tag) or place.names["en"]
    point = Point(place.lat, place.lon) if place.lat is not None and place.lon is not None else None
    if place.kind == "country" and place.country:
        point = Point(*country(place.country).point)
    return PlaceMention(
        _span(page, candidate), names[0], place.kind, place.country, point, place.geonames, place.id,
        confidence=_confidence(candidate),
    )  # fmt: skip


def _from_record(page: Page, candidate: Candidate, record: PlaceRecord) -> PlaceMention:
    span = _span(page, candidate)
    return PlaceMention(
        span,
        _name(page, span, record),
        _kind(candidate, record),
        record.country or None,
        Point(record.lat, record.lon),
        record.geonames or None,
        admin1=record.admin1 or None,
        confidence=_confidence(candidate),
    )


def _kind(candidate: Candidate, record: PlaceRecord) -> str:
    """A capital is a city; the noun of a name goes before what the gazetteer says, unless the place is another one."""
    told = record.kind if candidate.own else candidate.kind or record.kind
    return "city" if told == "capital" else told


def _from_words(page: Page, candidate: Candidate, towns: "_Towns") -> PlaceMention:
    """A place that only the text knows; it has about the point of a town beside it, a street that of its town."""
    span = _span(page, candidate)
    town = towns.near(page, candidate) if candidate.kind in FACILITIES else towns.beside(page, candidate, _BESIDE)
    return PlaceMention(
        span,
        span.of(page.text),
        candidate.kind,
        candidate.country or (town.country if town else None),
        Point(town.lat, town.lon) if town else None,
        confidence=_confidence(candidate),
    )


def _span(page: Page, candidate: Candidate) -> Span:
    return candidate.part or page.span(candidate.first, candidate.last)


def _name(page: Page, span: Span, record: PlaceRecord) -> str:
    """English texts get the usual name of a country or town; others the words, whose base form is found elsewhere."""
    if page.language.tag == "en" and not record.lesser:
        return record.name
    return span.of(page.text)


def _confidence(candidate: Candidate) -> float:
    return round(min(0.97, 0.55 + 0.4 * candidate.weight), 2)


_BESIDE = 6
"""Tokens between a place that only the text knows and a town that tells where it is: "Upper Tumar near Osh"."""


class _Towns:
    """The towns of a page by where they are named."""

    def __init__(self, named: list[tuple[int, PlaceRecord]]) -> None:
        self._named = named
        counted = Counter(record for _, record in named)
        self._usual = counted.most_common(1)[0][0] if counted else None

    def near(self, page: Page, candidate: Candidate) -> PlaceRecord | None:
        """The town named next after the candidate in its sentence, else before it, else the most named of the page."""
        return self.beside(page, candidate) or self._usual

    def beside(self, page: Page, candidate: Candidate, reach: int | None = None) -> PlaceRecord | None:
        """The town named next after the candidate in its sentence, else before it; at most `reach` tokens away."""
        sentence = page.sentence_at(page.tokens[candidate.first].start)
        start, stop = sentence.first, sentence.stop
        if reach is not None:
            start, stop = max(start, candidate.first - reach), min(stop, candidate.last + reach + 1)
        inside = [(first, record) for first, record in self._named if start <= first < stop]
        after = [record for first, record in inside if first > candidate.last]
        if after:
            return after[0]
        return inside[-1][1] if inside else None


def _towns(candidates: Sequence[Candidate], records: dict[int, PlaceRecord]) -> _Towns:
    return _Towns(
        [
            (candidates[position].first, record)
            for position, record in records.items()
            if record.kind in {"city", "capital", "county"} and not candidates[position].kind
        ]
    )

"""Which of the places of one name is meant: what the text says outright, then what fits the other places in it."""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from sholu.codebook.countries import countries
from sholu.gazetteer import Gazetteer, PlaceRecord
from sholu.gazetteer.folding import fold
from sholu.model.reading import Point
from sholu.packs import Packs
from sholu.packs.model import Outlet
from sholu.reading.page import Page
from sholu.reading.places.adjectives import country_adjectives
from sholu.reading.places.model import Candidate
from sholu.reading.places.stated import forget_elsewhere
from sholu.text.tokens import Token

# Points of the score of a record. People count by the logarithm; what the text says outright outweighs all else.
# Found by trying on two sets of news, local and international, and on lists of the world's great cities.
_KIND = {"country": 5.0, "region": 3.0, "area": 8.0, "sea": 6.0, "county": 2.0, "city": 0.0, "capital": 2.5}
_NATURE = 3.0
_PEOPLE = 0.9
_LESSER = 4.0
_COUNTRY, _PROVINCE = 2.3, 3.0
# Degrees of the squares in which places of a kind are neighbours, and what neighbours say.
_WIDTHS = {"city": 1, "capital": 1, "county": 1, "country": 10, "region": 10, "area": 10}
_NEARBY = {1: 3.0, 10: 2.0}
_BESIDE_SQUARE = 0.6
_LEAST_VOTE = 0.02
_HOME = 2.0
_LOCAL = 0.25
_LONG_ENOUGH = 5
_ROUNDS = 4
_HELD = 30.0
_PACK, _KIND_SAID = 3.0, 6.0


class _Votes:
    """What the names of a page say for countries, for provinces, and for the squares of the map around their places."""

    def __init__(self, countries: Mapping[str, float] | None = None) -> None:
        self.countries: defaultdict[str, float] = defaultdict(float, countries or {})
        self.provinces: defaultdict[tuple[str, str], float] = defaultdict(float)
        self.squares: defaultdict[_Square, float] = defaultdict(float)

    def add(self, share: "Share") -> None:
        """A likely record says much for the places around it, the many namesakes of a great city little each."""
        for record, vote in share:
            self.countries[record.country] += vote
            if record.admin1:
                self.provinces[record.country, record.admin1] += vote * (1.5 if record.kind == "region" else 1.0)
            width = _WIDTHS.get(record.kind, 0)
            if width and vote > _LEAST_VOTE:
                self.mark(width, record.lat, record.lon, vote)

    def mark(self, width: int, lat: float, lon: float, vote: float) -> None:
        """Count a vote for the square of a point, and less for those around it."""
        _, north, east = _square(width, lat, lon)
        for up in (-1, 0, 1):
            for right in (-1, 0, 1):
                self.squares[width, north + up, east + right] += vote * (_BESIDE_SQUARE if up or right else 1.0)

    def without(self, share: "Share") -> Callable[[PlaceRecord], float]:
        """What all others say for a record, in points."""
        own = _Votes()
        own.add(share)
        return lambda record: self.points(record, own)

    def points(self, record: PlaceRecord, own: "_Votes") -> float:
        """What all votes but its own say for a record."""
        land = max(0.0, self.countries.get(record.country, 0.0) - own.countries.get(record.country, 0.0))
        found = _COUNTRY * math.log1p(4 * land)
        if record.admin1:
            province = record.country, record.admin1
            vote = self.provinces.get(province, 0.0) - own.provinces.get(province, 0.0)
            if vote > 0:  # where many provinces of a country are named, each says little
                found += _PROVINCE * math.log1p(4 * vote * vote / max(vote, land))
        width = _WIDTHS.get(record.kind, 0)
        if width:
            square = _square(width, record.lat, record.lon)
            vote = self.squares.get(square, 0.0) - own.squares.get(square, 0.0)
            found += _NEARBY[width] * math.log1p(4 * max(0.0, vote))
        return found


_Square = tuple[int, int, int]
"""Width in degrees, number to the north and number to the east."""


def _square(width: int, lat: float, lon: float) -> _Square:
    return width, math.floor(lat / width), math.floor(lon / width)


def resolve_places(
    page: Page, candidates: Sequence[Candidate], packs: Packs, gazetteer: Gazetteer
) -> dict[int, PlaceRecord]:
    """The record meant by each candidate, by the candidate's position; a place of a pack without rivals needs none.

    One name means one place throughout the text, unless a mention says its province or country itself.
    """
    home = _home(page, packs)
    _find_containers(page, candidates, gazetteer)
    forget_elsewhere(page, candidates)
    groups = _groups(candidates)
    local = _local(page, groups)
    choice = {key: _spread(_scores(members, key in local, None)) for key, members in groups.items()}
    for _ in range(_ROUNDS):
        votes = _count(choice, candidates, home)
        choice = {
            key: _spread(_scores(members, key in local, votes.without(choice[key]))) for key, members in groups.items()
        }
    return _chosen(candidates, choice)


Share = list[tuple[PlaceRecord, float]]


def _groups(candidates: Sequence[Candidate]) -> dict[str, list[Candidate]]:
    groups: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.records:
            groups[candidate.key].append(candidate)
    return groups


def _local(page: Page, keys: Iterable[str]) -> frozenset[str]:
    """Names that the outlet carries in its own ("The Fargo Herald"): a paper is seldom named after a far-off place."""
    outlet = fold(page.document.outlet or "").replace(" ", "")
    return frozenset(key for key in keys if len(key) >= _LONG_ENOUGH and key.replace(" ", "") in outlet)


def _scores(members: Sequence[Candidate], local: bool, others: Callable[[PlaceRecord], float] | None) -> Share:
    holders = [member.container for member in members if member.container is not None]
    lands = [member.country for member in members if member.country is not None]
    scored = []
    for record in members[0].records:
        score = _fame(record)
        if local:
            score *= _LOCAL
        score -= _LESSER * record.lesser
        if members[0].own == record:
            score += _PACK
        elif members[0].kind == record.kind and members[0].own is None:
            score += _KIND_SAID
        score += sum(_HELD for holder in holders if holds(holder, record))
        score += sum(_HELD / 2 for land in lands if land == record.country)
        if others is not None:
            score += others(record)
        scored.append((record, score))
    return scored


def _fame(record: PlaceRecord) -> float:
    return _KIND.get(record.kind, _NATURE) + _PEOPLE * math.log(record.population + 1000)


def likeliest(records: Sequence[PlaceRecord], around: Iterable[tuple[str | None, Point | None]]) -> PlaceRecord | None:
    """The one of `records` that fits best the countries and points of the other places of a page; None without any."""
    votes, nobody = _Votes(), _Votes()
    for land, point in set(around):
        if land:
            votes.countries[land] += 1.0
        if point is not None:
            for width in _NEARBY:
                votes.mark(width, point.lat, point.lon, 1.0)
    return max(
        records,
        key=lambda record: _fame(record) - _LESSER * record.lesser + votes.points(record, nobody),
        default=None,
    )


def _spread(scored: Share) -> Share:
    """Scores as shares of one."""
    top = max(score for _, score in scored)
    weights = [(record, math.exp(score - top)) for record, score in scored]
    total = sum(weight for _, weight in weights)
    return [(record, weight / total) for record, weight in weights if weight / total > 0.01]


def _count(choice: Mapping[str, Share], candidates: Sequence[Candidate], home: Mapping[str, float]) -> _Votes:
    votes = _Votes(home)
    for share in choice.values():
        votes.add(share)
    sure = (candidate.place.country for candidate in candidates if candidate.place and candidate.own is None)
    for land in set(filter(None, sure)):
        votes.countries[land] += 1.0
    return votes


def _chosen(candidates: Sequence[Candidate], choice: Mapping[str, Share]) -> dict[int, PlaceRecord]:
    found: dict[int, PlaceRecord] = {}
    for position, candidate in enumerate(candidates):
        share = choice.get(candidate.key)
        if not share:
            continue
        best = max(share, key=lambda entry: entry[1])[0]
        if candidate.container is not None and not holds(candidate.container, best):
            held = [record for record in candidate.records if holds(candidate.container, record)]
            best = held[0] if held else best
        found[position] = best
    return found


def holds(holder: PlaceRecord, record: PlaceRecord) -> bool:
    """Whether `record` lies in `holder`, a country or a province or county of the same country."""
    if holder.country != record.country or holder == record:
        return False
    if holder.kind == "country":
        return True
    return holder.admin1 == record.admin1 and record.kind != "region"


def _find_containers(page: Page, candidates: Sequence[Candidate], gazetteer: Gazetteer) -> None:
    """Note what stands right behind a town with a comma: "Alexandria, Louisiana", "Paris, TX", "Ош, Киргизия"."""
    tokens = page.tokens
    starts = {candidate.first: candidate for candidate in candidates}
    for candidate in candidates:
        index = candidate.last + 1
        if index + 1 >= len(tokens) or not candidate.records:
            continue
        if any(record.kind in _LANDS for record in candidate.records[:2]) and not _ends_address(tokens, index):
            continue
        if tokens[index].text in {",", "("}:
            index += 1
        elif tokens[index].shape not in {"title", "upper"}:
            continue
        other = starts.get(index)
        holders: tuple[PlaceRecord, ...] = other.records if other is not None and other is not candidate else ()
        if len(tokens[index].text) == 2 and tokens[index].text.isupper():
            holders = (*gazetteer.postal(tokens[index].text), *holders)
        for holder in holders[:6]:
            if holder.kind in {"country", "region", "county"} and any(holds(holder, r) for r in candidate.records):
                candidate.container = holder
                if other is not None and holder.kind != "country":
                    other.country = other.country or holder.country
                break
        if candidate.container is None and other is not None and other.place is not None:
            candidate.country = other.place.country


_LANDS = frozenset({"country", "area"})


def _ends_address(tokens: Sequence[Token], index: int) -> bool:
    """Whether a state in short follows: "Lebanon, Ind."; whole names may as well be a list of countries."""
    following = tokens[index + 1].text
    return (len(following) == 2 and following.isupper()) or (index + 2 < len(tokens) and tokens[index + 2].text == ".")


def _home(page: Page, packs: Packs) -> dict[str, float]:
    """Votes for countries from what is known of the page besides its names: the outlet, adjectives of countries."""
    votes: defaultdict[str, float] = defaultdict(float)
    outlet = page.document.outlet
    for address in (page.document.url, outlet):
        land = _domain_country(address or "")
        if land:
            votes[land] += _HOME
    found = packs.outlet_by_name(outlet) if outlet else None
    if isinstance(found, Outlet) and found.country:
        votes[found.country] += _HOME
    for word in country_adjectives(page):
        votes[word.country] = min(2.0, votes[word.country] + 0.5)
    return dict(votes)


def _domain_country(address: str) -> str | None:
    """The country of an address's top domain: "https://example.kz/a" is Kazakhstan's."""
    match = _HOST.search(address.lower())
    code = match.group(1).upper() if match else ""
    code = _DOMAINS.get(code, code)
    return code if code in _codes() else None


_HOST = re.compile(r"^(?:https?://)?(?:[\w-]+\.)+([a-z]{2})(?:[/:?#]|$)")
_DOMAINS = {"UK": "GB", "TV": "", "IO": "", "ME": "", "AI": "", "CO": "", "FM": "", "LY": "", "TO": ""}


@cache
def _codes() -> frozenset[str]:
    return frozenset(country.code for country in countries())

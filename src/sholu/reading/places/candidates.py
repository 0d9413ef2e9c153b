"""Every stretch of a page that may name a place: names of packs and of the gazetteer, and names built with a noun."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sholu.gazetteer import Gazetteer, PlaceRecord
from sholu.gazetteer.folding import fold
from sholu.model.span import Span
from sholu.packs import Packs
from sholu.packs.model import Place
from sholu.packs.packs import Naming
from sholu.reading.page import Page
from sholu.reading.places.adjectives import country_word
from sholu.reading.places.model import Candidate
from sholu.reading.places.words import PlaceWords, pack_places, place_words
from sholu.text.phrases import Phrases
from sholu.text.tokens import Token

_CAPITAL = frozenset({"title", "upper", "mixed"})
_OPEN = _CAPITAL | {"possessive", "number"}
_LONGEST_NAME = 3
_RECORDS = 60
_SHORTEST = 4
_NEAR = 1.0  # degrees: nearer than that two records are the same place


def find_candidates(page: Page, packs: Packs, gazetteer: Gazetteer) -> list[Candidate]:
    """Candidates in order; one that lies inside a longer one is left out."""
    words = place_words(page.language.tag)
    tokens = page.tokens
    shared = list(_of_plural(tokens, gazetteer, words))
    longer = _by_token(shared)
    named = [*shared, *(one for one in _named(page, packs, gazetteer, words) if not _is_covered(one, longer))]
    starts = {candidate.first for candidate in named}
    longer = _by_token(named)
    kept: dict[int, list[Candidate]] = {}
    for candidate in named:
        kept.setdefault(candidate.first, []).append(candidate)
    for candidate in (*_built(page, gazetteer, words, starts), *_borders(tokens, words)):
        if _is_covered(candidate, longer):
            continue
        for first in range(candidate.first, candidate.last + 1):
            if first in kept:
                kept[first] = [other for other in kept[first] if not candidate.covers(other)]
        kept.setdefault(candidate.first, []).append(candidate)
    left = (candidate for beginning in kept.values() for candidate in beginning)
    return sorted(left, key=lambda candidate: (candidate.first, -candidate.last))


def _by_token(candidates: Iterable[Candidate]) -> dict[int, list[Candidate]]:
    """The candidates that stand on each token."""
    found: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        for token in range(candidate.first, candidate.last + 1):
            found.setdefault(token, []).append(candidate)
    return found


def _is_covered(candidate: Candidate, longer: Mapping[int, Sequence[Candidate]]) -> bool:
    return any(other.covers(candidate) for other in longer.get(candidate.first, ()))


def _named(page: Page, packs: Packs, gazetteer: Gazetteer, words: PlaceWords) -> Iterator[Candidate]:
    tokens = page.tokens
    texts = [token.text for token in tokens]
    known = pack_places(packs, words.tag)
    index, stop = 0, len(tokens)
    while index < stop:
        if tokens[index].shape not in _CAPITAL:
            index += 1
            continue
        candidate = (
            _known(tokens, texts, index, known, gazetteer)
            or _listed(tokens, texts, index, gazetteer, words)
            or _half(tokens[index], gazetteer, words)
            or _unknown(tokens, index, words)
        )
        if candidate is None:
            index += 1
        else:
            yield candidate
            index = candidate.last + 1


def _known(
    tokens: Sequence[Token], texts: Sequence[str], index: int, known: Phrases[Naming], gazetteer: Gazetteer
) -> Candidate | None:
    match = known.at(tokens, index) if known else None
    if match is None or match.value.how == "adjective":
        return None
    place = match.value.record
    if not isinstance(place, Place):
        return None
    candidate = Candidate(index, match.last, place.id, place=place, kind=place.kind)
    found = gazetteer.match(texts, index)
    if found is not None and found.last == match.last and place.lat is not None and place.lon is not None:
        _rivals(candidate, place, found.records)
    return candidate


def _rivals(candidate: Candidate, place: Place, records: Sequence[PlaceRecord]) -> None:
    """Where the world has other places of the name, note them beside the pack's own, for the context to choose."""
    lat, lon = place.lat or 0.0, place.lon or 0.0
    same = [record for record in records if abs(record.lat - lat) < _NEAR and abs(record.lon - lon) < _NEAR]
    same += [record for record in records if record.kind == place.kind == "country" and record.country == place.country]
    others = [record for record in records if record not in same and record.kind in {"country", "region"}]
    if others:
        fresh = PlaceRecord(place.geonames or 0, place.names["en"][0], place.country or "", "", lat, lon, 0, place.kind)
        candidate.own = same[0] if same else fresh
        candidate.records = (candidate.own, *others)


def _listed(
    tokens: Sequence[Token], texts: Sequence[str], index: int, gazetteer: Gazetteer, words: PlaceWords
) -> Candidate | None:
    token = tokens[index]
    found = gazetteer.match(texts, index, words.forms)
    if found is not None and found.last == index + 1 and tokens[found.last].shape == "possessive":
        alone = gazetteer.match([token.text], 0, words.forms)  # "Ford's" is no Fords, "London's" is London
        found = alone._replace(last=index) if alone is not None else None
    if found is None:
        return None
    if found.last == index and (len(token.text) < 2 or _is_never(tokens, index, words)):
        return None
    if words.never_phrases.at(tokens, index) is not None:
        return None
    if found.last == index and found.records[0].kind != "country" and country_word(words.tag, token.lower):
        return None
    last = tokens[found.last]
    if last.shape == "lower" and words.tag == "en":
        return None
    key = fold(tokens[index].text if found.last == index else " ".join(texts[index : found.last + 1]))
    if words.forms is not None:
        key = fold(found.records[0].name)
    return Candidate(index, found.last, key, found.records[:_RECORDS])


def _is_never(tokens: Sequence[Token], index: int, words: PlaceWords) -> bool:
    """Whether a name of a place is nearly always something else; "US" in a line that is not all in capitals is none."""
    if tokens[index].lower not in words.never:
        return False
    beside = [tokens[at] for at in (index - 1, index + 1) if 0 <= at < len(tokens) and tokens[at].is_word]
    written = tokens[index].text in words.in_capitals and any(token.shape != "upper" for token in beside)
    return not written


def _half(token: Token, gazetteer: Gazetteer, words: PlaceWords) -> Candidate | None:
    """A part of a compound: "Texas-based", "Egyptian-US"."""
    if "-" not in token.text or words.forms is not None:
        return None
    start = token.start
    for part in token.text.split("-"):
        if len(part) > 1 and part[0].isupper() and part.lower() not in words.never:
            records = gazetteer.look_up(part)
            if any(record.kind in _WELL_KNOWN or record.population >= _LARGE for record in records[:3]):
                span = Span(start, start + len(part))
                return Candidate(token.i, token.i, fold(part), records[:_RECORDS], part=span)
        start += len(part) + 1
    return None


_WELL_KNOWN = frozenset({"country", "region", "area"})
_LARGE = 100_000


def _unknown(tokens: Sequence[Token], index: int, words: PlaceWords) -> Candidate | None:
    """One capitalised word that nobody knows, right behind a preposition of place: "in Kampungu"."""
    token = tokens[index]
    alone = index + 1 == len(tokens) or tokens[index + 1].shape not in _OPEN
    if words.forms is not None and token.text.isascii():
        return None
    if not alone or index == 0 or token.shape != "title" or len(token.text) < _SHORTEST or token.lower in words.never:
        return None
    if tokens[index - 1].lower not in words.unknown or country_word(words.tag, token.lower):
        return None
    return Candidate(index, index, fold(token.text), kind="place")


def _built(page: Page, gazetteer: Gazetteer, words: PlaceWords, starts: Collection[int]) -> Iterator[Candidate]:
    """Names with a common noun: "Anderson County", "Lake Lanier", "Ферганская долина", "Ертіс өзені"."""
    tokens = page.tokens
    for index, token in enumerate(tokens):
        kind = words.last.get(token.lower)
        if kind is not None:
            candidate = _noun_last(tokens, index, kind, gazetteer, words)
            if candidate is not None:
                yield candidate
        if (token.shape in _CAPITAL or not words.capital_noun) and index not in starts:
            candidate = _noun_first(tokens, index, words)
            if candidate is not None:
                yield candidate


def _noun_last(
    tokens: Sequence[Token], index: int, kind: str, gazetteer: Gazetteer, words: PlaceWords
) -> Candidate | None:
    if words.capital_noun and tokens[index].shape not in _CAPITAL:
        return None
    noun = index
    while noun > 1 and tokens[noun - 1].lower in words.qualifying:
        noun -= 1  # "Алгинский сельский округ"
    first = noun
    while first > 0 and noun - first < _LONGEST_NAME and _in_name(tokens, first - 1, words):
        first -= 1
        if not words.capital_noun:
            break
    if first == noun or not _follows(tokens, first, index) or words.never_built.at(tokens, first) is not None:
        return None
    name = tokens[noun - 1].lower
    if words.adjective_endings and not name.endswith(words.adjective_endings):
        return None
    if first == noun - 1 and ((name in words.never and kind not in _STREETS) or country_word(words.tag, name)):
        return None
    last = index
    if tokens[index].lower in _ALSO_TITLES and _capital_follows(tokens, index):
        return None
    if kind == "street" and index + 1 < len(tokens) and tokens[index + 1].text == "." and len(tokens[index].text) < 5:
        last = index + 1
    text = " ".join(token.text for token in tokens[first:noun])
    records = gazetteer.look_up(text) if kind in _ADMINISTRATIVE else ()
    if not records and first == noun - 1 and tokens[index].lower.startswith(words.called_after_towns):
        records = gazetteer.look_up(_without_ending(text, words))
    return Candidate(first, last, fold(f"{text} {tokens[index].text}"), _administrative(records), kind=kind)


def _without_ending(adjective: str, words: PlaceWords) -> str:
    """The town that an adjective is made of, if nothing but its ending was added: "Костанайской", "Костанай"."""
    stems = (adjective.removesuffix(ending) for ending in words.made_with if adjective.endswith(ending))
    return next(stems, adjective)


def _of_plural(tokens: Sequence[Token], gazetteer: Gazetteer, words: PlaceWords) -> Iterator[Candidate]:
    """Names that share a noun: "in Alder, Birch and Cedar counties"."""
    for index, token in enumerate(tokens):
        noun = words.plural.get(token.lower)
        if noun is None:
            continue
        last = index - 1
        while last > 0 and tokens[last].lower in words.qualifying:
            last -= 1
        nearest = last
        while last >= 0 and tokens[last].shape in _CAPITAL and index - last < _LONGEST_LIST:
            first = last
            longest = 1 if words.adjective_endings else _LONGEST_NAME
            while first > 0 and last - first + 1 < longest and tokens[first - 1].shape in _CAPITAL:
                first -= 1
            name = " ".join(token.text for token in tokens[first : last + 1])
            records = gazetteer.look_up(f"{name} {noun}")
            adjective = bool(words.adjective_endings) and name.endswith(words.adjective_endings)
            if records or (adjective and last < nearest and not country_word(words.tag, name.lower())):
                key = fold(f"{name} {noun}")
                yield Candidate(first, last, key, _administrative(records), kind=words.last.get(noun, noun))
            last = first - 1
            while last >= 0 and (tokens[last].text == "," or tokens[last].lower in words.joining):
                last -= 1
            if last == first - 1:
                break


_LONGEST_LIST = 60  # tokens


def _capital_follows(tokens: Sequence[Token], index: int) -> bool:
    """Whether a name follows: "Dr. James", "Raynola St. Clair"."""
    after = index + 2 if index + 1 < len(tokens) and tokens[index + 1].text == "." else index + 1
    return after < len(tokens) and tokens[after].shape in _CAPITAL


_ALSO_TITLES = frozenset({"dr", "st"})
_STREETS = frozenset({"street", "square", "building"})
_ADMINISTRATIVE = frozenset({"county", "region"})


def _administrative(records: Sequence[PlaceRecord]) -> tuple[PlaceRecord, ...]:
    """Provinces and counties before towns of the same name."""
    return tuple(sorted(records, key=lambda record: record.kind not in _ADMINISTRATIVE))[:_RECORDS]


def _in_name(tokens: Sequence[Token], index: int, words: PlaceWords) -> bool:
    token = tokens[index]
    if token.shape not in _CAPITAL:
        return False
    opens = index == 0 or tokens[index - 1].text in _ENDS
    return not (opens and token.lower in words.never)


_ENDS = frozenset('.!?:;"“”«»(')


def _follows(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether nothing but single spaces stands between the tokens."""
    return all(tokens[i + 1].start - tokens[i].end <= 1 for i in range(first, last))


def _noun_first(tokens: Sequence[Token], index: int, words: PlaceWords) -> Candidate | None:
    match = words.first.at(tokens, index)
    if match is None:
        return None
    last = match.last + 1
    if last < len(tokens) and tokens[last].text == "." and tokens[index].lower in {"mt", "ft"}:
        last += 1
    if last >= len(tokens) or not _follows(tokens, index, last):
        return None
    numbered = match.value == "street" and tokens[last].shape == "number"
    if match.value == "street" and words.capital_noun and not numbered:
        return None
    if not numbered and (tokens[last].shape not in _CAPITAL or tokens[last].lower in words.never):
        return None
    if words.capital_noun and not numbered and last + 1 < len(tokens) and tokens[last + 1].shape in _CAPITAL:
        last += _follows(tokens, last, last + 1)
    noun = words.tag == "ru" and not numbered and tokens[index].shape == "lower"
    first = match.last + 1 if noun else index  # «озеро Маракайбо»: the noun says only what it is
    text = " ".join(token.text for token in tokens[first : last + 1])
    return Candidate(first, last, fold(text), kind=match.value)


def _borders(tokens: Sequence[Token], words: PlaceWords) -> Iterator[Candidate]:
    """Borders: "the Kazakh-Uzbek border", "казахстанско-узбекской границе"."""
    for index, token in enumerate(tokens):
        if index == 0 or token.lower not in words.border:
            continue
        if index + 1 < len(tokens) and tokens[index + 1].lower in words.not_border:
            continue
        parts = [part for part in tokens[index - 1].lower.split("-") if part]
        lands = [_land(words.tag, part) for part in parts]
        if lands and all(lands):
            key = " ".join(sorted(filter(None, lands)))
            yield Candidate(index - 1, index, f"border {key}", kind="border", country=lands[0])


def _land(tag: str, part: str) -> str | None:
    meaning = country_word(tag, part)
    if meaning is None and tag == "ru" and part.endswith("о"):
        meaning = country_word(tag, part[:-1] + "ий") or country_word(tag, part[:-1] + "ский")
    return meaning[0] if meaning else None

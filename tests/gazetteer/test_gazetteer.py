from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.gazetteer import Gazetteer, gazetteer
from sholu.gazetteer.index import ATTRIBUTION, Index, load
from sholu.reading.languages.morphology import base_forms


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return gazetteer()


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Almaty", "KZ", "city"),
        ("Алма-Ата", "KZ", "city"),
        ("Шымкент", "KZ", "city"),
        ("Нижний Новгород", "RU", "city"),
        ("Kazakhstan", "KZ", "country"),
        ("Қырғызстан", "KG", "country"),
        ("US", "US", "country"),
        ("Texas", "US", "region"),
        ("Rapides Parish", "US", "county"),
        ("Caspian Sea", "", "sea"),
    ],
)
def test_look_up(places: Gazetteer, name: str, country: str, kind: str) -> None:
    record = places.look_up(name)[0]
    assert (record.country, record.kind) == (country, kind)


def test_places_of_one_name_come_by_population(places: Gazetteer) -> None:
    records = [record for record in places.look_up("Alexandria") if not record.lesser]
    assert len(records) > 5
    assert [record.population for record in records] == sorted((r.population for r in records), reverse=True)


def test_acronyms_need_capitals(places: Gazetteer) -> None:
    assert places.look_up("US")
    assert not any(record.kind == "country" for record in places.look_up("us"))


def test_unknown_name(places: Gazetteer) -> None:
    assert places.look_up("Zzyzzyva Nowhere") == ()


def test_postal_code(places: Gazetteer) -> None:
    assert places.postal("KY")[0].name == "Kentucky"
    assert places.look_up("@ky") == ()


@pytest.mark.parametrize(
    ("words", "last", "name"),
    [
        (["New", "York", "City", "council"], 2, "New York City"),
        (["St", ".", "Petersburg", "is"], 2, "Saint Petersburg"),
        (["Queen", "Anne", "’s", "County", "."], 3, "Queen Anne's County"),
        (["Ky", ".", "Rain"], 1, "Kentucky"),
    ],
)
def test_the_longest_name_is_matched(places: Gazetteer, words: list[str], last: int, name: str) -> None:
    found = places.match(words, 0)
    assert found is not None
    assert found.last == last
    assert name in {record.name for record in found.records}


def test_base_forms_are_matched(places: Gazetteer) -> None:
    found = places.match(["Нижнем", "Новгороде", "прошла"], 0, partial(base_forms, "ru"))
    assert found is not None
    assert (found.last, found.records[0].country) == (1, "RU")


def test_no_name_starts_at_a_mark(places: Gazetteer) -> None:
    assert places.match([",", "Almaty"], 0) is None


@given(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=6))
def test_match_stays_within_the_words(words: list[str]) -> None:
    found = gazetteer().match(words, 0)
    assert found is None or 0 <= found.last < len(words)


def test_keys_are_sorted_and_credited() -> None:
    index = load()
    sample = [index[number] for number in range(0, len(index), 997)]
    assert sample == sorted(sample)
    assert "GeoNames" in ATTRIBUTION


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="build_gazetteer"):
        Index(b"something else")

import pytest

from sholu.codebook.countries import countries, country


def test_every_country_is_named_in_english_and_has_a_point() -> None:
    for land in countries():
        assert len(land.code) == 2
        assert land.names["en"]
        assert -90 <= land.point[0] <= 90
        assert -180 <= land.point[1] <= 180


def test_names_and_adjectives_in_three_languages() -> None:
    kazakhstan = country("KZ")
    assert kazakhstan.names["ru"][0] == "Казахстан"
    assert kazakhstan.names["kk"][0] == "Қазақстан"
    assert "Kazakh" in kazakhstan.adjectives["en"]
    assert "казахстанск" in kazakhstan.adjectives["ru"]


def test_no_name_belongs_to_two_countries() -> None:
    for tag in ("en", "ru"):
        names = [name for land in countries() for name in land.names.get(tag, ())]
        assert len(names) == len(set(names))


def test_unknown_code() -> None:
    with pytest.raises(KeyError):
        country("QQ")

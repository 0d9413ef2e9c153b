import pytest

from sholu.codebook.hedges import bands
from sholu.reading.languages import LANGUAGES, language

ORDERS = {"effect_cause", "cause_effect", "purpose", "purpose_first"}
NEEDS = {None, "event", "reaction", "consequence", "actor", "unfinished", "condition", "that"}
FORMS = {
    *("link", "gerund", "clause", "participle", "infinitive", "verb", "passive", "sentence", "noun", "final", "none"),
    *("between", "postposition", "clausal"),
}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_hedges_use_the_bands_of_the_codebook(tag: str) -> None:
    assert set(language(tag).table("hedges")["bands"]) == set(bands())


@pytest.mark.parametrize("tag", LANGUAGES)
def test_connectives_say_their_order_form_and_sign(tag: str) -> None:
    for row in language(tag).table("causes")["connective"]:
        assert row["order"] in ORDERS
        assert row["form"] in FORMS
        assert row["sign"] in ("+", "-", "0")
        assert 0 < row["weight"] <= 1
        assert row.get("needs") in NEEDS


@pytest.mark.parametrize("name", ["hedges", "causes", "judgements"])
def test_the_languages_have_the_same_keys(name: str) -> None:
    tables = [language(tag).table(name) for tag in LANGUAGES]
    assert set(tables[0]) == set(tables[1]) == set(tables[2])
    for section, lists in tables[0].items():
        if isinstance(lists, dict):
            assert set(lists) == set(tables[1][section]) == set(tables[2][section]), section

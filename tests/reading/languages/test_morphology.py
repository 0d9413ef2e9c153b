import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.reading.languages.morphology import base_forms, features, lemma, readings


@pytest.mark.parametrize(
    ("tag", "word", "base"),
    [
        ("ru", "Назарбаева", "Назарбаев"),
        ("ru", "Астане", "Астана"),
        ("ru", "Казахстаном", "Казахстан"),
        ("ru", "Хмельницкого", "Хмельницкий"),
        ("ru", "Шымкенте", "Шымкент"),
        ("ru", "Ростове-на-Дону", "Ростов-на-Дону"),
        ("ru", "Усть-Каменогорске", "Усть-Каменогорск"),
        ("ru", "КАЗАХСТАНА", "КАЗАХСТАН"),
        ("ru", "Алматы", "Алматы"),
        ("ru", "Ержанову", "Ержанов"),
        ("kk", "Қазақстанның", "Қазақстан"),
        ("kk", "Алматыда", "Алматы"),
        ("kk", "Назарбаевтың", "Назарбаев"),
        ("kk", "министрлігінің", "министрлігі"),
        ("kk", "Нью-Йоркте", "Нью-Йорк"),
        ("kk", "Қазақстан", "Қазақстан"),
        ("kk", "Сенатқа", "Сенат"),
        ("en", "Texas", "Texas"),
        ("en", "Kazakhstan's", "Kazakhstan"),
    ],
)
def test_first_base_form(tag: str, word: str, base: str) -> None:
    assert base_forms(tag, word)[0] == base


@pytest.mark.parametrize(
    ("tag", "word", "base"),
    [
        ("ru", "Назарбаева", "Назарбаева"),
        ("ru", "Кызылорду", "Кызылорда"),
        ("ru", "Алматинской", "Алматинская"),
        ("ru", "Ивановского", "Ивановский"),
        ("kk", "министрлігінің", "министрлік"),
        ("en", "Kazakhs", "Kazakh"),
    ],
)
def test_base_form_is_among_them(tag: str, word: str, base: str) -> None:
    assert base in base_forms(tag, word)


def test_no_endings_that_russian_cannot_have() -> None:
    assert not {"Ивановскый", "Шымкентй", "Польшя"} & {
        form for word in ("Ивановского", "Шымкенте", "Польше") for form in base_forms("ru", word)
    }


@pytest.mark.parametrize(
    ("tag", "word", "base"),
    [
        ("ru", "заявил", "заявить"),
        ("ru", "министров", "министр"),
        ("kk", "президенттерінің", "президент"),
        ("kk", "халқының", "халық"),
        ("kk", "облысында", "облыс"),
        ("en", "said", "say"),
        ("en", "countries", "country"),
        ("en", "planning", "plan"),
        ("en", "named", "name"),
        ("en", "visited", "visit"),
        ("en", "agreed", "agree"),
        ("en", "series", "series"),
    ],
)
def test_lemma(tag: str, word: str, base: str) -> None:
    assert lemma(tag, word) == base


def test_features_of_russian_words() -> None:
    said = features("ru", "заявила")
    assert (said.part, said.gender, said.number, said.tense) == ("verb", "feminine", "singular", "past")
    assert features("ru", "Москву").case == "acc"
    assert features("ru", "Нурсултаном").kind == "given"


def test_features_of_kazakh_words() -> None:
    assert features("kk", "Алматыда").case == "loc"
    assert any(reading.number == "plural" for reading in readings("kk", "президенттер"))


@given(st.sampled_from(["en", "ru", "kk"]), st.text(max_size=20))
def test_any_text_has_forms(tag: str, word: str) -> None:
    forms = base_forms(tag, word)
    assert forms
    assert len(set(forms)) == len(forms)
    assert isinstance(lemma(tag, word), str)
    assert readings(tag, word)

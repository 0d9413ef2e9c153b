"""Names fold alike however they are written, and patterns find them in running text in every case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.packs.forms import fold, patterns
from sholu.text.phrases import Phrases
from sholu.text.tokens import tokenise


def _finds(name: str, language: str, text: str, *, adjective: bool = False) -> bool:
    lexicon = Phrases([(pattern, name) for pattern in patterns(name, language, adjective=adjective)])
    return any(lexicon.find(tokenise(text)))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("«Утренняя Почта»", "утренняя почта"),
        ("Semyon's Post", "Semyon’s  post"),
        ("Усть-Лесогорск", "усть лесогорск"),
        ("Семёнов", "Семенов"),
        ('"Tarlan"', "Tarlan"),
    ],
)
def test_fold_forgets_what_writers_vary(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Министерство внутренних дел", "сообщили в Министерстве внутренних дел"),
        ("Утренняя почта", "газете «Утренняя почта», Утреннюю почту, Утренней почтой"),
        ("Арман Тарланов", "встретился с Арманом Тарлановым"),
        ("Роза Тарланова", "сказала Розе Тарлановой"),
        ("Усть-Лесогорск", "в Усть-Лесогорске"),
        ("Усть-Лесогорск", "в Усть Лесогорске"),
        ("Северо-Тарланская область", "из Северо-Тарланской области"),
        ("Объединённая партия", "с Объединенной партией"),
        ("Объединённая партия", "с Объединённой партией"),
        ("МИД", "в МИДе"),
        ("Ош", "в Оше"),
        ("Владивосток", "Владивостоком"),
        ("Россия", "Россией"),
        ("Время", "во Времени"),
        ("газета «Утро»", "в газете «Утро»"),
        ("газета «Утро»", "в газете “Утро”"),
        ("газета «Утро»", "газетой Утро"),
    ],
)
def test_russian_names_are_found_in_their_cases(name: str, text: str) -> None:
    assert _finds(name, "ru", text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Таң", "таңертең тұрды"),
        ("Лада", "ладно"),
        ("ЕС", "есть"),
        ("Тарлан", "тарланский"),
        ("Утренняя почта", "утренняя зарядка"),
    ],
)
def test_other_words_are_left_alone(name: str, text: str) -> None:
    assert not _finds(name, "ru", text)


@pytest.mark.parametrize("word", ["тарланский", "тарланской", "тарланские", "тарланскими", "тарланского"])
def test_russian_adjectives_are_found_in_all_genders_and_numbers(word: str) -> None:
    assert _finds("тарланский", "ru", f"о {word} деле", adjective=True)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Тарлан", "Тарланға Тарланның"),
        ("Бішкек", "Бішкекке"),
        ("Алматы", "Алматыдан"),
        ("Атырау", "Атыраудағы"),
        ("Мәскеу", "Мәскеуде"),
        ("Ішкі істер министрлігі", "Ішкі істер министрлігінің"),
        ("Сәрсенова", "Сәрсенованы"),
        ("Таңғы пошта", "Таңғы поштаға"),
        ("Парламент", "Парламентке"),
        ("Мәжілісі", "Мәжілісінде"),
        ("Назар", "Назарға"),
        ("«Таң» газеті", "«Таң» газетіне"),
        ("«Таң» газеті", "Таң газетіне"),
    ],
)
def test_kazakh_names_are_found_with_suffixes(name: str, text: str) -> None:
    assert _finds(name, "kk", text)


@pytest.mark.parametrize("name", ["24.tk", "U.S. Office of Trade", "John Q. Public", "People's Voice", "İsmail Tarlan"])
def test_names_with_marks_are_split_as_texts_are(name: str) -> None:
    assert _finds(name, "en", f"so {name} wrote")


@pytest.mark.parametrize("name", ["Post (Tarlan)", "Who?", "A|B", "Star*"])
def test_signs_of_the_notation_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="holds one of"):
        patterns(name, "en")


@given(
    st.from_regex(r"[АЕКОҚӘ][абвгдёийкоуыьэюяңғқәөұүі]{0,9}([ ’-][А-Яа-яёіқ]{1,9}){0,3}\.?", fullmatch=True),
    st.sampled_from(["en", "ru", "kk"]),
)
def test_every_name_is_found_as_it_stands(name: str, language: str) -> None:
    assert _finds(name, language, name)

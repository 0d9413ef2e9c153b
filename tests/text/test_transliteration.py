import tomllib
from collections.abc import Iterator
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.text.transliteration import candidates, similar, skeleton, to_cyrillic, to_latin

INFLECTED_OR_OTHER = {"Mrs", "деді", "Ерболқызы", "Болатхана", "Жұмадиновті"}


def people() -> Iterator[tuple[str, ...]]:
    """The names of two words, uninflected, by which the sample press calls each of its people."""
    links = tomllib.loads((resources.files("sholu.samples") / "links.toml").read_text("utf-8"))["links"]
    for link in links:
        if link["kind"] == "person":
            names = dict.fromkeys(passage["words"] for passage in link["passages"])
            yield tuple(n for n in names if len(n.split()) == 2 and not INFLECTED_OR_OTHER & set(n.split()))


@pytest.mark.parametrize(
    ("latin", "russian"),
    [
        ("Karimov", "Каримов"),
        ("Zhumabayev", "Жумабаев"),
        ("Schneider", "Шнайдер"),
        ("Kowalczyk", "Ковальчик"),
        ("Yamashita", "Ямасита"),
        ("Xi Jinping", "Си Цзиньпин"),
        ("Ferretti", "Ферретти"),
        ("Petrović", "Петрович"),
        ("Hernández", "Эрнандес"),
        ("Velázquez", "Веласкес"),
        ("Wittgenstein", "Витгенштейн"),
        ("Toqsanbayeva", "Токсанбаева"),
        ("Japarov", "Жапаров"),
        ("Horáček", "Горачек"),
        ("Hämäläinen", "Хямяляйнен"),
        ("Kvirikashvili", "Квирикашвили"),
        ("Poznyakoff", "Позняков"),
    ],
)
def test_a_spelling_tells_its_language(latin: str, russian: str) -> None:
    assert to_cyrillic(latin)[0] == russian


@pytest.mark.parametrize(
    ("latin", "russian"), [("Beaumont", "Бомон"), ("Ward", "Уорд"), ("Castillo", "Кастильо"), ("Manukian", "Манукян")]
)
def test_the_right_one_is_among_the_first(latin: str, russian: str) -> None:
    assert russian in to_cyrillic(latin)[:3]


@pytest.mark.parametrize(
    ("latin", "russian"),
    [
        ("Michael Jordan", "Майкл Джордан"),
        ("Michel Platini", "Мишель Платини"),
        ("Jean Renoir", "Жан Ренуар"),
        ("Kassym-Jomart Tokayev", "Касым-Жомарт Токаев"),
        ("Ursula von", "Урсула фон"),
        ("Wang Yi", "Ван И"),
    ],
)
def test_well_known_names_and_the_words_beside_them(latin: str, russian: str) -> None:
    assert to_cyrillic(latin)[0] == russian


@pytest.mark.parametrize(
    ("text", "language", "latin"),
    [
        ("Щербаков", "ru", "Shcherbakov"),
        ("Ержан Ертысбаев", "ru", "Yerzhan Yertysbayev"),
        ("Вяземский", "ru", "Vyazemsky"),
        ("Нұрлан Әлімбеков", "kk", "Nurlan Alimbekov"),
        ("АСТАНА", "kk", "ASTANA"),
        ("already Latin", "ru", "already Latin"),
    ],
)
def test_romanisation(text: str, language: str, latin: str) -> None:
    assert to_latin(text, language) == latin


@pytest.mark.parametrize(
    "names",
    [
        ("Нұрлан Нығматулин", "Нурлан Нигматулин", "Nurlan Nigmatulin"),
        ("Ерболат Досымов", "Yerbolat Dosymov", "Erbolat Dosymov"),
        ("Ораз Жандосов", "Ораз Джандосов", "Oraz Zhandosov"),
        ("Sergei Orlov", "Sergey Orlov", "Сергей Орлов"),
        ("Botir Hamdamqulov", "Botir Khamdamkulov", "Ботир Хамдамқұлов"),
        ("Akhmetov", "Ahmetov", "Ахметов"),
        ("Hao Yunting", "Хао Юньтин"),
    ],
)
def test_spellings_of_one_name_share_a_skeleton(names: tuple[str, ...]) -> None:
    assert len({skeleton(name) for name in names}) == 1


@pytest.mark.parametrize("spellings", list(people()), ids=lambda spellings: spellings[0])
def test_spellings_in_the_sample_press_meet(spellings: tuple[str, ...]) -> None:
    assert len({skeleton(name) for name in spellings}) == 1


def test_others_do_not() -> None:
    assert skeleton("Nurlan Nigmatulin") != skeleton("Nurlan Nigmetov")
    assert similar("Nurlan Nigmatulin", "Нурлан Нигметов") > similar("Nurlan Nigmatulin", "Иван Петров")


def test_unknown_languages_are_refused() -> None:
    with pytest.raises(ValueError, match="ru, kk"):
        to_cyrillic("Smith", target="el")
    with pytest.raises(ValueError, match="romanisation"):
        to_latin("Петров", "bg")


@given(st.text(max_size=30))
def test_any_text(text: str) -> None:
    found = candidates(text)
    assert 1 <= len(found) <= 5
    assert len(found) == len(set(found))
    assert similar(text, text) in {0.0, 1.0}
    to_latin(text, "kk")

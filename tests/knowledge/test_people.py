import pytest

from sholu.knowledge.people import PersonName, compare, person_name
from sholu.knowledge.spelling import alike, key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zhibek Toqsanbayeva", "Жибек Токсанбаева"),
        ("Zhibek Toksanbaeva", "Жібек Тоқсанбаева"),
        ("Nurtay Aqsuatov", "Нуртай Сапарович Аксуатов"),
        ("Nurtai Aksuatov", "Аксуатов Нуртай Сапарович"),
        ("Жибек Ерболовна Токсанбаева", "Жібек Ерболқызы Тоқсанбаева"),
        ("Marlen Utepkaliyev", "Марлен Өтепқалиев"),
        ("Hao Yunting", "Хао Юньтин"),
        ("Yessen Jumabekov", "Есен Джумабеков"),
        ("Болатхана Жумадинова", "Болатхан Жумадинов"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert compare(person_name(one), person_name(other)) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dinara Aliyeva", "Данияр Алиев"),
        ("Askar Serikov", "Marat Serikov"),
        ("Askar Serikov", "Askar Berikov"),
        ("A. Serikov", "Marat Serikov"),
        ("Serikov", "Berikov"),
        ("Аскар Маратович Сериков", "Аскар Болатович Сериков"),
    ],
)
def test_names_that_are_not_one_person(one: str, other: str) -> None:
    assert compare(person_name(one), person_name(other)) == "conflict"
    assert compare(person_name(other), person_name(one)) == "conflict"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Serikov", "Askar Serikov"),
        ("A. Serikov", "Askar Serikov"),
        ("А. М. Сериков", "Askar Serikov"),
        ("Mr Serikov", "Аскар Сериков"),
        ("Жібек Ерболқызы", "Жібек Тоқсанбаева"),
    ],
)
def test_less_full_names_may_be_the_person(one: str, other: str) -> None:
    assert compare(person_name(one), person_name(other)) == "compatible"


def test_names_without_a_common_part_say_nothing() -> None:
    assert compare(person_name("Тоқсанбаева"), person_name("Жібек Ерболқызы")) == "open"


def test_parts_of_a_name() -> None:
    assert person_name("Аксуатов Нуртай Сапарович") == person_name("Нуртай Сапарович Аксуатов")
    assert person_name("A. B. Serikov") == PersonName("a", "serikov", initial=True)
    assert not person_name("A. Serikov").is_full
    assert person_name("Aisha").surname == "aisha"


def test_short_names_must_be_written_alike() -> None:
    assert alike(key("Ким"), key("Kim"))
    assert not alike(key("Ли"), key("Лу"))

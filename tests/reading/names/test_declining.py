"""What people are called in Russian: words of one name agree in case and gender, and so do its mentions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.reading.languages.declension import together, ways
from tests.reading.names.conftest import Read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Зулейко Сливбекова сообщила об этом.", "Зулейко Сливбекова"),
        ("Бухгалтер Дилафруз Грушаитова не пришла.", "Дилафруз Грушаитова"),
        ("Казимира Яблоновского задержали. Яблоновский молчит.", "Казимир Яблоновский"),
        ("Директор Леван Цхвинидзе уехал в Гори.", "Леван Цхвинидзе"),
        ("Агроном Натия Кобулашвили не согласна.", "Натия Кобулашвили"),
        ("Об этом сказал министр Муратбек Тыклеу.", "Муратбек Тыклеу"),
        ("Депутат Исматулло Шарифзода не голосовал.", "Исматулло Шарифзода"),
        ("Задержали депутата Исматулло Шарифзоду.", "Исматулло Шарифзода"),
        ("По словам депутата Вениамина Сливкина-Шора, снег растаял.", "Вениамин Сливкин-Шор"),
        ("Указом назначена Анна ГРУШЕВСКАЯ.", "Анна Грушевская"),
        ("По словам И. Грушевского, снег растаял.", "И. Грушевский"),
        ("По словам депутата Нго Ван Слиня, снег растаял.", "Нго Ван Слинь"),
    ],
)
def test_a_name_goes_back_to_the_case_that_all_its_words_share(read: Read, text: str, name: str) -> None:
    people = [entity.name for entity in read(text, "ru") if entity.kind == "person"]
    assert people == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Директора станции Валерия Сливбаева не нашли.", "Валерий Сливбаев"),
        ("Корреспондента сайта «Утро» Равшана Сливжонова избили.", "Равшан Сливжонов"),
        ("Это сказал министру энергетики и связи области Валерию Грушину сосед.", "Валерий Грушин"),
        ("Говорили с заведующей складом Дилором Сливбаевой.", "Дилором Сливбаева"),
        ("Мандат покойного Валерия Грушина достался другим.", "Валерий Грушин"),
        ("Директор склада Георге Сливи-Грушану уехал.", "Георге Сливи-Грушану"),
        ("Заметку Данияра Сливбека, лидера фракции, напечатали.", "Данияр Сливбек"),
        ("Совет похвалил Зарипу Тулепсли, прежде замещавшую мэра.", "Зарипа Тулепсли"),
        ("Исполнять обязанности поручено Думану Сливкалиеву.", "Думан Сливкалиев"),
        ("Отчёт приняла Грушина, сменив Валерия Грушкина.", "Валерий Грушкин"),
        ("Судьёй, наверняка, изберут Толегена Сливтая.", "Толеген Сливтай"),
        ("По мнению Ильзы Шранц-Шлебер, снег растает.", "Ильза Шранц-Шлебер"),
        ("Сторонники Валерия Сливбаева ушли.", "Валерий Сливбаев"),
        ("Адвокат Валерия Сливбаева ушла.", "Валерия Сливбаева"),
        ("Указ получила министр труда Валерия Сливбаева.", "Валерия Сливбаева"),
    ],
)
def test_words_beside_a_name_tell_its_case(read: Read, text: str, name: str) -> None:
    people = [entity.name for entity in read(text, "ru") if entity.kind == "person"]
    assert name in people


def test_another_mention_tells_the_gender(read: Read) -> None:
    text = "Адвокат Жанат Сливбердинова выступила в суде. По словам Сливбердиновой, снег растаял."
    people = [entity for entity in read(text, "ru") if entity.kind == "person"]
    assert [entity.name for entity in people] == ["Жанат Сливбердинова"]
    assert people[0].aliases == ("Сливбердинова",)


def test_words_are_read_in_one_case_and_gender() -> None:
    best = max(together([ways("Дмитрия"), ways("Сливбаева")]), key=lambda one: one.weight)
    assert (best.bases, best.case, best.gender) == (("Дмитрий", "Сливбаев"), "gen", "m")
    assert together([ways("Дмитрия"), ways("Сливбаевым")]) == []


@given(st.text(alphabet="абвгеийоурстыьюя", min_size=1, max_size=9))
def test_any_word_has_a_base_form_in_each_of_its_readings(word: str) -> None:
    found = ways(word.title())
    assert all(one.base and one.cases and one.genders and one.weight > 0 for one in found)

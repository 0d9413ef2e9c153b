"""Which country people and bodies belong to: by their words, by what introduces them, by where the text plays."""

import pytest

from tests.reading.names.conftest import Read, named, texts


def country(read: Read, text: str, tag: str, name: str) -> str | None:
    return named(read(text, tag), name).country


LUBLIN = (
    "A fire broke out in Lublin on Monday. The plumber Bolko Wierzbnik saw it, and the Plum Growers' Committee "
    "paid for the repairs in Warsaw."
)


@pytest.mark.parametrize("name", ["Bolko Wierzbnik", "Plum Growers' Committee"])
def test_people_and_bodies_are_from_where_the_article_plays(read: Read, name: str) -> None:
    assert country(read, LUBLIN, "en", name) == "PL"


@pytest.mark.parametrize(
    ("text", "tag", "name", "expected"),
    [
        ("{} Bolko Wierzbnik, a hydrologist in Bishkek, disagreed.", "en", "Bolko Wierzbnik", "KG"),
        ("{} Her Tajik counterpart, Bolko Wierzbnik, disagreed.", "en", "Bolko Wierzbnik", "TJ"),
        ("{} Reporters met Bolko Wierzbnik.", "en", "Bolko Wierzbnik", "PL"),
        ("{} The Tajik reporters met Bolko Wierzbnik.", "en", "Bolko Wierzbnik", None),
        ("{} The International Plum Committee disagreed.", "en", "International Plum Committee", None),
    ],
)
def test_a_foreigner_keeps_the_own_country(read: Read, text: str, tag: str, name: str, expected: str | None) -> None:
    assert country(read, text.format("A fire broke out in Lublin and in Warsaw."), tag, name) == expected


def test_money_of_one_country_tells_where_the_article_plays(read: Read) -> None:
    text = "Экономист Арман Сливянов предупредил о росте цен. Ремонт стоил 300 леев."
    assert country(read, text, "ru", "Арман Сливянов") == "MD"


def test_a_country_named_once_is_not_where_the_article_plays(read: Read) -> None:
    text = "Экономист Арман Сливянов предупредил о росте цен. Груши везут из Чехии."
    assert country(read, text, "ru", "Арман Сливянов") is None


def test_the_press_in_kazakh_is_at_home_in_kazakhstan(read: Read) -> None:
    assert country(read, "Экономист Арман Өрікбаев баға өсетінін айтты.", "kk", "Арман Өрікбаев") == "KZ"


def test_foreign_delegation_in_kazakh(read: Read) -> None:
    text = "Өзбек делегациясының басшысы Арман Өрікбаев шартқа қол қойды."
    assert country(read, text, "kk", "Арман Өрікбаев") == "UZ"


def test_nouns_that_act_are_mentions_with_their_article(read: Read) -> None:
    text = "Prosecutors said little. The court rejected the appeal. Snow fell and citizens waited."
    found = {words: entity.kind for entity in read(text, "en") for words in texts(text, entity)}
    assert found == {"Prosecutors": "group", "The court": "organisation"}


def test_a_court_that_acts_in_russian(read: Read) -> None:
    text = "Суд отклонил жалобу."
    assert [texts(text, entity) for entity in read(text, "ru")] == [["Суд"]]


def test_a_general_noun_stands_for_the_one_body_of_its_sector(read: Read) -> None:
    text = "Министерство рыбного хозяйства Казахстана молчит. В ведомстве ждут весны."
    assert texts(text, named(read(text, "ru"), "Министерство рыбного хозяйства Казахстана"))[-1] == "ведомстве"


def test_where_two_countries_are_spoken_of_the_nearest_sign_tells(read: Read) -> None:
    text = (
        "Farmers in Lublin and in Warsaw sold pears.\n\nFarmers in Almaty and in Astana sold plums.\n\n"
        "The plumber Bolko Wierzbnik disagreed."
    )
    assert country(read, text, "en", "Bolko Wierzbnik") == "KZ"

"""Which country people and bodies belong to: by their words, by what introduces them, by where the text plays."""

import pytest

from sholu.packs.model import Pack, Place
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


@pytest.mark.parametrize(
    ("text", "tag", "name", "expected"),
    [
        ("{} Bolko Wierzbnik, Liberia's minister of plums in Nairobi, disagreed.", "en", "Bolko Wierzbnik", "LR"),
        ("{} Bolko Wierzbnik, a former Qatari envoy in Nairobi, disagreed.", "en", "Bolko Wierzbnik", "QA"),
        ("{} Bolko Wierzbnik, an envoy in Nairobi to Qatari farmers, disagreed.", "en", "Bolko Wierzbnik", "KE"),
        ("{} Груши купил туркменский «Сливэнерго».", "ru", "Сливэнерго", "TM"),
        ("{} Груши купила шанхайская фирма «Хайсад».", "ru", "фирма «Хайсад»", "CN"),
        ("{} Груши купила фирма «Хайсад».", "ru", "фирма «Хайсад»", "PL"),
        ("{} Мұны Ливанның «Әл-Алма» газеті жазды.", "kk", "Әл-Алма", "LB"),
    ],
)
def test_what_stands_before_a_name_tells_its_country(
    read: Read, text: str, tag: str, name: str, expected: str | None
) -> None:
    lead = {"en": "Rain fell in Lublin and Warsaw.", "ru": "Дожди идут в Люблине и Варшаве.", "kk": "Варшавада жаңбыр."}
    assert country(read, text.format(lead[tag]), tag, name) == expected


def test_the_place_with_which_a_text_begins_counts_twice(read: Read) -> None:
    text = "LUBLIN, March 8. Plums arrived from Almaty. Prices fell. The Plum Growers' Committee disagreed."
    assert country(read, text, "en", "Plum Growers' Committee") == "PL"


def test_money_in_a_name_is_no_money(read: Read) -> None:
    text = "Дожди идут в Люблине («Садовый лей», 5 мая; «Садовый лей», 6 мая). Экономист Арман Сливянов ждёт солнца."
    assert country(read, text, "ru", "Арман Сливянов") == "PL"


def test_somebody_unexplained_is_from_where_the_article_plays_unless_another_country_is_near(read: Read) -> None:
    text = "Rain fell in Lublin. Farmers in Warsaw waited. Then came Bolko Wierzbnik. To Minsk went Ann Pearlow."
    assert country(read, text, "en", "Bolko Wierzbnik") == "PL"
    assert country(read, text, "en", "Ann Pearlow") is None


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
        "Farmers in Lublin and in Warsaw sold pears.\n\nFarmers in Almaty, in Astana and in Shymkent sold plums.\n\n"
        "The plumber Bolko Wierzbnik disagreed."
    )
    assert country(read, text, "en", "Bolko Wierzbnik") == "KZ"


@pytest.mark.parametrize(
    ("money", "expected"), [("Ремонт стоил 300 манатов в Гяндже.", "AZ"), ("Ремонт стоил 300 манатов.", "TM")]
)
def test_money_that_two_countries_call_alike_is_that_of_the_country_spoken_of(
    read: Read, money: str, expected: str
) -> None:
    text = f"Экономист Арман Сливянов предупредил о росте цен. {money}"
    assert country(read, text, "ru", "Арман Сливянов") == expected


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Экономист Арман Сливянов предупредил о росте цен. Он так и сказал, и так, и такой вывод.", "ru"),
        ("The economist Bolko Wierzbnik warned of the sum of its parts. It was a sum, all sums.", "en"),
        ("Экономист Арман Сливянов предупредил о росте цен. Это два цента, много центов.", "ru"),
    ],
)
def test_what_is_no_money_of_a_country(read: Read, text: str, tag: str) -> None:
    name = "Арман Сливянов" if tag == "ru" else "Bolko Wierzbnik"
    assert country(read, text, tag, name) is None


@pytest.mark.parametrize(
    "other",
    ["Сбежал гражданин Литвы, ещё один гражданин Литвы остался.", "Помогли литовской фирме и литовским фирмам."],
)
def test_a_citizen_or_partner_is_not_where_the_article_plays(read: Read, other: str) -> None:
    text = f"Экономист Арман Сливянов предупредил о росте цен. {other}"
    assert country(read, text, "ru", "Арман Сливянов") is None


def test_each_part_of_a_digest_plays_in_the_country_at_its_head(read: Read) -> None:
    text = (
        "ЖАПОНИЯ. Экономист Арман Өрікбаев баға өсетінін айтты.\n\nБОЛИВИЯ. Ла-Паста және Кочабамбада экономист "
        "Болат Алмабаев баға өсетінін айтты.\n\nГРЕКИЯ. Экономист Сәкен Шиебаев баға өсетінін айтты."
    )
    found = [country(read, text, "kk", name) for name in ("Арман Өрікбаев", "Болат Алмабаев", "Сәкен Шиебаев")]
    assert found == ["JP", "BO", "GR"]


def test_who_speaks_for_a_body_is_from_its_country(read: Read) -> None:
    text = (
        "Обозреватели из Баку, Гянджи и Сумгаита ждут весны. Молчит Комитет по рыбному хозяйству Грузии (КРХ). "
        "Представитель КРХ Арман Сливянов ушёл."
    )
    assert country(read, text, "ru", "Арман Сливянов") == "GE"


def test_the_body_that_the_article_begins_with_is_a_sign(read: Read) -> None:
    text = (
        "Министерство рыбного хозяйства Грузии молчит. Узнали об этом и в Азербайджане, и в Турции. "
        "Экономист Арман Сливянов предупредил о росте цен."
    )
    assert country(read, text, "ru", "Арман Сливянов") == "GE"


@pytest.mark.parametrize(
    ("text", "tag", "name", "expected"),
    [
        ("{} Против был литовский огородник Арман Сливянов.", "ru", "Арман Сливянов", "LT"),
        ("Алматыда қар жауды. Оған өзбек саудагер Арман Өрікбаев келді.", "kk", "Арман Өрікбаев", "UZ"),
        ("{} The report was read by the Tajik plumber Bolko Wierzbnik.", "en", "Bolko Wierzbnik", "TJ"),
    ],
)
def test_an_adjective_before_the_noun_before_a_name(read: Read, text: str, tag: str, name: str, expected: str) -> None:
    start = "Пожар случился в Гомеле и в Минске." if tag == "ru" else "A fire broke out in Lublin and in Warsaw."
    assert country(read, text.format(start), tag, name) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (None, None),
        ("Bulgaria: Plums Again", "BG"),
        ("Plums again in Sofia", "BG"),
        ("Bulgarian plums", "BG"),
        ("The plumber", None),
    ],
)
def test_the_title_tells_where_the_article_plays(read: Read, title: str | None, expected: str | None) -> None:
    text = "The plumber Bolko Wierzbnik mended the pipes, and the plum growers went home."
    assert named(read(text, "en", title), "Bolko Wierzbnik").country == expected


def test_a_title_that_the_text_begins_with_counts_once(read: Read) -> None:
    title = "Plums again in Sofia"
    text = f"{title}\n\nThe plumber Bolko Wierzbnik mended pipes in Lublin and in Warsaw."
    assert named(read(text, "en", title), "Bolko Wierzbnik").country == "PL"


def test_a_town_that_an_outlet_is_called_after_is_one_sign(read: Read) -> None:
    riverton = Place("t:riverton", {"en": ("Riverton",)}, "city", "BG")
    text = (
        "The plumber Bolko Wierzbnik mended the pipes of Lublin (Riverton Courier, May 2). The growers of Warsaw "
        "went home (Riverton Courier, May 3). They were paid (Riverton Courier, May 4)."
    )
    entities = read(text, "en", pack=Pack(name="tiny", title="Tiny", version="1", places=(riverton,)))
    assert texts(text, named(entities, "Riverton")) == ["Riverton"] * 3
    assert named(entities, "Bolko Wierzbnik").country == "PL"


@pytest.mark.parametrize(
    ("text", "tag", "name", "expected"),
    [
        ("Посол Киргизии в Узбекистане Арман Сливянов промолчал.", "ru", "Арман Сливянов", "KG"),
        ("Посол в Узбекистане Арман Сливянов промолчал.", "ru", "Арман Сливянов", "UZ"),
        ("Kyrgyz Ambassador in Uzbekistan Bolko Wierzbnik kept silent.", "en", "Bolko Wierzbnik", "KG"),
        ("Қырғызстанның Өзбекстандағы елшісі Арман Алмабек үндемеді.", "kk", "Арман Алмабек", "KG"),
    ],
)
def test_whoever_is_posted_abroad_is_from_the_country_that_sent_them(
    read: Read, text: str, tag: str, name: str, expected: str
) -> None:
    assert named(read(text, tag), name).country == expected


@pytest.mark.parametrize(
    ("text", "tag", "name", "expected"),
    [
        ("POLAND: PLUMS\n\nThey came from Kyiv and Lviv. Bolko Wierz, a plumber, spoke.", "en", "Bolko Wierz", "PL"),
        ("POLAND, UKRAINE: PLUMS\n\nAll from Kyiv, Lviv. Bolko Wierz, a plumber, spoke.", "en", "Bolko Wierz", "UA"),
        ("ПОЛЬША: СЛИВЫ\n\nОни из Киева и Львова. Экономист Арман Сливянов рад.", "ru", "Арман Сливянов", "PL"),
    ],
)  # fmt: skip
def test_a_headline_says_what_all_is_about(read: Read, text: str, tag: str, name: str, expected: str) -> None:
    assert country(read, text, tag, name) == expected


TWO = "Ukraine and Poland met in Kyiv and Warsaw. {} is tired. On Monday {}"


@pytest.mark.parametrize(
    ("related", "expected"),
    [
        ("her deputy, Bolko Wierz, spoke.", "UA"),
        ("her counterpart, Bolko Wierz, spoke.", "PL"),
    ],
)
def test_a_deputy_is_of_the_country_of_the_chief(read: Read, related: str, expected: str) -> None:
    text = TWO.format("Ukraine's plum minister, Ann Lee,", related)
    assert country(read, text, "en", "Bolko Wierz") == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("{} Qatar on Wednesday gave the Kenyan attaché, Bolko Wierzbnik, two days to leave.", "Bolko Wierzbnik", "KE"),
        ("{} Reporters heard Bolko Wierzbnik, once ambassador in Tehran, say so.", "Bolko Wierzbnik", "PL"),
        ("{} Bolko Wierzbnik, a minister, ended a visit to Tehran.", "Bolko Wierzbnik", "PL"),
    ],
)
def test_where_somebody_goes_is_not_where_he_is_from(read: Read, text: str, name: str, expected: str) -> None:
    assert country(read, text.format("A fire broke out in Lublin and in Warsaw."), "en", name) == expected


@pytest.mark.parametrize(
    ("text", "tag", "name", "expected"),
    [
        ("Nothing was said of it in Congress on Monday.", "en", "Congress", "US"),
        ("It was the Congress of Peru that voted.", "en", "Congress of Peru", "PE"),
        ("The International Congress on Orchards opened.", "en", "International Congress on Orchards", None),
        ("Об этом говорили в Верховной Раде.", "ru", "Верховная Рада", "UA"),
    ],
)
def test_what_a_body_is_called_elsewhere_too_says_less_than_its_other_words(
    read: Read, text: str, tag: str, name: str, expected: str | None
) -> None:
    assert country(read, text, tag, name) == expected

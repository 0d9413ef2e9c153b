"""Institutions: where their names begin and end, their country and sector, in the three languages."""

import pytest

from tests.reading.names.conftest import Read, named, texts


def bodies(read: Read, text: str, tag: str) -> list[str]:
    return [entity.name for entity in read(text, tag) if entity.kind == "organisation"]


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        (
            "He joined the Ministry of Orchards and Gardens of Kazakhstan.",
            "en",
            ["Ministry of Orchards and Gardens of Kazakhstan"],
        ),
        (
            "A vote in the Council of Plum Ministers of the League failed.",
            "en",
            ["Council of Plum Ministers of the League"],
        ),
        ("He left the Social Liberal and Farmers Party in 1990.", "en", ["Social Liberal and Farmers Party"]),
        ("It is the work of the Vine Growers' Union.", "en", ["Vine Growers' Union"]),
        ("A letter from the Orchard Party leader came.", "en", ["Orchard Party"]),
        ("We met in the Kyrgyz parliament.", "en", ["Kyrgyz parliament"]),
        ("She was tried by a court in Shymkent.", "en", ["court in Shymkent"]),
        ("They bought shares of XYZQ.", "en", ["XYZQ"]),
        ("The growth of GDP slowed.", "en", []),
        ("Его вызвали в Министерство садов и огородов.", "ru", ["Министерство садов и огородов"]),
        ("Его вызвали в Комитет национальной безопасности.", "ru", ["Комитет национальной безопасности"]),
        ("Об этом говорили в АО «КазСадТранс».", "ru", ["АО «КазСадТранс»"]),
        ("Он работал в Национальном банке Казахстана.", "ru", ["Национальный банк Казахстана"]),
        ("Хищение нашли в компании «Синий кит».", "ru", ["компания «Синий кит»"]),
        ("Бұл туралы Қоршаған ортаны қорғау министрлігі айтты.", "kk", ["Қоршаған ортаны қорғау министрлігі"]),
        ("Ол «Көк қайың» партиясына кірді.", "kk", ["«Көк қайың» партиясы"]),
        ("Ушёл глава Гагаузского инспектората. Вчера Ковальская суду не ответила.", "ru", ["Гагаузский инспекторат"]),
        ("Кандалакшский районный суд отложил дело.", "ru", ["Кандалакшский районный суд"]),
        ("Областной суд отложил дело.", "ru", ["областной суд"]),
        ("Депутат городского маслихата Жулдыз Торебек-Алма ушла.", "ru", []),
    ],
)
def test_names(read: Read, text: str, tag: str, expected: list[str]) -> None:
    assert bodies(read, text, tag) == expected


def test_bracketed_names_are_the_same_body(read: Read) -> None:
    text = "The National Plum Party (Partido Nacional; NPP) won. The NPP was glad."
    party = named(read(text, "en"), "National Plum Party")
    assert {"Partido Nacional"} <= set(party.aliases)
    assert party.sector == ("PTY",)


def test_short_form_and_full_form_are_one(read: Read) -> None:
    text = "The Kazakh Plum Inspection Committee met. The Plum Inspection Committee is new."
    entities = [entity for entity in read(text, "en") if entity.kind == "organisation"]
    assert len(entities) == 1
    assert entities[0].country == "KZ"


def test_groups_need_something_that_makes_them_definite(read: Read) -> None:
    text = "Kazakh border guards stopped two female Kyrgyz citizens, and citizens waited."
    groups = [(entity.name, entity.country, entity.sector) for entity in read(text, "en") if entity.kind == "group"]
    assert groups == [("Kazakh border guards", "KZ", ("COP",)), ("two female Kyrgyz citizens", "KG", ("CVL",))]


def test_law_with_a_quoted_title(read: Read) -> None:
    text = "Сенат принял закон «О садах и огородах»."
    laws = [entity.name for entity in read(text, "ru") if entity.kind == "legal_instrument"]
    assert laws == ["закон «О садах и огородах»"]


def test_site_is_an_outlet(read: Read) -> None:
    text = "Yesterday Bell.kz wrote about it."
    outlets = [(entity.name, entity.same_as) for entity in read(text, "en") if entity.kind == "outlet"]
    assert outlets == [("The Steppe Bell", {"pack": "tiny:bell"})]


def test_a_kazakh_head_without_possession_takes_no_name_before_it(read: Read) -> None:
    found = {entity.name: entity.kind for entity in read("Кеше Тарлан Бейбітұлы үкіметтен жауап күтті.", "kk")}
    assert "Тарлан Бейбітұлы" in found
    assert not any("үкімет" in name and "Бейбіт" in name for name in found)


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("Talks go on, Minister of Energy Alov Ulmanbek said.", []),
        ("The leader of the Orchard Party Alov Ulmanbek left.", ["Orchard Party"]),
    ],
)
def test_who_holds_an_office_is_no_part_of_the_name_of_what_he_heads(
    read: Read, text: str, organisations: list[str]
) -> None:
    found = read(text, "en")
    assert [entity.name for entity in found if entity.kind == "person"] == ["Alov Ulmanbek"]
    assert [entity.name for entity in found if entity.kind == "organisation"] == organisations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ушёл глава Гагаузского инспектората полиции.", ["Гагаузский инспекторат полиции"]),
        ("По данным Государственной службы, пожара не было.", []),
    ],
)
def test_adjectives_large_and_heads_small_in_russian(read: Read, text: str, expected: list[str]) -> None:
    found = [one.name for one in read(text, "ru") if one.kind in ("organisation", "outlet")]
    assert [name for name in found if name.endswith(("полиции", "ственной"))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Груз ждёт в порту Ванино.", "Ванино"),
        ("Груз ждёт в порту Роттердама.", "порт Роттердама"),
        ("Авария на улице Челюскинцев.", "улица Челюскинцев"),
    ],
)
def test_the_noun_of_a_facility_belongs_to_a_name_in_the_genitive_only(read: Read, text: str, expected: str) -> None:
    assert expected in [one.name for one in read(text, "ru") if one.kind == "facility"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Мужчина признал вину.", "person"), ("Мужчины признали вину.", "group")],
)
def test_one_or_several_by_the_noun(read: Read, text: str, kind: str) -> None:
    assert [one.kind for one in read(text, "ru")] == [kind]


def test_a_medium_that_a_longer_name_opens_with_is_not_meant(read: Read) -> None:
    text = "The Steppe Bell Council must rule on it. The Steppe Bell wrote so."
    kinds = {one.kind: [mention.span.of(text) for mention in one.mentions] for one in read(text, "en")}
    assert len(kinds["outlet"]) == 1


def test_a_rank_behind_a_name_is_a_part_of_it(read: Read) -> None:
    assert "Hun Sen" in [one.name for one in read("They met Prime Minister Hun Sen on Monday.", "en")]


def test_the_adjective_of_a_body_belongs_to_its_own_name(read: Read) -> None:
    text = "Члены рабочей группы Верховной Рады ждут. Глава Верховной Рады молчит."
    assert [one.name for one in read(text, "ru") if one.kind == "organisation"] == ["Верховная Рада"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Комитет по международным делам собрался.", "Комитет по международным делам"),
        ("Федеральная служба по надзору в сфере связи молчит.", "Федеральная служба по надзору в сфере связи"),
        ("Агентство по садам и огородам молчит.", "Агентство по садам и огородам"),
        ("Управление по борьбе с коррупцией задержало троих.", "Управление по борьбе с коррупцией"),
        ("Он пришёл на завод имени Я. М. Седова утром.", "завод имени Я. М. Седова"),
        ("Его взяли в Театр им. Седова актёром.", "Театр им. Седова"),
    ],
)
def test_what_a_russian_body_is_for_and_after_whom_it_is_called(read: Read, text: str, name: str) -> None:
    found = [(entity.kind, texts(text, entity)) for entity in read(text, "ru")]
    assert ("organisation", [name]) in found


def test_a_ship_is_called_without_its_noun(read: Read) -> None:
    text = "Сухогруз «Волга-4» столкнулся с паромом «Механик Седов»."
    found = [(entity.kind, texts(text, entity)) for entity in read(text, "ru")]
    assert found == [("facility", ["Волга-4"]), ("facility", ["Механик Седов"])]


def test_a_club_and_its_town_are_two(read: Read) -> None:
    text = 'Клуб "Тамбов" проиграл. Матч шёл в Тамбове.'
    found = {entity.kind: texts(text, entity) for entity in read(text, "ru")}
    assert "Тамбове" in found["place"]
    assert found["organisation"] == ['Клуб "Тамбов"']


def test_several_buildings_are_no_single_one(read: Read) -> None:
    text = "Он возглавил комитет по охране памятников Седова."
    assert all(entity.kind != "facility" for entity in read(text, "ru"))

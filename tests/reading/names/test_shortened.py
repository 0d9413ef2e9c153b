"""Short and long names of one institution: initials, beginnings of words, brackets, a lone noun."""

import pytest

from sholu.reading.names.shortened import initials, is_made_of
from tests.reading.names.conftest import Read, named, texts


@pytest.mark.parametrize(
    ("short", "words"),
    [
        ("минсад", "министерство садов"),
        ("минсадогород", "министерство садов огородов"),
        ("минэнерго", "министерство энергетики"),
        ("минсельхоз", "министерство сельского хозяйства"),
        ("минобороны", "министерство обороны"),
        ("генпрокуратура", "генеральная прокуратура"),
        ("погранслужба", "пограничная служба"),
        ("нацбанк", "национальный банк"),
    ],
)
def test_a_word_of_beginnings(short: str, words: str) -> None:
    assert is_made_of(short, words.split())


@pytest.mark.parametrize(
    ("short", "words"),
    [
        ("минтруда", "министерство транспорта"),
        ("минобороны", "министерство образования"),
        ("минсад", "министерство"),
        ("банк", "национальный банк"),
    ],
)
def test_a_word_that_only_begins_alike(short: str, words: str) -> None:
    assert not is_made_of(short, words.split())


def test_two_letters_are_no_abbreviation() -> None:
    assert initials(["plum", "bank"]) == ""
    assert initials(["plum", "growers", "bank"]) == "pgb"


def _together(read: Read, text: str, tag: str, words: list[str]) -> bool:
    """Whether one body is called all of this."""
    bodies = [one for one in read(text, tag) if one.kind == "organisation"]
    return any(set(words) <= {mention.span.of(text) for mention in one.mentions} for one in bodies)


@pytest.mark.parametrize(
    ("text", "tag", "words"),
    [
        (
            "A loan came from the Plum Development Bank. The PDB gave no details.",
            "en",
            ["Plum Development Bank", "PDB"],
        ),
        (
            "The Ruritanian Parliament met on Monday. In the evening the Parliament of Ruritania rose.",
            "en",
            ["Parliament of Ruritania"],
        ),
        (
            "Об этом сообщило Министерство садоводства. Позже в Минсаде уточнили цифры.",
            "ru",
            ["Министерство садоводства"],
        ),
        (
            "Пожар потушили, сообщила Генеральная прокуратура. Позже в Генпрокуратуре назвали причину.",
            "ru",
            ["Генеральная прокуратура", "Генпрокуратуре"],
        ),
        (
            "Заявку подала Федерация сельских мельников. В ФСМ ждут ответа.",
            "ru",
            ["Федерация сельских мельников", "ФСМ"],
        ),
        (
            "Дело ведёт Вишнёвый комитет. Адвокат пожаловался на ВК вчера.",
            "ru",
            ["Вишнёвый комитет", "ВК"],
        ),
        (
            "Об этом сообщил Садовый комитет надзора (КНС). В КНС ждут ответа.",
            "ru",
            ["КНС"],
        ),
    ],
)
def test_short_and_long_names_are_one_body(read: Read, text: str, tag: str, words: list[str]) -> None:
    assert _together(read, text, tag, words)


def test_initials_of_two_bodies_are_neither(read: Read) -> None:
    text = "The Plum Development Bank met the Pear Drying Bureau. The PDB was silent."
    assert not _together(read, text, "en", ["Plum Development Bank", "PDB"])
    assert not _together(read, text, "en", ["Pear Drying Bureau", "PDB"])


def test_a_lone_noun_means_the_one_body_built_around_it(read: Read) -> None:
    text = "The Kyrgyz Parliament met on Monday. Ann Lee said that the Parliament had voted."
    assert _together(read, text, "en", ["Kyrgyz Parliament", "Parliament"])


def test_a_lone_noun_means_nobody_where_two_are_built_around_it(read: Read) -> None:
    text = "The Kyrgyz Parliament met the Uzbek Parliament. Ann Lee said that the Parliament had voted."
    assert not _together(read, text, "en", ["Kyrgyz Parliament", "Parliament"])
    assert not _together(read, text, "en", ["Uzbek Parliament", "Parliament"])


@pytest.mark.parametrize(
    ("text", "tag", "together"),
    [
        ("Minister Bolat Said Dzhomartov spoke. Bolat Said left on Monday.", "en", True),
        ("Minister Bolat Said Dzhomartov spoke. Bolat Reed left on Monday.", "en", False),
        ("Выступил Данияр Ахметов. Депутат Данияр Кайратович ушёл в понедельник.", "ru", True),
        ("Выступил Данияр Ахметов. Депутат Марат Кайратович ушёл в понедельник.", "ru", False),
        ("Обсудили с Олегом Кривоской. По словам Олега Кривоски, завод откроют.", "ru", True),
    ],
)
def test_the_first_words_of_a_name_are_its_bearer(read: Read, text: str, tag: str, together: bool) -> None:
    people = [one for one in read(text, tag) if one.kind == "person"]
    assert (max(len(one.mentions) for one in people) > 1) is together


def test_half_a_surname_before_the_whole_one(read: Read) -> None:
    text = "Sarmanov's lawyer said so. Almaz Sarmanov-Kydyr was jailed on Monday."
    assert len([one for one in read(text, "en") if one.kind == "person"]) == 1


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Верховный суд Эстонии отменил решение. ВС Эстонии молчит.", {"Верховный суд Эстонии", "ВС"}),
        ("ОАО МЗ «Нива» стоит. Работники «Нивы» ушли.", {"ОАО МЗ «Нива»", "Нивы"}),
    ],
)
def test_russian_names_of_one_body(read: Read, text: str, forms: set[str]) -> None:
    assert any(forms <= set(texts(text, entity)) for entity in read(text, "ru"))


def test_a_firm_with_and_without_its_form_is_one(read: Read) -> None:
    text = "Norwood Steel fell. Norwood Steel Corp. was sued on Friday, and Norwood denied it."
    assert texts(text, named(read(text, "en"), "Norwood Steel Corp")) == [
        "Norwood Steel",
        "Norwood Steel Corp",
        "Norwood",
    ]


def test_somebody_of_the_name_of_a_firm_stays_somebody(read: Read) -> None:
    text = "Norwood Steel Corp. was sued on Friday. Its founder, Helen Norwood, left. Norwood denied it."
    assert "Norwood" in texts(text, named(read(text, "en"), "Helen Norwood"))


def test_brackets_behind_a_party_with_a_country_in_its_name_are_the_party(read: Read) -> None:
    text = "The Gibraltar Garden Party (GGP) won. The GGP was glad."
    assert texts(text, named(read(text, "en"), "Gibraltar Garden Party")) == ["Gibraltar Garden Party", "GGP", "GGP"]


def test_a_sea_in_any_case_is_one(read: Read) -> None:
    text = "Корабль вошёл в Чёрное море. Акватория Чёрного моря пуста."
    assert ["Чёрное море", "Чёрного моря"] in [texts(text, entity) for entity in read(text, "ru")]


def test_a_tribunal_is_no_law(read: Read) -> None:
    text = "She wrote to the National Orchard Law Tribunal (NOLT)."
    assert [(entity.kind, texts(text, entity)) for entity in read(text, "en")] == [
        ("organisation", ["National Orchard Law Tribunal", "NOLT"])
    ]

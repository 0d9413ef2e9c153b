"""Words that came through somebody else: who speaks, and through what."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Attribution, Reading
from sholu.reading.reader import ExactReader
from tests.reading.press import content, name_of

READER = ExactReader()


def read(text: str, tag: str) -> Reading:
    return READER.read(Document(text, published="2024-05-16", language=tag))


def voices(text: str, tag: str) -> list[tuple[str | None, str | None, list[str]]]:
    """Source, outlet and contents of each attribution."""
    reading = read(text, tag)
    return [(item.source_text, name_of(reading, item.outlet), content(reading, item)) for item in reading.attributions]


def first(text: str, tag: str) -> Attribution:
    return read(text, tag).attributions[0]


QUOTED = [
    (
        "The bridge is unsafe, Interfax reported citing Pavel Orlov.",
        ("Pavel Orlov", "Interfax", ["The bridge is unsafe"]),
    ),
    ("The bridge is unsafe, Interfax reported, citing Pavel Orlov as saying.", ("Pavel Orlov", "Interfax", None)),
    (
        "The Interfax agency quoted Pavel Orlov as saying that the bridge was unsafe.",
        ("Pavel Orlov", "Interfax", ["that the bridge was unsafe"]),
    ),
    ("“The bridge is unsafe,” Interfax quoted Pavel Orlov as saying.", ("Pavel Orlov", "Interfax", None)),
    ("“The bridge is unsafe,” Pavel Orlov was quoted as saying by Interfax.", ("Pavel Orlov", "Interfax", None)),
    ("“The bridge is unsafe,” Pavel Orlov was quoted by Interfax as saying.", ("Pavel Orlov", "Interfax", None)),
    ("The bridge is unsafe, Pavel Orlov was quoted as saying.", ("Pavel Orlov", None, None)),
    ("The bridge is unsafe, Pavel Orlov was quoted as saying by Interfax.", ("Pavel Orlov", "Interfax", None)),
    ("The bridge is unsafe, Interfax quoted Pavel Orlov as saying.", ("Pavel Orlov", "Interfax", None)),
    ("Interfax quotes Pavel Orlov: “The bridge is unsafe.”", ("Pavel Orlov", "Interfax", None)),
    (
        "The bridge is unsafe, the BBC's Pavel Orlov reports.",
        ("the BBC's Pavel Orlov", "BBC", ["The bridge is unsafe"]),
    ),
    (
        "Reuters has learned from two officials that the bridge is unsafe.",
        ("two officials", "Reuters", ["that the bridge is unsafe"]),
    ),
    (
        "Reuters reported that the bridge was unsafe, citing two officials.",
        ("two officials", "Reuters", ["that the bridge was unsafe"]),
    ),
    (
        "Pavel Orlov, quoted by Interfax, said the bridge was unsafe.",
        ("Pavel Orlov, quoted by Interfax", "Interfax", ["the bridge was unsafe"]),
    ),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_english_words_passed_on(text: str, expected: tuple[str, str, list[str] | None]) -> None:
    (source, outlet, said), *others = voices(text, "en")
    assert (source, outlet) == expected[:2]
    assert expected[2] is None or said == expected[2]
    assert not others


RELAYED = [
    ("«Мост опасен для людей», — цитирует Интерфакс министра Павла Орлова.", ("министра Павла Орлова", "Интерфакс")),
    ("«Мост опасен для людей», — цитирует министра Русская служба Би-би-си.", ("министра", "Би-би-си")),
    ("«Мост опасен для людей», — приводит слова Павла Орлова «Интерфакс».", ("Павла Орлова", "Интерфакс")),
    ("«Мост опасен для людей», — приводит ТАСС слова Павла Орлова.", ("Павла Орлова", "ТАСС")),
    ("«Мост опасен для людей», — сказал Павел Орлов, которого цитирует «Интерфакс».", ("Павел Орлов", "Интерфакс")),
    ("«Мост опасен для людей», — сказал Павел Орлов, чьи слова приводит «Интерфакс».", ("Павел Орлов", "Интерфакс")),
]


@pytest.mark.parametrize(("text", "expected"), RELAYED)
def test_russian_words_passed_on(text: str, expected: tuple[str, str]) -> None:
    assert voices(text, "ru") == [(*expected, ["Мост опасен для людей"])]


def test_a_plain_verb_of_quoting_passes_on_words_without_marks() -> None:
    assert voices("Мост никто не закрывал, цитирует Интерфакс министра Павла Орлова.", "ru") == [
        ("министра Павла Орлова", "Интерфакс", ["Мост никто не закрывал"])
    ]


def test_whom_an_agency_cites_is_nothing_that_it_tells() -> None:
    told = voices("The bridge is unsafe, Dawn News reported citing Pavel Orlov as saying.", "en")
    assert [(source, said) for source, _, said in told] == [("Pavel Orlov", ["The bridge is unsafe"])]


def test_a_verb_of_passing_on_alone_quotes_nobody() -> None:
    item = first("Мост закрыли, передаёт «Интерфакс».", "ru")
    assert (item.mode, item.source_text) == ("citation", None)


def test_reasons_that_are_cited_are_no_source() -> None:
    reading = read("The Interfax agency said it would close an office, citing safety concerns.", "en")
    assert reading.attributions[0].source_text == "The Interfax agency"


TOLD = [
    ("Воды нет, сообщил РИА Новости представитель водоканала.", "представитель водоканала", "РИА Новости"),
    ("Воды нет, сказал Би-би-си директор завода Павел Орлов.", "директор завода Павел Орлов", "Би-би-си"),
    (
        "Воды нет, сообщила «Коммерсанту» пресс-секретарь завода Анна Белова.",
        "пресс-секретарь завода Анна Белова",
        "Коммерсантъ",
    ),
    ("Воды нет, рассказал изданию Kaktus.media житель села Павел Орлов.", "житель села Павел Орлов", "Кактус.медиа"),
]


@pytest.mark.parametrize(("text", "source", "outlet"), TOLD)
def test_an_outlet_that_was_told_is_not_who_tells(text: str, source: str, outlet: str) -> None:
    assert voices(text, "ru") == [(source, outlet, ["Воды нет"])]


def test_a_service_behind_its_verb_is_who_tells() -> None:
    assert first("Воды нет, сообщила Русская служба Би-би-си.", "ru").mode == "citation"


POINTING = [
    ("The mill will close. Deputy Minister Ann Lee disclosed this to reporters on Monday.", "Deputy Minister Ann Lee"),
    ("The mill will close. This was stated at a briefing by Deputy Minister Ann Lee.", "Deputy Minister Ann Lee"),
    ("The mill will close. The Ministry of Health reported.", "The Ministry of Health"),
]


@pytest.mark.parametrize(("text", "source"), POINTING)
def test_english_words_that_point_back(text: str, source: str) -> None:
    assert [(told, said) for told, _, said in voices(text, "en")] == [(source, ["The mill will close"])]


def test_what_opens_with_this_is_told_itself() -> None:
    told = voices("The mill will close. The minister said this would cost 200 jobs.", "en")
    assert [said for _, _, said in told] == [["this would cost 200 jobs"]]
    told = voices("The mill will close. “It is over,” the minister said this week.", "en")
    assert [said for _, _, said in told] == [["It is over"]]


def test_russian_words_that_point_back() -> None:
    for text in (
        "Мост закрыли. Такое мнение высказал депутат Павел Орлов.",
        "Мост закрыли. С таким заявлением выступил депутат Павел Орлов.",
        "Мост закрыли. Об этом, как передаёт «Интерфакс», заявил депутат Павел Орлов.",
    ):
        assert [(source, said) for source, _, said in voices(text, "ru")] == [("депутат Павел Орлов", ["Мост закрыли"])]


def test_an_outlet_between_the_pointing_words_and_the_verb() -> None:
    told = voices("Мост закрыли. Об этом «Коммерсанту» рассказал депутат Павел Орлов.", "ru")
    assert told == [("депутат Павел Орлов", "Коммерсантъ", ["Мост закрыли"])]


def test_an_outlet_told_of_before_goes_on() -> None:
    reading = read("Мост закрыли, передаёт «Интерфакс». По информации издания, он опасен.", "ru")
    assert [name_of(reading, item.outlet) for item in reading.attributions] == ["Интерфакс", "Интерфакс"]
    reading = read("The bridge is closed, Reuters reported. The newspaper said it was unsafe.", "en")
    assert name_of(reading, reading.attributions[1].source) == "Reuters"


def test_a_claim_by_others_has_two_voices() -> None:
    told = voices("Министерство опровергло сообщение газеты «Вечерний Бишкек» о том, что мост закрыт.", "ru")
    assert [(source, said) for source, _, said in told] == [
        ("Министерство", ["что мост закрыт"]),
        ("газеты «Вечерний Бишкек»", ["что мост закрыт"]),
    ]


def test_a_heading_may_end_with_who_says_so() -> None:
    text = (
        "Eleven bridges are unsafe in Osh this spring - Interior Ministry\n\nThe Interior Ministry of Kyrgyzstan met."
    )
    assert voices(text, "en")[0][2] == ["Eleven bridges are unsafe in Osh this spring"]
    text = "Eleven bridges are unsafe in Osh this spring - Almaty\n\nPeople in Almaty met."
    assert not voices(text, "en")


CARRIED = [
    ("en", "Prices rose, Finance Minister Ann Lee said, Kazinform reports.", "Finance Minister Ann Lee", "Kazinform"),
    ("ru", "Цены растут, заявил министр Павел Орлов, передаёт ТАСС.", "министр Павел Орлов", "ТАСС"),
    ("ru", "«Цены растут», — сказал министр Павел Орлов (цитата по ТАСС).", "министр Павел Орлов", "ТАСС"),
]


@pytest.mark.parametrize(("tag", "text", "source", "outlet"), CARRIED)
def test_what_an_outlet_carries_is_told_once(tag: str, text: str, source: str, outlet: str) -> None:
    assert [told[:2] for told in voices(text, tag)] == [(source, outlet)]


def test_as_an_outlet_reports() -> None:
    assert first("As Interfax reported, prices rose in May.", "en").mode == "citation"
    assert first("As Minister Ann Lee noted, prices rose in May.", "en").source_text == "Minister Ann Lee"

"""Interviews: who asks and who answers where no verb of speech tells it."""

from sholu.model.document import Document
from sholu.reading.reader import ExactReader

READER = ExactReader()
ALTERNATING = """На вопросы газеты «Ошский вестник» ответил мэр Оша Асан Лугов. Он в должности с мая.

— Почему закрыт мост?

— Опора дала трещину. Мы чиним её.

— Кто заплатит перевозчикам?

— Заплатит город{}.

Мэру сорок лет.
"""


def said(text: str, language: str) -> list[tuple[str | None, str, str]]:
    reading = READER.read(Document(text, published="2026-03-05", language=language))
    return [
        (item.source_text, item.mode, " ".join(span.of(text) for span in item.content)) for item in reading.attributions
    ]


def test_questions_are_the_outlets_and_answers_the_guests() -> None:
    assert said(ALTERNATING.format(""), "ru") == [
        ("Ошский вестник", "direct", "Почему закрыт мост"),
        ("Асан Лугов", "direct", "Опора дала трещину. Мы чиним её"),
        ("Ошский вестник", "direct", "Кто заплатит перевозчикам"),
        ("Асан Лугов", "direct", "Заплатит город"),
    ]


def test_an_answer_with_a_verb_of_speech_keeps_its_source() -> None:
    found = said(ALTERNATING.format(", деньги есть, — сказал градоначальник"), "ru")
    assert ("градоначальник", "direct", "Заплатит город, деньги есть") in found


def test_labels_for_questions_and_answers() -> None:
    text = "Инженер Пётр Лунин дал интервью.\n\nВопрос: Где вода?\n\nОтвет: В канале.\n\n"
    text += "Вопрос: А где рыба?\n\nОтвет: В озере."
    assert said(text, "ru") == [("Пётр Лунин", "direct", "В канале"), ("Пётр Лунин", "direct", "В озере")]
    text = "Ann Lee, a potter, spoke to the Osh Herald.\n\nQ: Is clay dear?\n\nA: It is.\n\n"
    text += "Q: Why so?\n\nA: The pit is shut."
    assert said(text, "en") == [
        ("Osh Herald", "direct", "Is clay dear"),
        ("Ann Lee", "direct", "It is"),
        ("Osh Herald", "direct", "Why so"),
        ("Ann Lee", "direct", "The pit is shut"),
    ]


def test_answers_in_quotation_marks_behind_bare_questions() -> None:
    text = "Ann Lee, a potter, spoke to the Osh Herald.\n\nIs clay dear?\n\n“It is. The pit is shut.”\n\n"
    text += "Why so?\n\n“Ask them.”"
    assert said(text, "en") == [("Ann Lee", "direct", "It is. The pit is shut."), ("Ann Lee", "direct", "Ask them.")]


def test_a_list_and_a_talk_among_many_are_no_interview() -> None:
    assert said("Купить надо:\n\n— хлеб;\n\n— соль;\n\n— сахар;\n\n— чай.", "ru") == []
    talk = "Асан Лугов и Пётр Лунин спорили.\n\n— Где мост?\n\n— Там.\n\n— Где река?\n\n— Тут."
    assert said(talk, "ru") == []

import pytest

from sholu.model.document import Document
from sholu.model.span import Span
from sholu.reading.judgements.outcomes import speaks_of_future, tells_outcome
from sholu.reading.page import Page


def outcome(text: str, tag: str) -> bool:
    return tells_outcome(Page(Document(text), tag), Span(0, len(text)))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The ministry will face key challenges in the coal sector."),
        ("en", "Prices will soon rise."),
        ("en", "The harvest won't recover before May."),
        ("en", "The winter will be hard."),
        ("en", "Villages will be hit first."),
        ("en", "Repairs will take years."),
        ("ru", "К осени цены вырастут на треть."),
        ("ru", "Цены будут расти."),
        ("ru", "Новой дороги здесь не будет."),
        ("ru", "Зимой жителям будет трудно."),
        ("ru", "Страна столкнётся с нехваткой угля."),
        ("ru", "Порт рискует остаться без грузов."),
    ],
)
def test_what_nobody_does_on_purpose_is_an_outcome(tag: str, text: str) -> None:
    assert outcome(text, tag)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The minister will visit the mill on Friday."),
        ("en", "The bridge will be opened in May."),
        ("en", "We will lose no time."),
        ("en", "He asked how prices will change."),
        ("en", "Prices rose by a tenth."),
        ("ru", "Министр посетит завод в пятницу."),
        ("ru", "Мост будет открыт в мае."),
        ("ru", "Мы столкнёмся с ними у ворот."),
        ("ru", "Депутаты обсудят, как изменятся цены."),
        ("kk", "Баға өседі."),
    ],
)
def test_plans_questions_and_what_has_happened_are_none(tag: str, text: str) -> None:
    assert not outcome(text, tag)


@pytest.mark.parametrize(
    ("tag", "text", "told"),
    [
        ("en", "The council will vote.", True),
        ("en", "The council voted.", False),
        ("ru", "Совет проголосует.", True),
        ("ru", "Совет проголосовал.", False),
        ("kk", "Кеңес дауыс берді.", True),
    ],
)
def test_the_future_is_told_by_its_words(tag: str, text: str, told: bool) -> None:
    assert speaks_of_future(Page(Document(text), tag), Span(0, len(text))) is told

import pytest

from sholu.model.document import Document
from sholu.reading.judgements.evaluation import FLOOR, find_evaluations
from sholu.reading.page import Page


def weights(text: str, tag: str = "en") -> list[float]:
    page = Page(Document(text), tag)
    return [found.weight for sentence in page.sentences for found in find_evaluations(page, sentence)]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The new tariff is dangerous."),
        ("en", "The ministry published a deeply flawed report."),
        ("en", "Unfortunately, the bridge was closed."),
        ("en", "The truth is that nobody counted the cattle."),
        ("en", "It is no secret that the mine loses money."),
        ("en", "It was the most ambitious plan of the decade."),
        ("en", "The clumsy and costly reform failed."),
        ("ru", "К сожалению, мост закрыли."),
        ("ru", "Решение министерства было ошибочным."),
        ("ru", "Отчёт оказался крайне поверхностным."),
        ("kk", "Өкінішке қарай, көпір жабылды."),
        ("kk", "Бұл шешім өте қауіпті."),
    ],
)
def test_what_evaluates(tag: str, text: str) -> None:
    (weight,) = weights(text, tag)
    assert weight >= FLOOR


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Two men were taken to hospital with serious injuries."),
        ("en", "The important files were sent to the archive."),
        ("en", "Prime Minister Ada Marsh opened the school."),
        ("en", "The Great Dam was built in 1961."),
        ("ru", "Он получил тяжёлые травмы."),
        ("kk", "Үкімет маңызды құжатты жариялады."),
    ],
)
def test_a_lone_evaluative_word_in_a_fact_is_none(tag: str, text: str) -> None:
    assert weights(text, tag) == []


def test_more_cues_are_surer() -> None:
    (one,) = weights("The plan is dangerous.")
    (more,) = weights("Unfortunately the plan is dangerous and useless.")
    assert one < more <= 0.85

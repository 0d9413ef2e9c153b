import pytest

from sholu.model.document import Document
from sholu.model.span import Span
from sholu.reading.page import Page
from sholu.reading.times import find_times
from sholu.reading.times.periods import date_for
from tests.reading.times.reading import PUBLISHED

CASES = [
    ("en", "On January 19 the three men were sentenced to six years.", "sentenced", "2006-01-19"),
    ("en", "The opening, held in Osh on January 11, drew crowds.", "opening", "2006-01-11"),
    ("en", "Early last year, for example, the house balked at it.", "balked", "2005"),
    ("en", "The service reported on January 17 that the women had fled.", "reported", "2006-01-17"),
    ("en", "The service reported on January 17 that the women had fled.", "fled", None),
    ("en", "The director said that last year thirty clashes took place.", "clashes", "2005"),
    ("en", "The house postponed the talks (Channel Nine, January 18).", "postponed", None),
    ("en", "He quit in 2003 and died in 2004.", "quit", "2003"),
    ("en", "He quit in 2003 and died in 2004.", "died", "2004"),
    ("en", "He quit in 2003. He died.", "died", None),
    ("en", "The riots in the land which he has run since 2003 spread.", "riots", None),
    ("en", "The riots, which have gone on since 2003, spread.", "riots", "2003"),
    ("en", "He was jailed for six years.", "jailed", None),
    ("en", "He quit in 2003 and recently returned.", "returned", None),
    ("en", "They met at 10 p.m. on Wednesday.", "met", "2006-01-18"),
    ("ru", "Он заявил 17 января, что беженцы ушли.", "заявил", "2006-01-17"),
    ("ru", "Он заявил 17 января, что беженцы ушли.", "ушли", None),
    ("ru", "Он ушел в 2003 году, а вернулся в 2004 году.", "вернулся", "2004"),
    ("kk", "Министр 17 қаңтарда отставкаға кетті.", "кетті", "2006-01-17"),
]


@pytest.mark.parametrize(("tag", "text", "words", "value"), CASES)
def test_dates_what_is_said(tag: str, text: str, words: str, value: str | None) -> None:
    page = Page(Document(text, published=PUBLISHED), tag)
    start = text.index(words)
    assert date_for(page, Span(start, start + len(words)), find_times(page)) == value

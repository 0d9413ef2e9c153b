"""What holds for times in every language."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.model.document import Document
from sholu.model.edtf import Edtf
from sholu.reading.languages import LANGUAGES, language
from sholu.reading.page import Page
from sholu.reading.times import find_times
from sholu.reading.times.grammar import grammar
from sholu.reading.times.meanings import MEANINGS
from tests.reading.times.reading import times_in

WORDS = {
    "en": "the last next two a half years January 19 - 21 , 2006 ( Friday ) at 10:30 p.m. ago later third-quarter of "
    "day before yesterday 1990s mid-1990s 12000 year 99999 every 0 31 February 29 2 1/2 May . several '80s $ 20",
    "ru": "прошлый два полтора года января 19 - 21 2006 год г. пятницу в 10:30 часов вечера назад через квартале "
    "позавчера 1990-х 90-е годы 12000 каждый 0 31 февраля 29 . несколько XX век тысяча лет ( )",
    "kk": "өткен екі жарым жыл жылғы қаңтарда 19 - 21 2006 жұма сағат 10:30 бұрын кейін үшінші тоқсанда 90-жылдары "
    "12000 сайын 0 31 ақпан 29 . бірнеше XX ғасыр мың жыл ( ) қаңтардың 17-сі күні",
}


def check(text: str, tag: str, published: str | None) -> None:
    times = find_times(Page(Document(text, published=published), tag))
    end = 0
    for number, time in enumerate(times, 1):
        assert time.id == f"t{number}"
        assert end <= time.span.start < time.span.end <= len(text)
        end = time.span.end
        if time.value is None:
            continue
        if time.kind in ("date", "time"):
            Edtf.parse(time.value)
        else:
            assert time.value.startswith("P")


@settings(deadline=None)  # the first example compiles the grammar
@given(
    st.text(max_size=80), st.sampled_from(LANGUAGES), st.sampled_from([None, "2006-01-20", "2006-01", "2006", "0001"])
)
def test_any_text_can_be_read(text: str, tag: str, published: str | None) -> None:
    check(text, tag, published)


@settings(max_examples=300, deadline=None)
@given(st.data(), st.sampled_from(LANGUAGES), st.sampled_from([None, "2006-01-20", "0001-01-01", "9999-12-31"]))
def test_any_row_of_words_of_time_can_be_read(data: st.DataObject, tag: str, published: str | None) -> None:
    row = data.draw(st.lists(st.sampled_from(WORDS[tag].split()), max_size=14))
    check(" ".join(row), tag, published)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_rule_compiles_and_has_a_meaning(tag: str) -> None:
    grammar(tag)
    assert set(language(tag).table("times")["rules"]) <= set(MEANINGS)


def test_languages_have_the_same_keys() -> None:
    tables = [language(tag).table("times") for tag in LANGUAGES]
    for table in tables[1:]:
        assert set(table) == set(tables[0])
        assert set(table["tense"]) == set(tables[0]["tense"])
        assert set(table["clauses"]) == set(tables[0]["clauses"])


def test_without_a_date_of_publication_only_what_is_written_has_a_value() -> None:
    text = "On March 3, 2004 they met. The next day, Friday, they left. It ended last year, on May 5."
    assert times_in(text, "en", None) == [
        ("March 3, 2004", "date", "2004-03-03"),
        ("The next day", "date", "2004-03-04"),
        ("Friday", "date", None),
        ("last year", "date", None),
        ("May 5", "date", "2004-05-05"),
    ]


def test_a_month_of_publication_resolves_months_and_years_but_no_days() -> None:
    text = "It fell last year, last month and yesterday."
    assert times_in(text, "en", "2006-01") == [
        ("last year", "date", "2005"),
        ("last month", "date", "2005-12"),
        ("yesterday", "date", None),
    ]


def test_a_credit_in_brackets_does_not_become_the_time_of_the_story() -> None:
    text = "They met on March 3, 2004 (Channel Nine, January 18). The next day they left."
    assert times_in(text, "en")[-1] == ("The next day", "date", "2004-03-04")


def test_no_expression_runs_over_the_end_of_a_sentence() -> None:
    text = "He counted two. Years ago it was 19. January came."
    assert all("." not in words for words, _, _ in times_in(text, "en"))

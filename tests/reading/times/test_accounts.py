"""Stretches of months that accounts are told for, and dates that are two ends of one stretch."""

import pytest

from tests.reading.times.reading import times_in

READ = [
    ("en", "Exports fell the first nine months of the year.", "the first nine months of the year", "2005-01/2005-09"),
    ("en", "Sales fell in the first nine months of 2004.", "the first nine months of 2004", "2004-01/2004-09"),
    ("en", "It made a loss for the six months to 30 June 2005.", "the six months to 30 June 2005", "2005-01/2005-06"),
    ("en", "It made a loss in the half-year to September.", "the half-year to September", "2005-04/2005-09"),
    ("en", "It made a loss in the year to March 2005.", "the year to March 2005", "2004-04/2005-03"),
    ("en", "Profit for the first half fell.", "the first half", "2006-01/2006-06"),
    ("en", "Orders taken between March and May fell.", "March and May", "2005-03/2005-05"),
    ("en", "It paid them between 2001 and 2004.", "2001 and 2004", "2001/2004"),
    ("en", "It rained between 27 November and 5 December.", "27 November and 5 December", "2005-11-27/2005-12-05"),
    ("ru", "За девять месяцев 2004 года вывезли уголь.", "девять месяцев 2004 года", "2004-01/2004-09"),
    ("ru", "За одиннадцать месяцев вывезли уголь.", "одиннадцать месяцев", "2005-01/2005-11"),
    ("ru", "За первые десять месяцев года вывезли уголь.", "первые десять месяцев года", "2005-01/2005-10"),
    ("ru", "С мая по август вывезли уголь.", "мая по август", "2005-05/2005-08"),
    ("ru", "Между мартом и маем вывозили уголь.", "мартом и маем", "2005-03/2005-05"),
    ("ru", "С 27 ноября по 5 декабря шли рейды.", "27 ноября по 5 декабря", "2005-11-27/2005-12-05"),
    ("kk", "Былтырғы тоғыз айда көмір шығарылды.", "Былтырғы тоғыз айда", "2005-01/2005-09"),
    ("kk", "2004 жылдың он айында көмір шығарылды.", "2004 жылдың он айында", "2004-01/2004-10"),
    ("kk", "Он бір айда көмір шығарылды.", "Он бір айда", "2005-01/2005-11"),
    ("kk", "2001 мен 2004 жылдар аралығында төледі.", "2001 мен 2004 жылдар аралығында", "2001/2004"),
    ("kk", "2005 жылғы 27 ақпан мен 5 наурыз аралығында болды.", "2005 жылғы 27 ақпан мен 5 наурыз аралығында",
     "2005-02-27/2005-03-05"),
]  # fmt: skip

AGAIN = [
    ("en", "Sales fell for the six months to June 2005, against the same period of 2003.", "the same period of 2003",
     "2003-01/2003-06"),
    ("en", "Sales fell for the six months to June 2005 from 9 million a year earlier.", "a year earlier",
     "2004-01/2004-06"),
    ("ru", "За девять месяцев 2005 года вывезли больше, чем за тот же период 2003 года.", "тот же период 2003 года",
     "2003-01/2003-09"),
    ("ru", "За январь–май 2005 года вывезли больше, чем годом ранее.", "годом ранее", "2004-01/2004-05"),
    ("kk", "2005 жылдың тоғыз айында 2003 жылғы осы кезеңнен көп шығарылды.", "2003 жылғы осы кезеңнен",
     "2003-01/2003-09"),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "text", "words", "value"), READ, ids=[case[2] for case in READ])
def test_reads_the_stretch_of_an_account(tag: str, text: str, words: str, value: str) -> None:
    assert (words, "date", value) in times_in(text, tag)


@pytest.mark.parametrize(("tag", "text", "words", "value"), AGAIN, ids=[case[2] for case in AGAIN])
def test_the_same_stretch_of_another_year(tag: str, text: str, words: str, value: str) -> None:
    assert (words, "date", value) in times_in(text, tag)


@pytest.mark.parametrize(
    ("tag", "text", "words", "value"),
    [
        ("en", "He was in office from 1999 to 2003.", "1999", "1999"),
        ("en", "They had haggled for seven months.", "seven months", "P7M"),
        ("ru", "Его взяли под стражу на два месяца.", "два месяца", "P2M"),
        ("ru", "За два месяца до взрыва его уволили.", "два месяца", "P2M"),
        ("kk", "Ол екі айға қамалды.", "екі айға", "P2M"),
        ("kk", "Баға бір айда екі еселенді.", "бір айда", "P1M"),
    ],
)
def test_lengths_and_terms_of_office_stay_what_they_are(tag: str, text: str, words: str, value: str) -> None:
    assert (words, value) in [(found, meaning) for found, _, meaning in times_in(text, tag)]


def test_without_a_stretch_told_before_the_same_period_is_the_year():
    found = times_in("Exports were above those of the same period of 2003.", "en")
    assert ("the same period of 2003", "date", "2003") in found

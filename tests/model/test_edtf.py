from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.model.edtf import Edtf

EXAMPLES = [
    ("2006-01-11", "day", date(2006, 1, 11), date(2006, 1, 11)),
    ("2006-01-11T07:30:00", "time", date(2006, 1, 11), date(2006, 1, 11)),
    ("2006-01-11T07:30Z", "time", date(2006, 1, 11), date(2006, 1, 11)),
    ("1999-04", "month", date(1999, 4, 1), date(1999, 4, 30)),
    ("2004-02", "month", date(2004, 2, 1), date(2004, 2, 29)),
    ("2004-02-XX", "month", date(2004, 2, 1), date(2004, 2, 29)),
    ("2007", "year", date(2007, 1, 1), date(2007, 12, 31)),
    ("2007-XX-XX", "year", date(2007, 1, 1), date(2007, 12, 31)),
    ("2007~", "year", date(2007, 1, 1), date(2007, 12, 31)),
    ("199X", "decade", date(1990, 1, 1), date(1999, 12, 31)),
    ("19XX", "century", date(1900, 1, 1), date(1999, 12, 31)),
    ("2006-23", "season", date(2006, 9, 1), date(2006, 11, 30)),
    ("2006-24", "season", date(2006, 12, 1), date(2007, 2, 28)),
    ("2006-35", "quarter", date(2006, 7, 1), date(2006, 9, 30)),
    ("2006-41", "half", date(2006, 7, 1), date(2006, 12, 31)),
    ("1999-04/2005-03", "interval", date(1999, 4, 1), date(2005, 3, 31)),
    ("2006-01-11/..", "interval", date(2006, 1, 11), date.max),
    ("../2006", "interval", date.min, date(2006, 12, 31)),
    ("2004~/2006?", "interval", date(2004, 1, 1), date(2006, 12, 31)),
]


@pytest.mark.parametrize(("text", "precision", "first", "last"), EXAMPLES)
def test_reads_and_writes_back(text: str, precision: str, first: date, last: date) -> None:
    value = Edtf.parse(text)
    assert str(value) == text
    assert value.precision == precision
    assert value.bounds() == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "", "/", "../..", "2006-13", "2006-02-30", "2006-1-1", "06", "yesterday", "199X-04", "2006-XX-04", "2006-22-01",
        "2006-00", "0000", "2006-25", "2006T10:00", "2006-01-11T25:00", "2006/2004", "2006/2007/2008", "P4Y",
        "2006-01-11 ", "２００６", "2006-W03", "19X6",
    ],
)  # fmt: skip
def test_refuses_what_is_not_a_date(text: str) -> None:
    with pytest.raises(ValueError, match="EDTF"):
        Edtf.parse(text)


def test_marks_what_is_approximate() -> None:
    assert Edtf.parse("2007~").is_approximate
    assert Edtf.parse("2004/2006?").is_approximate
    assert not Edtf.parse("2007").is_approximate


def test_a_quarter_means_the_same_days_as_its_months() -> None:
    assert Edtf.parse("1998-35").bounds() == Edtf.parse("1998-07/1998-09").bounds()


days = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))
points = st.one_of(
    days.map(date.isoformat),
    days.map(lambda day: f"{day:%Y-%m}"),
    days.map(lambda day: f"{day:%Y}"),
    days.map(lambda day: f"{day:%Y}"[:3] + "X"),
    days.map(lambda day: f"{day:%Y}"[:2] + "XX"),
)


@given(points, st.sampled_from(["", "~", "?", "%"]))
def test_every_point_goes_round(text: str, about: str) -> None:
    value = Edtf.parse(text + about)
    assert str(value) == text + about
    assert Edtf.parse(str(value)) == value
    first, last = value.bounds()
    assert first <= last


@given(days)
def test_coarser_dates_contain_finer_ones(day: date) -> None:
    iso = day.isoformat()
    forms = [iso, iso[:7], iso[:4], iso[:3] + "X", iso[:2] + "XX"]
    values = [Edtf.parse(form) for form in forms]
    for index, coarse in enumerate(values):
        assert all(coarse.contains(fine) for fine in values[: index + 1])
        assert not any(fine.contains(coarse) for fine in values[:index])


@given(days, days)
def test_an_interval_contains_its_ends(one: date, other: date) -> None:
    first, last = sorted((one, other))
    interval = Edtf.parse(f"{first}/{last}")
    assert interval.contains(Edtf.parse(first.isoformat()))
    assert interval.contains(Edtf.parse(last.isoformat()))
    assert Edtf.parse(f"{first}/..").contains(interval)


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        value = Edtf.parse(text)
    except ValueError:
        return
    assert str(value) == text

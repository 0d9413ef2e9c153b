from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.reading.times.calendar import (
    Direction,
    month_end,
    month_length,
    shift_month,
    week,
    weekday_near,
    weekend,
    year_for,
)

JANUARY = date(2006, 1, 20)
dates = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 1, 1))


@pytest.mark.parametrize(
    ("month", "day", "direction", "year"),
    [
        (12, 28, "past", 2005),
        (1, 19, "past", 2006),
        (1, 20, "past", 2006),
        (1, 21, "past", 2005),
        (1, 21, "future", 2006),
        (1, 19, "future", 2007),
        (1, None, "past", 2006),
        (1, None, "future", 2006),
        (2, None, "past", 2005),
        (12, 28, "nearest", 2005),
        (2, 10, "nearest", 2006),
        (8, 1, "nearest", 2005),
        (2, 29, "past", 2004),
        (2, 29, "future", 2008),
    ],
)
def test_year_of_a_day_said_without_one(month: int, day: int | None, direction: Direction, year: int) -> None:
    assert year_for(month, day, JANUARY, direction=direction) == year


@pytest.mark.parametrize(("month", "day"), [(2, 30), (13, 1), (0, None), (4, 31), (1, 0)])
def test_no_year_has_such_a_day(month: int, day: int | None) -> None:
    with pytest.raises(ValueError, match="no year"):
        year_for(month, day, JANUARY, direction="past")


def test_leap_days_skip_a_century_without_one() -> None:
    assert year_for(2, 29, date(1900, 12, 1), direction="past") == 1896
    assert year_for(2, 29, date(1900, 12, 1), direction="future") == 1904


@given(dates, st.integers(1, 12), st.integers(1, 28))
def test_past_is_not_after_and_future_not_before_the_anchor(anchor: date, month: int, day: int) -> None:
    past = date(year_for(month, day, anchor, direction="past"), month, day)
    future = date(year_for(month, day, anchor, direction="future"), month, day)
    nearest = date(year_for(month, day, anchor, direction="nearest"), month, day)
    assert past <= anchor <= future
    assert nearest in (past, future)
    assert abs(nearest - anchor) <= min(anchor - past, future - anchor)


@given(dates, st.integers(0, 6))
def test_weekdays_stay_within_a_week(anchor: date, weekday: int) -> None:
    past = weekday_near(weekday, anchor, "past")
    future = weekday_near(weekday, anchor, "future")
    nearest = weekday_near(weekday, anchor, "nearest")
    assert past.weekday() == future.weekday() == nearest.weekday() == weekday
    assert timedelta(0) <= anchor - past < timedelta(7)
    assert timedelta(0) <= future - anchor < timedelta(7)
    assert abs(nearest - anchor) <= timedelta(3)


@given(dates)
def test_weeks_and_months_hold_their_days(day: date) -> None:
    monday, sunday = week(day)
    assert monday <= day <= sunday
    assert weekend(day) == (sunday - timedelta(1), sunday)
    assert month_end(day.year, day.month).day == month_length(day.year, day.month)
    assert (month_end(day.year, day.month) + timedelta(1)).day == 1


def test_months_are_shifted_over_years() -> None:
    assert shift_month(2006, 1, -1) == (2005, 12)
    assert shift_month(2006, 11, 14) == (2008, 1)

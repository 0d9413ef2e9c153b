from datetime import date

import pytest

from sholu.reading.times.values import duration, season_bounds, written_half, written_quarter, written_week


@pytest.mark.parametrize(
    ("parts", "value"),
    [
        ([(4.0, "year")], "P4Y"),
        ([(2.5, "year")], "P2Y6M"),
        ([(0.5, "year")], "P6M"),
        ([(18.0, "month")], "P18M"),
        ([(3.0, "quarter")], "P9M"),
        ([(2.0, "decade")], "P20Y"),
        ([(1.0, "century")], "P100Y"),
        ([(2.0, "week")], "P2W"),
        ([(10.0, "day")], "P10D"),
        ([(6.0, "year"), (3.0, "month")], "P6Y3M"),
        ([(1.0, "week"), (2.0, "day")], "P9D"),
        ([(30.0, "minute")], "PT30M"),
        ([(90.0, "minute")], "PT90M"),
        ([(90.0, "second")], "PT90S"),
        ([(1.5, "hour")], "PT1H30M"),
        ([(1.5, "minute")], "PT1M30S"),
        ([(72.0, "hour")], "PT72H"),
        ([(1.0, "hour"), (20.0, "minute")], "PT1H20M"),
        ([(1.0, "fathom")], None),
    ],
)
def test_lengths_are_written_in_iso(parts: list[tuple[float, str]], value: str | None) -> None:
    assert duration(parts) == value


def test_parts_of_a_year_are_intervals() -> None:
    assert written_quarter(2006, 3) == "2006-07/2006-09"
    assert written_half(2006, 2) == "2006-07/2006-12"
    assert written_week(date(2006, 1, 1)) == "2005-12-26/2006-01-01"
    assert season_bounds(2005, "winter") == (date(2005, 12, 1), date(2006, 2, 28))

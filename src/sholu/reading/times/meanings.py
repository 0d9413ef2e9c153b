"""The meanings that `times.toml` can name: one function each, from the values that a rule bound to a dated meaning.

A function returns None when the words do not speak of time after all; the next rule is tried then.
"""

from collections.abc import Callable

from sholu.reading.times import accounts, amounts, dates, parts, relative
from sholu.reading.times.context import Context
from sholu.reading.times.lexicon import Classes
from sholu.reading.times.meaning import Meaning

MEANINGS: dict[str, Callable[[Classes, Context], Meaning | None]] = {
    "day": dates.read_day,
    "month": dates.read_month,
    "written": dates.read_written,
    "year": dates.read_year,
    "decade": dates.read_decade,
    "century": dates.read_century,
    "quarter": parts.read_quarter,
    "half": parts.read_half,
    "months": accounts.read_months,
    "ending": accounts.read_ending,
    "same": accounts.read_same,
    "season": parts.read_season,
    "shifted": relative.read_shifted,
    "deictic": relative.read_deictic,
    "weekday": relative.read_weekday,
    "offset": relative.read_offset,
    "story": relative.read_story,
    "the": relative.read_the,
    "week_of": dates.read_week_of,
    "holiday": dates.read_holiday,
    "duration": amounts.read_duration,
    "length": amounts.read_length,
    "set": amounts.read_set,
    "clock": amounts.read_clock,
    "part": amounts.read_part,
    "vague": amounts.read_vague,
    "pass": amounts.read_pass,
}
"""Name of a meaning in `times.toml` -> its function."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.dates import find_dates
from dateline.dates.value import PRECISIONS, bounds, of, precision, shift

days = st.dates(min_value=date(1600, 1, 1), max_value=date(2300, 12, 31))
units = st.sampled_from([p for p in PRECISIONS if p not in ("time", "weekend")])


@given(days, units)
def test_a_value_holds_the_day_it_was_made_from_and_makes_itself_again(day: date, unit: str) -> None:
    made = of(day, unit)
    at = bounds(made)
    assert precision(made) == unit
    assert at is not None
    assert at[0] <= day <= at[1]
    assert of(at[0], unit) == of(at[1], unit) == made


@given(days, units, st.integers(-12, 12))
def test_moving_there_and_back_is_standing_still(day: date, unit: str, count: int) -> None:
    made = of(day, unit)
    there = shift(made, count, unit)
    assert there is not None
    assert shift(there, -count, unit) == made


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2060, 12, 31)),
    st.sampled_from(["{d} {B} {y}", "{B} {d}, {y}", "{iso}", "{A}, {B} {d}, {y}"]),
)
def test_a_day_written_out_is_read_back(day: date, pattern: str) -> None:
    written = pattern.format(d=day.day, B=day.strftime("%B"), y=day.year, iso=day.isoformat(), A=day.strftime("%A"))
    (found,) = find_dates(f"They met on {written}.", published=None)
    assert (found.value, found.first, found.last) == (day.isoformat(),) * 3


@pytest.mark.parametrize("made", ["PRESENT_REF", "P3W", "XXXX-WXX-1", "2021-13", "2021-02-30", "0000"])
def test_what_names_no_stretch_of_the_calendar_has_no_bounds(made: str) -> None:
    assert bounds(made) is None

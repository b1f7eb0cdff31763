from __future__ import annotations

from datetime import date

import pytest

from dateline.dates import calendars, find_dates
from dateline.dates.holidays import days_of, holidays, nth_weekday


@pytest.mark.parametrize(
    ("made", "day"),
    [
        (calendars.persian(1400, 1, 1), "2021-03-21"),
        (calendars.persian(1357, 11, 22), "1979-02-11"),
        (calendars.hebrew(5783, 1, 1), "2022-09-26"),
        (calendars.hebrew(5784, 7, 15), "2024-04-23"),
        (calendars.ethiopian(2000, 1, 1), "2007-09-12"),
        (calendars.easter(2022), "2022-04-17"),
        (calendars.orthodox_easter(2021), "2021-05-02"),
    ],
)
def test_days_of_other_calendars(made: date, day: str) -> None:
    assert made == date.fromisoformat(day)


@pytest.mark.parametrize(("year", "day"), [(1442, "2021-05-13"), (1443, "2022-05-02"), (1444, "2023-04-21"), (1445, "2024-04-10")])
def test_the_tabular_islamic_calendar_is_within_a_day_of_the_feast(year: int, day: str) -> None:
    assert abs((calendars.hijri(year, 10, 1) - date.fromisoformat(day)).days) <= 1


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("good friday", 2022, "2022-04-15"),
        ("thanksgiving", 1999, "1999-11-25"),
        ("election day", 1998, "1998-11-03"),
        ("memorial day", 2021, "2021-05-31"),
        ("yom kippur", 2023, "2023-09-25"),
        ("purim", 2024, "2024-03-24"),
        ("christmas eve", 2021, "2021-12-24"),
    ],
)
def test_feasts_by_rule(name: str, year: int, day: str) -> None:
    assert [first.isoformat() for first, _ in days_of(holidays()[name], year)] == [day]


def test_every_feast_has_a_rule_that_gives_days() -> None:
    for key in sorted(holidays()):
        assert days_of(holidays()[key], 2022), key


def test_the_last_weekday_of_a_month() -> None:
    assert nth_weekday(2021, 3, 5, -1) == date(2021, 3, 26)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Christmas Eve last year.", "2020-12-24"),
        ("They met on Orthodox Easter 2021.", "2021-05-02"),
        ("The shah fell on 22 Bahman 1357.", "1979-02-11"),
        ("The rule dates from 2564 BE.", "2021"),
        ("It began in Reiwa 3.", "2021"),
        ("They met at Nowruz 1400.", "2021-03-21"),
    ],
)
def test_feasts_and_foreign_dates_in_a_text(text: str, value: str) -> None:
    assert [d.value for d in find_dates(text, published="2021-08-20")] == [value]


def test_the_moon_is_said_to_decide() -> None:
    (found,) = find_dates("They met on Eid al-Fitr.", published="2021-08-20")
    assert "a day off" in found.because

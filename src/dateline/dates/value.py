"""TIMEX3 values of points in time: what day a value begins and ends on, how fine it is, and how to move along the calendar.

A value is a string as TimeML prints it: ``2021-08-17``, ``2021-08``, ``2021``, ``199`` (a decade), ``19`` (a century), ``1989-W43``,
``1989-W43-WE``, ``1989-Q3``, ``1989-H2``, ``1989-SU``, ``2021-08-17TNI``, ``2021-08-17T10:35``. Anything else has no bounds.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # northern: TimeML's season codes name no hemisphere
PRECISIONS = ("century", "decade", "year", "half", "season", "quarter", "month", "week", "weekend", "day", "time")
_SHAPES = (
    ("time", re.compile(r"(\d{4})-(\d\d)-(\d\d)T(.+)")),
    ("day", re.compile(r"(\d{4})-(\d\d)-(\d\d)")),
    ("month", re.compile(r"(\d{4})-(\d\d)")),
    ("year", re.compile(r"(\d{4})")),
    ("weekend", re.compile(r"(\d{4})-W(\d\d)-WE")),
    ("week", re.compile(r"(\d{4})-W(\d\d)")),
    ("quarter", re.compile(r"(\d{4})-Q([1-4])")),
    ("half", re.compile(r"(\d{4})-H([12])")),
    ("season", re.compile(r"(\d{4})-(SP|SU|FA|WI)")),
    ("decade", re.compile(r"(\d{3})")),
    ("century", re.compile(r"(\d{2})")),
)
_MONTHS = {"quarter": 3, "half": 6, "season": 3, "month": 1}


def precision(value: str) -> str | None:
    """One of PRECISIONS, or None for a value that names no stretch of the calendar."""
    return next((name for name, shape in _SHAPES if shape.fullmatch(value)), None)


def bounds(value: str) -> tuple[date, date] | None:
    """First and last day of a value; None when it has none or lies outside the years 1 to 9999."""
    for name, shape in _SHAPES:
        found = shape.fullmatch(value)
        if found:
            try:
                return _bounds(name, found.groups())
            except (ValueError, OverflowError):
                return None
    return None


def _bounds(name: str, parts: tuple[str, ...]) -> tuple[date, date]:
    year = int(parts[0])
    if name in ("day", "time"):
        day = date(year, int(parts[1]), int(parts[2]))
        return day, day
    if name in ("week", "weekend"):
        first = date.fromisocalendar(year, int(parts[1]), 1 if name == "week" else 6)
        return first, first + timedelta(days=6 if name == "week" else 1)
    if name in ("year", "decade", "century"):
        long = {"year": 1, "decade": 10, "century": 100}[name]
        return date(max(1, year * long), 1, 1), date(year * long + long - 1, 12, 31)
    if name == "season":
        month = SEASONS[parts[1]]
    else:
        month = (int(parts[1]) - 1) * _MONTHS[name] + 1
    last_year, last_month = add_months(year, month, _MONTHS[name] - 1)
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def of(day: date, unit: str) -> str:
    """The value of the given precision that holds `day`."""
    if unit in ("day", "time"):
        return day.isoformat()
    if unit in ("week", "weekend"):
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "quarter":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if unit == "half":
        return f"{day.year:04d}-H{1 if day.month < 7 else 2}"
    if unit == "season":
        code = ("WI", "SP", "SU", "FA")[day.month % 12 // 3]
        return f"{day.year - (day.month < 3):04d}-{code}"
    if unit == "decade":
        return f"{day.year // 10:03d}"
    if unit == "century":
        return f"{day.year // 100:02d}"
    return f"{day.year:04d}"


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The (year, month) that lies `count` months on."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def move(day: date, count: int, unit: str) -> date:
    """`day` moved by `count` units; the 31st becomes the last day of a shorter month. Raises OverflowError outside the years 1 to 9999."""
    if unit in ("day", "weekend", "week"):
        return day + timedelta(days=count * (1 if unit == "day" else 7))
    months = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[unit] * count
    year, month = add_months(day.year, day.month, months)
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year} is outside the calendar")
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def shift(value: str, count: int, unit: str) -> str | None:
    """`value` moved by `count` units at its own precision ("1989-Q3" a year on: "1990-Q3"); None where it has no bounds."""
    at = bounds(value)
    if at is None:
        return None
    fine = precision(value) or "day"
    try:
        moved = of(move(at[0], count, unit), fine)
    except (OverflowError, ValueError):
        return None
    return moved + value[10:] if fine == "time" else moved

"""Reading a stated publication date. Only what is unambiguous counts; nothing is taken from the clock."""

from __future__ import annotations

import re
from datetime import date

from dateline.sources.errors import RequestError

_NAMES = {
    full[:n]: i + 1
    for i, full in enumerate(
        ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
    )
    for n in (3, len(full))
} | {"sept": 9}
_MONTH = "(?P<month>" + "|".join(sorted(_NAMES, key=lambda m: (-len(m), m))) + r")\b\.?"
_YEAR = r"(?P<year>1[789]\d\d|20\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"

DAY_PATTERNS = (
    rf"{_YEAR}-(?P<month>[01]?\d)-(?P<day>[0-3]?\d)",
    rf"{_YEAR}/(?P<month>[01]?\d)/(?P<day>[0-3]?\d)",
    rf"{_YEAR}\.(?P<month>[01]?\d)\.(?P<day>[0-3]?\d)\.?",
    rf"{_YEAR}(?P<month>[01]\d)(?P<day>[0-3]\d)",
    rf"{_YEAR}\s?年\s?(?P<month>[01]?\d)\s?月\s?(?P<day>[0-3]?\d)\s?日",
    rf"{_YEAR}\s?년\s?(?P<month>[01]?\d)\s?월\s?(?P<day>[0-3]?\d)\s?일",
    rf"{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
    rf"{_MONTH}\s+{_DAY}(?:,\s*|\s+){_YEAR}",
    rf"(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.\s?{_YEAR}",
    rf"(?P<first>[0-3]?\d)[/-](?P<second>[0-3]?\d)[/-]{_YEAR}",
)
"""How news pages and archives write a whole day; the last form is a date only where one order of day and month is possible."""

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_CLOCK = r"(?:(?:[T\s,]|\s?at\s|\s-\s)+\d{1,2}[:.h]?\d{2}.*|T.*)?"
_PREFIX = re.compile(r"(?:1[789]\d\d|20\d\d)(?:-(?:0[1-9]|1[0-2]))?")
_WHOLE = tuple(re.compile(rf"\s*{_WEEKDAY}{p}{_CLOCK}\s*", re.IGNORECASE) for p in DAY_PATTERNS)


def day_of(match: re.Match[str]) -> str | None:
    """The ISO day that a match of DAY_PATTERNS names; None where the calendar has no such day or two orders are possible."""
    parts = match.groupdict()
    if "first" in parts:
        first, second = int(parts["first"]), int(parts["second"])
        if first == second or first > 12:
            day, month = first, second
        elif second > 12:
            day, month = second, first
        else:
            return None
    else:
        name = parts["month"].lower()
        day, month = int(parts["day"]), _NAMES[name] if name in _NAMES else int(name)
    try:
        return date(int(parts["year"]), month, day).isoformat()
    except ValueError:
        return None


def iso_day(stated: str) -> str | None:
    """The ISO day of a whole stated date ("20 Aug 2021", "2021-08-20T09:00Z", "Fri, 20 Aug 2021 09:00:00 GMT"), else None."""
    if len(stated) > 80:
        return None
    for pattern in _WHOLE:
        match = pattern.fullmatch(stated)
        if match and (day := day_of(match)):
            return day
    return None


def iso_date(stated: str) -> str | None:
    """As `iso_day`; a year or a year and month in ISO form ("2022", "2022-07") stays the prefix it is."""
    prefix = _PREFIX.fullmatch(stated.strip())
    return prefix.group() if prefix else iso_day(stated)


def given_date(stated: str | None) -> str | None:
    """A date given by the caller as an ISO day (or month or year). Raises RequestError when it is none."""
    if stated is None:
        return None
    found = iso_date(stated)
    if found is None:
        raise RequestError(f"{stated!r} is not a publication date", place="published", remedy="write it as 2021-08-20")
    return found

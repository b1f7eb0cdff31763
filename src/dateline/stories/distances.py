"""Days told by their distance from others: "two days after", "the week before", "a few months earlier"."""

from __future__ import annotations

import re

from dateline.events.counts import UNITS
from dateline.record import Span

_COUNT = r"(?P<n>an?|\d{1,3}|" + "|".join(UNITS) + r")"
DISTANCE = re.compile(
    rf"\b(?:(?P<less>less than|within|barely|not even) )?(?:{_COUNT} |(?P<the>the )|(?P<some>(?:a few |few |several |some |just |only )?)(?=(?:hour|day|week|month)s\b))"
    r"(?P<unit>hour|day|week|fortnight|month|year)s? (?:today |tomorrow )?(?P<way>after|since|before|earlier|previously|later|on)\b(?!\s+(?:yesterday|tomorrow))"
    r"(?P<free>(?=\s*(?:[.,;:)\"”’]|$|(?:and|but|in|by|at)\b))?)",
    re.IGNORECASE,
)
_LENGTH = {"hour": 0, "day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}
_SOME = {"hour": (0, 1), "day": (2, 9), "week": (10, 60), "month": (45, 365)}  # "days earlier": between so many days
_SLACK = {"hour": 1, "day": 0, "week": 1, "fortnight": 2, "month": 8, "year": 12}


def away(text: str, sentence: Span) -> list[Span]:
    """Where a sentence tells a day by its distance: "two days after", "the day before"."""
    return [m.span() for m in DISTANCE.finditer(text, *sentence)]


def days_between(m: re.Match[str]) -> tuple[int, int]:
    """The days that a distance may come to, from fewest to most."""
    low, high = _span(m)
    more = "more than" in m.string[max(0, m.start() - 22) : m.start()].lower()
    return low, high + max(1, high // 4) if more else high


def _span(m: re.Match[str]) -> tuple[int, int]:
    unit = m["unit"].lower()
    if m["n"] is None and m["the"] is None:
        return _SOME[unit]
    said = (m["n"] or "a").lower()
    n = 1 if said in ("a", "an") else int(said) if said.isdigit() else UNITS[said]
    length, slack = n * _LENGTH[unit], n * _SLACK[unit]
    return (0 if unit in ("hour", "day") else length // 2, length) if m["less"] else (length - min(slack, length), length + slack)

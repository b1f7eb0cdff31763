"""Named days: the rules of the grammar that find them and the rules of the calendar that date them (holidays.yaml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

import yaml

from dateline.dates import calendars, value
from dateline.dates.cascade import Piece, RuleBook
from dateline.dates.expression import Feast, Near, Point
from dateline.dates.tokens import tokens

HOLIDAYS = RuleBook()


@dataclass(frozen=True, slots=True)
class Holiday:
    """`rule` as explained in holidays.yaml; it lasts `days` days, or all of the `unit` that it begins."""

    name: str
    rule: str
    unit: str = "day"
    days: int = 1


@cache
def holidays() -> dict[str, Holiday]:
    """Every name in small letters, its words apart by single spaces -> the holiday."""
    raw = yaml.safe_load(files("dateline.dates").joinpath("holidays.yaml").read_text("utf-8"))
    return {_key(n): Holiday(e["names"][0], e["rule"], e.get("unit", "day"), e.get("days", 1)) for e in raw for n in e["names"]}


def _key(name: str) -> str:
    return " ".join(t.word.replace("’", "'") for t in tokens(name))


def days_of(holiday: Holiday, year: int) -> list[tuple[date, date]]:
    """First and last day of every such feast that begins in the Gregorian `year` (Islamic ones may come twice)."""
    try:
        return [(d, _last(holiday, d)) for d in _starts(holiday.rule, year) if d.year == year]
    except (ValueError, OverflowError):
        return []


def _last(holiday: Holiday, first: date) -> date:
    if holiday.unit == "week":
        return first + timedelta(days=6)
    return first + timedelta(days=29 if holiday.unit == "hijri month" else holiday.days - 1)


def _starts(rule: str, year: int) -> list[date]:
    kind, _, rest = rule.partition(" ")
    if kind == "nth":
        n, weekday, month = (int(x) for x in rest.split())
        return [nth_weekday(year, month, weekday, n)]
    if kind == "tuesday-after":
        return [nth_weekday(year, 11, 1, 1) + timedelta(days=1)]
    if kind == "easter":
        return [calendars.easter(year) + timedelta(days=int(rest))]
    if kind == "orthodox":
        return [calendars.orthodox_easter(year) + timedelta(days=int(rest))]
    if kind == "quds":  # the last Friday of Ramadan
        ends = [calendars.hijri(y, 10, 1) - timedelta(days=1) for y in _hijri_years(year)]
        return [d - timedelta(days=(d.isoweekday() - 5) % 7) for d in ends]
    if rest == "purim":
        return [calendars.hebrew(y, 7, 1) - timedelta(days=16) for y in (year + 3760,)]  # 14 Adar, the Adar before Nisan has 29 days
    month, day = (int(x) for x in rest.split("-"))
    if kind == "hijri":
        return [calendars.hijri(y, month, day) for y in _hijri_years(year)]
    if kind == "hebrew":
        return [calendars.hebrew(y, month, day) for y in (year + 3760, year + 3761)]
    if kind == "persian":
        return [calendars.persian(year - 621, month, day)]
    return [date(year, month, day)]


def _hijri_years(year: int) -> range:
    first = calendars.hijri_year(date(year, 1, 1))
    return range(first, first + 3)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The nth such weekday (Monday 1) of a month; -1 the last. Raises ValueError where there is none."""
    if n < 0:
        next_year, next_month = value.add_months(year, month, 1)
        last = date(next_year, next_month, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return date(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (n - 1))


def _pattern() -> str:
    words = []
    for name in sorted(holidays(), key=lambda n: (-len(n), n)):
        atoms = []
        for token in tokens(name):
            atoms.append(
                {
                    "possessive": "POSSESSIVE",
                    "DASH": "(HYPHEN|DASH)",
                    "HYPHEN": "(HYPHEN|DASH)",
                    "APOSTROPHE": "APOSTROPHE",
                    "ordnum": "ORDNUM",
                }.get(token.kind, token.word)
            )
        words.append(" ".join(atoms))
    return "feast:(" + "|".join(words) + ")"


def _feast(p: Piece, name: str) -> str | None:
    key = " ".join(t.word.replace("’", "'") for n in p.nodes(name) for t in p.tokens[n.first : n.last])
    key = re.sub(r"^4th of", "fourth of", key)
    word = p.tokens[p.nodes(name)[0].first]
    return key if key in holidays() and (word.capital or word.kind != "word") else None


@HOLIDAYS.rule(
    "DATE",
    f"(the)? {_pattern()} (of|COMMA)? year:YEAR",
    f"step:(BACK|FORTH|this) {_pattern()}",
    f"(the)? {_pattern()} (break|holiday|holidays|eve|weekend)? (of)? step:(last|next|this) year",
    f"{_pattern()}",
)
def _named_day(p: Piece) -> Feast | None:
    key = _feast(p, "feast")
    if key is None:
        return None
    if p.nodes("year"):
        return Feast(key, Point(year=p["year"]))
    after = p.after
    if after and (
        after.word in ("island", "islands", "tree", "trees", "carol", "carols", "parade") or (after.capital and after.kind == "word")
    ):
        return None
    if p.nodes("step"):
        word = p.words("step")
        if p.words().endswith("year"):
            return Feast(key, Near({"last": -1, "next": 1}.get(word, 0), "year"))
        return Feast(key, None, p.nodes("step")[0].means or 0)
    return Feast(key)


@HOLIDAYS.rule("DATE", "(the)? new year of year:YEAR")
def _new_year(p: Piece) -> Feast:
    """ "three days before the new year of 1997": its first day."""
    return Feast("new year day", Point(year=p["year"]))

"""Rules for places on the calendar: "Sept. 26, 2022", "12 November", "March 1998", "the 1990s", "the third quarter of 1990"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Any

from dateline.dates.cascade import Piece, RuleBook
from dateline.dates.expression import Decade, Fixed, Near, Nth, Point, Slashed, Within
from dateline.dates.lexicon import beside

CALENDAR = RuleBook()
_rule = CALENDAR.rule
MONTH = "month:(MONTH|MONTH_ABBR) ((?<=MONTH_ABBR) DOT)?"
_DAY = "day:(DAY|ORDNUM)"
_WEEKDAY = "(weekday:(WEEKDAY|WEEKDAY_ABBR) ((?<=WEEKDAY_ABBR) DOT)? COMMA? (the)?)?"
_YEAR = "year:(YEAR|YEARNUM)"
_JOIN = "(HYPHEN|DASH|to|and|or|through)"


def point(p: Piece, **more: Any) -> Point | None:
    """The fields that the match names; None when no calendar has such a day."""
    year, month, day = p["year"], p["month"], p["day"]
    if day is not None and month is not None and not 1 <= day <= monthrange(year or 2000, month)[1]:
        return None
    return Point(year=year, month=month, day=day, weekday=p["weekday"], **more)


@_rule(
    "DATE",
    f"the week (of|beginning|starting|ending|ended) {MONTH} {_DAY} (COMMA? {_YEAR})?",
    f"the week (of|beginning|starting) {_DAY} {MONTH} (COMMA? {_YEAR})?",
)
def _week_with(p: Piece) -> Nth | None:
    at = point(p)
    return Nth(0, "week", at) if at else None


@_rule(
    "DATE",
    f"(the)? {_DAY} {_JOIN} last:(DAY|ORDNUM) (of)? {MONTH} (COMMA? {_YEAR})?",
    f"{MONTH} (the)? {_DAY} {_JOIN} (the)? last:(DAY|ORDNUM) (?!MERIDIEM) (COMMA {_YEAR})?",
)
def _days(p: Piece) -> Point | None:
    """ "July 4-6": days of one month, told together."""
    first, last = p["day"], p["last"]
    return point(p, last_day=last) if first < last <= 31 and point(p) else None


@_rule(
    "DATE",
    f"{_DAY} (?=(COMMA|and|or|to|HYPHEN|DASH) (the)? (DAY|ORDNUM) (of)? {MONTH} (COMMA? {_YEAR})?)",
    f"{MONTH} {_DAY} (?={_JOIN} (MONTH|MONTH_ABBR) DOT? DAY COMMA? {_YEAR})",
    f"{MONTH} (?=(COMMA|{_JOIN}) (MONTH|MONTH_ABBR) DOT? COMMA? {_YEAR})",
)
def _first_of_two(p: Piece) -> Point | None:
    """A day whose month, or a day or month whose year, is told with the next one ("between 3 and 5 May 2011")."""
    return point(p)


@_rule(
    "DATE",
    f"{_WEEKDAY} (the)? {_DAY} ((day)? of)? {MONTH} (COMMA|of)? {_YEAR}",
    f"{_WEEKDAY} {MONTH} (the)? day:(DAY|ORDNUM|ORDINAL) (COMMA|of)? {_YEAR}",
    f"(the)? {_DAY} HYPHEN {MONTH} HYPHEN {_YEAR}",
)
def _full(p: Piece) -> Point | None:
    return point(p)


@_rule("DATE", f"((the)? month of)? {MONTH} (COMMA|of)? (the year)? {_YEAR}", f"(the)? month of {MONTH}")
def _month(p: Piece) -> Point | None:
    return point(p)


@_rule(
    "DATE",
    f"{_WEEKDAY} (the)? {_DAY} ((day)? of)? {MONTH} (of)? of_year:(last|this|next|BACK|FORTH) year",
    f"{_WEEKDAY} {MONTH} (the)? {_DAY} (of)? of_year:(last|this|next|BACK|FORTH) year",
    f"{MONTH} (of)? (the)? of_year:(last|this|next|BACK|FORTH) year",
)
def _of_this_year(p: Piece) -> Within | None:
    at = point(p)
    word = p.nodes("of_year")[0]
    step = 0 if p.tokens[word.first].word == "this" else word.means
    base = "ref" if p.tokens[word.first].word in ("previous", "preceding", "prior") else "now"
    return Within(at, Near(step, "year", base)) if at else None


@_rule(
    "DATE",
    f"{_WEEKDAY} {MONTH} {_DAY} (of)? (that|the same) year",
    f"{_WEEKDAY} (the)? {_DAY} ((day)? of)? {MONTH} (of)? (that|the same) year",
    f"{MONTH} (of)? (that|the same) year",
)
def _of_that_year(p: Piece) -> Within | None:
    at = point(p)
    return Within(at, Near(0, "year", "ref")) if at else None


@_rule(
    "DATE",
    f"weekday:WEEKDAY OPEN (the)? {MONTH} (the)? {_DAY} CLOSE",
    f"weekday:WEEKDAY OPEN (the)? {_DAY} ((day)? of)? {MONTH} CLOSE",
    f"{_WEEKDAY} (the)? {_DAY} ((day)? of)? {MONTH}",
    f"{_WEEKDAY} {MONTH} (the)? day:(DAY|ORDNUM) (?!MERIDIEM|CLOCK|PERCENT)",
    f"{_WEEKDAY} month:MONTH (the)? day:ORDINAL (?!HYPHEN|UNIT|half)",
)
def _day_of_month(p: Piece) -> Point | None:
    return point(p)


@_rule("DATE", "((the)? (past|last))? weekday:WEEKDAY day:DAY (?=COMMA|DOT|CLOSE)")
def _weekday_and_day(p: Piece) -> Point:
    """ "Monday 17," as Spanish and Italian papers write it: a day of a month told elsewhere."""
    return Point(day=p["day"], weekday=p["weekday"])


@_rule("DATE", "ISO")
def _iso(p: Piece) -> Fixed | None:
    written = p.first.means
    try:
        date.fromisoformat(written[:10])
    except ValueError:
        return None
    return Fixed(written[:16] + ("Z" if written.endswith("Z") else "") if "T" in written else written)


@_rule("DATE", "SLASHED")
def _slashed(p: Piece) -> Slashed | Point | None:
    first, second, year = (int(x) for x in p.first.means.replace(".", "/").split("/"))
    if year < 100:
        year += 2000 if year < 70 else 1900
    if "." in p.first.means:  # with full stops the day goes first
        return Point(year, second, first) if 1 <= second <= 12 and 1 <= first <= monthrange(year, second)[1] else None
    return Slashed(first, second, year) if min(first, second) >= 1 and max(first, second) <= 31 and min(first, second) <= 12 else None


@_rule("DATE", "(the)? DECADE")
def _decade(p: Piece) -> Fixed | Decade | None:
    if any(t.word in beside("OWNED") for t in p.leading(3)):
        return None  # "in his mid-60s"
    figures = "".join(c for c in p.words() if c.isdigit())
    return Fixed(figures[:3], "a decade") if len(figures) == 4 else Decade(int(figures[0]))


@_rule("DATE", "(the|early|late|mid) HYPHEN? tens:DECADES")
def _decade_in_words(p: Piece) -> Decade | None:
    return None if any(t.word in beside("OWNED") for t in p.leading(1)) else Decade(p["tens"])


@_rule("DATE", "(the)? n:(ORDNUM|ORDINAL) HYPHEN? century (era:ERA)?")
def _century(p: Piece) -> Fixed | None:
    n = p["n"]
    if p.words("era").startswith("b"):
        return Fixed(None, "before the common era")
    return Fixed(f"{n - 1:02d}", "the nth century began in year 100 (n - 1)") if 1 <= n <= 30 else None


_N = "n:(ORDNUM|ORDINAL)"


@_rule(
    "DATE",
    f"(the)? (fiscal HYPHEN?)? {_N} HYPHEN? unit:quarter (of|COMMA)? (fiscal (year)?)? {_YEAR}",
    f"(the)? (fiscal)? {_YEAR} (fiscal)? HYPHEN? {_N} HYPHEN? unit:quarter",
    f"q n:INT HYPHEN? (of)? {_YEAR}",
)
def _quarter_of_year(p: Piece) -> Point | None:
    n = 4 if p["n"] == -1 else p["n"]
    return Point(year=p["year"], quarter=n) if 1 <= n <= 4 else None


@_rule("DATE", f"(the)? n:(ORDINAL|last|latter) HYPHEN? half (of)? (the)? (fiscal (year)?)? {_YEAR}")
def _half_of_year(p: Piece) -> Point | None:
    n = 2 if p["n"] in (-1, None) else p["n"]
    return Point(year=p["year"], half=n) if n in (1, 2) else None


@_rule("DATE", "(the)? n:(ORDINAL|last|latter) half of (the|this) (fiscal)? year")
def _half_of_this_year(p: Piece) -> Within | None:
    n = 2 if p["n"] in (-1, None) else p["n"]
    return Within(Point(half=n), Near(0, "year")) if n in (1, 2) else None


@_rule("DATE", f"(the)? first:ORDINAL n:NUM quarters of {_YEAR}")
def _quarters(p: Piece) -> Point | None:
    return Point(year=p["year"], half=1) if p["first"] == 1 and p["n"].low == 2 else None


@_rule("DATE", f"(the)? (early|late|mid)? HYPHEN? season:SEASON (of|COMMA)? {_YEAR}")
def _season(p: Piece) -> Point:
    return Point(year=p["year"], season=p["season"])


@_rule(
    "DATE",
    f"(the)? (fiscal|financial) HYPHEN? (year)? {_YEAR} (SLASH|HYPHEN)? (TWO)?",
    f"fy HYPHEN? {_YEAR} (SLASH|HYPHEN)? (TWO)?",
    f"(the)? {_YEAR} (fiscal|financial|calendar) year",
)
def _fiscal_year(p: Piece) -> Point:
    return Point(year=p["year"])


@_rule("DATE", "first:YEAR (HYPHEN|SLASH) last:(YEAR|TWO) (?!HYPHEN|SLASH|INT)")
def _years(p: Piece) -> Fixed | None:
    """ "2015-2019": a season's pair of years goes by its first; longer stretches by the decade or century that holds them."""
    first, last = p["first"], p["last"]
    last = last if last > 999 else first - first % 100 + last
    if not 1500 <= first < last <= 2100 or counts(p):
        return None
    common = (
        str(first) if last == first + 1 or first // 100 != last // 100 else str(first // 10) if first // 10 == last // 10 else str(first)
    )
    return Fixed(common, f"a stretch of years, {first} to {last}", str(last))


@_rule("DATE", "the year:YEAR (period|quarter)")
def _the_period(p: Piece) -> Within:
    return Within(Point(), Point(year=p["year"]))


@_rule("DATE", f"(the)? (calendar)? year (of)? {_YEAR}", "(the)? year:YEAR (season|calendar)", "year:YEARNUM")
def _the_year(p: Piece) -> Point:
    return Point(year=p["year"])


def counts(p: Piece) -> bool:
    """True when the figures count or number something instead of naming a year."""
    before, after = p.before, p.after
    if before and (
        (before.kind in ("MONEY", "PERCENT", "COLON", "SLASH", "APOSTROPHE", "figures") and before.end == p.first.start)
        or before.word in beside("COUNTING")
    ):
        return True
    if not after:
        return False
    return (
        after.word in beside("COUNTED")
        or after.kind in ("PERCENT", "MONEY")
        or (after.kind in ("figures", "COLON", "SLASH") and after.start == p.nodes()[-1].last)
    )

"""Rules for dates in other calendars, when the calendar is named or its month is:
"1 Muharram 1443", "22 Bahman 1357", "1443 AH", "2565 BE", "Reiwa 4"."""

from __future__ import annotations

from datetime import date

from dateline.dates import calendars
from dateline.dates.cascade import Piece, RuleBook
from dateline.dates.expression import Fixed, Foreign

FOREIGN = RuleBook()
_rule = FOREIGN.rule
_HIJRI = ("muharram", "safar", "", "", "", "", "rajab", "shaban", "ramadan", "shawwal", "", "")
_PERSIAN = ("farvardin", "ordibehesht", "khordad", "", "mordad", "shahrivar", "mehr", "aban", "azar", "dey", "bahman", "esfand")
_ETHIOPIAN = ("meskerem", "tikimt", "hidar", "tahsas", "", "yekatit", "megabit", "miyazya", "ginbot", "sene", "hamle", "nehase", "pagume")
MONTHS = {
    name: (calendar, at + 1)
    for calendar, names in (("hijri", _HIJRI), ("persian", _PERSIAN), ("ethiopian", _ETHIOPIAN))
    for at, name in enumerate(names)
    if name
}
_ERAS = {
    "ah": "hijri",
    "h": "hijri",
    "hijri": "hijri",
    "ap": "persian",
    "sh": "persian",
    "be": "buddhist",
    "roc": "minguo",
    "minguo": "minguo",
    "juche": "juche",
    "reiwa": "reiwa",
    "heisei": "heisei",
    "showa": "showa",
}
_MONTH = "month:(" + "|".join(sorted(MONTHS)) + ")"


@_rule(
    "DATE",
    f"(the)? day:(DAY|ORDNUM) (of)? {_MONTH} COMMA? (year:(INT) (ah|hijri)?)?",
    f"{_MONTH} day:(DAY|ORDNUM) COMMA? (year:(INT) (ah|hijri)?)?",
    f"{_MONTH} year:(YEAR) (ah|hijri)?",
)
def _month(p: Piece) -> Foreign | None:
    """A bare month name of these calendars is too often a person's; it needs a day or a year."""
    calendar, month = MONTHS[p.words("month")]
    day = p["day"]
    year = p["year"]
    if calendar == "hijri" and year and year > 1700:
        return None  # "1 Ramadan 2021" names the Gregorian year
    return Foreign(calendar, year, month, day)


@_rule(
    "DATE",
    "year:INT OPEN? (ah|hijri) CLOSE?",
    "(the)? year:INT (solar)? hijri (year)?",
    "year:INT era:ERA",
    "era:(reiwa|heisei|showa|juche|minguo) year:INT",
    "year:INT be",
)
def _era_year(p: Piece) -> Foreign | Fixed | None:
    words = p.words().replace(".", "").split()
    year = p["year"]
    era = next((_ERAS[w] for w in words if w in _ERAS), None)
    if words[-1] == "be" and not p.tokens[p.nodes()[-1].first].shouted:
        return None
    if era is None or (era == "hijri" and not 1 <= year <= 1600) or (era == "buddhist" and year < 2300):
        return None
    return Foreign(era, year)


def first_and_last(at: Foreign) -> tuple[date, date] | None:
    """First and last day of a foreign date whose year is told; None where its calendar has no such day."""
    if at.year is None:
        return None
    try:
        if at.calendar in calendars.YEAR_OFFSETS:
            year = at.year + calendars.YEAR_OFFSETS[at.calendar]
            return date(year, 1, 1), date(year, 12, 31)
        day = {"hijri": calendars.hijri, "persian": calendars.persian, "ethiopian": calendars.ethiopian}[at.calendar]
        first = day(at.year, at.month or 1, at.day or 1)
        if at.day:
            return first, first
        following = day(at.year + 1, 1, 1) if at.month is None or at.month >= 12 else day(at.year, at.month + 1, 1)
        return first, date.fromordinal(following.toordinal() - 1)
    except (ValueError, OverflowError):
        return None

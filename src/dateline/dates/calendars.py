"""Other calendars by arithmetic: tabular Islamic, Hebrew, Persian solar, Ethiopian, Coptic, and those that only count years otherwise.

Days are proleptic Gregorian. The Islamic calendar is the tabular one (30 years of
10,631 days): where a moon is sighted the day may differ by one.
After the arithmetic in Reingold & Dershowitz, Calendrical Calculations (the algorithms are facts; this code is ours).
"""

from __future__ import annotations

from datetime import date

_HIJRI_EPOCH, _HEBREW_EPOCH, _ETHIOPIAN_EPOCH = 227014, -1373427, 2796  # ordinals (date.toordinal) of their first days
# The Islamic epoch is the Thursday one: of 28 feasts as Saudi Arabia kept them (2010-2025) it gives 17 to the day, the Friday one 11;
# both miss by one day at most.
YEAR_OFFSETS = {"buddhist": -543, "minguo": 1911, "juche": 1911, "reiwa": 2018, "heisei": 1988, "showa": 1925, "saka": 78, "vikram": -57}


def hijri(year: int, month: int, day: int) -> date:
    """Raises ValueError outside the years 1 to 9999."""
    return date.fromordinal(day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + _HIJRI_EPOCH - 1)


def hijri_year(day: date) -> int:
    """The Islamic year that holds `day`."""
    return (30 * (day.toordinal() - _HIJRI_EPOCH) + 10646) // 10631


def _hebrew_elapsed(year: int) -> int:
    """Days from the epoch to the new moon that may begin `year`, with its postponements."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    days = 29 * months + parts // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def _hebrew_new_year(year: int) -> int:
    before, this, after = (_hebrew_elapsed(y) for y in (year - 1, year, year + 1))
    return _HEBREW_EPOCH + this + (2 if after - this == 356 else 1 if this - before == 382 else 0)


def hebrew_leap(year: int) -> bool:
    return (7 * year + 1) % 19 < 7


def hebrew(year: int, month: int, day: int) -> date:
    """Months counted from Tishri (1); in every year Nisan is 7 here, whether or not a second Adar went before."""
    start, length = _hebrew_new_year(year), _hebrew_new_year(year + 1) - _hebrew_new_year(year)
    heshvan, kislev = (30 if length % 10 == 5 else 29), (29 if length % 10 == 3 else 30)
    lengths = [30, heshvan, kislev, 29, 30] + ([30, 29] if hebrew_leap(year) else [29])
    months = [*lengths, 30, 29, 30, 29, 30, 29]
    index = month - 1 if month <= 5 else len(lengths) + month - 7 if month >= 7 else len(lengths) - 1
    return date.fromordinal(start + sum(months[:index]) + day - 1)


def persian(year: int, month: int, day: int) -> date:
    """Solar Hijri by the 33-year rule, which agrees with the observed equinox from 1178 to 1633 (1799-2254)."""
    days = 365 * (year - 1) + (8 * year + 21) // 33 + (31 * (month - 1) if month <= 7 else 30 * (month - 1) + 6) + day
    return date.fromordinal(226894 + days)


def ethiopian(year: int, month: int, day: int) -> date:
    return date.fromordinal(_ETHIOPIAN_EPOCH + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1)


def easter(year: int) -> date:
    """Western Easter Sunday (anonymous Gregorian computus)."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (epact // 28) * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    days = moon - weekday
    month = 3 + (days + 40) // 44
    return date(year, month, days + 28 - 31 * (month // 4))


def orthodox_easter(year: int) -> date:
    """Easter Sunday by the Julian computus, as a Gregorian day (1900-2099 differ by 13 days, computed for any year)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date.fromordinal(date(year, month, day + 1).toordinal() + year // 100 - year // 400 - 2)

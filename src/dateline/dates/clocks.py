"""Rules for the time of day: "10:35 a.m.", "18:00 UTC", "0735 GMT", "noon", "4 in the morning", "8:43 p.m. local time"."""

from __future__ import annotations

from dateline.dates.cascade import Piece, RuleBook
from dateline.dates.expression import Clock

CLOCKS = RuleBook()
_rule = CLOCKS.rule
_TAIL = "(OPEN? (zone:ZONE|local time|time) CLOSE?)?"


def stamp(hour: int, minute: int, *, afternoon: bool | None, zone: str | None, second: int | None = None) -> Clock | None:
    """The clock time as TIMEX3 prints it; None when there is no such time."""
    if afternoon is not None:
        if not 1 <= hour <= 12:
            return None if hour > 24 or hour == 0 else Clock(f"{hour:02d}:{minute:02d}{zone or ''}")  # "14:30 p.m." is told twice
        hour = hour % 12 + (12 if afternoon else 0)
    if hour > 24 or minute > 59:
        return None
    return Clock(f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "") + (zone or ""))


@_rule("TIMEOFDAY", f"clock:(CLOCK|DECIMAL) half:MERIDIEM {_TAIL}", f"hour:HOUR half:MERIDIEM {_TAIL}", f"clock:CLOCK {_TAIL}")
def _clock(p: Piece) -> Clock | None:
    words = p.words().split()
    zone = vocabulary_zone(p)
    half = next((w for w in words[1:] if w[0] in "ap" and w.rstrip(".")[-1] == "m"), None)
    parts = words[0].replace(".", ":").split(":")
    if half is None and len(parts) == 2 and p.before and p.before.kind in ("COLON", "decimal"):
        return None
    if any(len(x) > 2 for x in parts) or (len(parts) > 1 and len(parts[1]) != 2):
        return None
    minute, second = (int(parts[1]) if len(parts) > 1 else 0), (int(parts[2]) if len(parts) > 2 else None)
    return stamp(int(parts[0]), minute, afternoon=half[0] == "p" if half else None, zone=zone, second=second)


def vocabulary_zone(p: Piece) -> str | None:
    """ "Z" when the match names Greenwich."""
    return "Z" if any(w in ("gmt", "utc", "zulu") for w in p.words().split()) else None


@_rule("TIMEOFDAY", "at:MILITARY (hours)? OPEN? zone:ZONE CLOSE?", "at:MILITARY (hours|hrs)")
def _military(p: Piece) -> Clock | None:
    word = p.words().split()[0]
    return stamp(int(word[:2]), int(word[2:]), afternoon=None, zone=vocabulary_zone(p))


@_rule("TIMEOFDAY", "hour:(HOUR|NUM) OCLOCK (in the part:PART)?", "hour:HOUR in the part:PART")
def _hour(p: Piece) -> Clock | None:
    means = p["hour"]
    hour = int(means if isinstance(means, int) else means.low or 0)
    part = p["part"]
    return stamp(hour, 0, afternoon=None if part is None else part != "MO", zone=None)


@_rule("TIMEOFDAY", "(high (?=noon))? word:NOON")
def _noon(p: Piece) -> Clock:
    return Clock(p["word"])

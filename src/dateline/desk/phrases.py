"""An event in words: what, by whom, against whom, where, when, how many. Every word comes from the row; what is unknown is not said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files

import yaml

from dateline.desk.finding import EventRow, Party
from dateline.desk.timeline import day_of

NAMED = 3  # parties named of one side; of others only how many there are
_OPENERS = frozenset(
    ("A", "An", "The", "At", "Some", "Several", "Many", "More", "About", "Around", "Nearly", "Two", "Three", "Four", "Five", "Unknown")
)
_BEFORE = {"future": "Announced: ", "hypothetical": "Thought possible: ", "negated": "Said not to have happened: "}
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


@cache
def _phrases() -> dict[str, dict[str, str]]:
    loaded: dict[str, dict[str, str]] = yaml.safe_load((files("dateline.desk") / "phrases.yaml").read_text(encoding="utf-8"))
    return loaded


def sentence(e: EventRow) -> str:
    """The event as one sentence without its sources."""
    p = _phrases().get(e.type, {"noun": e.type, "by": "by", "to": "to"})
    noun = f"{p['noun']} ({e.mode})" if e.mode else p["noun"]
    noun = noun if e.modality == "asserted" else noun[0].lower() + noun[1:]
    parts = [_BEFORE.get(e.modality, "") + noun]
    if e.actors:
        parts.append(f"{p['by']} {people(e.actors)}")
    if e.recipients:
        parts.append(f"{p['to']} {people(e.recipients)}")
    if e.place_name:
        parts.append(f"in {e.place_name}" + (f" ({e.country})" if e.country and e.place_precision != "country" else ""))
    day = day_of(e)
    if day:
        parts.append(spoken_day(day))
    numbers = [spoken_count(getattr(e, f"{n}_low"), getattr(e, f"{n}_high"), n) for n in ("killed", "injured", "arrested")]
    told = ", ".join(n for n in numbers if n)
    return " ".join(parts) + (f"; {told}" if told else "") + "."


def people(parties: Sequence[Party]) -> str:
    """Names, the most told first."""
    names = [_within(p.name) for p in parties[:NAMED]]
    rest = len(parties) - NAMED
    if rest > 0:
        names.append(f"{rest} other{'s' if rest > 1 else ''}")
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _within(name: str) -> str:
    """A name as it stands within a sentence: "A suicide bomber" began one."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first in _OPENERS and rest[:1].islower() else name


def spoken_day(day: str) -> str:
    """ "on 12 April 2022", "in April 2022", "between 2 and ...": a day, month, year or stretch."""
    if "/" in day:
        first, last = day.split("/")
        return f"between {_written(first)} and {_written(last)}"
    return ("on " if len(day) == 10 else "in ") + _written(day)


def _written(day: str) -> str:
    if len(day) == 10:
        d = date.fromisoformat(day)
        return f"{d.day} {_MONTHS[d.month - 1]} {d.year}"
    return f"{_MONTHS[int(day[5:7]) - 1]} {day[:4]}" if len(day) == 7 else day


def spoken_count(low: int | None, high: int | None, what: str) -> str:
    """ "5 to 7 killed", "at least 5 killed"; empty when nothing is told."""
    if low is None and high is None:
        return ""
    if low == high:
        return f"{low} {what}"
    if high is None:
        return f"at least {low} {what}"
    return f"at most {high} {what}" if low is None else f"{low} to {high} {what}"

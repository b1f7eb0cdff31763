"""What the tellings of one row agree on and where they differ: each detail as what is told, by whom; numbers as a range. Nothing is decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.stories.telling import Telling

COUNTED = ("killed", "injured", "arrested")
LAST_DAY = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Told:
    """One version of a detail and the tellings that hold it, sorted by key."""

    value: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """A detail of a row, most told first. `low` and `high` are the range of a number (None: open or not a number)."""

    name: str
    told: tuple[Told, ...]
    low: int | None = None
    high: int | None = None

    @property
    def contested(self) -> bool:
        """Whether the tellings differ."""
        return len(self.told) > 1


def details(tellings: Sequence[Telling]) -> tuple[Detail, ...]:
    """Type, day, place and numbers of a row, as far as any telling gives them."""
    out = [_said("type", {t.key: t.event.type for t in tellings})]
    out.append(_said("day", {t.key: _day(t) for t in tellings if t.days is not None and t.days.how in ("told", "counted")}))
    out.append(_said("place", {t.key: t.where[0].name for t in tellings if t.where}))
    for what in COUNTED:
        counts = {t.key: t.counts[what] for t in tellings if what in t.counts}
        if not counts:
            continue
        lows = [c.low for c in counts.values() if c.low is not None]
        highs = [c.high if c.high is not None else c.low for c in counts.values() if c.high is not None or c.low is not None]
        said = _said(what, {k: _range(c.low, c.high) for k, c in counts.items()})
        out.append(Detail(what, said.told, min(lows, default=None), max((h for h in highs if h is not None), default=None)))
    return tuple(d for d in out if d.told)


def _said(name: str, values: dict[str, str]) -> Detail:
    often = Counter(values.values())
    order = sorted(often, key=lambda v: (-often[v], v))
    return Detail(name, tuple(Told(v, tuple(sorted(k for k, x in values.items() if x == v))) for v in order))


def _day(t: Telling) -> str:
    if t.days is None:
        return ""
    first, last = (date.fromordinal(min(max(x, 1), LAST_DAY)).isoformat() for x in (t.days.first, t.days.last))
    return first if first == last else f"{first}/{last}"


def _range(low: int | None, high: int | None) -> str:
    if low == high:
        return str(low)
    return f"at least {low}" if high is None else f"at most {high}" if low is None else f"{low}-{high}"

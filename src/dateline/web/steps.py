"""Steps of time as fine as events are known: days, months or years, named by the beginning of an ISO day (10, 7 or 4 letters)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta


def exactness(days: Sequence[str], most: int) -> int:
    """Letters of a step, so that what lies between the oldest tenth of the days (sorted) and the last fills about `most` of them."""
    if not days:
        return 7
    low, high = days[len(days) // 10], days[-1]
    span = (date.fromisoformat(high[:10]) - date.fromisoformat(low[:10])).days
    return 10 if span <= most * 0.8 else 7 if span <= most * 30 else 4


def step(first: str | None, last: str | None, exact: int) -> str | None:
    """The step that something from `first` to `last` stands in; None where its day is not known so exactly."""
    if not first or (last and last[:exact] != first[:exact]):
        return None
    return first[:exact]


def filled(known: Sequence[str], exact: int, most: int) -> tuple[str, ...]:
    """The steps (sorted, again for each event) without gaps, at most so many, the latest.

    They begin behind the oldest tenth: one act of 1789 would make a hundred empty ones.
    """
    if not known:
        return ()
    out = [known[-1]]
    while out[-1] > known[len(known) // 10] and len(out) < most:
        out.append(before(out[-1], exact))
    return tuple(reversed(out))


def before(name: str, exact: int) -> str:
    """The day, month or year before one."""
    if exact == 4:
        return f"{int(name) - 1:04d}"
    if exact == 7:
        year, month = int(name[:4]), int(name[5:7])
        return f"{year - 1:04d}-12" if month == 1 else f"{year:04d}-{month - 1:02d}"
    return (date.fromisoformat(name) - timedelta(days=1)).isoformat()

"""What rises: actors, countries, places, types, outlets or words that are told of more than their own past leads one to expect.

Counts are small and there are many of them, so that something always seems to rise. Three things keep it honest: what is expected is the past shrunk
towards what is usual (a Gamma prior with the mean of all, worth PRIOR counts); the chance of so many or more is that of the negative binomial which
follows from it; and the chances are corrected for how many were looked at (Benjamini and Hochberg). A flood of reports raises everything: what
counts is the share of all that was told, not the number.
"""

from __future__ import annotations

import math
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from dateline.desk.errors import FilterError
from dateline.desk.filter import Filter
from dateline.desk.query import article_where, where
from dateline.stories.words import COMMON, rarity, stems

KINDS = ("actor", "country", "place", "type", "outlet", "word")
PAST = 8
"""Windows of the past that are looked at."""

PRIOR = 0.5
LEAST = 2  # fewer than this now is no rise, whatever the past
SURE = 0.1  # the share of false alarms that is put up with among what is listed as rising
EVIDENCE = 5
READ = 5_000  # articles read for words


@dataclass(frozen=True, slots=True)
class Trend:
    """`now` of this window, `past` in the windows before; `expected` from the past, shrunk; `times` the shrunk rise; `chance` of so many or more
    without a rise, `corrected` for all that were looked at. `evidence` are ids of events (of articles for words). `rising` needs `corrected` below SURE.
    """

    what: str
    key: str
    name: str
    now: int
    past: int
    expected: float
    times: float
    chance: float
    corrected: float
    rising: bool
    evidence: tuple[str, ...]


def trends(db: sqlite3.Connection, f: Filter, *, by: str = "actor", days: int = 7, until: str | None = None, most: int = 50) -> list[Trend]:
    """What of one kind (KINDS) is told more in the `days` up to `until` (default: the last day of a report) than in the PAST stretches before.

    The surest rise first. The day of an event is its own where it is known to the day and not after its first report, else that of its first report.
    """
    if by not in KINDS:
        raise FilterError(f"{by!r} cannot rise", place="by", remedy=f"one of {', '.join(KINDS)}")
    if days < 1:
        raise FilterError(f"{days} days are no window", place="days", remedy="give 1 or more")
    last = _last_day(db, until)
    if last is None:
        return []
    start, begin = last - timedelta(days=days - 1), last - timedelta(days=days * (PAST + 1) - 1)
    rows = list(_words(db, f, begin, last) if by == "word" else _events(db, f, by, begin, last))
    edge = start.isoformat()
    now: dict[str, list[str]] = {}
    past: Counter[str] = Counter()
    names: dict[str, str] = {}
    told = {True: set(), False: set()}  # type: dict[bool, set[str]]
    for day, key, name, source in rows:
        told[day >= edge].add(source)
        names[key] = name
        if day >= edge:
            now.setdefault(key, []).append(source)
        else:
            past[key] += 1
    return _ranked(by, now, past, names, len(told[True]), len(told[False]))[:most]


def _ranked(by: str, now: dict[str, list[str]], past: Counter[str], names: dict[str, str], all_now: int, all_past: int) -> list[Trend]:
    if not all_past:
        return []  # without a past nothing can be said to rise
    usual = (sum(past.values()) + sum(map(len, now.values()))) / (all_past + all_now) / max(1, len(names))
    found = []
    for key in sorted(now):
        n, k = len(now[key]), past[key]
        shape, rate = PRIOR + k, PRIOR / usual + all_past
        expected = shape / rate * all_now
        times = (PRIOR + n) / (PRIOR / usual + all_now) / (shape / rate)
        found.append((at_least(n, shape, rate, all_now), key, n, k, expected, times))
    found.sort(key=lambda x: (x[0], -x[2], x[1]))
    corrected = _corrected([x[0] for x in found])
    return [
        Trend(
            by,
            key,
            names[key],
            n,
            k,
            round(expected, 2),
            round(times, 2),
            p,
            q,
            q < SURE and n >= LEAST,
            tuple(dict.fromkeys(now[key]))[:EVIDENCE],
        )
        for (p, key, n, k, expected, times), q in zip(found, corrected, strict=True)
        if n >= LEAST
    ]


def at_least(n: int, shape: float, rate: float, exposure: float) -> float:
    """The chance of `n` or more where the rate is Gamma(shape, rate) and is looked at for `exposure`: the tail of a negative binomial."""
    if n <= 0:
        return 1.0
    miss = rate / (rate + exposure)
    below = 0.0
    for x in range(n):
        below += math.exp(math.lgamma(shape + x) - math.lgamma(shape) - math.lgamma(x + 1) + shape * math.log(miss) + x * math.log1p(-miss))
    return min(1.0, max(0.0, 1.0 - below))


def _corrected(chances: list[float]) -> list[float]:
    """Benjamini and Hochberg's q of chances that rise."""
    out, least = [0.0] * len(chances), 1.0
    for i in range(len(chances) - 1, -1, -1):
        least = min(least, chances[i] * len(chances) / (i + 1))
        out[i] = least
    return out


def _last_day(db: sqlite3.Connection, until: str | None) -> date | None:
    day = until
    if day is None:
        (day,) = db.execute("SELECT max(published) FROM articles WHERE length(published) = 10").fetchone()
    try:
        return date.fromisoformat(day) if day else None
    except ValueError as e:
        raise FilterError(f"{day!r} is no day", place="until", remedy="write it as 2021-08-17") from e


DAY = (
    "CASE WHEN e.first_day IS NOT NULL AND e.first_day = e.last_day AND (e.first_published IS NULL OR e.first_day <= e.first_published)"
    " THEN e.first_day ELSE e.first_published END"
)
"""The expression of the index events_told: the few events of the days that are looked at are found in it, and read before their parties or reports are
(three questions of a front page took 0.41 s of 260,000 events without it, 0.08 with it)."""


def _events(db: sqlite3.Connection, f: Filter, by: str, begin: date, last: date) -> Iterator[tuple[str, str, str, str]]:
    """Day, key, name and event id of each event that counts for a key: told as having happened."""
    sql, values = where(db, replace(f, modality=f.modality or ("asserted",)))
    key, name, join = {
        "actor": ("x.actor", "x.name", "CROSS JOIN event_actors x ON x.event = e.id"),
        "country": ("e.country", "e.country", ""),
        "place": ("e.place", "e.place_name", ""),
        "type": ("e.type", "e.type", ""),
        "outlet": ("a.outlet", "a.outlet", "CROSS JOIN tellings t ON t.event = e.id CROSS JOIN articles a ON a.id = t.article"),
    }[by]
    query = (
        f"SELECT DISTINCT {DAY} AS day, {key}, {name}, e.id FROM events e INDEXED BY events_told {join}"
        f" WHERE day BETWEEN ? AND ? AND {key} IS NOT NULL AND {sql} ORDER BY day DESC, e.articles DESC, e.id"
    )
    fine = " AND e.place_precision NOT IN ('country', 'region')" if by == "place" else ""
    yield from db.execute(query.replace(" ORDER BY", f"{fine} ORDER BY"), (begin.isoformat(), last.isoformat(), *values))


def _words(db: sqlite3.Connection, f: Filter, begin: date, last: date) -> Iterator[tuple[str, str, str, str]]:
    """Day, stem, word and article of each rare word: in how many articles it stands, not how often."""
    sql, values = article_where(db, f)
    query = f"SELECT a.published, a.id, a.text FROM articles a WHERE a.published BETWEEN ? AND ? AND {sql} ORDER BY a.published DESC, a.id LIMIT ?"
    rows: Any = db.execute(query, (begin.isoformat(), last.isoformat(), *values, READ))
    for day, article, text in rows:
        seen: dict[str, str] = {}
        for stem, _, start in stems(text):
            if len(stem) > 3 and stem not in seen and rarity(stem) >= COMMON + 1 and not stem.isdigit():
                end = start
                while end < len(text) and (text[end].isalnum() or text[end] in "'’"):
                    end += 1
                seen[stem] = text[start:end]
        for stem, word in seen.items():
            yield day, stem, word, article

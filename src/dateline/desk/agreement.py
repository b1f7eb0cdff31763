"""How far people agree with one another (Krippendorff's alpha, nominal) and how often the machine was right by their word (with Wilson's interval)."""

from __future__ import annotations

import json
import math
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

FIELDS = ("type", "day", "place", "killed")


@dataclass(frozen=True, slots=True)
class Between:
    """Agreement of people on one question. `units` were judged by two or more; `alpha` is None where nothing varies or nothing can be compared."""

    question: str
    units: int
    judgements: int
    same: float | None
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Precision:
    """How often the machine was right in what people judged; `low` and `high` bound it with 95 % confidence."""

    of: str
    right: int
    judged: int
    share: float | None
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Agreement:
    people: tuple[str, ...]
    between: tuple[Between, ...]
    machine: tuple[Precision, ...]


def agreement(db: sqlite3.Connection) -> Agreement:
    """From the decisions that stand. What was accepted counts as judged right in every field; a correction says what is right in its field."""
    verdicts: dict[str, dict[str, str]] = defaultdict(dict)  # fact -> who -> accept or reject
    values: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)  # fact, field -> who -> value
    said: dict[str, dict[str, Any]] = {}
    sql = "SELECT who, act, kind, anchors, field, value, held FROM standing_decisions WHERE act IN ('accept', 'reject', 'correct') AND kind IN ('telling', 'event') ORDER BY number"
    for who, act, kind, anchors, field, value, held in db.execute(sql):
        fact = f"{kind} {json.loads(anchors)[0]}"
        if held and fact not in said:
            said[fact] = json.loads(held)
        verdicts[fact][who] = "reject" if act == "reject" else "accept"
        if act == "correct" and field in FIELDS:
            values[fact, field][who] = json.dumps(json.loads(value))
    for fact, by in verdicts.items():
        for who, verdict in by.items():
            for field in FIELDS:
                if verdict == "accept" and fact in said:
                    values[fact, field].setdefault(who, json.dumps(_machine(said[fact], field)))
    people = tuple(sorted({w for by in verdicts.values() for w in by}))
    between = [_between("right or wrong", verdicts.values())]
    between += [_between(field, (by for (_, f), by in values.items() if f == field)) for field in FIELDS]
    return Agreement(people, tuple(between), tuple(_precision(verdicts, values, said)))


def alpha(units: Iterable[Mapping[str, str]]) -> float | None:
    """Krippendorff's alpha for names: 1 is agreement, 0 what chance gives. Units judged once are left out. None without two values."""
    pairs: Counter[tuple[str, str]] = Counter()
    for by in units:
        given = list(by.values())
        if len(given) < 2:
            continue
        for i, a in enumerate(given):
            for j, b in enumerate(given):
                if i != j:
                    pairs[a, b] += 1 / (len(given) - 1)  # type: ignore[assignment]  # Counter holds fractions as well
    totals: Counter[str] = Counter()
    for (a, _), n in pairs.items():
        totals[a] += n
    n = sum(totals.values())
    expected = n * n - sum(x * x for x in totals.values())
    if n < 2 or not expected:
        return None
    observed = sum(x for (a, b), x in pairs.items() if a != b)
    return 1 - (n - 1) * observed / expected


def wilson(right: int, judged: int) -> tuple[float, float]:
    """Wilson's interval of a share, 95 %."""
    if not judged:
        return 0.0, 1.0
    z, p = 1.96, right / judged
    middle = (p + z * z / (2 * judged)) / (1 + z * z / judged)
    half = z * math.sqrt(p * (1 - p) / judged + z * z / (4 * judged * judged)) / (1 + z * z / judged)
    return max(0.0, middle - half), min(1.0, middle + half)


def _between(question: str, units: Iterable[Mapping[str, str]]) -> Between:
    shared = [u for u in units if len(u) > 1]
    pairs = [(a, b) for u in shared for i, a in enumerate(u.values()) for b in list(u.values())[i + 1 :]]
    same = sum(a == b for a, b in pairs) / len(pairs) if pairs else None
    return Between(question, len(shared), sum(map(len, shared)), same, alpha(shared))


def _precision(
    verdicts: Mapping[str, Mapping[str, str]], values: Mapping[tuple[str, str], Mapping[str, str]], said: Mapping[str, dict[str, Any]]
) -> Iterable[Precision]:
    """Whether the machine's facts stand by most people's word (a tie is against it), in all and by type; then field by field."""
    stands = {f: sum(v == "accept" for v in by.values()) * 2 > len(by) for f, by in verdicts.items() if f in said}
    yield _share("events", stands.values())
    for kind in sorted({str(said[f].get("type")) for f in stands}):
        yield _share(kind, (ok for f, ok in stands.items() if said[f].get("type") == kind))
    for field in FIELDS:
        judged = [
            sum(v == json.dumps(_machine(said[fact], field)) for v in by.values()) * 2 > len(by)
            for (fact, f), by in values.items()
            if f == field and stands.get(fact)
        ]
        yield _share(f"{field} of those right", judged)


def _share(of: str, facts: Iterable[bool]) -> Precision:
    known = list(facts)
    low, high = wilson(sum(known), len(known))
    return Precision(of, sum(known), len(known), sum(known) / len(known) if known else None, low, high)


def _machine(held: dict[str, Any], field: str) -> Any:
    """The machine's value as `values.normal` would make it."""
    if field == "day":
        return [held.get("first_day"), held.get("last_day"), held.get("date_precision")]
    if field == "killed":
        return [held.get("killed_low"), held.get("killed_high")]
    if field == "type":
        from dateline.events.plover import plover

        return [held.get("type"), plover().quad(str(held.get("type")))]
    return held.get(field)

"""Standing claims, and who contests them: those set against each other in one report side by side, and who else claims the same elsewhere."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from dateline.actors.folding import fold
from dateline.desk.query import actors_named
from dateline.desk.sentences import sentence_of
from dateline.desk.writing import read_record
from dateline.reader import running
from dateline.web.address import Address
from dateline.web.facets import Facet, Value
from dateline.web.ties import names_of
from dateline.web.voices import chosen, decided_where, reports_where

KINDS = {
    "office": "an office", "government": "being the government", "territory": "territory", "responsibility": "responsibility", "toll": "a toll",
    "recognition": "recognition", "legality": "what is lawful",
}  # fmt: skip
ONLY_ONE = ("office", "government", "territory", "responsibility")
"""What only one can rightly claim: another's claim to the same stands against it, whichever report tells it."""
ELSEWHERE = 6
SIZE = 20


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim; `words` are those of the report that it was read in, `ground` what the claimant rests on."""

    id: str
    article: str
    local: str
    kind: str
    claimant: str | None
    actor: str | None
    object: str
    ground: str | None
    contests: tuple[str, ...]
    status: str | None
    outlet: str | None
    published: str | None
    headline: str
    words: str


@dataclass(frozen=True, slots=True)
class Quarrel:
    """Claims that stand against each other; one claim alone is uncontested. `elsewhere` are claims to the same by others, in other reports."""

    claims: tuple[Claim, ...]
    elsewhere: tuple[Claim, ...]

    @property
    def contested(self) -> bool:
        return len(self.claims) > 1


_COLUMNS = (
    "c.id, c.article, c.local, c.kind, c.claimant, (SELECT n.actor FROM names n WHERE n.key = c.claimant_key), c.object, c.ground, c.contests, c.status,"
    " a.outlet, a.published, a.headline"
)


def claims_where(db: sqlite3.Connection, at: Address, *, narrowed: bool = True) -> tuple[str, list[Any]]:
    """FROM and WHERE over `claims c` and `articles a`; without `narrowed` kind and contest are left out."""
    reports, values = reports_where(db, replace(at.filter, contested=False))
    decided, given = decided_where(at.filter, "c")
    parts = [reports, *decided]
    values += given
    if at.filter.actor:
        parts.append("c.claimant_key IN (SELECT n.key FROM json_each(?) i JOIN names n ON n.actor = i.value)")
        values.append(json.dumps(actors_named(db, at.filter.actor)))
    wanted = chosen(at, "kind")
    if wanted and narrowed:
        parts.append(f"c.kind IN ({', '.join('?' * len(wanted))})")
        values += wanted
    if at.filter.contested and narrowed:
        parts.append("c.contests <> '[]'")
    return f"FROM claims c CROSS JOIN articles a ON a.id = c.article WHERE {' AND '.join(parts)}", values


def quarrels(db: sqlite3.Connection, at: Address, size: int = SIZE) -> tuple[list[Quarrel], bool]:
    """One page of claims with their rivals: the contested first, then those of the latest reports."""
    sql, values = claims_where(db, at)
    order = "ORDER BY c.contests = '[]', a.published IS NULL, a.published DESC, c.article, c.id"
    rows = db.execute(f"SELECT c.id {sql} {order} LIMIT ? OFFSET ?", (*values, size + 1, (at.filter.page - 1) * size)).fetchall()
    ids = [i for (i,) in rows[:size]]
    held = _claims(db, ids)
    rivals = [r for c in held.values() for r in c.contests if r not in held]
    held |= _claims(db, rivals)
    sides: dict[str, set[str]] = {}
    for c in held.values():
        for r in c.contests:
            if r in held:
                sides.setdefault(c.id, set()).add(r)
                sides.setdefault(r, set()).add(c.id)
    also = _elsewhere(db, [held[i] for i in ids if i in held])
    out, seen = [], set[str]()
    for i in ids:
        if i in seen or i not in held:
            continue
        group = _reached(i, sides)
        seen |= group
        claims = tuple(sorted((held[g] for g in group), key=lambda c: (int(c.local[1:]) if c.local[1:].isdigit() else 0, c.id)))
        others = [
            o
            for c in claims
            for o in also.get((c.kind, fold(c.object)), [])
            if o.article != c.article and all(o.actor != x.actor for x in claims)
        ]
        out.append(Quarrel(claims, tuple(dict.fromkeys(others))[:ELSEWHERE]))
    return out, len(rows) > size


def _reached(start: str, sides: dict[str, set[str]]) -> set[str]:
    out, waiting = {start}, [start]
    while waiting:
        fresh = sides.get(waiting.pop(), set()) - out
        out |= fresh
        waiting += sorted(fresh)
    return out


def _claims(db: sqlite3.Connection, ids: list[str]) -> dict[str, Claim]:
    sql = f"SELECT {_COLUMNS} FROM json_each(?) i JOIN claims c ON c.id = i.value JOIN articles a ON a.id = c.article ORDER BY i.key"
    rows = db.execute(sql, (json.dumps(ids),)).fetchall()
    words = _words(db, [(r[0], r[1], r[2]) for r in rows])
    return {r[0]: _claim(r, words[r[0]]) for r in rows}


def _claim(r: tuple[Any, ...], words: str) -> Claim:
    i, article, local, kind, claimant, actor, what, ground, contests, status, outlet, published, headline = r
    return Claim(
        i, article, local, kind, claimant, actor, what, ground, tuple(json.loads(contests)), status, outlet, published, headline, words
    )


def _words(db: sqlite3.Connection, claims: list[tuple[str, str, str]]) -> dict[str, str]:
    """The sentence each claim was read in: where its own words stand, else those of the statement that makes it."""
    out = dict.fromkeys((i for i, _, _ in claims), "")
    records = {article: read_record(db, article) for article in dict.fromkeys(a for _, a, _ in claims)}
    for i, article, local in claims:
        record = records[article]
        c = next((c for c in record.claims if c.id == local), None)
        if c is None:
            continue
        told = next((s for s in record.statements if s.id == c.statement), None)
        span = c.span or (told.content[0] if told and told.content else None) or c.ground
        out[i] = sentence_of(running(record.article), span) if span else ""
    return out


def _elsewhere(db: sqlite3.Connection, claims: list[Claim]) -> dict[tuple[str, str], list[Claim]]:
    """Claims to the same, of the kinds only one can hold, by what is claimed; the latest first."""
    wanted = {(c.kind, fold(c.object)) for c in claims if c.kind in ONLY_ONE}
    if not wanted:
        return {}
    db.create_function("folded", 1, lambda x: fold(x or ""), deterministic=True)
    sql = (
        f"SELECT {_COLUMNS} FROM claims c JOIN articles a ON a.id = c.article WHERE c.kind IN ({', '.join('?' * len(ONLY_ONE))}) AND c.claimant_key IS NOT NULL"
        " AND c.status IS NOT 'rejected' AND folded(c.object) IN (SELECT value FROM json_each(?)) ORDER BY a.published IS NULL, a.published DESC, c.id LIMIT 200"
    )
    out: dict[tuple[str, str], list[Claim]] = {}
    for r in db.execute(sql, (*ONLY_ONE, json.dumps(sorted({o for _, o in wanted})))):
        c = _claim(r, "")
        out.setdefault((c.kind, fold(c.object)), []).append(c)
    return out


def counts(db: sqlite3.Connection, at: Address) -> tuple[int, Counter[str], int]:
    """How many claims there are, how many of each kind, and how many are contested; a facet's own choice does not narrow it."""
    sql, values = claims_where(db, at, narrowed=False)
    held, only = chosen(at, "kind"), at.filter.contested
    total, contested, kinds = 0, 0, Counter[str]()
    for kind, is_contested, n in db.execute(f"SELECT c.kind, c.contests <> '[]', count(*) {sql} GROUP BY 1, 2", values):
        mine = not held or kind in held
        total += n if mine and (is_contested or not only) else 0
        contested += n if mine and is_contested else 0
        kinds[kind] += n if is_contested or not only else 0
    return total, +kinds, contested


def facets(db: sqlite3.Connection, at: Address, kinds: Counter[str], contested: int) -> list[Facet]:
    held = chosen(at, "kind")
    listed = sorted(kinds.items(), key=lambda x: (-x[1], x[0])) + [(k, 0) for k in held if k not in kinds]
    values = tuple(
        Value(
            k,
            KINDS.get(k, k),
            n,
            k in held,
            at.with_(page=1, kind=",".join([h for h in held if h != k] if k in held else [*held, k]) or None),
        )
        for k, n in listed
    )
    out = [Facet("kind", "Claims to", values, 0)] if values else []
    if contested or at.filter.contested:
        on = at.filter.contested
        out.insert(
            0,
            Facet(
                "contested", "Contested", (Value("yes", "by another claim", contested, on, at.with_(contested=None if on else True)),), 0
            ),
        )
    if at.filter.actor:
        name = names_of(db, [at.filter.actor])[at.filter.actor]
        out.append(Facet("speaker", "Claimant", (Value(at.filter.actor, name, 0, True, at.with_(actor=None)),), 0))
    return out

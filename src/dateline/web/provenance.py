"""Which version of which stage made how many of the desk's rows, and whether that version is the one at work now."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass

from dateline.desk.stages import STAGES, versions

TABLES: dict[str, tuple[str, ...]] = {"articles": ("page",), "records": ("reader", "facts"), "tellings": ("rows",), "events": ("fold",)}
"""The table whose rows say by which versions of these stages they were made."""
CALLED = {
    "page": ("taking apart the page", "reports"),
    "reader": ("reading", "reports"),
    "facts": ("dates, places, actors, statements, events", "reports"),
    "rows": ("writing rows", "tellings"),
    "fold": ("folding into events and stories", "events"),
}
ALL, LATEST = 20_000, 1_000
"""With up to ALL reports every row is asked who made it; of a larger desk the LATEST of each table: asking 100,000 reports reads the whole file."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a stage. `rows` of `of` are known to be made by it; `current`: it is the one at work."""

    stage: str
    about: str
    version: str
    first_used: str | None
    rows: int
    unit: str
    current: bool


@dataclass(frozen=True, slots=True)
class Provenance:
    """`sampled` is how many rows of each table were asked, where it was not all."""

    versions: tuple[Version, ...]
    sampled: int | None
    outdated: bool


def provenance(db: sqlite3.Connection) -> Provenance:
    """Every version of every stage that the desk knows, in the order of the stages, the one at work first."""
    counted: dict[str, Counter[str]] = {stage: Counter() for stage in STAGES}
    (articles,) = db.execute("SELECT count(*) FROM articles").fetchone()
    limit = "" if articles <= ALL else f" ORDER BY rowid DESC LIMIT {LATEST}"
    for table, stages in TABLES.items():
        for made_by, n in db.execute(f"SELECT made_by, count(*) FROM (SELECT made_by FROM {table}{limit}) GROUP BY made_by"):
            _count(counted, made_by, n, stages)
    first = {(stage, version): at for stage, version, at in db.execute("SELECT name, version, first_used FROM stages")}
    now = versions()
    out = []
    for stage in STAGES:
        known = {v for s, v in first if s == stage} | set(counted[stage])
        shown = {now[stage]} | {v for v in known if counted[stage][v]}
        about, unit = CALLED[stage]
        for v in sorted(shown, key=lambda v: (v != now[stage], first.get((stage, v)) or "", v)):
            out.append(Version(stage, about, v, first.get((stage, v)), counted[stage][v], unit, v == now[stage]))
    outdated = any(v.rows and not v.current for v in out)
    return Provenance(tuple(out), LATEST if limit else None, outdated)


def _count(counted: dict[str, Counter[str]], made_by: str, n: int, stages: tuple[str, ...]) -> None:
    for part in made_by.split():
        stage, _, version = part.partition("@")
        if stage in stages:
            counted[stage][version] += n

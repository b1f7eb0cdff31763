"""Which telling belongs to which event, which article to which story, which name to which actor: the machine's groups with a person's merges and splits laid over."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.desk.naming import named
from dateline.desk.store import now


@dataclass(frozen=True, slots=True)
class Grouping:
    """Where the members of one kind of group are kept: `group` is what holds, `machine` what the folding says."""

    kind: str
    table: str
    member: str
    group: str
    machine: str


EVENTS = Grouping("event", "tellings", "id", "event", "machine_event")
STORIES = Grouping("story", "articles", "id", "story", "machine_story")
ACTORS = Grouping("actor", "names", "key", "actor", "machine_actor")
GROUPINGS = (EVENTS, STORIES, ACTORS)


@dataclass(frozen=True, slots=True)
class Changed:
    """Members that belong elsewhere now, and the groups they left or joined."""

    members: tuple[str, ...]
    groups: frozenset[str]


def regroup(db: sqlite3.Connection, g: Grouping, moved: Iterable[tuple[str, str]] = ()) -> Changed:
    """Writes the machine's new groups (`moved`: member, group) and a person's word over them; what changed."""
    t, m = g.table, g.member
    before = dict(db.execute(f"SELECT {m}, {g.group} FROM {t} WHERE {g.machine} IS NOT {g.group}"))
    for member, group in moved:
        row = db.execute(f"SELECT {g.group} FROM {t} WHERE {m} = ?", (member,)).fetchone()
        if row is None:
            continue
        before.setdefault(member, row[0])
        db.execute(f"UPDATE {t} SET {g.machine} = ?, {g.group} = ? WHERE {m} = ?", (group, group, member))
    db.execute(f"UPDATE {t} SET {g.group} = {g.machine} WHERE {g.machine} IS NOT {g.group}")
    for moved_member, old_group in _lay_over(db, g):
        before.setdefault(moved_member, old_group)
    if g is EVENTS:  # added by hand: an event of its own until a person merges it
        for (member,) in db.execute(
            "SELECT id FROM tellings INDEXED BY tellings_by_hand WHERE event IS NULL AND decided_by = 'person'"
        ).fetchall():
            db.execute("UPDATE tellings SET event = ? WHERE id = ?", (named("event", member), member))
            before.setdefault(member, None)
    changed: dict[str, tuple[str | None, str | None]] = {}
    for member, old in before.items():
        row = db.execute(f"SELECT {g.group} FROM {t} WHERE {m} = ?", (member,)).fetchone()
        if row is not None and row[0] != old:
            changed[member] = (old, row[0])
    _revise(db, g, changed)
    return Changed(tuple(sorted(changed)), frozenset(x for pair in changed.values() for x in pair if x is not None))


def _lay_over(db: sqlite3.Connection, g: Grouping) -> list[tuple[str, str | None]]:
    """A person's merges and splits in the order they were made; the members they moved, with the group each was in."""
    moved: list[tuple[str, str | None]] = []
    sql = "SELECT act, anchors FROM standing_decisions WHERE kind = ? AND act IN ('merge', 'split') ORDER BY number"
    for act, anchors in db.execute(sql, (g.kind,)).fetchall():
        members = [x for x in json.loads(anchors) if isinstance(x, str)] if act == "split" else []
        if act == "split":
            there = [x for x in members if _group(db, g, x) is not None]
            if there:
                target = named(g.kind, min(members) + "|apart")
                moved += [(x, _group(db, g, x)) for x in there]
                db.executemany(f"UPDATE {g.table} SET {g.group} = ? WHERE {g.member} = ?", [(target, x) for x in there])
            continue
        groups = [next((found for a in side if (found := _group(db, g, a))), None) for side in json.loads(anchors)]
        known = [x for x in groups if x]
        for other in dict.fromkeys(known[1:]):
            if other != known[0]:
                moved += [(x, other) for (x,) in db.execute(f"SELECT {g.member} FROM {g.table} WHERE {g.group} = ?", (other,))]
                db.execute(f"UPDATE {g.table} SET {g.group} = ? WHERE {g.group} = ?", (known[0], other))
    return moved


def _group(db: sqlite3.Connection, g: Grouping, member: str) -> str | None:
    row = db.execute(f"SELECT {g.group} FROM {g.table} WHERE {g.member} = ?", (member,)).fetchone()
    return row[0] if row else None


def _revise(db: sqlite3.Connection, g: Grouping, changed: dict[str, tuple[str | None, str | None]]) -> None:
    """Writes down which ids are gone, and what stands for them."""
    went: dict[str, dict[str, None]] = {}
    for old, new in changed.values():
        if old is not None and new is not None:
            went.setdefault(old, {})[new] = None
    for old in sorted(went):
        if db.execute(f"SELECT 1 FROM {g.table} WHERE {g.group} = ? LIMIT 1", (old,)).fetchone() is None:
            db.executemany(
                "INSERT INTO revisions (at, kind, old, new) VALUES (?, ?, ?, ?)", [(now(), g.kind, old, new) for new in sorted(went[old])]
            )


def standing_for(db: sqlite3.Connection, g: Grouping, group: str) -> str | None:
    """The group that stands for an id today: itself, or what took its place; None for an id never given."""
    seen = {group}
    here = group
    while True:
        if db.execute(f"SELECT 1 FROM {g.table} WHERE {g.group} = ? LIMIT 1", (here,)).fetchone():
            return here
        row = db.execute(
            "SELECT new FROM revisions WHERE kind = ? AND old = ? ORDER BY number DESC, new LIMIT 1", (g.kind, here)
        ).fetchone()
        if row is None or row[0] in seen:
            return None
        here = row[0]
        seen.add(here)


def note_unattached(db: sqlite3.Connection) -> None:
    """Writes down which decisions on events, actors and stories hold on to nothing that is still there."""
    for g in GROUPINGS:
        for number, anchors in db.execute("SELECT number, anchors FROM standing_decisions WHERE kind = ?", (g.kind,)).fetchall():
            members = [m for x in json.loads(anchors) for m in (x if isinstance(x, list) else [x])]
            db.execute("DELETE FROM unattached WHERE decision = ?", (number,))
            if not any(_there(db, g, m) for m in members):
                db.execute("INSERT INTO unattached VALUES (?, ?)", (number, f"nothing of the {g.kind} is there any more"))


def _there(db: sqlite3.Connection, g: Grouping, member: str) -> bool:
    return db.execute(f"SELECT 1 FROM {g.table} WHERE {g.member} = ?", (member,)).fetchone() is not None

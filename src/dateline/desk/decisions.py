"""The analyst's word: accept, reject, correct, merge, split, add and undo, each with who, when and why, only ever added to."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from dateline.desk.decision_log import Decision, log, write
from dateline.desk.errors import DecisionError
from dateline.desk.events import refresh_events
from dateline.desk.folding import refresh
from dateline.desk.groups import ACTORS, EVENTS, GROUPINGS, STORIES, Grouping, regroup, standing_for
from dateline.desk.laying import FACTS, apply, lay_over_tellings, snapshot
from dateline.desk.store import writing
from dateline.desk.values import normal
from dateline.desk.writing import derive, read_record

__all__ = ["ACTS", "Decision", "decide", "kind_of", "log"]

ACTS = ("accept", "reject", "correct", "merge", "split", "add", "undo")


def decide(
    db: sqlite3.Connection, act: str, target: str, rest: list[str], *, who: str, why: str, fields: dict[str, Any] | None = None
) -> int:
    """Writes a decision down and does what it says; its number. Raises DecisionError when it names what the desk does not have.

    `rest`: the field and its value for correct, the others for merge, the members for split. `fields` are those of an event added by hand.
    """
    if act not in ACTS:
        raise DecisionError(f"{act!r} is nothing that can be decided", place="decide", remedy=f"one of {', '.join(ACTS)}")
    if not who.strip():
        raise DecisionError("nobody decides", place="who", remedy="say who you are")
    with writing(db):
        if act == "undo":
            return _undo(db, target, who, why)
        if act == "add":
            return _add(db, fields or {}, who, why)
        kind = kind_of(target)
        if act in ("merge", "split"):
            return _group(db, act, kind, target, rest, who, why)
        if kind in ("event", "actor", "story"):
            return _on_event(db, act, kind, target, rest, who, why)
        return _on_fact(db, act, kind, target, rest, who, why)


def kind_of(target: str) -> str:
    """What an id names."""
    for g in GROUPINGS:
        if target.startswith(g.kind + "-"):
            return g.kind
    article, mark, rest = target.partition("#")
    if not mark:
        raise DecisionError(f"{target!r} is no id of this desk", place="target", remedy="take it from `dateline find`")
    if article == "hand":
        return "telling"
    return "statement" if rest.startswith("s") else "claim" if rest.startswith("c") else "telling"


def _on_fact(db: sqlite3.Connection, act: str, kind: str, target: str, rest: list[str], who: str, why: str) -> int:
    if db.execute(f"SELECT 1 FROM {FACTS[kind]} WHERE id = ?", (target,)).fetchone() is None:
        raise DecisionError(f"the desk has no {kind} {target!r}", place="target", remedy="take it from `dateline find`")
    held = snapshot(db, target) if kind == "telling" else None
    field, value = None, None
    if act == "correct":
        if kind != "telling":
            raise DecisionError(f"a {kind} can be accepted or rejected, not corrected", place="correct", remedy="reject it")
        field, value = normal(db, rest)
    number = write(db, who, why, act, kind, target, [target], field=field, value=value, held=held)
    apply(db, number, act, kind, target, field, value, held)
    if kind == "telling":
        refresh_events(db, _events_of(db, target))
    return number


def _on_event(db: sqlite3.Connection, act: str, kind: str, target: str, rest: list[str], who: str, why: str) -> int:
    if kind != "event":
        raise DecisionError(f"a {kind} can be merged or split, not {act}ed", place="decide", remedy="decide on its events")
    event = _here(db, EVENTS, target)
    held = _event_snapshot(db, event)
    field, value = normal(db, rest) if act == "correct" else (None, None)
    number = write(db, who, why, act, "event", target, _members(db, EVENTS, event), field=field, value=value, held=held)
    refresh_events(db, [event])
    return number


def _group(db: sqlite3.Connection, act: str, kind: str, target: str, rest: list[str], who: str, why: str) -> int:
    g = next((g for g in GROUPINGS if g.kind == kind), None)
    if g is None:
        raise DecisionError(
            f"a {kind} cannot be {act}{'ged' if act == 'merge' else ''}", place="target", remedy="name an event, an actor or a story"
        )
    if not rest:
        raise DecisionError(
            f"{act} with what?", place=act, remedy=f"name {'the other ids' if act == 'merge' else 'the members that do not belong'}"
        )
    here = _here(db, g, target)
    anchors: list[Any]
    if act == "merge":
        others = [_here(db, g, r) for r in rest]
        if here in others:
            raise DecisionError(f"{target!r} is merged with itself", place="merge", remedy="name another")
        anchors = [_members(db, g, x) for x in (here, *others)]
    else:
        anchors = sorted({m for r in rest for m in _named_members(db, g, here, r)})
        if len(anchors) == len(_members(db, g, here)):
            raise DecisionError("nothing would be left", place="split", remedy="name some of its members, not all")
    number = write(db, who, why, act, kind, target, anchors, value=rest)
    _regrouped(db, g)
    return number


def _add(db: sqlite3.Connection, fields: dict[str, Any], who: str, why: str) -> int:
    if not fields.get("type"):
        raise DecisionError("an event needs a type", place="add", remedy="give type=ASSAULT or another PLOVER type")
    article = fields.pop("article", None)
    if article is not None and db.execute("SELECT 1 FROM articles WHERE id = ?", (article,)).fetchone() is None:
        raise DecisionError(f"the desk has no article {article!r}", place="article", remedy="take it from `dateline find --what articles`")
    (last,) = db.execute("SELECT coalesce(max(number), 0) FROM decisions").fetchone()
    held: dict[str, Any] = {
        "id": f"hand#{last + 1}",
        "article": article,
        "sentence": fields.pop("quote", None),
        "confidence": 1.0,
        "parties": [],
    }
    for name in fields:
        field, value = normal(db, [name, str(fields[name])])
        if field in ("actor", "recipient"):
            held["parties"] += [[field, n, k] for n, k in value]
        elif field == "day":
            held |= dict(zip(("first_day", "last_day", "date_precision"), value, strict=True))
        elif field in ("killed", "injured", "arrested"):
            held |= {f"{field}_low": value[0], f"{field}_high": value[1]}
        elif field == "type":
            held |= {"type": value[0], "quad": value[1]}
        else:
            held[field] = value
    number = write(db, who, why, "add", "telling", held["id"], [held["id"]], value={k: str(v) for k, v in fields.items()}, held=held)
    apply(db, number, "add", "telling", held["id"], None, None, held)
    _regrouped(db, EVENTS)
    refresh_events(db, _events_of(db, held["id"]))
    return number


def _undo(db: sqlite3.Connection, target: str, who: str, why: str) -> int:
    row = (
        db.execute("SELECT act, kind, target, anchors FROM decisions WHERE number = ?", (target,)).fetchone() if target.isdigit() else None
    )
    if row is None:
        raise DecisionError(f"there is no decision {target!r}", place="undo", remedy="see `dateline decide DESK log`")
    act, kind, of, anchors = row
    if act == "undo":  # to undo an undo is to undo its target once more
        target = of
        act, kind, of, anchors = db.execute("SELECT act, kind, target, anchors FROM decisions WHERE number = ?", (target,)).fetchone()
    number = write(db, who, why, "undo", "decision", target, [])
    grouping = next((g for g in GROUPINGS if g.kind == kind), None)
    if act in ("merge", "split") and grouping is not None:
        _regrouped(db, grouping)
    elif kind == "event":
        refresh_events(db, {e for a in json.loads(anchors) for e in _events_of(db, a)})
    elif act == "add":
        events = _events_of(db, of)
        standing = db.execute("SELECT held FROM standing_decisions WHERE target = ? AND act = 'add'", (of,)).fetchone()
        if standing is None:
            db.execute("DELETE FROM tellings WHERE id = ?", (of,))
            db.execute("DELETE FROM telling_actors WHERE telling = ?", (of,))
        else:
            apply(db, int(target), "add", "telling", of, None, None, json.loads(standing[0]))
            _regrouped(db, EVENTS)
        refresh_events(db, events | _events_of(db, of))
    else:
        _write_anew(db, of)
    return number


def _write_anew(db: sqlite3.Connection, fact: str) -> None:
    """What the machine says of the fact's article, and over it what still stands of a person's word."""
    article = fact.partition("#")[0]
    sql = "SELECT DISTINCT event FROM tellings WHERE article = ? AND event IS NOT NULL"
    events = {e for (e,) in db.execute(sql, (article,))}
    folds = db.execute("SELECT score, like, fold_because, id FROM tellings WHERE article = ?", (article,)).fetchall()
    derive(db, article, read_record(db, article))
    db.executemany("UPDATE tellings SET score = ?, like = ?, fold_because = ? WHERE id = ?", folds)
    lay_over_tellings(db, [article])
    _regrouped(db, EVENTS)
    refresh_events(db, events | {e for (e,) in db.execute(sql, (article,))})


def _regrouped(db: sqlite3.Connection, g: Grouping) -> None:
    changed = regroup(db, g)
    if g is EVENTS:
        refresh(db, events=changed)
    elif g is STORIES:
        refresh(db, stories=changed)
    elif g is ACTORS:
        refresh(db, actors=changed)


def _here(db: sqlite3.Connection, g: Grouping, group: str) -> str:
    found = standing_for(db, g, group)
    if found is None:
        raise DecisionError(f"the desk has no {g.kind} {group!r}", place="target", remedy="take it from `dateline find`")
    return found


def _members(db: sqlite3.Connection, g: Grouping, group: str) -> list[str]:
    return [m for (m,) in db.execute(f"SELECT {g.member} FROM {g.table} WHERE {g.group} = ? ORDER BY 1", (group,))]


def _named_members(db: sqlite3.Connection, g: Grouping, group: str, name: str) -> list[str]:
    """The members of a group that a person names: an id, or for an actor a spelling."""
    if g is ACTORS:
        sql = "SELECT DISTINCT n.key FROM names n LEFT JOIN spellings s ON s.key = n.key WHERE n.actor = ?1 AND (n.key = ?2 OR n.name = ?2 OR s.name = ?2)"
        found = [k for (k,) in db.execute(sql, (group, name))]
    else:
        found = [m for m in _members(db, g, group) if m == name or (g is EVENTS and m.partition("#")[0] == name)]
    if not found:
        raise DecisionError(f"{name!r} is not in {group}", place="split", remedy="name one of its members")
    return found


def _events_of(db: sqlite3.Connection, telling: str) -> set[str]:
    return {e for (e,) in db.execute("SELECT event FROM tellings WHERE id = ? AND event IS NOT NULL", (telling,))}


def _event_snapshot(db: sqlite3.Connection, event: str) -> dict[str, Any]:
    names = (
        "type",
        "mode",
        "modality",
        "first_day",
        "last_day",
        "date_precision",
        "place",
        "killed_low",
        "killed_high",
        "status",
        "confidence",
    )
    row = db.execute(f"SELECT {', '.join(names)} FROM events WHERE id = ?", (event,)).fetchone()
    return dict(zip(names, row, strict=True)) if row else {}

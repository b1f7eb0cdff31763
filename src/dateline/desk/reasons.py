"""Scores and reasons of the folding, written for every member of a group that gained or lost one: they say what stands now, not what stood when each came.

Those of a large group are written once at the end of a run, not with every batch.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from dateline.desk.actors import People
from dateline.desk.groups import ACTORS, EVENTS, GROUPINGS, STORIES, Grouping
from dateline.stories import Newsroom
from dateline.stories.shelf import Kept

MOST = 2_000
"""Members of a group that are explained anew with every batch that changes it: of a larger one only those that came, and all of them when nothing waits any
more. It need not be as large as the largest group that the folding makes (rows.NEIGHBOURS): nobody stays with a reason of yesterday.
"""

_APART = {EVENTS: "tellings_apart", STORIES: "articles_apart", ACTORS: "names_apart"}


class Touched:
    """The machine's groups that members leave and join, and who is in them: made before they are regrouped, asked afterwards."""

    def __init__(self, db: sqlite3.Connection, g: Grouping, moved: Iterable[str], left: Iterable[str] = ()) -> None:
        """`left`: groups that lost a member which is there no more."""
        self._db, self._g = db, g
        self._moved = json.dumps(list(moved))
        self._left = frozenset((*self._of_moved().values(), *left))

    def members(self, owed: Kept) -> list[str]:
        """Everybody in a group that was left or joined, sorted. Of a large one those that came; the others are `owed` their reasons."""
        came = self._of_moved()
        out: set[str] = set()
        for group in self._left.union(came.values()):
            found = _members(self._db, self._g, group, MOST + 1)
            if len(found) > MOST:
                owed[f"{self._g.kind}\t{group}"] = 1
                found = [m for m, joined in came.items() if joined == group]
            out.update(found)
        return sorted(out)

    def _of_moved(self) -> dict[str, str]:
        """Those that moved, and the group that each is in now."""
        g = self._g
        sql = f"SELECT m.{g.member}, m.{g.machine} FROM json_each(?) i JOIN {g.table} m ON m.{g.member} = i.value WHERE m.{g.machine} IS NOT NULL"
        return dict(self._db.execute(sql, (self._moved,)).fetchall())


def explain_owed(db: sqlite3.Connection, room: Newsroom, people: People, owed: Kept, label: str) -> None:
    """Writes the reasons of a large group that changed since they were last written."""
    kind, _, group = label.partition("\t")
    g = next(g for g in GROUPINGS if g.kind == kind)
    members = _members(db, g, group, -1)
    if g is EVENTS:
        explain_tellings(db, room, members)
    elif g is STORIES:
        explain_articles(db, room, members)
    else:
        explain_names(db, people, members)
    del owed[label]


def _members(db: sqlite3.Connection, g: Grouping, group: str, most: int) -> list[str]:
    """The machine's members of a group, at most so many (-1: all), sorted."""
    # a person's word is in `group`: where it differs the machine's is found by the index of those few
    sql = (
        f"SELECT {g.member} FROM {g.table} WHERE {g.group} = ?1 AND {g.machine} = {g.group}"
        f" UNION SELECT {g.member} FROM {g.table} INDEXED BY {_APART[g]} WHERE {g.machine} IS NOT {g.group} AND {g.machine} = ?1 LIMIT ?2"
    )
    return sorted(m for (m,) in db.execute(sql, (group, most)))


def explain_tellings(db: sqlite3.Connection, room: Newsroom, members: Iterable[str]) -> None:
    """Which telling of its event each is most like, how like it is to all, and what decided (asked only where the telling it is most like is another)."""
    shown: dict[str, frozenset[str]] = {}
    for t in members:
        sql = "SELECT t.like, t.score, t.fold_because FROM tellings t JOIN articles a ON a.id = t.article WHERE t.id = ? AND a.folded = 1"
        held = db.execute(sql, (t,)).fetchone()
        if held is None:
            continue  # while the whole desk is folded anew some still wait, under the group they had
        row = room.row(t)
        if row not in shown:
            shown[row] = room.shown(t)
        like, score = room.nearest(t, shown[row])
        if held[2] is None or held[0] != like:
            f = room.fold(t)
            db.execute("UPDATE tellings SET score = ?, like = ?, fold_because = ? WHERE id = ?", (f.score, f.like, f.because, t))
        elif held[1] != score:
            db.execute("UPDATE tellings SET score = ? WHERE id = ?", (score, t))


def explain_articles(db: sqlite3.Connection, room: Newsroom, members: Iterable[str]) -> None:
    """How like its story each article is."""
    among: dict[str, frozenset[str]] = {}
    for key in members:
        if db.execute("SELECT folded FROM articles WHERE id = ?", (key,)).fetchone() != (1,):
            continue
        story = room.story(key)
        if story not in among:
            among[story] = room.story_articles(key)
        score, why = room.story_reason(key, among[story])
        db.execute("UPDATE articles SET story_score = ?1, story_because = ?2 WHERE id = ?3 AND story_because IS NOT ?2", (score, why, key))


def explain_names(db: sqlite3.Connection, people: People, members: Iterable[str]) -> None:
    """Why each name is one with the others of its actor."""
    for key in members:
        if people.knows(key):
            db.execute("UPDATE names SET because = ?1 WHERE key = ?2 AND because <> ?1", (people.reason(key), key))

"""The articles that were read into stories and events, some at a time, in an order that does not hang on when each arrived."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.desk.actor_rows import refresh_actors
from dateline.desk.actors import Name, People
from dateline.desk.echoes import forget_echoes, lay_echoes
from dateline.desk.events import refresh_events
from dateline.desk.groups import ACTORS, EVENTS, STORIES, Changed, note_unattached, regroup
from dateline.desk.laying import lay_over_tellings
from dateline.desk.naming import named
from dateline.desk.reasons import Touched, explain_articles, explain_names, explain_owed, explain_tellings
from dateline.desk.shelves import Shelves
from dateline.desk.stages import versions
from dateline.desk.store import now, writing
from dateline.desk.story_rows import refresh_stories
from dateline.desk.writing import anchored, read_record
from dateline.record import Record
from dateline.stories import Newsroom
from dateline.stories.shelf import Kept

BATCH = 40
"""Articles of one transaction: what a kill can cost, 3 seconds at most."""


def unfolded(db: sqlite3.Connection) -> int:
    """How many articles wait to be folded."""
    n: int = db.execute("SELECT count(*) FROM articles WHERE folded <> 1").fetchone()[0]
    return n


def fold_waiting(db: sqlite3.Connection, *, batch: int = BATCH) -> Iterator[int]:
    """Folds what waits; after each transaction how many articles it took.

    Those that wait are taken by day of publication and id, so that one batch of reports gives the same desk in any order of arrival. Reports that come
    in later runs are folded into what is there; `start_over` folds the whole desk in that order.
    """
    if not _fitting(db):
        start_over(db)
    shelves = Shelves(db)
    room, people = Newsroom(shelves), People(shelves)
    owed = shelves.kept("reasons.owed")  # kind and group -> 1: the large groups whose reasons are to be written when nothing waits any more
    while True:
        sql = "SELECT id FROM articles WHERE folded <> 1 ORDER BY published IS NULL, published, id LIMIT ?"
        keys = [k for (k,) in db.execute(sql, (batch,))]
        if not keys:
            for label in list(owed):
                with writing(db):
                    explain_owed(db, room, people, owed, label)
                    shelves.write()
                shelves.trim()
            with writing(db):
                note_unattached(db)
            return
        with writing(db):
            _fold(db, room, people, owed, keys)
            shelves.write()
        shelves.trim()
        yield len(keys)


def start_over(db: sqlite3.Connection) -> None:
    """Forgets what the folding knows, so that the whole desk is folded anew; decisions stay."""
    with writing(db):
        db.execute("DELETE FROM fold_short")
        db.execute("DELETE FROM fold_long")
        db.execute("DELETE FROM copies")
        db.execute("UPDATE articles SET folded = 0")
        forget_echoes(db)
        _forget(db)
        db.execute("INSERT OR REPLACE INTO settings VALUES ('fold', ?)", (versions()["fold"],))


def _forget(db: sqlite3.Connection) -> None:
    """Removes what no article holds any more; what a person named stays."""
    gone = [
        e for (e,) in db.execute("SELECT id FROM events WHERE id NOT IN (SELECT event FROM tellings WHERE event IS NOT NULL) ORDER BY id")
    ]
    refresh_events(db, gone)
    db.executemany("INSERT INTO revisions (at, kind, old, new) VALUES (?, 'event', ?, '')", [(now(), e) for e in gone])
    db.execute(
        "DELETE FROM names WHERE key NOT IN (SELECT key FROM article_actors) AND key NOT IN (SELECT key FROM telling_actors) AND key NOT LIKE 'hand|%'"
    )
    db.execute("DELETE FROM actors WHERE id NOT IN (SELECT actor FROM names WHERE actor IS NOT NULL)")
    db.execute("DELETE FROM spellings WHERE key NOT IN (SELECT key FROM names)")
    db.execute("DELETE FROM spelling_words WHERE folded NOT IN (SELECT folded FROM spellings)")
    db.execute(
        "DELETE FROM places WHERE id NOT IN (SELECT place FROM article_places) AND id NOT IN (SELECT place FROM tellings WHERE place IS NOT NULL)"
        " AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.value = json_quote(places.id) OR d.held LIKE '%' || places.id || '%')"
    )


def _fitting(db: sqlite3.Connection) -> bool:
    """Whether what the folding knows was made by this version of it, and no folded article was read otherwise since."""
    row = db.execute("SELECT value FROM settings WHERE name = 'fold'").fetchone()
    again = db.execute("SELECT 1 FROM articles WHERE folded <> 1 AND folded = 2 LIMIT 1").fetchone()  # the first condition names the index
    return row is not None and row[0] == versions()["fold"] and again is None


def _fold(db: sqlite3.Connection, room: Newsroom, people: People, owed: Kept, keys: list[str]) -> None:
    fresh: list[str] = []
    for key in keys:
        room.add(_renamed(key, read_record(db, key)))
        _copies(db, room, key)
        rows = db.execute(
            "SELECT n.key, n.name, n.kind, n.because FROM names n JOIN article_actors a ON a.key = n.key WHERE a.article = ? ORDER BY a.local",
            (key,),
        )
        for name_key, name, kind, why in rows.fetchall():
            people.add(Name(name_key, name, kind, None, None, why))
            fresh.append(name_key)
        db.execute("UPDATE articles SET folded = 1 WHERE id = ?", (key,))
    joined = people.moved()
    stories, rows_moved = room.moved()
    names, plots = Touched(db, ACTORS, joined), Touched(db, STORIES, stories)
    actors = regroup(db, ACTORS, ((k, named("actor", people.actor(k))) for k in dict.fromkeys((*fresh, *joined))))
    explain_names(db, people, dict.fromkeys((*names.members(owed), *people.renamed())))
    told = regroup(db, STORIES, ((k, room.story(k)) for k in stories))
    explain_articles(db, room, plots.members(owed))
    echoed = lay_echoes(db, room, rows_moved)
    moved = tuple(dict.fromkeys((*(t for t in rows_moved if _telling(db, t)), *echoed.came)))
    deeds = Touched(db, EVENTS, moved, echoed.left)
    lay_over_tellings(db, (*keys, *(t.rpartition("#")[0] for t in echoed.came)))
    events = regroup(db, EVENTS, ((t, room.row(t)) for t in moved))
    explain_tellings(db, room, deeds.members(owed))
    refresh(db, articles=keys, actors=actors, stories=told, events=Changed(events.members, events.groups | echoed.left))


def _copies(db: sqlite3.Connection, room: Newsroom, key: str) -> None:
    """The texts that this one shares its words with. The copy is the later one by day of publication and id, whichever came first."""
    for c in room.copies(key):
        sql = "SELECT id FROM articles WHERE id IN (?, ?) ORDER BY published IS NULL, published, id"
        of, copy = (i for (i,) in db.execute(sql, (key, c.of)))
        db.execute("INSERT OR REPLACE INTO copies VALUES (?, ?, ?, ?, ?)", (copy, of, c.shared, c.within, c.because))


def _telling(db: sqlite3.Connection, key: str) -> bool:
    return db.execute("SELECT 1 FROM tellings WHERE id = ?", (key,)).fetchone() is not None


NOTHING = Changed((), frozenset())


def refresh(
    db: sqlite3.Connection,
    *,
    articles: Iterable[str] = (),
    actors: Changed = NOTHING,
    stories: Changed = NOTHING,
    events: Changed = NOTHING,
) -> None:
    """Makes the rows anew that hang on what changed: `articles` were written, names, articles and tellings belong elsewhere."""
    people, plots, deeds = set(actors.groups), set(stories.groups), set(events.groups)
    for key in articles:
        deeds |= _column(db, "SELECT DISTINCT event FROM tellings WHERE article = ?", key)
        plots |= _column(db, "SELECT story FROM articles WHERE id = ?", key)
        people |= _column(db, "SELECT DISTINCT n.actor FROM article_actors a JOIN names n ON n.key = a.key WHERE a.article = ?", key)
    for key in actors.members:
        deeds |= _column(db, "SELECT DISTINCT t.event FROM telling_actors x JOIN tellings t ON t.id = x.telling WHERE x.key = ?", key)
    for key in stories.members:
        deeds |= _column(db, "SELECT DISTINCT event FROM tellings WHERE article = ?", key)
    refresh_actors(db, people)
    for e in deeds:
        plots |= _column(db, "SELECT story FROM events WHERE id = ?", e)
    refresh_events(db, deeds)
    for e in deeds:
        plots |= _column(db, "SELECT story FROM events WHERE id = ?", e)
    refresh_stories(db, plots)


def _column(db: sqlite3.Connection, sql: str, key: str) -> set[str]:
    return {x for (x,) in db.execute(sql, (key,)) if x}


def _renamed(key: str, record: Record) -> Record:
    """The record under the desk's ids, so that the folding's answers name them."""
    events = tuple(replace(e, id=anchor.partition("#")[2]) for anchor, e in anchored(key, record))
    return replace(record, article=replace(record.article, id=key), events=events)

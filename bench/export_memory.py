"""How much memory an export takes as a desk grows: python bench/export_memory.py RECORDS.jsonl [--events 10000 100000] [--formats csv …] [--folder FOLDER]

RECORDS are what `dateline read` made of some newspaper articles. Each desk is filled with the events of the first two hundred, again and again under other ids until there
are so many; nothing is folded (every telling is an event of its own): what is measured is writing. Each format is written in a process of its own, as `dateline export DESK --format F`
writes it; the figure is that process's peak (VmHWM). A FOLDER keeps the desks for the next time.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path

from dateline.desk import open_desk
from dateline.desk.actor_rows import refresh_actors
from dateline.desk.events import refresh_events
from dateline.desk.naming import named
from dateline.desk.store import writing
from dateline.desk.writing import write_record
from dateline.outlets.exports import FORMATS
from dateline.record import Record

ARTICLES = 200

WRITE = """
import re, sys, time
from dateline.cli import main
start = time.process_time()
assert main(sys.argv[1:]) == 0
peak = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024
print(f"{peak:.1f} {time.process_time() - start:.1f}", file=sys.stderr)
"""


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("records", type=Path)
    ap.add_argument("--events", type=int, nargs="+", default=[10_000, 100_000])
    ap.add_argument("--formats", nargs="+", choices=tuple(FORMATS), default=list(FORMATS))
    ap.add_argument("--folder", type=Path)
    a = ap.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = a.folder or Path(scratch)
        desks = [filled(folder / f"desk{n}", a.records, n) for n in a.events]
        print(f"{'format':16}" + "".join(f"{n:>12,} events" + " " * 10 for n in a.events))
        for form in a.formats:
            told = [wrote(desk, form, Path(scratch) / "out") for desk in desks]
            print(f"{form:16}" + "".join(f"{peak:10.1f} MB {seconds:8.1f} s" + " " * 7 for peak, seconds in told), flush=True)


def wrote(desk: Path, form: str, out: Path) -> tuple[float, float]:
    """The peak in megabytes and the seconds of the processor."""
    command = [sys.executable, "-c", WRITE, "export", str(desk), "--format", form, "--output", str(out)]
    said = subprocess.run(command, check=True, stderr=subprocess.PIPE, text=True).stderr.splitlines()[-1]
    peak, seconds = said.split()
    return float(peak), float(seconds)


def filled(folder: Path, records: Path, events: int) -> Path:
    """A desk with so many events: those of the first ARTICLES, then again and again, each with its telling, its parties and its place."""
    if folder.exists():
        return folder
    with records.open(encoding="utf-8") as f:
        own = [r for r in map(Record.from_json, islice(f, ARTICLES)) if r.events]
    with open_desk(folder, create=True) as desk, writing(desk.db):
        db = desk.db
        for r in own:
            key = r.article.id
            db.execute("INSERT INTO documents (key, page, kind, origin, state, added) VALUES (?, '', 'text', '', 'read', '')", (key,))
            write_record(db, key, r, address=None)
        for table, member, kind in (("tellings", "id", "event"), ("names", "key", "actor")):
            for (key,) in db.execute(f"SELECT {member} FROM {table}").fetchall():
                db.execute(f"UPDATE {table} SET {kind} = ?1, machine_{kind} = ?1 WHERE {member} = ?2", (named(kind, key), key))
        refresh_actors(db, [x for (x,) in db.execute("SELECT DISTINCT actor FROM names ORDER BY 1")])
        refresh_events(db, [x for (x,) in db.execute("SELECT event FROM tellings ORDER BY 1")])
        db.execute("UPDATE articles SET folded = 1")
        (first,) = db.execute("SELECT count(*) FROM events").fetchone()
        for turn in range(1, -(-events // first)):
            for table, changed in (("tellings", ("id", "event")), ("events", ("id",)), ("event_actors", ("event",))):
                columns = [c for _, c, *_ in db.execute(f"PRAGMA table_info({table})") if c != "number"]
                told = ", ".join(f"{c} || '+{turn}'" if c in changed else c for c in columns)
                db.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {told} FROM {table} WHERE {changed[-1]} NOT LIKE '%+%'")
        (have,) = db.execute("SELECT count(*) FROM events").fetchone()
        db.execute("DELETE FROM events WHERE number IN (SELECT number FROM events ORDER BY number DESC LIMIT ?)", (have - events,))
    return folder


if __name__ == "__main__":
    main()

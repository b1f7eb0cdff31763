"""A desk: a folder with what arrived, what was read, what was folded and what was decided. `open_desk` is the way in for programs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from dateline.desk import adding, decisions, documents, finding, rereading
from dateline.desk.agreement import Agreement, agreement
from dateline.desk.brief import Brief, brief
from dateline.desk.filter import Filter
from dateline.desk.pages import Pages
from dateline.desk.progress import Progress
from dateline.desk.store import FILE, open_store
from dateline.desk.timeline import Day, timeline
from dateline.desk.trends import Trend, trends
from dateline.desk.versions import Version, versions_of
from dateline.desk.writing import read_record
from dateline.record import Record
from dateline.sources.intake import Asked


def open_desk(path: str | Path, *, create: bool = False) -> Desk:
    """The desk in a folder. Raises DeskError where there is none (unless `create`), or one of a newer Dateline."""
    return Desk(Path(path), create=create)


class Desk:
    """One open desk. Use it in a `with`, or close it."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        self.folder = folder
        self.db: sqlite3.Connection = open_store(folder, create=create)

    @property
    def path(self) -> Path:
        """The SQLite file, for any other program that reads it."""
        return self.folder / FILE

    def close(self) -> None:
        self.db.close()

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    # --- keeping

    def add(
        self,
        names: Iterable[str] = (),
        asked: Asked | None = None,
        *,
        workers: int | None = None,
        progress: Progress | None = None,
        stdin: BinaryIO | None = None,
    ) -> adding.Counts:
        """Adds files, folders, addresses, feeds and archives; without any, finishes what a killed run left."""
        return adding.add(self.db, self.folder, names, asked or Asked(), workers=workers, progress=progress, stdin=stdin)

    def reread(
        self, *, everything: bool = False, fold: bool = False, workers: int | None = None, progress: Progress | None = None
    ) -> adding.Counts:
        """Makes anew what another version of Dateline made; decisions stay."""
        return rereading.reread(self.db, self.folder, everything=everything, fold=fold, workers=workers, progress=progress)

    def quarantine(self) -> list[documents.Quarantined]:
        """What could not be read, and why."""
        return list(documents.quarantined(self.db))

    def retry(self, *, workers: int | None = None, progress: Progress | None = None, asked: Asked | None = None) -> adding.Counts:
        """Tries everything in the quarantine again."""
        return adding.retry(self.db, self.folder, workers=workers, progress=progress, asked=asked)

    def record(self, article: str) -> Record:
        """The whole record of an article."""
        return read_record(self.db, article)

    def page(self, article: str) -> bytes:
        """The bytes of an article as they arrived."""
        (digest,) = self.db.execute("SELECT page FROM documents WHERE key = ?", (article,)).fetchone()
        return Pages(self.folder).bytes(digest)

    def versions(self, article_or_address: str) -> list[Version]:
        """The texts of one address, oldest first, each with what changed since the one before."""
        return versions_of(self.db, article_or_address)

    # --- finding and telling

    def find(self, f: Filter | None = None, what: str = "events") -> finding.Page:
        """One page of the events, articles, statements or actors that the filter means."""
        return finding.find(self.db, f or Filter(), what)

    def events(self, f: Filter | None = None) -> Iterator[finding.EventRow]:
        """Every event the filter means, one at a time."""
        return finding.events(self.db, f or Filter())

    def count(self, f: Filter | None = None) -> int:
        """How many events the filter means."""
        return finding.count(self.db, f or Filter())

    def timeline(self, f: Filter | None = None) -> Iterator[Day]:
        """The filter's events by day."""
        return timeline(self.db, f or Filter())

    def trends(self, f: Filter | None = None, *, by: str = "actor", days: int = 7, until: str | None = None) -> list[Trend]:
        """What rises against its own past."""
        return trends(self.db, f or Filter(), by=by, days=days, until=until)

    def brief(self, f: Filter | None = None, *, title: str | None = None) -> Brief:
        """A briefing on what the filter means."""
        return brief(self.db, f or Filter(), title=title)

    # --- deciding

    def decide(self, act: str, target: str, *rest: str, who: str, why: str, **fields: Any) -> int:
        """A person's word; the number of the decision."""
        return decisions.decide(self.db, act, target, list(rest), who=who, why=why, fields=fields)

    def decisions(self) -> list[decisions.Decision]:
        """The log, oldest first."""
        return decisions.log(self.db)

    def agreement(self) -> Agreement:
        """How far the people agree with one another, and with the machine."""
        return agreement(self.db)

"""Runs asked for in the browser: one after another, each in a process of its own, with how far it is for whoever watches."""

from __future__ import annotations

import json
import secrets
import subprocess
import sys
import threading
from collections import OrderedDict, deque
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from dateline.desk.store import now
from dateline.web import incoming
from dateline.web.errors import Refused

WAITING = 20
"""Runs that may wait; more are refused."""
REMEMBERED = 100
WAITS, RUNS, DONE, FAILED = "waits", "runs", "done", "failed"


@dataclass(slots=True)
class Job:
    """One run. `asked` goes to the process; `phase`, `done` and `of` are how far it is; `counts` what it did, `brought` its first new documents."""

    id: str
    kind: str
    title: str
    who: str
    at: str
    asked: dict[str, Any]
    state: str = WAITS
    phase: str = ""
    done: int = 0
    of: int = 0
    started: str | None = None
    ended: str | None = None
    counts: dict[str, int] = field(default_factory=dict)
    brought: list[str] = field(default_factory=list)
    error: str | None = None
    remedy: str | None = None

    @property
    def over(self) -> bool:
        return self.state in (DONE, FAILED)

    def told(self) -> dict[str, Any]:
        """What a script that watches gets."""
        names = ("id", "state", "phase", "done", "of", "counts", "error", "remedy")
        return {n: getattr(self, n) for n in names}


class Jobs:
    """The runs of one desk's server."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: OrderedDict[str, Job] = OrderedDict()
        self._queue: deque[Job] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    def ask(self, kind: str, title: str, who: str, *, id: str | None = None, **asked: Any) -> Job:
        """Puts a run behind those that wait. Raises Refused when too many do."""
        job = Job(id or new_id(), kind, title, who, now(), {"folder": str(self._folder), "kind": kind, **asked})
        with self._changed:
            if len(self._queue) >= WAITING:
                raise Refused(429, f"{WAITING} runs wait already.", "Wait until one of them has ended.")
            self._held[job.id] = job
            self._queue.append(job)
            for old in [k for k, j in self._held.items() if j.over][: max(0, len(self._held) - REMEMBERED)]:
                del self._held[old]
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="dateline runs", daemon=True)
                self._thread.start()
            self._changed.notify_all()
        return job

    def find(self, id: str) -> Job | None:
        return self._held.get(id)

    def all(self) -> list[Job]:
        """Every run still known, the latest first."""
        with self._changed:
            return list(reversed(self._held.values()))

    def _work(self) -> None:
        while True:
            with self._changed:
                while not self._queue:
                    self._changed.wait()
                job = self._queue.popleft()
            try:
                _run(job)
            except Exception as e:
                job.error = f"the run could not be started: {e}"
            if not job.counts and job.error is None:
                job.error, job.remedy = "the run ended without a word", "Start it again: what was done is kept."
            job.ended = now()
            job.state = FAILED if job.error else DONE


def _run(job: Job) -> None:
    job.started, job.state, job.phase = now(), RUNS, "starts"
    # a session of its own: Ctrl+C at the server does not end it half way
    process = subprocess.Popen(
        [sys.executable, "-m", "dateline.web.working"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    assert process.stdin is not None and process.stdout is not None
    with process:
        process.stdin.write(json.dumps(job.asked) + "\n")
        process.stdin.close()
        for line in process.stdout:
            try:
                told = json.loads(line)
            except ValueError:
                continue  # a library that prints
            if isinstance(told, dict):
                for name in ("phase", "done", "of", "counts", "brought", "error", "remedy"):
                    if name in told:
                        setattr(job, name, told[name])


def new_id() -> str:
    """An id that nobody guesses, and that is a folder's name."""
    return secrets.token_hex(8)


def resume(folder: Path) -> list[Job]:
    """Begins anew what a server that died had not taken in. What the desk has already is not added twice."""
    jobs = jobs_of(folder)
    out = []
    for run, asked in incoming.unfinished(folder):
        known = jobs.find(run)
        if known is None or known.over:
            out.append(jobs.ask("add", asked.pop("title", run), asked.pop("who", ""), id=run, again=True, **asked))
    return out


@cache
def jobs_of(folder: Path) -> Jobs:
    """The runs of the desk in a folder."""
    return Jobs(folder)

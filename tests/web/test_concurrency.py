"""Fifty people read while a run adds: nobody is locked out, neither they nor the run."""

from __future__ import annotations

import http.client
import threading
import time
from pathlib import Path

import pytest

from dateline.desk import adding, open_desk
from desk.madeup import read_all, reports, write_lines
from web.browsing import serving

READERS = 50
PATHS = ("/events?sort=-published", "/", "/articles?text=Kano", "/api/v1/events?type=ASSAULT", "/export/csv?type=PROTEST")


def test_fifty_read_while_a_run_adds(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "read_all", read_all)  # made-up records: the model's time is not what is tested
    lines = write_lines(tmp_path / "more.jsonl", reports(120))
    answers: list[int] = []
    slowest: list[float] = []
    begun, ended = threading.Event(), threading.Event()
    failed: list[BaseException] = []

    def add() -> None:
        begun.set()
        try:
            with open_desk(folder) as desk:
                desk.add([str(lines)], workers=1)
        except BaseException as e:
            failed.append(e)
        finally:
            ended.set()

    def read(n: int) -> None:
        connection = http.client.HTTPConnection(host, timeout=120)
        begun.wait()
        done = 0
        while done < 2 or (not ended.is_set() and done < 40):
            at = time.monotonic()
            connection.request("GET", PATHS[(n + done) % len(PATHS)])
            answer = connection.getresponse()
            answer.read()
            answers.append(answer.status)
            slowest.append(time.monotonic() - at)
            done += 1
        connection.close()

    with serving(folder) as base:
        host = base.removeprefix("http://")
        people = [threading.Thread(target=read, args=(n,)) for n in range(READERS)]
        for p in people:
            p.start()
        writer = threading.Thread(target=add)
        writer.start()
        writer.join(300)
        for p in people:
            p.join(300)
    assert not failed, failed
    assert ended.is_set() and len(answers) >= 2 * READERS and set(answers) == {200}
    with open_desk(folder) as desk:
        (articles,) = desk.db.execute("SELECT count(*) FROM articles").fetchone()
    assert articles == 5 + 120

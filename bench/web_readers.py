"""Many people read a desk in the browser while reports are added and decisions made: does anybody wait too long, is anybody locked out?

    python bench/web_readers.py DESK [--readers 50] [--seconds 20]

Works on a copy. The server is `dateline serve` itself; each reader comes from an address of its own (127.0.0.2 …), so that the rate limit counts them
apart. Prints one line of JSON; 1 when an answer was no page or a reader got none.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from itertools import count
from pathlib import Path
from typing import Any

import httpx2 as httpx

LEAST = 3
"""Pages that each reader looks at, however slow the machine is."""
PATIENCE = 120.0
TOWNS = ("Kano", "Lagos", "Kaduna", "Dakar", "Bamako", "Niamey", "Goma", "Juba")
DEEDS = (
    "Gunmen attacked a market in {0}, killing {1} traders, police said.",
    "Police arrested {1} protesters in {0}.",
    "{1} teachers marched in {0}.",
)


def main() -> int:
    p = argparse.ArgumentParser(description="Readers of a desk in the browser while it is written to.")
    p.add_argument("desk", type=Path)
    p.add_argument("--readers", type=int, default=50)
    p.add_argument("--seconds", type=float, default=20.0)
    p.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    a = p.parse_args()
    if a.write:
        return write(a.desk, a.write)
    with tempfile.TemporaryDirectory() as held:
        desk = Path(held) / "desk"
        shutil.copytree(a.desk, desk)
        report = measure(desk, Path(held), a.readers, a.seconds)
    print(json.dumps(report))
    return 1 if report["wrong"] or report["readers_without_an_answer"] or not report["added"] else 0


def measure(desk: Path, held: Path, readers: int, seconds: float) -> dict[str, Any]:
    """Serves, writes and reads at once; what was answered."""
    server = subprocess.Popen(
        [sys.executable, "-c", "from dateline.cli import main; main()", "serve", str(desk), "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
    )
    stop = held / "stop"
    writer = subprocess.Popen([sys.executable, __file__, str(desk), "--write", str(stop)], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stderr is not None and writer.stdout is not None
        found = re.search(r"http://\S+", server.stderr.readline())
        assert found, "the server does not say where it is"
        base = found[0].rstrip("/")
        paths = pages(base)
        writer.stdout.readline()  # its model is loaded: from now on it writes
        answers: list[tuple[str, float, int]] = []
        until = time.monotonic() + seconds
        threads = [threading.Thread(target=read, args=(base, paths, n, until, answers)) for n in range(readers)]
        threads.append(threading.Thread(target=decide, args=(base, until, answers)))
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        stop.touch()
        added, _ = writer.communicate(timeout=120)
    finally:
        for process in (server, writer):
            process.terminate()
            process.wait(30)
    took = sorted(s for _, s, _ in answers)
    wrong = sorted({(path, status) for path, _, status in answers if status != 200})
    return {
        "readers": readers,
        "answers": len(answers),
        "wrong": wrong[:20],
        "readers_without_an_answer": readers - len({n for n in READ if READ[n]}),
        "median_s": round(statistics.median(took), 3),
        "p95_s": round(took[int(0.95 * (len(took) - 1))], 3),
        "longest_s": round(took[-1], 3),
        "added": int(added.split()[-1]) if added.split() else 0,
        "decisions": DECIDED[0],
    }


READ: dict[int, int] = {}
DECIDED = [0]


def pages(base: str) -> list[str]:
    """What is read: lists, and a few pages of events and reports."""
    with httpx.Client(base_url=base, timeout=PATIENCE) as client:
        events = re.findall(r'href="(/events/event-[^"?#]+)"', client.get("/events").text)
        articles = re.findall(r'href="(/articles/[0-9a-f]+)"', client.get("/articles").text)
    lists = [
        "/",
        "/events",
        "/events?sort=reports&page=2",
        "/articles",
        "/articles?text=police",
        "/review",
        "/trends",
        "/runs",
        "/briefing",
        "/export",
    ]
    return lists + sorted(set(events))[:8] + sorted(set(articles))[:8]


def read(base: str, paths: list[str], n: int, until: float, answers: list[tuple[str, float, int]]) -> None:
    """One reader: a page, a moment's look, the next."""
    chance = random.Random(n)
    READ[n] = 0
    with httpx.Client(base_url=base, timeout=PATIENCE, transport=httpx.HTTPTransport(local_address=f"127.0.0.{n + 2}")) as client:
        for seen in count():
            if seen >= LEAST and time.monotonic() >= until:
                return
            path = chance.choice(paths)
            began = time.monotonic()
            try:
                status = client.get(path, follow_redirects=True).status_code
            except httpx.HTTPError as e:
                print(f"{path}: {type(e).__name__}: {e}", file=sys.stderr)
                status = 0
            answers.append((path, time.monotonic() - began, status))
            READ[n] += status == 200
            time.sleep(chance.uniform(0.1, 1.0))


def decide(base: str, until: float, answers: list[tuple[str, float, int]]) -> None:
    """One analyst: goes through the review queue."""
    with httpx.Client(
        base_url=base, timeout=PATIENCE, transport=httpx.HTTPTransport(local_address="127.0.1.1"), follow_redirects=True
    ) as client:
        page = client.get("/review").text
        for seen in count():
            if seen >= LEAST and time.monotonic() >= until:
                return
            fields = {name: re.search(rf'name="{name}" value="([^"]*)"', page) for name in ("csrf", "target", "to", "cursor")}
            if not all(fields.values()):
                page = client.get("/review").text
                time.sleep(0.5)
                continue
            began = time.monotonic()
            answer = client.post("/review", data={"act": "accept", **{k: v[1].replace("&amp;", "&") for k, v in fields.items() if v}})
            answers.append(("POST /review", time.monotonic() - began, answer.status_code))
            DECIDED[0] += answer.status_code == 200
            page = answer.text
            time.sleep(0.2)


def write(folder: Path, stop: Path) -> int:
    """The writer: adds one new report after another until it is told to stop; says so when it begins, and at the end how many."""
    from dateline.desk import open_desk

    added = 0
    with tempfile.TemporaryDirectory() as held, open_desk(folder) as desk:
        while not stop.exists():
            text = DEEDS[added % 3].format(TOWNS[added % 8], 2 + added) + f" It was report {added} of the day."
            file = Path(held) / f"{added}.jsonl"
            file.write_text(
                json.dumps({"id": f"new-{added}", "text": text, "published": "2022-05-01", "outlet": "bench.example"}) + "\n",
                encoding="utf-8",
            )
            desk.add([str(file)], workers=1)
            if not added:
                print("writes", flush=True)
            added += 1
    print(added, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

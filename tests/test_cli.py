"""The command line: streams, order, failures as data, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "dateline.cli"]
LINES = [
    {
        "id": f"n{i}",
        "text": f"Rebels attacked the town of Gao in Mali on {day}, killing {i + 2} soldiers, the army said.",
        "published": f"2023-05-0{i + 1}",
    }
    for i, day in enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"))
]


def run(*arguments: str, given: str = "", seed: str = "0") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], input=given, capture_output=True, text=True, env={**os.environ, "PYTHONHASHSEED": seed}, check=False
    )


def test_lines_come_back_in_order_with_their_ids() -> None:
    done = run("read", "-", "--from", "jsonl", "--format", "jsonl", given="".join(json.dumps(x) + "\n" for x in LINES))
    records = [json.loads(x) for x in done.stdout.splitlines()]
    assert done.returncode == 0, done.stderr
    assert [r["article"]["id"] for r in records] == [x["id"] for x in LINES]
    assert [r["article"]["text"] for r in records] == [x["text"] for x in LINES]


def test_workers_and_hash_seed_change_no_byte() -> None:
    given = "".join(json.dumps(x) + "\n" for x in LINES)
    one = run("read", "-", "--from", "jsonl", "--format", "jsonl", "--workers", "1", given=given, seed="1")
    two = run("read", "-", "--from", "jsonl", "--format", "jsonl", "--workers", "2", given=given, seed="77")
    assert one.stdout == two.stdout != ""


def test_a_bad_line_is_named_and_does_not_stop_the_others() -> None:
    given = json.dumps(LINES[0]) + "\n{broken\n" + json.dumps(LINES[1]) + "\n"
    done = run("read", "-", "--from", "jsonl", "--format", "jsonl", given=given)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    assert "line 2" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["read", "no-such-file.txt"], 1, "no-such-file.txt"),
        (["read", "-", "--published", "yesterday"], 2, "yesterday"),
        (["read", "-", "--workers", "0"], 2, "workers"),
        (["read", "http://127.0.0.1:9/x"], 1, "127.0.0.1"),
    ],
)
def test_what_is_wrong_is_said(arguments: list[str], code: int, said: str) -> None:
    done = run(*arguments, given="Some text.")
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
    assert said in done.stderr


@pytest.mark.parametrize("form", ["text", "html", "markdown", "jsonl"])
def test_every_format_answers(form: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run("read", "-", "--format", form, "--output", str(out), given=LINES[0]["text"])
    assert done.returncode == 0, done.stderr
    assert "Gao" in out.read_text(encoding="utf-8")


def test_a_closed_pipe_is_no_error() -> None:
    given = "".join(json.dumps(x) + "\n" for x in LINES * 4)
    child = subprocess.Popen(
        [*COMMAND, "read", "-", "--from", "jsonl", "--format", "jsonl", "--workers", "1"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdin and child.stdout and child.stderr
    child.stdin.write(given)
    child.stdin.close()
    child.stdout.readline()
    child.stdout.close()
    assert "Traceback" not in child.stderr.read()
    child.stderr.close()
    assert child.wait() == 0

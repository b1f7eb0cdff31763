"""Fifty people read while reports are added and decisions made: every answer is a page, and nobody is locked out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parents[2] / "bench" / "web_readers.py"


def test_nobody_is_locked_out_while_the_desk_grows(made: Path) -> None:
    ended = subprocess.run(
        [sys.executable, str(BENCH), str(made), "--readers", "50", "--seconds", "5"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    told = json.loads(ended.stdout)
    assert told["wrong"] == [] and told["readers_without_an_answer"] == 0
    assert told["added"] >= 1 and told["decisions"] >= 1

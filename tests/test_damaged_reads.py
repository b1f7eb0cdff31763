"""Damaged inputs through the whole pipeline: an answer that fits the schema's shape, or a Failure that says what to do; never a traceback."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from damage import damaged
from dateline.record import Record
from dateline.runs import read_one
from dateline.sources import Failure, open_sources

COUNT = 1000
STEP = max(1, COUNT // int(os.environ.get("DATELINE_DAMAGED", "40")))
SECONDS = 5.0


@pytest.mark.parametrize("part", range(4))
def test_every_damaged_input_is_read_or_refused(part: int, tmp_path: Path) -> None:
    for number, (name, data) in enumerate(damaged(COUNT)):
        if number % STEP or (number // STEP) % 4 != part:
            continue
        path = tmp_path / name
        path.write_bytes(data)
        start = time.process_time()
        for source in open_sources([str(path)]):
            got = read_one(source)
            if isinstance(got, Failure):
                assert got.message and got.remedy, name
            else:
                assert Record.from_json(got.to_json()) == got, name
        assert time.process_time() - start < SECONDS, name

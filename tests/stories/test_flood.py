"""One attack told by many among others, read and folded: the bench's generator (bench/flood.py), in small."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dateline.record import Record
from dateline.runs import read_all
from dateline.sources import open_sources
from dateline.stories import fold_records

BENCH = Path(__file__).parents[2] / "bench" / "flood.py"


@pytest.fixture
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("flood", BENCH)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["flood"] = module
    spec.loader.exec_module(module)
    return module


def test_the_same_seed_gives_the_same_reports(bench: ModuleType) -> None:
    assert bench.flood(5, 9, 3) == bench.flood(5, 9, 3) != bench.flood(5, 9, 4)


def test_many_reports_of_one_attack_are_one_event_without_strangers(bench: ModuleType, tmp_path: Path) -> None:
    reports = bench.flood(24, 40, 2)
    (tmp_path / "reports.jsonl").write_text("\n".join(r.line() for r in reports) + "\n", encoding="utf-8")
    records = [r for r in read_all(open_sources([str(tmp_path / "reports.jsonl")], declared="jsonl"), workers=1) if isinstance(r, Record)]
    assert len(records) == len(reports)
    rows = {line.id: [e.event for e in line.events] for line in fold_records(records)}
    held, strangers, _ = bench.verdict(reports, rows)
    assert strangers == []
    assert held >= 22

"""Accuracy on the shared gold sets: floors, raised when beaten and never lowered silently.
HeidelTime has value F1 76 / 66 / 61 on these three."""

from __future__ import annotations

import dataclasses
import importlib.util
import json
import re
from pathlib import Path
from typing import Any

import pytest

from dateline.dates import find_dates

FLOORS = {"dates_timebank": (90.5, 94.0, 82.0), "dates_aquaint": (82.5, 93.5, 74.5), "dates_meantime_a": (74.0, 78.0, 69.5)}


def _rows(shared: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (shared / "data" / f"{name}.jsonl").read_text("utf-8").splitlines()]


def _published(row: dict[str, Any]) -> str | None:
    return row["published"] if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", row.get("published") or "") else None


@pytest.mark.shared
@pytest.mark.parametrize("name", sorted(FLOORS))
def test_timex3_floors(shared: Path, name: str) -> None:
    rows = _rows(shared, name)
    spec = importlib.util.spec_from_file_location("score", shared / "score" / "score.py")
    assert spec is not None and spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    pairs = [(row, {"dates": [dataclasses.asdict(d) for d in find_dates(row["text"], published=_published(row))]}) for row in rows]
    out = score.dates(pairs, [])
    for key, floor in zip(("strict", "relaxed", "value"), FLOORS[name], strict=True):
        assert out[key]["F1"] >= floor, (key, out)


@pytest.mark.shared
def test_dates_of_annotated_articles(shared: Path) -> None:
    right = total = 0
    for row in _rows(shared, "articles_ours_train"):
        found = find_dates(row["text"], published=_published(row))
        for gold in row["gold"]["dates"]:
            total += 1
            right += any((d.value or "") == (gold["value"] or "") for d in found if d.start < gold["end"] and gold["start"] < d.end)
    assert right / total >= 0.795

"""A desk filled with made-up reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.desk import Desk, adding, open_desk
from desk.madeup import read_all, reports, write_lines

Fill = Callable[..., Desk]


@pytest.fixture
def fill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Fill]:
    """Makes a desk of rows of JSON Lines; again with the same name adds to it."""
    monkeypatch.setattr(adding, "read_all", read_all)
    opened: list[Desk] = []

    def make(rows: list[dict[str, str]] | None = None, *, name: str = "desk") -> Desk:
        desk = open_desk(tmp_path / name, create=True)
        opened.append(desk)
        desk.add([str(write_lines(tmp_path / f"{name}.{len(opened)}.jsonl", reports(24) if rows is None else rows))])
        return desk

    yield make
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(fill: Fill) -> Desk:
    """Twenty-four reports of six incidents."""
    return fill()

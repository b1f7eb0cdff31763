"""Every room that makes a record is in a stage, and a stage's version follows its code and data, not its comments."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from dateline.desk import stages
from dateline.desk.stages import READING, STAGES, _code, versions

SRC = Path(__file__).parents[2] / "src" / "dateline"


def rooms(path: Path) -> set[str]:
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return {n.module.split(".")[1] for n in tree if isinstance(n, ast.ImportFrom) and n.module and n.module.startswith("dateline.")}


def test_every_room_the_pipeline_walks_through_is_in_a_stage() -> None:
    held = {r.removesuffix(".py").split("/")[0] for s in READING for r in STAGES[s]} | {"errors", "schema"}
    walked = rooms(SRC / "pipeline.py")
    for room in sorted(r for r in walked if (SRC / r).is_dir()):
        for path in (SRC / room).rglob("*.py"):
            if path.name != "command.py":
                walked = walked | rooms(path)
    assert walked <= held


def test_a_version_is_eight_digits_for_each_stage() -> None:
    assert list(versions()) == list(STAGES)
    assert all(re.fullmatch("[0-9a-f]{8}", v) for v in versions().values())


@pytest.mark.parametrize(("old", "new", "same"), [(b"x = 1  # one\n\n# why\n", b"x = 1  # one\n", True), (b"x = 1\n", b"x = 2\n", False)])
def test_comment_lines_do_not_count(old: bytes, new: bytes, same: bool) -> None:
    assert (_code(old) == _code(new)) is same


def test_data_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = tmp_path / "stories"
    room.mkdir()
    (room / "weights.json").write_text("1", encoding="utf-8")
    monkeypatch.setattr(stages, "files", lambda _: tmp_path)
    monkeypatch.setattr(stages, "STAGES", {"fold": ("stories",)})
    stages._versions.cache_clear()
    first = versions()
    (room / "weights.json").write_text("2", encoding="utf-8")
    stages._versions.cache_clear()
    second = versions()
    monkeypatch.undo()
    stages._versions.cache_clear()
    assert first != second


def test_another_codebook_is_another_version_of_the_facts_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without = versions()
    found = []
    for words in ("one: 1", "two: 2"):
        book = tmp_path / f"{words[:3]}.yaml"
        book.write_text(words, encoding="utf-8")
        monkeypatch.setenv("DATELINE_CODEBOOK", str(book))
        found.append(versions())
    assert len({v["facts"] for v in (without, *found)}) == 3
    assert {k: v for k, v in found[0].items() if k != "facts"} == {k: v for k, v in without.items() if k != "facts"}

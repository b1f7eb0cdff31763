"""docs/desk.md names every table, view and column there is, every field of the filter and every command."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from dateline.desk import Filter, open_desk
from dateline.desk.values import FIELDS

DOCS = (Path(__file__).parents[2] / "docs" / "desk.md").read_text(encoding="utf-8")
_INNER = re.compile(r"(?:search|spots)_|sqlite_")


def test_every_table_view_and_column(tmp_path: Path) -> None:
    with open_desk(tmp_path / "d", create=True) as desk:
        for (name,) in desk.db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name").fetchall():
            if _INNER.match(name):
                continue
            row = re.search(rf"^\| `{name}` \|[^|]*\|([^|]*)\|$", DOCS, re.MULTILINE)
            assert row, f"{name} is not in docs/desk.md"
            told = re.sub(r"\([^)]*\)", "", row[1])
            columns = [c for _, c, *_ in desk.db.execute(f"PRAGMA table_info({name})") if name not in ("search", "spots")]
            if name != "standing_decisions":
                assert not columns or [c.strip() for c in told.split(",")] == columns, name


def test_every_field_of_the_filter() -> None:
    table = DOCS[DOCS.index("| field | what it means |") :]
    for f in fields(Filter):
        assert f"`{f.name}`" in table, f.name


def test_every_field_that_can_be_corrected() -> None:
    line = next(line for line in DOCS.splitlines() if "decide DESK correct" in line)
    assert line.split("# ")[1].split() == list(FIELDS)


def test_the_python_example_runs(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    from dateline.desk import adding
    from desk.madeup import read_all, write_lines

    monkeypatch.setattr(adding, "read_all", read_all)
    monkeypatch.chdir(tmp_path)
    write_lines(tmp_path / "archive.jsonl", [{"id": "a", "text": "gunmen attacked farmers near Kidal on 2022-04-12."}])
    code = re.search(r"## From Python\n\n```\n(.*?)```", DOCS, re.DOTALL)
    assert code
    exec(compile(code[1], "docs/desk.md", "exec"), {})

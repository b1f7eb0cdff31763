"""`dateline stories` on the command line."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.record import Record
from dateline.sources import Failure, Source
from stories.reports import MASTUNG_1, MUMIAS


def test_lines_in_the_order_of_the_input(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    made: dict[str, Record] = {r.article.id: r for r in (MASTUNG_1, MUMIAS)}

    def read_all(sources: Iterable[Source], *, workers: int | None) -> Iterator[Record | Failure]:
        assert workers is None
        for s in sources:
            yield made.get(s.id or "") or Failure("-", "nothing in it")

    monkeypatch.setattr(
        "dateline.runs.read_all",
        read_all,
    )
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps({"id": i, "text": "x y z"}) + "\n" for i in ("f1", "nothing", "m1")), encoding="utf-8")
    assert main(["stories", str(path), "--from", "jsonl", "--format", "jsonl"]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["f1", "m1"]
    assert "nothing in it" in err


def test_no_workers_cannot_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stories", "-", "--workers", "0"]) == 2
    assert "0 workers" in capsys.readouterr().err

from __future__ import annotations

import io
from pathlib import Path

import pytest

from dateline.cli import main
from outlets.shown import record


def _kept(tmp_path: Path, *lines: str) -> str:
    path = tmp_path / "records.jsonl"
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return str(path)


def test_records_become_a_file(tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    assert main(["export", _kept(tmp_path, record().to_json()), "--format", "csv", "--output", str(out)]) == 0
    assert out.read_bytes().count(b"\r\n") == 3
    assert sorted(p.name for p in tmp_path.iterdir()) == ["events.csv", "records.jsonl"]


def test_standard_input_to_standard_output(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    class Stdin:
        buffer = io.BytesIO(record().to_json().encode() + b"\n\n")

    monkeypatch.setattr("sys.stdin", Stdin)
    assert main(["export", "-", "--format", "gdelt"]) == 0
    assert capsysbinary.readouterr().out.count(b"\n") == 2


def test_a_broken_line_is_named_and_the_others_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _kept(tmp_path, '{"version": 1}', "not json", "[]", record().to_json())
    assert main(["export", path, "--format", "jsonl"]) == 1
    out, err = capsys.readouterr()
    assert out.count("\n") == 2 and f"{path}:1: not a record" in err and f"{path}:2:" in err and f"{path}:3:" in err


def test_what_is_left_out_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", _kept(tmp_path, record().to_json()), "--format", "timelinejs"]) == 0
    assert "1 event left out: without a day, month or year" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.jsonl", "--format", "csv"], "missing.jsonl: cannot be read"),
        (["-", "--format", "gdelt", "--hxl"], "gdelt has no option 'hxl'"),
    ],
)
def test_a_wrong_request_stops_the_run(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_a_failed_run_leaves_no_file(tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    assert main(["export", str(tmp_path / "missing.jsonl"), "--format", "csv", "--output", str(out)]) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", _kept(tmp_path, record().to_json()), "--format", "csv", "--output", str(tmp_path / "no" / "x.csv")]) == 2
    assert "cannot be written" in capsys.readouterr().err

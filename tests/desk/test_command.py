"""The desk's commands: answers on stdout, exit codes that mean something."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.desk import Desk, adding
from desk.madeup import read_all, reports, write_lines

Out = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out) -> str:
    monkeypatch.setattr(adding, "read_all", read_all)
    rows = [*reports(12), {"id": "bad", "text": "an unreadable page"}]
    assert main(["add", str(tmp_path / "d"), str(write_lines(tmp_path / "in.jsonl", rows))]) == 1
    assert "12 folded, 1 could not be read" in capsys.readouterr().err
    return str(tmp_path / "d")


def test_find_as_a_table_and_as_json(folder: str, capsys: Out) -> None:
    assert main(["find", folder, "--size", "2"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[0].split()[:2] == ["DAY", "WHAT"]
    assert len(out.splitlines()) == 3
    assert "--page 2" in err
    for what in ("events", "articles", "statements", "actors"):
        assert main(["find", folder, "--what", what, "--json", "--size", "2"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert (found["page"], found["size"]) == (1, 2)
    assert main(["find", folder, "--count"]) == 0
    assert int(capsys.readouterr().out) > 1


def test_quarantine(folder: str, capsys: Out) -> None:
    assert main(["quarantine", folder, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["message"] == "this cannot be read"
    assert main(["quarantine", folder, "--retry"]) == 1
    assert "tried 2 times" in capsys.readouterr().out


def test_timeline_trends_brief_versions(folder: str, capsys: Out) -> None:
    assert main(["timeline", folder]) == 0
    assert " report" in capsys.readouterr().out
    assert main(["timeline", folder, "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[0])["events"]
    assert main(["trends", folder, "--by", "type", "--everything", "--json"]) == 0
    assert main(["trends", folder, "--by", "type"]) == 0
    capsys.readouterr()
    assert main(["brief", folder, "--format", "html", "--title", "W"]) == 0
    assert "<h1>W</h1>" in capsys.readouterr().out
    assert main(["versions", folder, "https://nowhere.example/"]) == 2


def test_deciding(folder: str, capsys: Out) -> None:
    with Desk(Path(folder)) as desk:
        e = desk.find().rows[0].id
    assert main(["decide", folder, "correct", e, "killed", "4", "--who", "anna", "--why", "counted"]) == 0
    assert main(["decide", folder, "add", "event", "type=AID", "day=2022-04-01", "--who", "anna"]) == 0
    assert main(["decide", folder, "undo", "1", "--who", "anna"]) == 0
    capsys.readouterr()
    assert main(["decide", folder, "log"]) == 0
    out = capsys.readouterr().out
    assert "anna: correct" in out
    assert "counted (undone)" in out
    assert main(["agreement", folder]) == 0
    assert main(["agreement", folder, "--json"]) == 0
    assert main(["decide", folder, "accept"]) == 2


def test_reread(folder: str, capsys: Out) -> None:
    assert main(["reread", folder, "--show"]) == 0
    assert "to read again: 0 articles" in capsys.readouterr().out
    assert main(["reread", folder, "--fold"]) == 0
    assert "12 folded" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong",
    [
        ["find", "no-such-desk"],
        ["find", "{d}", "--since", "soon"],
        ["add", "{d}", "--workers", "0"],
        ["add", "{d}", "x", "--column", "text"],
    ],
)
def test_wrong_requests(folder: str, wrong: list[str], capsys: Out) -> None:
    assert main([w.format(d=folder) for w in wrong]) == 2
    assert capsys.readouterr().err.startswith("dateline: ")

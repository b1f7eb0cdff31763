"""`dateline same` on the command line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from dateline.cli import main


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [("Kyiv", "Kiev", "yes"), ("Niger", "Nigeria", "no"), ("Anna Weber", "Otto Lindqvist", "no")],
)
def test_a_pair_is_answered_with_its_reason(a: str, b: str, answer: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["same", a, b]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{answer} (")
    assert len(said.split(": ", 1)[1]) > 10


def test_a_table_comes_back_with_an_answer_for_each_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text('Kyiv,Kiev\n"Weber, Anna",Anna Weber\n', encoding="utf-8")
    assert main(["same", "--table", str(path)]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(r["a"], r["answer"]) for r in rows] == [("Kyiv", "yes"), ("Weber, Anna", "yes")]
    assert all(r["because"] and 0 <= float(r["score"]) <= 1 for r in rows)


def test_named_columns_and_json_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("n,left,right\n1,Gaddafi,Kadhafi\n", encoding="utf-8")
    assert main(["same", "--table", str(path), "--columns", "left", "right", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["answer"] == "yes"


def test_a_row_without_two_names_is_named_and_the_others_are_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("Kyiv,Kiev\nOslo\nNiger,Nigeria\n", encoding="utf-8")
    assert main(["same", "--table", str(path)]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 3
    assert "line 2" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["same", "Kyiv"], "give two"),
        (["same", "--table", "no-such.csv"], "no-such.csv"),
        (["same", "a", "b", "--table", "x.csv"], "either"),
        (["same", "a", "b", "--columns", "x", "y"], "--table"),
    ],
)
def test_a_wrong_request_says_what_to_do(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert said in capsys.readouterr().err


def test_a_missing_column_is_named_with_those_there_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("left,right\nx,y\n", encoding="utf-8")
    assert main(["same", "--table", str(path), "--columns", "left", "wrong"]) == 2
    err = capsys.readouterr().err
    assert "'wrong'" in err
    assert "left, right" in err

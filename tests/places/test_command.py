"""`dateline gazetteer` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.places.gazetteer import SHIPPED, in_use

ROW = "90000001\tQormazar\tQormazar\tKurmazar\t36.5\t68.25\tP\tPPL\tAF\t\t\t\t\t\t4200\t\t0\tAsia/Kabul\t2023-01-01\n"


def test_find_tells_kind_country_and_point(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "find", "Donbas"]) == 0
    assert "UKR" in capsys.readouterr().out


def test_find_can_be_kept_to_a_country(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "find", "Tripoli", "--country", "lbn", "--format", "jsonl"]) == 0
    assert {json.loads(x)["country"] for x in capsys.readouterr().out.splitlines()} == {"LBN"}


def test_a_name_that_nothing_has_is_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "find", "Zqxuvw"]) == 1
    assert "Zqxuvw" in capsys.readouterr().err


def test_an_imported_dump_is_found_by_both_its_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump, made = tmp_path / "AF.txt", tmp_path / "more.sqlite"
    dump.write_text(ROW, encoding="utf-8")
    assert main(["gazetteer", "import", str(dump), "--into", str(made)]) == 0
    assert capsys.readouterr().out.startswith("1 places added")
    for name in ("Qormazar", "Kurmazar"):
        assert main(["gazetteer", "find", name, "--gazetteer", str(made)]) == 0
        assert "90000001" in capsys.readouterr().out


@pytest.mark.parametrize("content", [None, "a\tb\n"])
def test_a_dump_that_is_none_stops_the_run_and_leaves_nothing(
    content: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dump, made = tmp_path / "dump.txt", tmp_path / "more.sqlite"
    if content is not None:
        dump.write_text(content, encoding="utf-8")
    assert main(["gazetteer", "import", str(dump), "--into", str(made)]) == 2
    assert "dump.txt" in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ([] if content is None else ["dump.txt"])


@pytest.mark.parametrize("command", [["gazetteer", "find", "Kabul"], ["read", "-"]])
def test_a_file_that_is_no_gazetteer_stops_the_run(command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "notes.txt"
    wrong.write_text("not a database, however you look at it" * 50, encoding="utf-8")
    assert main([*command, "--gazetteer", str(wrong)]) == 2
    assert "no gazetteer" in capsys.readouterr().err


def test_the_environment_names_the_gazetteer_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert in_use() == SHIPPED
    monkeypatch.setenv("DATELINE_GAZETTEER", str(tmp_path / "mine.sqlite"))
    assert in_use() == tmp_path / "mine.sqlite"

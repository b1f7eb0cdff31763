"""`dateline read --knowledge FILE`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.cli import main


def test_actors_of_a_report_are_linked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base, page = tmp_path / "people.csv", tmp_path / "page.txt"
    base.write_text("id,name,country,kind\n77,Emmerson Mnangagwa,ZWE,person\n", encoding="utf-8")
    page.write_text("President Emmerson Mnangagwa said in Harare on Monday that Zimbabwe would hold elections.", encoding="utf-8")
    assert main(["read", str(page), "--format", "jsonl", "--knowledge", str(base)]) == 0
    actors = json.loads(capsys.readouterr().out)["actors"]
    assert [a["known_as"] for a in actors if "Mnangagwa" in a["name"]] == [{"people": "77"}]


def test_a_wrong_file_stops_the_run_before_anything_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = tmp_path / "people.csv"
    base.write_text("name\nAnna Weber\n", encoding="utf-8")
    assert main(["read", "no-such-page.txt", "--knowledge", str(base)]) == 2
    assert "'id'" in capsys.readouterr().err

"""`dateline dates` on the command line, and TimeML."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dateline.cli import main
from dateline.dates import find_dates
from dateline.dates.timeml import timeml

TEXT = "Talks resumed on Tuesday, two days after the ceasefire of 14 May 2023, & will go on until June."


def test_a_table_gives_words_value_and_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["dates", str(path), "--published", "2023-05-17"]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert "Tuesday" in first
    assert "2023-05-16" in first
    assert "past" in first


def test_without_a_day_of_publication_an_open_date_stays_unknown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "talks.txt"
    path.write_text("Talks resumed on Tuesday.", encoding="utf-8")
    assert main(["dates", str(path)]) == 0
    assert "(unknown)" in capsys.readouterr().out


def test_json_lines_keep_ids_and_days(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "in.jsonl"
    lines = [{"id": "x1", "text": "It rained yesterday.", "published": "2023-05-17"}, {"id": "x2", "text": "Nothing."}]
    path.write_text("".join(json.dumps(x) + "\n" for x in lines), encoding="utf-8")
    assert main(["dates", str(path), "--format", "jsonl"]) == 0
    got = [json.loads(x) for x in capsys.readouterr().out.splitlines()]
    assert [g["id"] for g in got] == ["x1", "x2"]
    assert got[0]["dates"][0]["value"] == "2023-05-16"
    assert got[1]["dates"] == []


def test_timeml_is_xml_that_gives_the_text_back() -> None:
    text = TEXT + " <b>\x07"
    root = ElementTree.fromstring(timeml(text, find_dates(text, published="2023-05-17"), published="2023-05-17"))
    body = root.find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == text.replace("\x07", "\ufffd")
    assert [t.get("value") for t in body.iter("TIMEX3")][:2] == ["2023-05-16", "2023-05-16"]
    assert root.find("DCT/TIMEX3").get("value") == "2023-05-17"  # type: ignore[union-attr]


def test_a_web_page_is_refused_with_a_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body><p>It rained yesterday.</p></body></html>", encoding="utf-8")
    assert main(["dates", str(path)]) == 1
    assert "dateline read" in capsys.readouterr().err


def test_a_wrong_day_stops_the_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["dates", str(path), "--published", "last week"]) == 2
    assert "last week" in capsys.readouterr().err

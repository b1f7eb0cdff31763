from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import StopRun
from dateline.outlets.delivery import Delivery
from dateline.record import Article, Record


def record(ident: str, text: str = "Nothing happened.") -> Record:
    return Record(article=Article(id=ident, text=text))


def test_a_folder_gets_a_file_for_each_document(tmp_path: Path) -> None:
    with Delivery("html", str(tmp_path / "pages") + "/") as out:
        out.give(record("one"))
        out.give(record("two"))
    assert sorted(p.name for p in (tmp_path / "pages").iterdir()) == ["one.html", "two.html"]


def test_an_id_cannot_leave_the_folder_and_equal_ids_are_numbered(tmp_path: Path) -> None:
    with Delivery("jsonl", str(tmp_path)) as out:
        out.give(record("../../etc/passwd"))
        out.give(record("../../etc/passwd"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["etc-passwd-2.jsonl", "etc-passwd.jsonl"]


def test_a_second_html_page_on_standard_output_is_refused_with_the_remedy() -> None:
    with Delivery("html", None) as out:
        out.give(record("one"))
        with pytest.raises(StopRun) as e:
            out.give(record("two"))
    assert "--output" in (e.value.remedy or "")


def test_a_file_appears_under_its_name_only_when_complete(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    with pytest.raises(RuntimeError), Delivery("jsonl", str(path)) as out:
        out.give(record("one"))
        raise RuntimeError("interrupted")
    assert not path.exists()
    with Delivery("jsonl", str(path)) as out:
        out.give(record("one"))
    assert path.read_text(encoding="utf-8").count("\n") == 1


def test_an_unwritable_place_is_named(tmp_path: Path) -> None:
    with pytest.raises(StopRun, match="cannot be written"), Delivery("text", str(tmp_path / "missing" / "x.txt")):
        pass

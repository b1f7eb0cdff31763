"""Files that stand under their name only when they are complete."""

from pathlib import Path

import pytest

from dateline.sources.whole import whole


def test_a_complete_file_takes_its_name(tmp_path: Path) -> None:
    with whole(tmp_path / "a.txt") as part:
        part.write_text("all of it")
        assert not (tmp_path / "a.txt").exists()
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("a.txt", "all of it")]


def test_a_broken_one_leaves_what_stood_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("before")
    with pytest.raises(KeyError), whole(tmp_path / "a.txt") as part:
        part.write_text("half")
        raise KeyError
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("a.txt", "before")]

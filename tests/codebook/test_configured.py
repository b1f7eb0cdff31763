"""The codebook asked for besides PLOVER."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.codebook.configured import VARIABLE, configured
from dateline.codebook.format import CodebookError

BOOK = """\
codebook: NAME
types:
  arrest:
    definition: somebody is taken into custody
    quad: material conflict
    intensity: -7
    examples: ["Police [[arrested]] two editors on Monday.", "Nine students were [[jailed]]."]
"""


def test_nobody_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert configured() is None


def test_the_file_that_the_environment_names_is_made_ready_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(BOOK.replace("NAME", "mine"), encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(path))
    coder = configured()
    assert coder is not None and coder.book.name == "mine" and configured() is coder


def test_a_book_of_ones_own_needs_a_name_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(BOOK.replace("NAME", "PLOVER"), encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(path))
    with pytest.raises(CodebookError, match=r"mine\.yaml.*name of its own"):
        configured()

"""What the documents say is so: every command and option is in the README, its example runs, its first screen is what the program prints."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import dateline
from dateline.cli import _parser
from dateline.outlets import render

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_readme() -> None:
    for name in _parser()._subparsers._group_actions[0].choices:  # type: ignore[union-attr]
        assert f"dateline {name}" in README


def test_every_option_is_documented_as_the_program_has_it() -> None:
    sys.path.insert(0, str(ROOT / "docs"))
    from refresh_commands import page

    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == page(), "run python docs/refresh_commands.py"


def test_the_python_example_runs(capsys) -> None:  # type: ignore[no-untyped-def]
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert code
    exec(compile(code[1].replace("examples/", f"{ROOT}/examples/"), "README", "exec"), {})
    assert "ASSAULT" in capsys.readouterr().out


def test_the_first_screen_is_what_the_program_prints() -> None:
    shown = re.search(r"<!-- first screen -->\n```\n(.*?)```", README, re.DOTALL)
    assert shown
    page = (ROOT / "examples" / "ziguinchor.txt").read_text(encoding="utf-8")
    printed = render(dateline.read(page, published="2023-11-14"), "text")
    missing = [line for line in shown[1].splitlines() if line.strip() and line.strip() != "…" and line not in printed.splitlines()]
    assert not missing, f"the README shows lines that the program does not print: {missing}"


def test_changelog_names_the_version() -> None:
    assert f"## {dateline.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f'version = "{dateline.__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")

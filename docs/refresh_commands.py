"""Write docs/commands.md from the program's own parser: every command, every option. tests/test_docs.py holds the file to it.

python docs/refresh_commands.py
"""

from __future__ import annotations

import argparse
from pathlib import Path

from dateline.cli import _parser

HERE = Path(__file__).parent
HEAD = """# Every command and option

Made from the program by `docs/refresh_commands.py`. Answers go to standard output, progress and failures to standard error.
Exit code 0: all done. 1: some documents could not be read; each is named. 2: the request itself is wrong. 130: interrupted.
"""


def page() -> str:
    return "\n".join([HEAD, *(line for name, parser in _commands(_parser()) for line in _section(name, parser))]).rstrip() + "\n"


def _commands(parser: argparse.ArgumentParser, above: str = "dateline") -> list[tuple[str, argparse.ArgumentParser]]:
    """Every command that runs, those below another one too, in the order of the help."""
    out = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, sub in action.choices.items():
                below = _commands(sub, f"{above} {name}")
                out += below or [(f"{above} {name}", sub)]
    return out


def _section(name: str, parser: argparse.ArgumentParser) -> list[str]:
    given = [a for a in parser._actions if not isinstance(a, argparse._HelpAction)]
    places = " ".join(_place(a) for a in given if not a.option_strings)
    lines = [f"## {name} {places}".rstrip(), "", parser.description or "", ""]
    rows = [(_flags(a), _help(a)) for a in given if a.help]
    if rows:
        lines += ["| | |", "|---|---|", *(f"| {flag} | {text} |" for flag, text in rows), ""]
    return lines


def _place(a: argparse.Action) -> str:
    name = a.metavar if isinstance(a.metavar, str) else a.dest.upper()
    return {"*": f"[{name}…]", "+": f"{name}…", "?": f"[{name}]"}.get(str(a.nargs), name)


def _flags(a: argparse.Action) -> str:
    if not a.option_strings:
        return f"`{_place(a)}`"
    if a.nargs == 0:
        return f"`{', '.join(a.option_strings)}`"
    value = a.metavar or ("\\|".join(map(str, a.choices)) if a.choices else a.dest.upper())
    return f"`{', '.join(a.option_strings)} {' '.join(value) if isinstance(value, tuple) else value}`"


def _help(a: argparse.Action) -> str:
    return ((a.help or "") % {"default": a.default, "prog": "dateline"}).replace("|", "\\|")


if __name__ == "__main__":
    (HERE / "commands.md").write_text(page(), encoding="utf-8")

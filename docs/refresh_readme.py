"""Write the README's first screen anew from what the program prints of examples/ziguinchor.txt.

    python docs/refresh_readme.py

`tests/test_docs.py` fails when the README shows a line that the program no longer prints.
"""

from __future__ import annotations

import re
from pathlib import Path

import dateline
from dateline.outlets import render

ROOT = Path(__file__).parents[1]
SECTIONS = ("TIMELINE", "STATEMENTS", "EVENTS")  # what fits on a first screen; the program prints more
LINES = 14  # of each section


def main() -> None:
    page = (ROOT / "examples" / "ziguinchor.txt").read_text(encoding="utf-8")
    printed = render(dateline.read(page, published="2023-11-14"), "text").rstrip("\n").split("\n")
    heads = [i for i, line in enumerate(printed) if re.fullmatch(r"[A-Z][A-Z ]+", line)]
    shown = printed[: heads[0]]
    for at, following in zip(heads, [*heads[1:], len(printed)], strict=True):
        if printed[at] in SECTIONS:
            body = printed[at:following]
            shown += body[:LINES] + (["  …", ""] if len(body) > LINES else [])
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    screen = "<!-- first screen -->\n```\n" + "\n".join(shown).rstrip() + "\n```"
    readme.write_text(
        re.sub(r"<!-- first screen -->(?:\n```\n.*?```)?", lambda _: screen, text, count=1, flags=re.DOTALL), encoding="utf-8"
    )


if __name__ == "__main__":
    main()

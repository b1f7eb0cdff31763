"""Our own families of confusable incidents (families.txt) as a gold set in the form of folding_a.jsonl.

python training/folding/families.py > GOLD.jsonl
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

WRITTEN = Path(__file__).with_name("families.txt")
_TOLD = re.compile(r"\{(\w+)\|([^}]+)\}")


def families(path: Path = WRITTEN) -> Iterator[dict[str, Any]]:
    """Each report with its keyed events; offsets are of the text without the marks."""
    family, types, report = "", {}, None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("= "):
            family, _, keys = line[2:].partition(" ")
            types = dict(k.split() for k in keys.split(";"))
        elif line.startswith("- "):
            report = [part.strip() for part in line[2:].split("|")]
            if len(report) != 4:
                raise ValueError(f"{path}:{number}: a report is ID | DAY | OUTLET | TITLE")
        elif report is not None:
            id, published, outlet, title = report
            yield {
                "id": f"o1-{family}-{id}",
                "published": published,
                "outlet": outlet,
                "title": title,
                **_marked(line, f"o1-{family}", types),
            }
            report = None
        else:
            raise ValueError(f"{path}:{number}: a text without a report")


def _marked(line: str, family: str, types: dict[str, str]) -> dict[str, Any]:
    text, at, events = "", 0, []
    for m in _TOLD.finditer(line):
        text += line[at : m.start()]
        events.append({"key": f"{family}-{m[1]}", "type": types[m[1]], "trigger": [len(text), len(text) + len(m[2])]})
        text, at = text + m[2], m.end()
    return {"text": text + line[at:], "gold": {"events": events}}


def main() -> None:
    for g in families():
        print(json.dumps(g, ensure_ascii=False))


if __name__ == "__main__":
    main()

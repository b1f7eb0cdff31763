"""The house stands: a room imports only from floors below it, and importing the package is light."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "dateline"
FLOORS = [
    {"errors", "record", "schema"},
    {"sources", "reader"},
    {"page", "actors", "places", "dates", "codebook"},
    {"statements"},
    {"events"},
    {"pipeline"},
    {"runs"},
    {"stories"},
    {"desk"},
    {"outlets"},
    {"web"},
    {"cli"},
]
FLOOR = {room: i for i, rooms in enumerate(FLOORS) for room in rooms}


def room_of(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("dateline."):
            found.add(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("dateline.")}
    return found


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda p: str(p.relative_to(SRC)))
def test_a_room_imports_only_from_below(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    assert room in FLOOR, f"{room} has no floor: give it one"
    above = {r for r in imports(path) if r != room and FLOOR.get(r, 99) >= FLOOR[room]}
    assert not above, f"{path.name} in {room} imports {sorted(above)}, which is not below it"


def test_training_is_never_imported() -> None:
    assert not any(
        "training" in p.read_text(encoding="utf-8").split("import")[0] and "import training" in p.read_text(encoding="utf-8")
        for p in SRC.rglob("*.py")
    )


@pytest.mark.parametrize("statement", ["import dateline", "from dateline.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass"])
def test_importing_is_light(statement: str) -> None:
    heavy = "{'numpy', 'onnxruntime', 'tokenizers', 'trafilatura', 'yaml', 'sqlite3', 'lxml'}"
    code = f"import sys\n{statement}\nprint(sorted({heavy} & set(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip().endswith("[]"), out

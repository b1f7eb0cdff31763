"""docs/exports.md names every format, column and option."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from dateline.outlets.exports import FORMATS, OPTIONS
from dateline.outlets.exports.graphml import EDGE, NODE

DOCS = (Path(__file__).parents[3] / "docs" / "exports.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*FORMATS, *(f"--{o}" for o in OPTIONS)])
def test_formats_and_options_are_documented(name: str) -> None:
    assert name in DOCS


@pytest.mark.parametrize("module", ["flat", "polecat", "acled", "gdelt", "country_months"])
def test_columns_are_documented_in_their_order(module: str) -> None:
    columns = import_module(f"dateline.outlets.exports.{module}").COLUMNS
    assert ", ".join(f"`{c}`" for c in columns) in " ".join(DOCS.split())


def test_the_networks_attributes_are_documented() -> None:
    assert f"Nodes: {', '.join(NODE)}." in DOCS and f"Edges: {', '.join(EDGE)}." in DOCS

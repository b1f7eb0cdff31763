"""What several tests share: where the gold sets are, and a page of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# how fast examples are made and run is the machine's affair: no test is timed
settings.register_profile("dateline", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("dateline")

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the gold sets; the test is skipped where it is missing."""
    if not (SHARED / "score" / "board.py").exists():
        pytest.skip("needs ../shared (gold sets that are not part of the repository)")
    return SHARED


@pytest.fixture(scope="session")
def page() -> str:
    """A page of our own, machine-translated in style, with most of what makes such pages hard."""
    return (ROOT / "examples" / "ziguinchor.txt").read_text(encoding="utf-8")

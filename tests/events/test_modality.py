"""Where grammar settles whether a deed was done."""

from __future__ import annotations

import pytest

from dateline.events.modality import modality_of
from statements.telling import spot


@pytest.mark.parametrize(
    ("text", "trigger", "want"),
    [
        ("If the rebels attack, we will answer.", "attack", "hypothetical"),
        ("If the rebels attack, we will answer.", "answer", "future"),
        ("The rebels could attack the port.", "attack", "hypothetical"),
        ("Police did not fire on the crowd.", "fire", "negated"),
        ("The treaty was never signed.", "signed", "negated"),
        ("The two will also meet in Oslo.", "meet", "future"),
        ("The rebels attacked the port, if reports are right.", "attacked", "asserted"),
        ("He said he did not know who attacked the port.", "attacked", "asserted"),
    ],
)
def test_modality(text: str, trigger: str, want: str) -> None:
    assert modality_of(text, spot(text, trigger), (0, len(text)), "asserted")[0] == want


def test_the_readers_doubt_stands() -> None:
    text = "The rebels will attack."
    assert modality_of(text, spot(text, "attack"), (0, len(text)), "hypothetical") == ("hypothetical", "")

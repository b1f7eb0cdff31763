"""Who is spoken to."""

from __future__ import annotations

import pytest

from dateline.record import Actor
from dateline.statements.addressees import told_to
from statements.telling import spot


def spoken_to(text: str, cue: str, whom: str, content: str, *, sector: str | None = None, kind: str = "population") -> tuple[str, ...]:
    actor = Actor("a1", whom, kind, (), None, sector)
    return told_to(text, spot(text, cue), (spot(text, content),), {spot(text, whom): "a1"}, {"a1": actor})


@pytest.mark.parametrize(
    ("text", "cue", "whom", "content"),
    [
        ("He urged political parties to keep faith.", "urged", "political parties", "to keep faith"),
        ("The party told the Commission that it would leave.", "told", "Commission", "that it would leave"),
        ("She called on the army to stop.", "called on", "army", "to stop"),
    ],
)
def test_the_party_behind_the_telling_word_is_spoken_to(text: str, cue: str, whom: str, content: str) -> None:
    assert spoken_to(text, cue, whom, content) == ("a1",)


@pytest.mark.parametrize(
    ("text", "cue", "whom", "content"),
    [
        ("He said ministers would leave.", "said", "ministers", "would leave"),
        ("He told how ministers left.", "told", "ministers", "ministers left"),
    ],
)
def test_who_is_only_spoken_of_is_not(text: str, cue: str, whom: str, content: str) -> None:
    assert spoken_to(text, cue, whom, content) == ()


def test_a_newspaper_is_the_outlet() -> None:
    assert spoken_to("He told the Herald that it was late.", "told", "Herald", "that it was late", sector="JRN", kind="organization") == ()

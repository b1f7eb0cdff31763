"""Who says that a deed happened."""

from __future__ import annotations

import pytest

from dateline.events.attribution import reporter_of
from dateline.record import Statement
from statements.telling import deed, spot


def said(text: str, content: str, kind: str, speaker: str = "a1", i: str = "s1") -> Statement:
    return Statement(i, speaker, (spot(text, content),), spot(text, "said"), kind)


@pytest.mark.parametrize(
    ("text", "content", "kind", "word", "type", "reported"),
    [
        ("“We condemn the raid,” said Kessa.", "We condemn the raid", "direct", "condemn", "ACCUSE", False),
        ("Kessa said Ruvia must withdraw.", "Ruvia must withdraw", "indirect", "must withdraw", "REQUEST", False),
        ("Kessa said it had demanded a truce.", "it had demanded a truce", "indirect", "demanded", "REQUEST", True),
        ("“We demanded a truce,” said Kessa.", "We demanded a truce", "direct", "demanded", "REQUEST", True),
        ("“We bombed the port,” said Kessa.", "We bombed the port", "direct", "bombed", "ASSAULT", True),
    ],
)
def test_what_is_done_by_saying_it_has_no_reporter(text: str, content: str, kind: str, word: str, type: str, reported: bool) -> None:
    s = said(text, content, kind)
    assert reporter_of(text, deed(text, word, type), (0, len(text)), (s,), ("a1",)) == (s if reported else None)


def test_another_says_what_its_actor_said() -> None:
    text = "“They condemn the raid,” said Kessa."
    s = said(text, "They condemn the raid", "direct")
    assert reporter_of(text, deed(text, "condemn", "ACCUSE"), (0, len(text)), (s,), ("a2",)) == s


def test_outside_of_all_statements_nobody_reports() -> None:
    text = "Kessa said little. Ruvia condemned the raid."
    assert reporter_of(text, deed(text, "condemned", "ACCUSE"), (19, len(text)), (said(text, "little", "indirect"),), ("a2",)) is None

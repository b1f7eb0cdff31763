"""What stands for a report in lists: its title, or how it begins."""

from __future__ import annotations

import pytest

from dateline.desk.writing import headline
from dateline.record import Article

LONG = "Farmers closed the northern road at dawn on Friday, and by noon the queue of lorries reached the river. "


@pytest.mark.parametrize(
    ("title", "text", "shown"),
    [
        ("  Road\n closed ", "anything", "Road closed"),
        (None, "https://kasa.example/1 Farmers closed a road.", "Farmers closed a road."),
        (None, "TAMSK, Jul 26 2022 (KPS) - Farmers closed a road.", "Farmers closed a road."),
        (None, LONG + LONG, LONG.strip()),
        (None, "and so on " * 30, "and so on " * 15 + "and so…"),
        (None, "https://kasa.example/1", "the-id"),
    ],
)
def test_headline(title: str | None, text: str, shown: str) -> None:
    assert headline(Article("the-id", text, title=title)) == shown

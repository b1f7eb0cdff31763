"""Markdown: tables that hold, and words of the page that stay words."""

from __future__ import annotations

import re

import pytest

from dateline.outlets.markdown import render_markdown, safe
from outlets.shown import hostile, record


def test_the_parts_come_in_order() -> None:
    titles = re.findall(r"^## (.*)$", render_markdown(record()), flags=re.MULTILINE)
    assert titles == ["Who is who", "Where", "Timeline", "Statements", "Events", "Claims"]


def test_an_event_is_a_row_with_its_words() -> None:
    row = next(x for x in render_markdown(record()).split("\n") if "CONSULT" in x and x.startswith("|"))
    assert row.startswith("| Ada Brenn | CONSULT | rebels | Talvik | 2020-05-03 | the article | ")
    assert "Ada Brenn **met** rebels" in row


@pytest.mark.parametrize(
    "attack", ["# heading", "| a | b |", "[x](javascript:alert(1))", "<img src=x>", "![x](y)", "`code`\n\n# x", "- item", "1. item"]
)
def test_a_page_cannot_write_markdown(attack: str) -> None:
    text = render_markdown(hostile(attack))
    assert len(re.findall(r"^# ", text, flags=re.MULTILINE)) == 1
    assert not re.search(r"(?<!\\)<|(?<!\\)`|(?<!\\)\]\(", text)
    for table in re.findall(r"(?:^\|.*\n)+", text, flags=re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}) == 1


def test_addresses_do_not_become_links() -> None:
    assert safe("see https://evil.example and www.evil.example or a@evil.example") == (
        "see https&#58;//evil.example and www&#46;evil.example or a&#64;evil.example"
    )

"""The terminal: nothing past 100 columns, nobody without a part before those who have one, nothing that writes to the terminal."""

from __future__ import annotations

import dataclasses

import pytest

from dateline.outlets.columns import width_of
from dateline.outlets.text import WIDTH, render_text
from dateline.record import Article, Record
from outlets.shown import hostile, record


def section(text: str, title: str) -> str:
    return text.split(f"\n{title}\n\n", 1)[1].split("\n\n", 1)[0]


def test_the_headline_stands_first_and_the_day_with_its_origin() -> None:
    lines = render_text(record()).split("\n")
    assert lines[0] == "Talks fail in Talvik"
    assert "4 May 2020 (as given)" in lines[2]


def test_those_who_take_part_come_with_role_and_spellings() -> None:
    who = section(render_text(record()), "WHO IS WHO")
    assert "Ada Brenn  person NOR GOV · Governor" in who
    assert "also   Brenn\n" in who
    assert "called the chief\n" in who


def test_actors_without_a_part_are_summarised_and_crowds_left_out() -> None:
    who = section(render_text(record()), "WHO IS WHO")
    assert "named only:  Oru (organization)" in who
    assert "people" not in who


def test_an_event_is_one_row_with_a_quotation() -> None:
    events = section(render_text(record()), "EVENTS")
    row = next(line for line in events.split("\n") if "CONSULT" in line)
    assert row.split("  ")[0:2] == ["", "Ada Brenn"]
    for words in ("rebels", "Talvik", "2020-05-03", "article"):
        assert words in row
    assert "Governor Ada Brenn met rebels in Talvik" in events


def test_low_confidence_is_marked_and_the_mark_explained() -> None:
    text = render_text(record())
    assert "\n? rebels" in text
    assert "? = read with low confidence" in text
    sure = record(events=record().events[:1])
    assert "low confidence" not in render_text(sure)


def test_numbers_and_reporter_stand_with_the_event() -> None:
    events = section(render_text(record()), "EVENTS")
    assert "at least 4 killed" in events
    assert next(line for line in events.split("\n") if line.startswith("? rebels")).endswith("Ada Brenn")


def test_a_name_that_no_place_was_found_for_is_said_to_be_so() -> None:
    assert "not located: Oru" in render_text(record())


def test_a_day_that_cannot_be_known_is_said_to_be_so() -> None:
    assert "not known:  “Nobody”" in render_text(record())


@pytest.mark.parametrize("words", ["x" * 500, "漢字" * 200, "word " * 300, "a"])
def test_no_line_is_wider_than_the_terminal(words: str) -> None:
    assert max(width_of(line) for line in render_text(hostile(words)).split("\n")) <= WIDTH


def test_a_page_cannot_write_to_the_terminal() -> None:
    text = render_text(hostile("\x1b]0;owned\x07\x1b[2J\u202e\x9b31m"))
    assert all(c == "\n" or c.isprintable() for c in text)


def test_an_address_at_the_head_of_a_page_is_no_headline() -> None:
    text = render_text(Record(Article("x", "https://example.org/a/b\n\nRiver rises again. More words.")))
    assert text.startswith("River rises again.")


def test_an_empty_record_is_short() -> None:
    assert render_text(Record(Article("nothing", ""))) == "nothing\n=======\npublished  not stated\nfound      nothing\n\n"


def test_a_speaker_nobody_knows_comes_last_with_the_words_for_him() -> None:
    told = record()
    unknown = dataclasses.replace(told.statements[0], id="s0", speaker=None, source=(24, 32))
    said = section(render_text(dataclasses.replace(told, statements=(unknown, *told.statements))), "STATEMENTS")
    assert said.index("Ada Brenn") < said.index("not identified")

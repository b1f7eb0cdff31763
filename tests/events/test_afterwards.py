"""What the next sentences add to a deed."""

from __future__ import annotations

from dateline.events.afterwards import told_afterwards
from dateline.events.scene import Setting
from dateline.record import Count, Date, Event
from statements.telling import spot


def event(text: str, word: str, **more: object) -> Event:
    return Event(id="", type="ASSAULT", mode=None, contexts=(), quad="", intensity=0.0, trigger=spot(text, word), **more)  # type: ignore[arg-type]


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    ends = [i + 1 for i, c in enumerate(text) if c == "."]
    return tuple((a if a == 0 else a + 1, b) for a, b in zip([0, *ends], ends, strict=False))


def test_the_incident_took_place_somewhere_some_day() -> None:
    text = "Four died in a gunfight. The incident took place at Ruvo on Saturday."
    day = Date("d1", *spot(text, "Saturday"), "DATE", "2022-05-14", "day")
    told = told_afterwards(text, [event(text, "gunfight")], sentences(text), Setting({spot(text, "Ruvo"): "p1"}, None), [day])
    assert (told[0].date, told[0].place) == ("d1", "p1")
    assert any("told afterwards" in b for b in told[0].because)


def test_what_the_deeds_own_sentence_says_stands() -> None:
    text = "Four died in a gunfight. The incident took place on Saturday."
    day = Date("d1", *spot(text, "Saturday"), "DATE", "2022-05-14", "day")
    told = told_afterwards(text, [event(text, "gunfight", date="d7")], sentences(text), Setting({}, None), [day])
    assert told[0].date == "d7"


def test_others_were_injured() -> None:
    text = "Gunmen attacked a camp. Five others were injured."
    told = told_afterwards(text, [event(text, "attacked")], sentences(text), Setting({}, None), [])
    assert told[0].injured == Count(5, 5, *spot(text, "Five"))


def test_the_numbers_of_another_deed_are_not_added() -> None:
    text = "Gunmen attacked a camp. Troops shelled a town. Five others were injured."
    told = told_afterwards(text, [event(text, "attacked"), event(text, "shelled")], sentences(text), Setting({}, None), [])
    assert told[0].injured is None and told[1].injured is not None


def test_beyond_empty_lines_another_text_begins() -> None:
    text = "Gunmen attacked a camp.\n\n\nFive others were injured."
    told = told_afterwards(text, [event(text, "attacked")], ((0, 23), (26, len(text))), Setting({}, None), [])
    assert told[0].injured is None


def test_a_heading_counts_for_what_comes_next() -> None:
    text = "Gunmen attacked a camp.\nTamsk harbour: 12 people killed\nIt was in May."
    ends = [i for i, c in enumerate(text) if c == "\n"]
    lines = [(0, ends[0]), (ends[0] + 1, ends[1]), (ends[1] + 1, len(text))]
    assert told_afterwards(text, [event(text, "attacked")], lines, Setting({}, None), [])[0].killed is None

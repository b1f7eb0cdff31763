"""Words that may tell of an event: what is kept of them beside the events."""

import pytest

from dateline.events import faint
from dateline.events.faint import find_faint
from dateline.reader.reading import DEED, Frame, Reading
from dateline.record import Event, Faint


class Open:
    def admits(self, gist: object) -> bool:  # noqa: ARG002
        return True


@pytest.fixture(autouse=True)
def politics(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faint, "topic", Open)


def deed(start: int, end: int, score: float) -> Frame:
    return Frame(DEED, (start, end), (), type="ASSAULT", score=score, type_score=0.5)


def event(start: int, end: int) -> Event:
    return Event("e1", "ASSAULT", None, (), "material conflict", -9.0, (start, end))


def test_a_word_too_unsure_is_kept_with_its_type() -> None:
    assert find_faint(Reading((), (), (), None, (deed(5, 9, 0.4),)), (), dates=()) == (Faint((5, 9), "ASSAULT", None, 0.2),)


def test_a_deed_that_was_folded_into_another_is_kept_too() -> None:
    reading = Reading((), (), (deed(0, 4, 0.9), deed(10, 14, 0.9)))
    assert [f.trigger for f in find_faint(reading, (event(0, 4),), dates=())] == [(10, 14)]


def test_a_word_of_an_event_is_not_faint() -> None:
    assert find_faint(Reading((), (), (), None, (deed(2, 6, 0.4),)), (event(0, 4),), dates=()) == ()

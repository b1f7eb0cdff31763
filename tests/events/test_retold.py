"""An event told twice is one; two incidents of one type are two."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dateline.events.retold import fold_retold
from dateline.record import Count, Date, Event, Place

TEXT = "The bombing shook the town at dawn on the day. " * 3 + "Then another bombing came."
FIRST, SECOND = (4, 11), (51, 58)
PLACES = {
    "p1": Place("p1", "Tamsk", precision="city"),
    "p2": Place("p2", "Velo", precision="city"),
    "p3": Place("p3", "Ruvia", precision="country"),
}
DATES = (
    Date("d1", 0, 1, "DATE", "2001-05-04", "day"),
    Date("d2", 2, 3, "DATE", "2001-05-05", "day"),
    Date("d3", 4, 5, "DATE", "2001-05", "month"),
    Date("d4", 6, 7, "DATE", "1994", "year"),
)


def event(trigger: tuple[int, int], **fields: Any) -> Event:
    base = Event("", "ASSAULT", "explosives", (), "material conflict", -9.5, trigger, actors=("a1",), recipients=("a2",), confidence=0.5)
    return replace(base, **fields)


def folded(*events: Event) -> tuple[Event, ...]:
    return fold_retold(TEXT, events, PLACES, DATES)


def test_told_again_is_one_and_fills_what_was_open() -> None:
    (e,) = folded(event(FIRST), event(SECOND, place="p1", date="d1", killed=Count(3, 3, 0, 1), confidence=0.9))
    assert (e.trigger, e.place, e.date, e.confidence) == (FIRST, "p1", "d1", 0.9)
    assert e.killed == Count(3, 3, 0, 1)
    assert any("told again" in b for b in e.because)


def test_the_same_noun_with_its_article_tells_again_without_parties() -> None:
    assert len(folded(event(FIRST), event(SECOND, actors=(), recipients=()))) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({"date": "d1"}, {"date": "d2"}),
        ({}, {"date": "d4"}),
        ({"place": "p1"}, {"place": "p2"}),
        ({"killed": Count(3, 3, 0, 1)}, {"killed": Count(9, 9, 0, 1)}),
        ({"recipients": ("a2",)}, {"recipients": ("a3",)}),
        ({"actors": ("a1",)}, {"actors": ("a4",)}),
        ({"mode": "explosives"}, {"mode": "drone"}),
        ({"modality": "asserted"}, {"modality": "future"}),
        ({"modality": "negated"}, {"modality": "negated"}),
    ],
)
def test_two_incidents_stay_two(one: dict[str, Any], two: dict[str, Any]) -> None:
    assert len(folded(event(FIRST, **one), event(SECOND, **two))) == 2


def test_a_month_does_not_contradict_its_day_nor_a_country_its_town() -> None:
    assert len(folded(event(FIRST, date="d3", place="p3"), event(SECOND, date="d1", place="p1"))) == 1


def test_another_incident_is_said_to_be_another() -> None:
    at = TEXT.index("bombing came")
    assert len(folded(event(FIRST), event((at, at + 7)))) == 2


def test_order_and_ids() -> None:
    found = folded(event(FIRST), event((20, 24), type="PROTEST"), event(SECOND))
    assert [e.id for e in found] == ["e1", "e2"]
    assert [e.trigger for e in found] == sorted(e.trigger for e in found)


def told(text: str, first: str, again: str, **fields: Any) -> int:
    """How many events two tellings make."""
    a, b = (event((text.index(w), text.index(w) + len(w)), **fields) for w in (first, again))
    return len(fold_retold(text, (a, b), PLACES, DATES))


@pytest.mark.parametrize(
    ("text", "again", "events"),
    [
        ("Rebels bombed the market of the old town at dawn on the day. The attack came late.", "attack", 1),
        ("Rebels bombed the market of the old town at dawn on the day. An attack came late.", "attack", 2),
        ("Rebels bombed the market of the old town at dawn on the day. There were three more attacks.", "attacks", 2),
        ("Rebels bombed the market of the old town at dawn on the day in an offensive.", "offensive", 1),
        ("Rebels bombed the market of the old town at dawn, when they shelled and took it.", "shelled", 1),
        ("Rebels bombed the market of the old town at dawn on the day. Later they shelled it.", "shelled", 2),
        ("Rebels bombed the market of the old town at dawn\n\nThe market of the town was shelled.", "shelled", 1),
    ],
)
def test_other_words_tell_a_deed_again_only_where_they_point_back(text: str, again: str, events: int) -> None:
    assert told(text, "bombed", again) == events


def test_one_toll_far_apart_needs_the_same_word_or_one_that_points_back() -> None:
    far = "Rebels bombed the market. " + "Nobody was seen in the old town. " * 12
    fields: dict[str, Any] = {"actors": (), "recipients": (), "killed": Count(3, 3, 0, 1)}
    assert told(far + "Gunmen shelled a camp.", "bombed", "shelled", **fields) == 2
    assert told(far + "The attack killed three.", "bombed", "attack", **fields) == 1
    assert told("Rebels bombed the market and shelled it.", "bombed", "shelled", **fields) == 1


def test_what_is_too_unsure_tells_again_or_nothing() -> None:
    unsure = event(SECOND, place="p1", confidence=0.2)
    (e,) = fold_retold(TEXT, [event(FIRST), unsure], PLACES, DATES, least=0.3)
    assert e.place == "p1"
    assert fold_retold(TEXT, [unsure], PLACES, DATES, least=0.3) == ()


@pytest.mark.parametrize(
    ("again", "events"),
    [("They demanded the release of the nine miners.", 1), ("They demanded cheaper bread and new schools.", 2)],
)
def test_the_same_parties_demand_many_things(again: str, events: int) -> None:
    text = "Farmers demanded the release of nine miners from Kessa. " + again
    first, second = ((text.index("demanded", at), text.index("demanded", at) + 8) for at in (0, 20))
    told = [event(span, type="REQUEST", mode=None) for span in (first, second)]
    assert len(fold_retold(text, told, PLACES, DATES)) == events


def test_attacks_without_a_determiner_are_others() -> None:
    text = "The attack on Tamsk failed. People feared attacks on Tamsk."
    told = [event((4, 10)), event((42, 49))]
    assert len(fold_retold(text, told, PLACES, DATES)) == 2


@pytest.mark.parametrize(("people", "events"), [(("a2",), 1), ((), 2)])
def test_one_person_is_killed_once_and_many_people_again(people: tuple[str, ...], events: int) -> None:
    text = "Ana Ruiz was gunned down in Tamsk. Rebels who shot her fled."
    told = [event((13, 24), mode="targeted", actors=()), event((46, 50), mode="targeted", actors=("a1",))]
    assert len(fold_retold(text, told, PLACES, DATES, people=people)) == events

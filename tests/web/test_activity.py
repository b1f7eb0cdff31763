"""An actor's events by time."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.desk import open_desk
from dateline.desk.filter import Filter
from dateline.web.activity import STEPS, Activity, activity


def of(folder: Path, days: list[tuple[str | None, str | None]], role: str = "actor") -> Activity:
    """The activity of somebody with an event on each of these stretches."""
    with open_desk(folder) as desk:
        desk.db.execute("BEGIN")
        desk.db.execute("INSERT INTO names VALUES ('person|one', 'One', 'person', 'actor-one', 'actor-one', '')")
        for i, (first, last) in enumerate(days):
            desk.db.execute(
                "INSERT INTO events (id, type, contexts, modality, confidence, tellings, articles, outlets, contested, made_by, first_day, last_day)"
                " VALUES (?, 'AID', '[]', 'asserted', 1, 1, 1, 1, '[]', 'x', ?, ?)",
                (f"event-{i}", first, last),
            )
            desk.db.execute("INSERT INTO event_actors VALUES (?, ?, 'actor-one', 'One', 1)", (f"event-{i}", role))
        found = activity(desk.db, "actor-one", Filter())
        desk.db.execute("ROLLBACK")
    return found


@pytest.mark.parametrize(
    ("days", "first", "last", "number"),
    [
        (["2022-04-02", "2022-04-05"], "2022-04-02", "2022-04-05", 4),
        (["2022-04-02", "2023-01-05"], "2022-04", "2023-01", 10),
        (["1999-04-02", "2022-04-02"], "1999", "2022", 24),
    ],
)
def test_steps_are_as_fine_as_the_time_allows(folder: Path, days: list[str], first: str, last: str, number: int) -> None:
    found = of(folder, [(d, d) for d in days])
    assert (found.steps[0].name, found.steps[-1].name, len(found.steps)) == (first, last, number)
    assert sum(s.acts for s in found.steps) == len(days) and not found.vague


def test_what_is_known_less_exactly_is_in_no_step(folder: Path) -> None:
    found = of(folder, [("2022-04-02", "2022-04-02"), ("2022-01-01", "2022-12-31"), (None, None)], "recipient")
    assert found.vague == 2 and [s.acted for s in found.steps] == [1]


def test_the_earliest_are_counted_apart(folder: Path) -> None:
    found = of(folder, [("1789-07-14", "1789-07-14")] + [(f"2022-{m:02d}-01", f"2022-{m:02d}-01") for m in range(1, 13)] * 2)
    assert found.earlier == 1 and len(found.steps) == STEPS and found.most == 2


def test_nothing_has_no_steps(folder: Path) -> None:
    assert of(folder, []).steps == ()

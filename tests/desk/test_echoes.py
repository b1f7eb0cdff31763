"""Words that were too unsure to be events, borne out by other reports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.desk import Desk
from dateline.desk.echoes import DATED
from dateline.record import Event, Record
from dateline.stories import newsroom
from dateline.stories.telling import FAINT, Telling, tellings_of
from desk.conftest import Fill
from desk.contents import contents

UNSURE = "strafed"
UNSEEN = "On 2022-04-12 the market of Kidal, where gunmen fell upon farmers, killing 5, stayed shut, witnesses said."
SURE_1 = "gunmen attacked farmers near Kidal on 2022-04-12, killing 5. Witnesses fled the market."
SURE_2 = "On 2022-04-12 gunmen attacked farmers at the Kidal market, killing 5, witnesses said."
FAINTLY = f"The market of Kidal, where gunmen {UNSURE} farmers on 2022-04-12, killing 5, stayed shut, witnesses said."


def row(id: str, text: str) -> dict[str, str]:
    return {"id": id, "text": text, "published": "2022-04-13", "outlet": id}


@pytest.fixture(autouse=True)
def unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    """The made-up reader is unsure of one word."""

    def with_unsure(record: Record, *, key: str | None = None) -> tuple[Telling, ...]:
        text = record.article.text
        at = text.find(UNSURE)
        if at < 0:
            return tellings_of(record, key=key)
        e = Event(f"{FAINT}{at}-{at + len(UNSURE)}", "ASSAULT", None, (), "material conflict", -5.0, (at, at + len(UNSURE)), confidence=0.3)
        return tuple(replace(t, faint=t.event.id == e.id) for t in tellings_of(replace(record, events=(*record.events, e)), key=key))

    monkeypatch.setattr(newsroom, "tellings_of", lambda record, *, key=None, **_: with_unsure(record, key=key))


def unsure_tellings(desk: Desk) -> list[tuple[str, str]]:
    return desk.db.execute("SELECT trigger, event FROM tellings WHERE faint = 1").fetchall()


def test_alone_it_is_no_telling(fill: Fill) -> None:
    desk = fill([row("c", FAINTLY)])
    assert unsure_tellings(desk) == []
    assert desk.find().rows == ()


def test_a_later_report_bears_it_out(fill: Fill) -> None:
    fill([row("c", FAINTLY)])
    desk = fill([row("a", SURE_1), row("b", SURE_2)])
    (event,) = desk.find().rows
    assert unsure_tellings(desk) == [(UNSURE, event.id)]
    assert event.articles == 3


def test_both_orders_give_the_same_events(fill: Fill) -> None:
    fill([row("c", FAINTLY)], name="x")
    one = fill([row("a", SURE_1), row("b", SURE_2)], name="x")
    fill([row("a", SURE_1), row("b", SURE_2)], name="y")
    other = fill([row("c", FAINTLY)], name="y")
    assert unsure_tellings(one) == unsure_tellings(other) != []
    assert contents(one.db)["events"] == contents(other.db)["events"]


def test_folding_anew_keeps_it_and_a_persons_word_on_it(fill: Fill) -> None:
    desk = fill([row("a", SURE_1), row("b", SURE_2), row("c", FAINTLY)])
    (telling,) = desk.db.execute("SELECT id FROM tellings WHERE faint = 1").fetchone()
    desk.decide("accept", telling, who="anna", why="seen")
    desk.reread(fold=True)
    assert desk.db.execute("SELECT status, decided_by FROM tellings WHERE faint = 1").fetchall() == [("accepted", "person")]
    assert len(desk.find().rows) == 1


def test_a_dated_sentence_without_a_deed_gets_the_type_of_the_event_that_others_tell(fill: Fill) -> None:
    assert fill([row("d", UNSEEN)]).db.execute("SELECT count(*) FROM tellings").fetchone() == (0,)
    desk = fill([row("a", SURE_1), row("b", SURE_2)])
    ((type, why),) = desk.db.execute("SELECT type, because FROM tellings WHERE faint = 1").fetchall()
    assert type == "ASSAULT"
    assert DATED in why
    assert len(desk.find().rows) == 1

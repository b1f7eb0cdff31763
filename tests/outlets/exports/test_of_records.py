from __future__ import annotations

import dataclasses

from dateline.outlets.exports.of_records import rows_of
from dateline.record import Block
from outlets.shown import TEXT, record


def test_each_event_is_a_row() -> None:
    rows = list(rows_of([record()]))
    assert [(r.id, r.type, [p.name for p in r.actors], [p.name for p in r.recipients]) for r in rows] == [
        ("t1#e1", "CONSULT", ["Ada Brenn"], ["rebels"]),
        ("t1#e2", "ASSAULT", ["rebels"], []),
    ]


def test_a_row_stands_on_its_sentence() -> None:
    first, second = rows_of([record()])
    assert first.tellings[0].quote == "Governor Ada Brenn met rebels in Talvik on 3 May 2020."
    assert second.tellings[0].quote == "At least 4 people died when rebels shelled the port."
    assert TEXT[slice(*second.tellings[0].trigger)] == "shelled"


def test_unknown_stays_unknown() -> None:
    _, second = rows_of([record()])
    assert second.place is None and second.days is None and second.injured is None
    assert second.killed and (second.killed.low, second.killed.high) == (4, None)


def test_a_date_without_a_value_is_no_date() -> None:
    told = record()
    events = tuple(dataclasses.replace(e, date="d2") for e in told.events)
    assert all(r.days is None for r in rows_of([dataclasses.replace(told, events=events)]))


def test_who_says_so() -> None:
    _, second = rows_of([record()])
    assert second.tellings[0].speaker == "Ada Brenn"


def test_a_name_is_one_actor_across_records_and_a_description_is_not() -> None:
    one, other = record(), record()
    other = dataclasses.replace(other, article=dataclasses.replace(other.article, id="t2"))
    rows = list(rows_of([one, other]))
    assert rows[0].actors[0].id == rows[2].actors[0].id == "person/ada brenn/NOR"
    nobody = [dataclasses.replace(r, mentions=()) for r in (one, other)]
    rows = list(rows_of(nobody))
    assert rows[0].actors[0].id != rows[2].actors[0].id


def test_the_lead_is_known_only_with_the_pages_parts() -> None:
    assert next(rows_of([record()])).tellings[0].lead is None
    blocks = (
        Block("title", 0, 20),
        Block("paragraph", 22, TEXT.index("At least") - 1),
        Block("paragraph", TEXT.index("At least"), len(TEXT)),
    )
    told = record()
    parted = dataclasses.replace(told, article=dataclasses.replace(told.article, blocks=blocks))
    assert [(r.tellings[0].lead, r.tellings[0].paragraph) for r in rows_of([parted])] == [(True, 2), (False, 3)]


def test_rows_come_one_by_one() -> None:
    def endless():  # type: ignore[no-untyped-def]
        while True:
            yield record()

    rows = rows_of(endless())
    assert [next(rows).type for _ in range(4)] == ["CONSULT", "ASSAULT", "CONSULT", "ASSAULT"]

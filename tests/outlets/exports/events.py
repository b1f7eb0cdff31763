"""Made-up events for the tests of exports, in words of our own."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from dateline.outlets.exports.rows import Days, EventRow, Marked, Party, Spot, Telling, Toll

TEXT = "Fire in Loikaw\n\nThe army bombed a school in Loikaw on 3 May 2022, the teacher said. Between 3 and 5 pupils died."
ARMY = Party("organization/army/MMR", "the army", "organization", "MMR", "MIL", ("chief of staff",), ("Tatmadaw",), "Q1", "The army")
PUPILS = Party("x#a2", "pupils", "population", "MMR", "CVL", words="pupils", named=False)
TEACHER = Party("person/ma thuzar/MMR", "Ma Thuzar", "person", "MMR", "EDU")
UNION = Party("organization/union/THA", "the Union", "organization", "THA", "REB")
LOIKAW = Spot("geonames/1309937", "Loikaw", "city", 19.674421, 97.209213, "MMR", "Kayah State", 1309937, "city", 0.9, "Loikaw")


def _span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def telling(n: int = 1, **changes: Any) -> Telling:
    told = Telling(
        f"x{n}#e1", f"x{n}", TEXT, _span("bombed"), _span("The army bombed a school in Loikaw on 3 May 2022, the teacher said."), "Fire in Loikaw",
        f"https://news.example/{n}", "news.example", "en", "2022-05-04", ("Aye Kyaw",), "the teacher", True, 2,
        (Marked("actor", ARMY.id, _span("The army")), Marked("recipient", PUPILS.id, _span("pupils")), Marked("place", LOIKAW.id, _span("Loikaw"))),
        ("Ma Thuzar",), ("the army",), ("Loikaw",),
    )  # fmt: skip
    return dataclasses.replace(told, **changes)


def event(**changes: Any) -> EventRow:
    """An air raid with a range of dead, told once; `changes` replace fields."""
    row = EventRow(
        "x1#e1", "ASSAULT", "aerial", ("military",), "material conflict", -10.0, "asserted", (ARMY,), (PUPILS,), LOIKAW,
        Days("2022-05-03", "day", "2022-05-03", "2022-05-03"), (telling(),), Toll(3, 5), None, None, 0.8, ("place: named in the sentence",), coder="dateline",
    )  # fmt: skip
    return dataclasses.replace(row, **changes)


def many(n: int) -> Iterator[EventRow]:
    """`n` different events of a thousand actors, made as they are asked for."""
    pool = [_made(i) for i in range(500)]
    for i in range(n):
        yield dataclasses.replace(
            pool[i % 500], id=f"m{i}#e1", tellings=(dataclasses.replace(pool[i % 500].tellings[0], id=f"m{i}#e1", article=f"m{i}"),)
        )


def _made(i: int) -> EventRow:
    who = dataclasses.replace(ARMY, id=f"organization/unit {i}/MMR", name=f"unit {i}")
    whom = dataclasses.replace(TEACHER, id=f"person/p {i}/MMR", name=f"P {i}")
    day = f"20{10 + i % 14}-{1 + i % 12:02d}-{1 + i % 28:02d}"
    return event(actors=(who,), recipients=(whom,), days=Days(day, "day", day, day), tellings=(telling(i),))

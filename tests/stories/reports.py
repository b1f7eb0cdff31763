"""Short records made by hand, for the tests of this folder."""

from __future__ import annotations

from datetime import date as day

from dateline.record import Article, Count, Date, Event, Record

Deed = tuple[str, str]  # a word of the text and its type


def record(
    id: str,
    text: str,
    *deeds: Deed,
    published: str = "2022-04-13",
    dates: tuple[tuple[str, str], ...] = (),
    killed: dict[str, int] | None = None,
) -> Record:
    """`deeds`: trigger word and type; `dates`: words and the ISO day they stand for; `killed`: trigger word to toll."""
    found = []
    for i, (words, value) in enumerate(dates, 1):
        start = text.index(words)
        found.append(Date(f"d{i}", start, start + len(words), "DATE", value, "day", *(day.fromisoformat(value).isoformat(),) * 2))
    events = []
    for i, (word, kind) in enumerate(deeds, 1):
        start = text.index(word)
        toll = (killed or {}).get(word)
        count = Count(toll, toll, 0, 0) if toll is not None else None
        events.append(Event(f"e{i}", kind, None, (), "material conflict", -9.0, (start, start + len(word)), killed=count, confidence=0.8))
    return Record(Article(id, text, published=published), dates=tuple(found), events=tuple(events))


MASTUNG_1 = record(
    "m1",
    "A bomb planted on a motorcycle ripped through a police truck near Mastung on Tuesday, killing five officers.",
    ("bomb", "ASSAULT"),
    dates=(("Tuesday", "2022-04-12"),),
    killed={"bomb": 5},
)
MASTUNG_2 = record(
    "m2",
    "Seven constables died in yesterday's explosion that tore open a police vehicle on the Mastung road.",
    ("explosion", "ASSAULT"),
    dates=(("yesterday", "2022-04-12"),),
    killed={"explosion": 7},
)
MANGOCHAR = record(
    "k1",
    "Six members of the Levies force were killed on Wednesday when a device went off under their pickup in Mangochar.",
    ("killed", "ASSAULT"),
    published="2022-04-20",
    dates=(("Wednesday", "2022-04-20"),),
    killed={"killed": 6},
)
MUMIAS = record(
    "f1",
    "Thousands of cane farmers marched through Mumias on Tuesday against the lease of the old mill.",
    ("marched", "PROTEST"),
    dates=(("Tuesday", "2022-04-12"),),
)

"""Words that may tell of an event and are too unsure to stand alone: kept beside the events, for other reports to bear out (`dateline.stories`)."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events.plover import plover
from dateline.events.topic import shipped as topic
from dateline.reader.reading import DEED, Reading
from dateline.record import Date, Event, Faint


def find_faint(reading: Reading, events: Sequence[Event], *, dates: Sequence[Date]) -> tuple[Faint, ...]:
    """What the reader was not sure of, and deeds that were folded into another of the same article: where the article tells of two after all, only
    other reports can show it. None where the text is about something else than politics.
    """
    if not topic().admits(reading.gist):
        return ()
    found: dict[tuple[int, int], Faint] = {}
    deeds = [f for f in (*reading.frames, *reading.faint) if f.kind == DEED and f.trigger and f.type]
    for f in sorted(deeds, key=lambda f: (f.trigger or (0, 0), -f.score)):
        assert f.trigger and f.type
        if any(_meet(f.trigger, e.trigger) for e in events) or any(d.start <= f.trigger[0] and f.trigger[1] <= d.end for d in dates):
            continue
        found.setdefault(f.trigger, Faint(f.trigger, f.type, plover().mode(f.type, f.mode), round(f.score * f.type_score, 3)))
    return tuple(found.values())


def _meet(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]

"""Events of a codebook of the user's own, beside PLOVER's: same parties, places and days, other words and types.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.codebook.codebook import Codebook
from dateline.codebook.coder import Coded, Coder
from dateline.events.events import find_events
from dateline.reader.reading import DEED, Reading
from dateline.record import Actor, Date, Event, Place, Span, Statement


def find_own_events(
    text: str,
    reading: Reading,
    coder: Coder,
    *,
    stretches: Sequence[Span],
    after: Sequence[Event],
    refers: Mapping[Span, str],
    parts: Mapping[Span, Sequence[str]],
    places: Sequence[Place],
    place_refers: Mapping[Span, str],
    dates: Sequence[Date],
    statements: Sequence[Statement],
    actors: Sequence[Actor] = (),
    published: str | None = None,
) -> tuple[Event, ...]:
    """The events that the codebook's examples find within `stretches`, in order of their triggers, numbered on after the events `after`.

    Parties, place, day and numbers are those of PLOVER's event of the same word, else found as for the PLOVER type that the reader holds likeliest;
    only events of one own type can be one told twice.
    """
    book, coded = coder.book, coder.code(text, stretches)
    sayings = tuple(f for f in reading.frames if f.kind != DEED)
    out: list[Event] = []
    for type in book.types:
        mine = {c.frame.trigger: c for c in coded if c.type == type}
        if not mine:
            continue
        found = find_events(
            text,
            replace(reading, frames=(*sayings, *(c.frame for c in mine.values()))),
            refers=refers,
            parts=parts,
            places=places,
            place_refers=place_refers,
            dates=dates,
            statements=statements,
            actors=actors,
            published=published,
            weigh=False,
        )
        out += [_named(_twin(e, after) or e, book, mine[e.trigger]) for e in found]
    return tuple(replace(e, id=f"e{i}") for i, e in enumerate(sorted(out, key=lambda e: e.trigger), len(after) + 1))


def _twin(e: Event, others: Sequence[Event]) -> Event | None:
    """PLOVER's event of the same telling word: who, whom, where and when are found once."""
    twin = next((o for o in others if o.trigger[0] < e.trigger[1] and e.trigger[0] < o.trigger[1]), None)
    return replace(twin, trigger=e.trigger) if twin else None


def _named(e: Event, book: Codebook, c: Coded) -> Event:
    """A PLOVER event as the event of a codebook's type."""
    return replace(
        e,
        type=book.called(c.type),
        mode=c.mode,
        quad=book.quad(c.type),
        intensity=book.intensity(c.type, c.mode),
        confidence=round(c.frame.score, 3),
        because=(*e.because, f"coded by the examples of {book.name}"),
    )
